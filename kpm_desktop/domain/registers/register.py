"""What a register says of itself. Everything that lists, asks, prints or exports a kind of record reads only this."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.vocabulary import Spec

#: Columns that are no field: whom the record is about, its village, and what became of it (draft … received).
SUBJECT, VILLAGE, STATE = "@subject", "@village", "@state"
_COMPUTED = frozenset({SUBJECT, VILLAGE, STATE})
#: How a chip may look: a risk, something to do, done, and what only tells.
TONES = ("risk", "warn", "ok", "neu")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list and of the printed page. name: a field, or SUBJECT … above. width: its share of the
    whole. is_wide_only: left out where there is no room. below: a field that stands smaller below this one. tones: by
    value, how its chip looks."""

    name: str
    width: int
    is_wide_only: bool = False
    below: str = ""
    tones: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """order: fields to sort by, `-` before one for the last first; a choice sorts as it is declared. groups: the choice
    whose values head the rows. closed: those of them that wait for nothing any more. deadline: the day until which the
    others should be closed. asked: what is entered of a new record. answered: what is added once more is known.
    proposed: what a new record begins with. wide: fields over the whole width of the form. usual: fields of words
    that are mostly the same few.

    Raises ValueError where a name is none of the kind's.
    """

    kind: str
    icon: str
    columns: Sequence[Column]
    order: Sequence[str]
    asked: Sequence[str]
    groups: str = ""
    closed: Sequence[str] = ()
    deadline: str = ""
    answered: Sequence[str] = ()
    proposed: Mapping[str, str] = field(default_factory=dict)
    wide: Sequence[str] = ()
    usual: Sequence[str] = ()
    has_slip: bool = False

    def __post_init__(self) -> None:
        if self.kind not in DICTIONARY:
            raise ValueError(f"{self.kind}: no kind of record")
        declared = fields(self.kind)
        shown = [name for column in self.columns for name in (column.name, column.below) if name]
        sorted_by = [name.removeprefix("-") for name in self.order]
        entered = (*self.asked, *self.answered, *self.proposed, *self.wide, *self.usual)
        used = (*shown, *sorted_by, *entered, self.groups, self.deadline)
        wrong = [name for name in used if name and name not in declared and name not in _COMPUTED]
        wrong += [name for name in (*self.asked, *self.answered) if name in _COMPUTED]
        if wrong:
            raise ValueError(f"{self.kind}: no field {', '.join(wrong)}")
        if self.groups and not declared[self.groups].spec.choices:
            raise ValueError(f"{self.kind}: {self.groups} has no choices to head the rows")
        self._check_values()

    def _check_values(self) -> None:
        declared = fields(self.kind)
        tones = [(column.name, value) for column in self.columns for value in column.tones]
        for name, value in (*tones, *self.proposed.items(), *((self.groups, value) for value in self.closed)):
            if value not in declared[name].spec.choices:
                raise ValueError(f"{self.kind}: {name} is never {value}")
        for column in self.columns:
            if not set(TONES).issuperset(column.tones.values()):
                raise ValueError(f"{self.kind}: {column.name} has tones other than {', '.join(TONES)}")

    @property
    def person_field(self) -> str:
        """The field that says whom a record is about; empty where it is about nobody."""
        found = (f.name for f in fields(self.kind).values() if f.spec.form == "reference" and _is_person(f.spec))
        return next((name for name in found if name in self.asked), "")

    @property
    def people_field(self) -> str:
        """The field that lists several people; empty where there is none."""
        found = (f.name for f in fields(self.kind).values() if f.is_list and _is_person(f.spec))
        return next((name for name in found if name in self.asked), "")

    @property
    def place_field(self) -> str:
        """The field that says of which village a record is; empty where it hangs on another record."""
        name = DICTIONARY[self.kind].HANGS_ON
        return name if name.endswith("_code") else ""


def _is_person(spec: Spec) -> bool:
    return spec.refers_to == ("person",)
