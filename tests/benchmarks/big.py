"""A cadre and a supervisor with 20,000 people and 400,000 visits, made once and kept in `benchmarks-output/`.

Twenty villages, each with the thousand children who were born there since 2020 and were visited in their first months:
those of the last two years are visited still.
"""

import heapq
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db import migrations, settings
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import Month, month_number, month_of, month_text
from kpm_desktop.domain.regions.region_list import region_names
from kpm_desktop.practice.plan import FIRST_VILLAGE
from kpm_desktop.practice.saves import Diary, Save
from kpm_desktop.practice.write import PracticeClock, write_saves
from kpm_desktop.sync.folder import FolderRoute
from tests.benchmarks.journal import PASSWORD

TODAY = date(2026, 11, 22)
VILLAGES, CHILDREN = 20, 1000
PEOPLE = VILLAGES * CHILDREN
#: Months in which somebody is born, the last of them this one, and of a life with a visit in each: 410,000 visits.
BIRTH_MONTHS, VISITED_MONTHS = 82, 24
_KEPT = Path("benchmarks-output")
_FIRST = ("Siti", "Dewi", "Sukarni", "Ahmad", "Nurhayati", "Putri", "Bayu")
_LAST = ("Rahmah", "Lestari", "Fauzi", "Susanti", "Saputra")
_MONTH = month_number(month_of(TODAY))


def big_profiles() -> tuple[Path, Path]:
    """The folders of the cadre's and the supervisor's profile. They are kept for the next run as long as the database
    has the same form; whoever changes what is in them takes the folder away."""
    folder = _KEPT / f"people-{PEOPLE}-born-in-{BIRTH_MONTHS}-months-{_form()}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        _make(unfinished)
        unfinished.rename(folder)
    return folder / "cadre", folder / "supervisor"


def _form() -> str:
    """The newest migration's name: profiles of an older form would be migrated at every run."""
    return max(file.stem for file in (Path(migrations.__file__).parent / "versions").glob("[0-9]*.py"))


def _make(folder: Path) -> None:
    clock = PracticeClock(TODAY - timedelta(days=1))
    codes = _villages()
    cadre = init_profile(folder / "cadre", role="cadre", name="Kader", villages=codes, password=PASSWORD).store
    districts = list(dict.fromkeys(code[:8] for code in codes))
    boss = init_profile(
        folder / "supervisor", role="supervisor", name="Penyelia", villages=districts, password=PASSWORD
    ).store
    with cadre, boss:
        invitation = folder / "undangan.json"
        invite(boss, invitation, villages=codes, person="Kader", clock=clock)
        join(cadre, invitation, confirm_words=True, clock=clock)
        for number, code in enumerate(codes):
            write_saves(cadre, code, _saves(number, code), clock)
        route = FolderRoute(folder / "stik")
        clock.set(TODAY - timedelta(days=1), 10)
        for made in export_bundle(cadre, route, clock=clock).delivered:
            import_bundle(boss, made.file, clock=clock)
        for made in make_receipt(boss, _device(cadre), route, clock=clock).delivered:
            import_bundle(cadre, made.file, clock=clock)
    shutil.rmtree(folder / "stik")


def _villages() -> list[str]:
    later = (code for code in region_names() if len(code) == len(FIRST_VILLAGE) and code >= FIRST_VILLAGE)
    return heapq.nsmallest(VILLAGES, later)


def _device(store: Store) -> str:
    with store.reading() as tx:
        return settings.read_identity(tx).device


def _saves(village: int, code: str) -> Iterator[Save]:
    """Households, children and their months; every fifth child gains late, every tenth is undernourished."""
    diary = Diary("big", code)
    for n in range(CHILDREN):
        number = village * CHILDREN + n
        home = diary.new(
            TODAY,
            "household",
            f"h{n}",
            village_code=code,
            head_name=f"Pak {_FIRST[number % 7]} {_LAST[number % 5]}",
            hamlet=f"Dusun {n % 6 + 1}",
            rt=f"{n % 9 + 1:03}",
            phone=f"0812{number:08}",
        )
        age = n % BIRTH_MONTHS
        born = Month(month_text(_MONTH - age)).first + timedelta(days=n % 20)
        child = diary.new(
            TODAY,
            "person",
            f"c{n}",
            household_id=str(home),
            full_name=f"{_FIRST[number // 3 % 7]} {_LAST[number // 7 % 5]} {number}",
            sex="female" if n % 2 else "male",
            birth_date=born.isoformat(),
            nik=_nik(born, village * 50 + n // 20, is_girl=bool(n % 2)),
        )
        for at in range(min(age + 1, VISITED_MONTHS)):
            diary.new(TODAY, "child_visit", **_visit(child, n, month_text(_MONTH - age + at), at))
    return iter(diary.in_order())


def _nik(born: date, number: int, *, is_girl: bool) -> str:
    """Of the first village's subdistrict; girls have 40 added to the day."""
    return f"180104{born.day + 40 * is_girl:02}{born.month:02}{born.year % 100:02}{number + 1:04}"


def _visit(child: object, n: int, month: str, at: int) -> dict[str, object]:
    """Of the month of life `at`."""
    weight = 4000 + 300 * (at if n % 5 else at // 2 * 2)
    return {
        "person_id": str(child),
        "month": month,
        "visit_date": min(Month(month).last, TODAY - timedelta(days=1)).isoformat(),
        "place": "posyandu",
        "nutrition_class": "undernourished" if n % 10 == 0 else "normal",
        "mat_result": "green",
        "was_weighed": True,
        "weight_g": weight,
        "was_length_measured": True,
        "length_mm": 520 + 12 * at,
        "counselling_mother": True,
        "home_visits": 1,
        "has_safe_water": True,
        "has_latrine": bool(n % 2),
        "has_birth_certificate": True,
        "has_health_insurance": True,
    }
