"""What is due gathered for whoever walks: a household's rows as tasks, doses of one child together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kpm_desktop.domain.due.item import LEVELS, Due, What, turning
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.risks.attention import Level

#: Doses of a child are given on one day.
_TOGETHER: tuple[What, ...] = ("dose",)
#: A shorter word is a title or the beginning of a name (`I`, `Ni`, `M.`).
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Task:
    """Rows that are done at once, the most urgent first; at least one."""

    rows: tuple[Due, ...]

    @property
    def first(self) -> Due:
        """The most urgent."""
        return self.rows[0]

    @property
    def level(self) -> Level | None:
        """The highest risk of whom it is about."""
        return self.first.level

    @property
    def title(self) -> Reason:
        """What is to be done for whom: `Rafi: imunisasi MR 1, IPV 2`."""
        return self.title_with(self.first.name)

    @property
    def short_title(self) -> Reason:
        """The same with the name somebody goes by, where room is scarce."""
        return self.title_with(called(self.first.name))

    def title_with(self, name: str) -> Reason:
        """The same of somebody who is called otherwise there."""
        due = self.first
        what = _kind_of_referral(due) if due.what == "referral" else due.what
        details = [each.detail for each in self.rows if each.detail]
        return reason(f"due.task.{what}", name=name, detail=details)

    @property
    def turning(self) -> Reason | None:
        """The first cell that turns T when it is not done."""
        return next((said for each in self.rows if (said := turning(each)) is not None), None)

    @property
    def service(self) -> Due | None:
        """The row a cell hangs on."""
        return next((each for each in self.rows if each.service), None)

    def is_late(self, on: date) -> bool:
        """Whether one of them is late."""
        return any(each.is_late(on) for each in self.rows)

    def is_this_week(self, on: date) -> bool:
        """Whether it cannot wait beyond Sunday: late, urgent, or due until then. A dose that is still on time can."""
        sunday = on + timedelta(days=6 - on.weekday())
        due = self.first
        by = due.on_time_until or due.due_on
        return self.is_late(on) or due.level == "refer" or (by is not None and by <= sunday)


def called(name: str) -> str:
    """What somebody is called: the first word of the name, with those before it that are none alone (`I Ketut`, `M.
    Iqbal`)."""
    words = name.split()
    long = next((at for at, word in enumerate(words) if len(word.rstrip(".")) >= _LEAST_LETTERS), len(words) - 1)
    return " ".join(words[: long + 1])


def _kind_of_referral(due: Due) -> str:
    """One that was made and waits for its result, or one that is still to be made."""
    return "referral" if due.record is not None and due.record[0] == "referral" else "refer"


def tasks_of(rows: Sequence[Due]) -> tuple[Task, ...]:
    """The tasks of rows in their order."""
    found: dict[object, list[Due]] = {}
    for at, due in enumerate(rows):
        whose = due.person.id if due.person is not None else None
        key = (due.what, whose) if due.what in _TOGETHER else at
        found.setdefault(key, []).append(due)
    return tuple(Task(tuple(each)) for each in found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class DueHome:
    """A household with something to do. number: its place in the order of importance, from 1. cadres: who has it.
    visited: who was visited this month already, and when. has_forms: somebody in it has form 2A or 2B."""

    region: str
    household: UUID | None
    number: int
    head: str
    hamlet: str
    rt: str
    rw: str
    posyandu: str
    cadres: tuple[str, ...]
    tasks: tuple[Task, ...]
    visited: tuple[tuple[str, date], ...]
    has_forms: bool = True

    @property
    def level(self) -> Level | None:
        """The highest risk in it."""
        levels = [task.level for task in self.tasks]
        return next((level for level in LEVELS if level in levels), None)

    @property
    def is_risky(self) -> bool:
        """Whether somebody in it is at risk."""
        return self.level in ("refer", "risk")

    @property
    def first(self) -> Task:
        """The most urgent task."""
        return self.tasks[0]

    @property
    def road(self) -> tuple[str, str, str, str, str]:
        """Its place on the way: by hamlet, RW, RT and name."""
        return (self.hamlet.casefold(), self.hamlet, _padded(self.rw), _padded(self.rt), self.head.casefold())

    def is_late(self, on: date) -> bool:
        """Whether something in it is late."""
        return any(task.is_late(on) for task in self.tasks)

    def is_this_week(self, on: date) -> bool:
        """Whether something in it cannot wait until next week."""
        return any(task.is_this_week(on) for task in self.tasks)


def by_road(homes: Iterable[DueHome]) -> list[DueHome]:
    """Households in the order in which one walks, village by village."""
    return sorted(homes, key=lambda home: (home.region, home.road))


def _padded(number: str) -> str:
    return number.zfill(5)
