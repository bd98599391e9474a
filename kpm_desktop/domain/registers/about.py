"""Whom a record is about, as everybody reads them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.wording import Wording

#: Up to here somebody is called a child of so many months.
_CHILD_MONTHS = 72


@dataclass(frozen=True, slots=True)
class About:
    """A person as others are told of them. born: ISO day, empty where it is not held. is_hidden: the person, or the
    household, was entered in error."""

    id: UUID
    name: str
    sex: str
    born: str
    hamlet: str
    household: UUID | None
    status: str
    is_hidden: bool

    @classmethod
    def of(cls, person: Person, household: Household | None) -> "About":
        """Somebody whose record is at hand."""
        return cls(
            id=person.id,
            name=person.full_name,
            sex=person.sex,
            born=person.birth_date.isoformat(),
            hamlet=(household.hamlet or "") if household is not None else "",
            household=person.household_id,
            status=person.status,
            is_hidden=False,
        )

    def age(self, wording: Wording, today: date) -> str:
        """`anak 10 bulan`, `27 tahun`; nothing where the day of birth is not known."""
        if not self.born:
            return ""
        months = max(completed_months(date.fromisoformat(self.born), today), 0)
        if months < _CHILD_MONTHS:
            return wording.phrase("register.months_old", count=months)
        return wording.phrase("register.years_old", count=months // 12)

    def line(self, wording: Wording, today: date, *, head: str = "", mother: str = "") -> str:
        """`Rafi Ramadhan, anak 22 bulan · Melati · ibu Siti`: the name, and what tells two of one name apart."""
        name = ", ".join(part for part in (self.name, self.age(wording, today)) if part)
        family = wording.phrase("register.child_of", name=mother) if mother else ""
        if head and not mother and head != self.name:
            family = wording.phrase("register.house_of", name=head)
        gone = wording.phrase(f"register.{self.status}") if self.status in ("moved_out", "died") else ""
        return " · ".join(part for part in (name, self.hamlet, family, gone) if part)
