"""The targets of a month as lines of a list: one for each household, under a heading for each hamlet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from kpm_desktop.commands.households.target_rows import TargetRow
from kpm_desktop.domain.roster import Notice
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.words.person_words import notice_words, short_line
from kpm_desktop.ui.words.place_words import rt_rw


@dataclass(frozen=True, slots=True)
class HamletLine:
    """A heading: the hamlet, how many of its targets were visited this month, and how many households are left."""

    hamlet: str
    visited: int
    due: int
    left: int

    is_heading = True

    @property
    def key(self) -> str:
        """The hamlet."""
        return f"hamlet {self.hamlet}"

    @property
    def words(self) -> str:
        """Read aloud."""
        return f"{self.hamlet}: {self.visited} / {self.due}"


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """A household with the targets a checklist is filled in for. name: of the mother, else of the household's head.
    search: what it is found by."""

    region: str
    household: UUID
    name: str
    place: str
    members: tuple[TargetRow, ...]
    search: str = ""

    is_heading = False

    @property
    def key(self) -> str:
        """The household."""
        return self.home.key

    @property
    def task(self) -> tuple[str, UUID]:
        """The household, as tasks name it."""
        return self.region, self.household

    @property
    def home(self) -> Ref:
        """The household, as pages name it."""
        return Ref(self.region, "household", self.household)

    @property
    def words(self) -> str:
        """Read aloud."""
        notices = ", ".join(notice_words(notice) for notice in self.notices)
        return ", ".join(part for part in (self.name, self.who, notices, self.place) if part)

    @property
    def who(self) -> str:
        """Everybody in it in a few words."""
        first, *others = (
            short_line(
                is_mother=row.kind == "pregnancy", is_postpartum=row.is_postpartum, months=row.months, days=row.days
            )
            for row in self.members
        )
        return " · ".join([first, *(words[:1].lower() + words[1:] for words in others)])

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What asks for attention, risks first, each once."""
        found = dict.fromkeys(notice for row in self.members for notice in row.notices)
        return tuple(sorted(found, key=lambda notice: not notice.is_risk))

    @property
    def is_visited(self) -> bool:
        """Whether everybody's checklist of the month is saved."""
        return all(row.visited_on is not None for row in self.members)

    @property
    def is_draft(self) -> bool:
        """Whether something is entered that is not saved."""
        return any(row.is_draft for row in self.members)

    @property
    def last_visit(self) -> date | None:
        """The oldest of its members' newest visits; None where one was never visited."""
        days = [row.last_visit for row in self.members]
        return None if None in days else min(day for day in days if day is not None)

    @property
    def urgency(self) -> tuple[bool, date, str]:
        """Sorts risks first, then those not seen for longest."""
        return not any(r.is_risk for r in self.notices), self.last_visit or date.min, self.name


Line = HamletLine | HouseholdLine


def households_of(rows: Iterable[TargetRow]) -> list[HouseholdLine]:
    """The households of the targets that are due; those whose household is not held have none."""
    homes: dict[tuple[str, UUID], list[TargetRow]] = {}
    for row in rows:
        if row.is_due and row.household_id is not None:
            homes.setdefault((row.region, row.household_id), []).append(row)
    return [_line(*home, members) for home, members in homes.items()]


def by_hamlet(lines: Sequence[HouseholdLine], everybody: Sequence[HouseholdLine]) -> list[Line]:
    """Lines under their hamlets, the urgent ones first; `everybody` counts what is done and what is left."""
    found: list[Line] = []
    ordered = sorted(lines, key=lambda line: line.members[0].hamlet)
    for hamlet, group in groupby(ordered, key=lambda line: line.members[0].hamlet):
        homes = sorted(group, key=lambda line: line.urgency)
        all_here = [line for line in everybody if line.members[0].hamlet == hamlet]
        members = [row for line in all_here for row in line.members]
        visited = sum(row.visited_on is not None for row in members)
        left = sum(not line.is_visited for line in all_here)
        found.append(HamletLine(hamlet, visited, len(members), left))
        found += homes
    return found


def _line(region: str, home: UUID, members: list[TargetRow]) -> HouseholdLine:
    first = members[0]
    mother = next((row.name for row in members if row.kind == "pregnancy"), "")
    head = first.head_name if mother else ""
    place = " · ".join(part for part in (rt_rw(first.rt, first.rw), head) if part)
    search = " ".join(row.key for row in members)
    return HouseholdLine(region, home, mother or first.head_name or first.name, place, tuple(members), search)
