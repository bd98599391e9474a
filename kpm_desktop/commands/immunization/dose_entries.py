"""One dose a child may have had: what is recorded of it, begun by the user, confirmed or disputed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.db.journal.rows import marks_of_group
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.queries.flag_answers import confirmed_rules
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.scorecard.village import Village

KIND = Immunization.KIND


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseEntry:
    """One dose a child may have had. record: what is written, also where nothing is recorded yet. draft: what this user
    began and did not save. confirmed: rules somebody believed it against. is_disputed: two people gave it two days."""

    vaccine: str
    dose: int
    record: UUID
    held: Immunization | None = None
    draft: Draft | None = None
    confirmed: frozenset[str] = frozenset()
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class FoundDose:
    """ids: every id a dose may have been entered under, the one it is written to now first."""

    person: UUID
    vaccine: str
    dose: int
    ids: tuple[UUID, ...]
    held: Immunization | None
    drafts: Sequence[Draft]

    @property
    def record(self) -> UUID:
        """What is written."""
        return self.ids[0]

    @property
    def key(self) -> dict[str, object]:
        """The key fields of a dose that has yet to be recorded."""
        return {"person_id": str(self.person), "vaccine": self.vaccine, "dose": self.dose}

    @property
    def is_scattered(self) -> bool:
        """Whether something was begun under the id of another entry of the same child."""
        return any(draft.id != self.record for draft in self.drafts)


class DoseReader:
    """Reads a child's doses in one transaction. place: the region, as number and code; village: the records it was
    found in."""

    def __init__(self, tx: Transaction, user: str, place: tuple[int, str], village: Village, child: Person) -> None:
        self._tx, self._user, self._village, self._child = tx, user, village, child
        self._region_no, self._region = place
        self.owners = tuple(dict.fromkeys((child.id, *village.groups["person"].members.get(child.id, ()))))

    @property
    def given(self) -> Sequence[Immunization]:
        """Those that are recorded."""
        return self._village.doses.get(self._child.id, ())

    def find(self, vaccine: str, number: int) -> FoundDose:
        """A dose, recorded or not."""
        held = next((one for one in self.given if (one.vaccine, one.dose) == (vaccine, number)), None)
        members = (held.id, *self._village.groups[KIND].members_of(held.id)) if held is not None else ()
        keys = [{"person_id": str(one), "vaccine": vaccine, "dose": str(number)} for one in self.owners]
        derived = [one for one in (derived_id(KIND, key) for key in keys) if one is not None]
        ids = tuple(dict.fromkeys((*members, *derived)))
        begun = drafts.among(self._tx, self._user, self._region, KIND, ids)
        return FoundDose(self._child.id, vaccine, number, ids, held, begun)

    def entry(self, found: FoundDose) -> DoseEntry:
        """Everything a page shows of it."""
        marks = marks_of_group(self._tx, KIND, found.ids, self._region_no) if found.held is not None else {}
        rules = [rule for one in found.ids for rule in confirmed_rules(self._tx, self._region_no, KIND, one)]
        return DoseEntry(
            vaccine=found.vaccine,
            dose=found.dose,
            record=found.record,
            held=found.held,
            draft=found.drafts[0] if found.drafts else None,
            confirmed=frozenset(short_rule(rule) for rule in rules),
            is_disputed="given_date" in marks.get("conflict", ()),
        )


def gather_doses(store: Store, scattered: Iterable[FoundDose]) -> None:
    """Brings what was begun under another entry's id to the record the dose is written to now."""
    with store.writing() as tx:
        for found in scattered:
            drafts.gather(tx, found.drafts, found.record, {} if found.held else found.key)
