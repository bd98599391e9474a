"""`kpm demo`: a supervisor and several cadres, made with the commands everybody uses, with years of work behind them.

One village after the other: its cadres get profiles, are let in, save month by month and deliver, so that no more
than one village is in memory. What is left undone on purpose is told in docs/practice.md.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kpm_desktop.db.files import explaining
from kpm_desktop.domain.calendar import last_day, month_of
from kpm_desktop.domain.errors import refused
from kpm_desktop.practice.homes import Arrival
from kpm_desktop.practice.laptops import STICK, Laptop, deliver
from kpm_desktop.practice.plan import SILENT_MONTHS, Plan, VillagePlan, Wish, make_plan
from kpm_desktop.practice.supervision import comment_saves, district_saves
from kpm_desktop.practice.village import VillageLife, live, newcomer_saves, sights
from kpm_desktop.practice.write import DELIVERY

SUPERVISOR, CADRE = "penyelia", "kader"
AGREES, SILENT, WAITING = "agrees", "silent", "waiting"
#: Deliveries: every third month, in the last three every month.
OFTEN_MONTHS, EVERY_MONTHS = 3, 3
CORRECTED = DELIVERY + 4

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class MadeProfile:
    """A profile of the demo. standing: `agrees` with the supervisor, `silent` or `waiting` to be let in."""

    folder: Path
    role: str
    name: str
    regions: tuple[str, ...]
    standing: str


@dataclass(slots=True)
class Made:
    """What a demo holds: its profiles, how many households, people and saves, and what of `SIGHTS` there is to see in
    the first village."""

    plan: Plan
    stick: Path
    profiles: list[MadeProfile] = field(default_factory=list)
    households: int = 0
    people: int = 0
    saves: int = 0
    sights: tuple[str, ...] = ()


def make_demo(folder: Path, wish: Wish, password: str, *, progress: Progress = lambda done, of, name: None) -> Made:
    """Makes all profiles below `folder`. The same wish gives the same state hashes. Refused when the folder is not
    empty; what fails or is interrupted is taken away again."""
    with _new_folder(folder):
        return _Demo(folder, make_plan(wish), password, progress).run()


@contextlib.contextmanager
def _new_folder(folder: Path) -> Iterator[None]:
    with explaining(folder):
        is_new = not folder.exists()
        if not is_new and any(folder.iterdir()):
            raise refused("practice.not_empty", path=folder)
        folder.mkdir(exist_ok=True)
    try:
        yield
    except BaseException:
        for made in folder.iterdir():
            shutil.rmtree(made, ignore_errors=True)
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def delivery_months(months: Sequence[str]) -> tuple[str, ...]:
    """The months at whose end cadres deliver, the last one among them."""
    counted = enumerate(reversed(months))
    return tuple(reversed([m for back, m in counted if back < OFTEN_MONTHS or back % EVERY_MONTHS == 0]))


class _Demo:
    """One run."""

    def __init__(self, folder: Path, plan: Plan, password: str, progress: Progress) -> None:
        self._folder = folder
        self._plan = plan
        self._wish = plan.wish
        self._password = password
        self._progress = progress
        self._made = Made(plan, folder / STICK)

    def run(self) -> Made:
        """Everything, village by village; the supervisor's profile stays open all the while."""
        plan = self._plan
        with explaining(self._made.stick):
            self._made.stick.mkdir()
        supervisor = self._laptop(SUPERVISOR, plan.supervisor, plan.regions, AGREES)
        with supervisor.store:
            arriving: Sequence[Arrival] = ()
            for village in plan.villages:
                self._progress(village.no, len(plan.villages), village.name)
                life = live(self._wish, village, arriving)
                arriving = life.leaving
                self._village(supervisor, life)
            self._made.saves += supervisor.save(plan.regions[0], district_saves(plan))
        return self._made

    def _laptop(self, folder: str, name: str, regions: Sequence[str], standing: str) -> Laptop:
        role = "supervisor" if folder == SUPERVISOR else "cadre"
        made = MadeProfile(self._folder / folder, role, name, tuple(regions), standing)
        laptop = Laptop.new(made.folder, role, name, regions, self._password, self._wish.start)
        self._made.profiles.append(made)
        return laptop

    def _cadre(self, village: VillagePlan, name: str, standing: str) -> Laptop:
        return self._laptop(f"{CADRE}-{len(self._made.profiles)}", name, [village.code], standing)

    def _village(self, supervisor: Laptop, life: VillageLife) -> None:
        """All months of one village, delivered as they go, and what its story asks for at the end."""
        village = life.village
        self._count(life)
        with contextlib.ExitStack() as opened:
            cadres = []
            for name in village.cadres:
                cadre = self._cadre(village, name, SILENT if village is self._plan.late else AGREES)
                opened.enter_context(cadre.store)
                cadres.append(cadre)
                invitation = self._let_in(supervisor, cadre, village, name)
            self._work(supervisor, cadres, life)
            if village.no == 0:
                self._remark_and_correct(supervisor, cadres, life)
            if village is self._plan.villages[-1]:
                self._newcomer(supervisor, village, invitation)
            with explaining(invitation):
                invitation.unlink()

    def _count(self, life: VillageLife) -> None:
        kinds = [save.kind for saves in life.saves for save in saves if save.is_new]
        self._made.households += kinds.count("household")
        self._made.people += kinds.count("person")
        if life.village.no == 0:
            self._made.sights = sights(life)

    def _let_in(self, supervisor: Laptop, cadre: Laptop, village: VillagePlan, name: str) -> Path:
        """Invitation, first bundle up, first receipt down, all on the first day."""
        day = self._wish.start
        invitation = supervisor.invite(day, name, village.code)
        cadre.join(day, invitation)
        deliver(supervisor, [cadre], day, hour=0)
        return invitation

    def _work(self, supervisor: Laptop, cadres: Sequence[Laptop], life: VillageLife) -> None:
        """Saves up to each delivery, then the delivery. The silent village goes on saving, and its last bundle but
        the work of the last month lies on the stick unopened."""
        months, silent = self._wish.all_months, life.village is self._plan.late
        heard = months[: len(months) - SILENT_MONTHS] if silent else months
        for month in delivery_months(heard):
            self._save_until(cadres, life, month)
            deliver(supervisor, cadres, last_day(month))
        if silent:
            self._save_until(cadres, life, months[-SILENT_MONTHS])
            for cadre in cadres:
                cadre.export(last_day(months[-SILENT_MONTHS]))
        self._save_until(cadres, life, months[-1])
        for saves in life.saves:
            assert not saves, "every save has been stored"

    def _save_until(self, cadres: Sequence[Laptop], life: VillageLife, month: str) -> None:
        for cadre, waiting in zip(cadres, life.saves, strict=True):
            count = next((at for at, save in enumerate(waiting) if month_of(save.day) > month), len(waiting))
            self._made.saves += cadre.save(life.village.code, waiting[:count])
            del waiting[:count]

    def _remark_and_correct(self, supervisor: Laptop, cadres: Sequence[Laptop], life: VillageLife) -> None:
        """The supervisor's remark, and two cadres who correct the same weight without knowing of each other."""
        village, day = life.village.code, self._wish.end
        self._made.saves += supervisor.save(village, comment_saves(self._plan, village, life.remarked), CORRECTED)
        for cadre, correction in zip(cadres, life.corrections, strict=False):
            self._made.saves += cadre.save(village, [correction], CORRECTED)
        deliver(supervisor, cadres, day, CORRECTED + 1)

    def _newcomer(self, supervisor: Laptop, village: VillagePlan, invitation: Path) -> None:
        """A new cadre who was handed an invitation somebody else had used: the laptop waits to be let in."""
        day = self._wish.end
        newcomer = self._cadre(village, self._plan.newcomer, WAITING)
        with newcomer.store:
            newcomer.join(day, invitation)
            self._made.saves += newcomer.save(village.code, newcomer_saves(self._wish, village, self._plan.newcomer))
            supervisor.take(day, newcomer.export(day), DELIVERY + 1)
