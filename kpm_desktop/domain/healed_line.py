"""An old line that no receiver takes, or that stands on one, written again so that every receiver does.

What comes out follows from the old line, from where it hangs now and from what became of the changes it names; from
nothing else, so that two copies of a disk write the same bytes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from kpm_desktop.domain.change import LooseChange, encode
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.catalogue import ACCESS, KINDS, fields
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.signs import is_composed
from kpm_desktop.domain.records.tidy import bare, tidied, tidy_line, tidy_lines
from kpm_desktop.domain.records.vocabulary import Spec
from kpm_desktop.domain.strict import MAX_LINE, strict_line

#: The most changes one field of a line names.
MOST_NAMES = 256
#: Stands where a text was cut.
_CUT = "…"

#: A paper's text whose letters a receiver refuses -> the text and signature in its place; None where this device cannot
#: sign it anew.
Resign = Callable[[str], tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Became:
    """What became of changes that were written again. names: old name -> the new one; of a split change its last part.
    parts: (old name, field) -> the name of the part that holds the field, for split ones. hashes: old hash -> new."""

    names: dict[str, str]
    parts: dict[tuple[str, str], str]
    hashes: dict[str, str]

    def base(self, base: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """By field the heads somebody was shown, by their names of today."""
        return {field: sorted({self._name(name, field) for name in names}) for field, names in base.items()}

    def _name(self, name: str, field: str) -> str:
        return self.parts.get((name, field)) or self.names.get(name, name)


def named(change: LooseChange) -> Iterator[str]:
    """The names of all changes a line speaks of."""
    for names in change.base.values():
        yield from names
    if change.kind in ACCESS:
        for value in change.fields.values():
            if isinstance(value, list):
                yield from (item[:32] for item in value if isinstance(item, str))


def healed_changes(old: LooseChange, became: Became, resign: Resign) -> list[LooseChange]:
    """What takes the place of an old line: one change, or several of the same record where one would be too long.
    Where they hang, and their numbers, are for whoever writes them to say."""
    frame = msgspec.structs.replace(old, user=tidy_line(old.user), fields={}, base={})
    base = became.base(old.base)
    whole = [_Unit(name, value, base.get(name)) for name, value in _tidy_values(old, became, resign).items()]
    made = _with(frame, whole)
    return [made] if _fits(made) else list(_packed(frame, [part for unit in whole for part in _in_pieces(frame, unit)]))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A field with its value and names; what of it fits into no line with others stands in one of its own."""

    name: str
    value: Any
    base: list[str] | None


def _in_pieces(frame: LooseChange, whole: _Unit) -> Iterator[_Unit]:
    """A field that fits in a line of its own as it is; else its value several times, each naming some of the heads. A
    value that fits in no line is cut."""
    if _fits(_with(frame, [whole])):
        yield whole
        return
    names = [None] if whole.base is None else _some(whole.base)
    kept = whole.value
    if not _fits(_with(frame, [_Unit(whole.name, kept, names[0])])):
        kept = _cut(frame.kind, whole.name, kept)
    if kept is not None:
        yield from (_Unit(whole.name, kept, some) for some in names)


def _some(names: list[str]) -> list[list[str] | None]:
    return [names[at : at + MOST_NAMES] for at in range(0, max(1, len(names)), MOST_NAMES)]


def _packed(frame: LooseChange, units: Sequence[_Unit]) -> Iterator[LooseChange]:
    """Changes of as many fields as fit a line, none twice in one."""
    taken: list[_Unit] = []
    for unit in units:
        if taken and (unit.name in {one.name for one in taken} or not _fits(_with(frame, [*taken, unit]))):
            yield _with(frame, taken)
            taken = []
        taken.append(unit)
    yield _with(frame, taken)


def _with(frame: LooseChange, units: Sequence[_Unit]) -> LooseChange:
    return msgspec.structs.replace(
        frame,
        fields={unit.name: unit.value for unit in units},
        base=dict(sorted((unit.name, unit.base) for unit in units if unit.base is not None)),
    )


#: Room for longer numbers than the old line's.
_ROOM = 32


def _fits(change: LooseChange) -> bool:
    return len(encode(change)) + _ROOM <= MAX_LINE


def _tidy_values(old: LooseChange, became: Became, resign: Resign) -> dict[str, Any]:
    if old.kind in ACCESS:
        return _tidy_access(old.fields, became, resign)
    known = fields(old.kind) if old.kind in KINDS else {}
    found = {name: _tidy(known[name].spec if name in known else None, value) for name, value in old.fields.items()}
    if old.kind in KINDS and derived_id(old.kind, old.fields) == old.id != derived_id(old.kind, found):
        # the id was made of these very letters
        found |= {name: old.fields[name] for name in KINDS[old.kind].KEY if _is_taken(old.fields[name])}
    return {name: value for name, value in found.items() if _is_taken(value)}


def _tidy_access(values: Mapping[str, Any], became: Became, resign: Resign) -> dict[str, Any]:
    """A signed text is left as it is, or signed anew; what is said of changes is said of what became of them."""
    found = {
        name: sorted(became.hashes.get(item, item) for item in set(value)) if isinstance(value, list) else value
        for name, value in values.items()
    }
    statement = values.get("statement")
    if isinstance(statement, str) and not is_composed(statement):
        again = resign(statement)
        found |= {"statement": again[0], "signature": again[1]} if again is not None else {}
    return {name: value for name, value in found.items() if _is_taken(value)}


def _tidy(spec: Spec | None, value: Any) -> Any:
    if isinstance(value, list):
        texts = [_tidy_text(spec, item) for item in value if isinstance(item, str)]
        return sorted({text for text in texts if text}) if len(texts) == len(value) else value
    return _tidy_text(spec, value) or None if isinstance(value, str) else value


def _tidy_text(spec: Spec | None, text: str) -> str:
    if spec is None:  # a field of a later program: as little as possible
        return text if is_composed(text) else tidy_lines(text)
    return tidied(spec, text) if spec.form == "text" else bare(text)


def _is_taken(value: Any) -> bool:
    """Whether a receiver takes a value, however long it is."""
    if isinstance(value, str):
        return is_composed(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return all(map(is_composed, value))
    try:
        strict_line(msgspec.json.encode({"": value}))
    except Refused:
        return False
    return True


def _cut(kind: str, name: str, value: Any) -> Any:
    """What fits of a value that fits into no line: a text up to its field's limit, of anything else nothing."""
    spec = fields(kind)[name].spec if kind in KINDS and name in fields(kind) else None
    if not isinstance(value, str) or spec is None or spec.high is None:
        return None
    return tidied(spec, value[: spec.high - len(_CUT)]) + _CUT
