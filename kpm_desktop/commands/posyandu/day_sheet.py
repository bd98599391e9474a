"""*Hari posyandu*: everybody who belongs to a posyandu on a day, with this month's checklist and the doses of the day.

The checklists are those of the household's visit: what one began the other continues.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.immunization.dose_entries import KIND as DOSE
from kpm_desktop.commands.immunization.dose_entries import DoseEntry, DoseReader, FoundDose, gather_doses
from kpm_desktop.commands.posyandu.day_roster import DayRoster
from kpm_desktop.commands.posyandu.guests import guests
from kpm_desktop.commands.visits.form_sheet import FormReader, FormSheet, Found, gather_drafts
from kpm_desktop.db import settings
from kpm_desktop.db.queries import household_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.roster import Target
from kpm_desktop.domain.schedules.care import care_rules
from kpm_desktop.domain.schedules.dose_plan import PlannedDose, open_doses

#: What a day is read from.
KINDS = frozenset(
    {"posyandu", "household", "person", "pregnancy", "pregnancy_visit", "child_visit", "flag_answer", DOSE}
)


@dataclass(frozen=True, slots=True)
class DayDose:
    """A dose that can be given on the day, or was. planned: how the schedule sees it without what is entered today."""

    entry: DoseEntry
    planned: PlannedDose


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPerson:
    """A child, or a mother with her pregnancy. id: of the person or the pregnancy. mother: the child's, by name.
    is_guest: another posyandu is theirs. had: checks in pregnancy or nifas recorded in earlier months. given: doses
    that are recorded. was_weighed: in any earlier month, however long ago."""

    id: UUID
    form: FormSheet
    mother: str = ""
    is_guest: bool = False
    had: int = 0
    was_weighed: bool = False
    given: tuple[Immunization, ...] = ()
    doses: tuple[DayDose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """One posyandu on one day; `posyandu` is None for those who name none. People come in the order of their records,
    which is the one they were registered in. cadre: who is at this laptop."""

    region: str
    posyandu: UUID | None
    name: str
    day: date
    month: str
    cadre: str
    children: tuple[DayPerson, ...]
    mothers: tuple[DayPerson, ...]


def day_sheet(store: Store, *, region: str, posyandu: UUID | None, day: date) -> DaySheet:
    """Everything the table shows. Refused where the village is none of this profile's."""
    with store.reading() as tx:
        reading = _Reading(tx, store.user, region, posyandu, day)
    if reading.is_scattered:
        if reading.scattered_forms:
            gather_drafts(store, reading.scattered_forms, reading.month)
        if reading.scattered_doses:
            gather_doses(store, reading.scattered_doses)
        with store.reading() as tx:
            reading = _Reading(tx, store.user, region, posyandu, day)
    return reading.sheet


class _Reading:
    """One reading of a village, in one transaction."""

    def __init__(self, tx: Transaction, user: str, region: str, post: UUID | None, day: date) -> None:
        identity = settings.read_identity(tx)
        if not is_covered(region, identity.regions):
            raise refused("profile.outside", value=region, limit=identity.regions)
        self._tx, self._user, self._region, self._day = tx, user, region, day
        self._roster = DayRoster(tx, region, day)
        self.month = self._roster.month
        number = household_records.region_no_of(tx, region)
        self._place = (-1 if number is None else number, region)
        post = self._roster.means(post)
        forms = FormReader(tx, user, self._place, self._roster.village, self.month)
        guest_ids = self._guests(post)
        own = list(self._roster.of_post(post))
        come = [each for each in self._roster.targets if each.id in guest_ids and each not in own]
        found = [forms.find(target) for target in (*own, *come)]
        shown = sorted((each for each in found if each.drafts or not each.target.is_left), key=_by_record)
        self.scattered_forms = [each for each in shown if each.is_scattered]
        self.scattered_doses: list[FoundDose] = []
        guests_shown = {each.id for each in come}
        people = [
            self._person(each, sheet, is_guest=each.target.id in guests_shown)
            for each, sheet in zip(shown, forms.sheets(shown), strict=True)
        ]
        self.sheet = DaySheet(
            region=region,
            posyandu=post,
            name=self._roster.name_of(post),
            day=day,
            month=self.month,
            cadre=identity.user,
            children=tuple(each for each in people if each.form.pregnancy is None),
            mothers=tuple(each for each in people if each.form.pregnancy is not None),
        )

    @property
    def is_scattered(self) -> bool:
        """Whether a draft has to be brought to the record it belongs to now."""
        return bool(self.scattered_forms or self.scattered_doses)

    def _guests(self, post: UUID | None) -> set[UUID]:
        groups = self._roster.village.groups
        entries = self._roster.entries_of(post)
        noted = [one for entry in entries for one in guests(self._tx, self._region, entry, self._day)]
        return {groups[kind].means(one) for one in noted for kind in ("person", "pregnancy")}

    def _person(self, found: Found, sheet: FormSheet, *, is_guest: bool) -> DayPerson:
        target = found.target
        if target.pregnancy is not None:
            return DayPerson(id=target.id, form=sheet, is_guest=is_guest, had=self._had(target))
        reader = DoseReader(self._tx, self._user, self._place, self._roster.village, target.person)
        doses = list(self._doses(reader, target))
        self.scattered_doses += [each for each, _ in doses if each.is_scattered]
        mother = target.person.mother_id
        return DayPerson(
            id=target.id,
            form=sheet,
            mother=self._roster.village.person_name(mother) if mother is not None else "",
            is_guest=is_guest,
            was_weighed=self._roster.was_weighed(target.id, self.month),
            given=tuple(reader.given),
            doses=tuple(DayDose(reader.entry(each), planned) for each, planned in doses),
        )

    def _doses(self, reader: DoseReader, target: Target) -> Iterator[tuple[FoundDose, PlannedDose]]:
        """Those the schedule has asked for by the day that can be given on it; what was given on the day is recorded
        and still stands there."""
        if (target.months or 0) > care_rules().weighing.until_month:
            return
        earlier = [dose for dose in reader.given if dose.given_date != self._day]
        for planned in open_doses(target.person.birth_date, earlier, self._day, self._region):
            yield reader.find(planned.vaccine, planned.dose), planned

    def _had(self, target: Target) -> int:
        """Checks of earlier months; of nifas those since the month of birth."""
        visits = self._roster.village.pregnancy_visits.get(target.id, {})
        field = "pnc_visits" if target.is_postpartum else "anc_visits"
        return sum(getattr(row, field) or 0 for month, row in visits.items() if month < self.month)


def _by_record(found: Found) -> tuple[bool, bytes]:
    """Pregnant mothers before those in nifas; then as they were registered, which their ids tell (UUID version 7)."""
    return found.target.is_postpartum, found.target.id.bytes


def others_of_day(store: Store, *, region: str, shown: Iterable[UUID], day: date, mothers: bool) -> list[Target]:
    """Who could be added to a day's list: everybody of the ages a posyandu sees who is not in it, by name."""
    with store.reading() as tx:
        roster = DayRoster(tx, region, day)
    there = set(shown)
    found = [each for each in roster.targets if not each.gone and each.id not in there]
    return sorted(
        (each for each in found if (each.pregnancy is not None) == mothers), key=lambda each: each.person.full_name
    )
