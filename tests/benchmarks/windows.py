"""Start of the program against a bare window, and typing into the search of a long list."""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from kpm_desktop.commands.households.known_targets import KnownTargets
from kpm_desktop.commands.households.target_rows import TargetList, TargetRow
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.search.book import Book, Outline, PersonEntry, VillagePart, bind
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.search.name_search import WordIndex
from kpm_desktop.domain.search.why_found import key_of, packed
from kpm_desktop.ui.frame.changes_hub import ChangesHub
from kpm_desktop.ui.frame.context import Context, Tools
from kpm_desktop.ui.frame.jobs import Jobs
from kpm_desktop.ui.frame.preferences import Preferences
from kpm_desktop.ui.frame.session import SUPERVISOR, Session
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Theme
from tests.benchmarks.journal import PASSWORD, VILLAGE, Result

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
#: The program as a menu starts it, in its own order: Qt is first imported by `_run`.
OURS = """
import gc
import sys
from kpm_desktop import app

def run(options):
    gc.disable()  # what `_run` begins with, so that Qt is imported here as it would be there
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from kpm_desktop.ui.window.window import Window

    def open(self):
        opened(self)
        QTimer.singleShot(0, QApplication.quit)

    opened, Window.open = Window.open, open
    return program(options)

program, app._run = app._run, run
sys.exit(app.main())
"""
ROUNDS = 15
_LONGEST_S = 60
PEOPLE = 20_000
FIRST = ("Siti", "Dewi", "Sukarni", "Ahmad", "Nurhayati", "Putri", "Bayu")
TYPED = ("siti rahmah", "soekarni 199", "1275014304", "mawar", "sukanri", "pak amri", "+62 812-3000", "lestarisa")
TYPINGS = 3  # whoever looks for one looks for more
LAST = ("Rahmah", "Lestari", "Fauzi", "Susanti", "Saputra")


def run() -> list[Result]:
    """(name, ratio, limit)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "profil"
        init_profile(folder, role="cadre", name="K", villages=[VILLAGE], password=PASSWORD).store.close()
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(seconds(Path(name) / "compiled", folder, BARE))
            ours.append(seconds(Path(name) / "compiled", folder, OURS))
    return [("start to the unlock window / a bare window", min(ours) / min(bare), 1.4), *_search(), *_cari()]


def seconds(compiled: Path, profile: Path, code: str) -> float:
    """One start; compiled modules are kept from one to the next, as on a laptop, whatever this machine does.

    Raises `subprocess.TimeoutExpired` where the program does not end by itself."""
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(compiled)}
    quiet["KPM_PROFILE"] = str(profile)
    quiet.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=quiet, check=True, capture_output=True, timeout=_LONGEST_S)
    return time.perf_counter() - start


def _search() -> list[Result]:
    """Key press to repaint of a list of 20,000 people, in milliseconds: the 95th percentile of names typed letter by
    letter."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QLineEdit

    from kpm_desktop.ui.components.row_view import RowView
    from kpm_desktop.ui.pages.people.people_lines import fitting, people_lines

    app = QApplication.instance() or QApplication([])
    rows = tuple(_row(n) for n in range(PEOPLE))
    words = WordIndex((str(row.id), row.key) for row in rows)
    everybody = people_lines(TargetList(month="2026-11", rows=rows))
    view, field, taken = RowView("people"), QLineEdit(), []
    view.hold_many()
    view.resize(1100, 500)
    view.show()
    for name in TYPED * TYPINGS:
        for letters in range(1, len(name) + 1):
            start = time.perf_counter()
            field.setText(name[:letters])
            view.show_rows(fitting(everybody, field.text(), None, None, words))
            app.processEvents()
            taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return [("search among 20,000 people, key press to repaint, ms", taken[int(len(taken) * 0.95)], 20.0)]


def _cari() -> list[Result]:
    """The same in the search over everything, by the same names: 20,000 people of 300 villages."""
    from PySide6.QtWidgets import QApplication, QWidget

    from kpm_desktop.ui.window.page_list import deeds_of, pages_of
    from kpm_desktop.ui.window.search.search_overlay import SearchOverlay

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        jobs, window, taken = Jobs(), QWidget(), []
        window.resize(1366, 768)
        context = _context(jobs, Path(name))
        overlay = SearchOverlay(context, pages_of(SUPERVISOR, "id"), deeds_of(SUPERVISOR), window)
        overlay.keeper.book = _book()
        overlay.setGeometry(window.rect())
        overlay.show()
        window.show()
        for typed in TYPED * TYPINGS:
            for letters in range(1, len(typed) + 1):
                start = time.perf_counter()
                overlay.field.setText(typed[:letters])
                app.processEvents()
                taken.append((time.perf_counter() - start) * 1000)
        jobs.close()
    taken.sort()
    return [("Cari among 20,000 people, key press to repaint, ms", taken[int(len(taken) * 0.95)], 20.0)]


def _context(jobs: Jobs, folder: Path) -> Context:
    """A supervisor's window without anything behind it."""
    from typing import Any, cast

    tools = Tools(Look(Theme()), jobs, Preferences(folder), "id", lambda: date(2026, 11, 19))
    session = Session(cast("Any", None), folder, "rina", SUPERVISOR, "Bu Rina", (), "", KnownTargets())
    return Context(tools, session, ChangesHub(), cast("Any", None), cast("Any", None))


def _book() -> Book:
    """300 villages and their people."""
    codes = [f"12.75.{1 + n // 30:02d}.{2001 + n % 30}" for n in range(300)]
    names = {code: Region(code, f"Karang{LAST[n % 5].lower()} {n}", ("Harapan",)) for n, code in enumerate(codes)}
    rows = [replace(_row(n), region=codes[n % 300]) for n in range(PEOPLE)]
    entries: dict[str, list[PersonEntry]] = {code: [] for code in codes}
    for row in rows:
        entries[row.region].append(PersonEntry(row, str(row.person_id), row.key))
    day = date(2026, 11, 19)
    parts = {code: VillagePart(code, "", day, tuple(found), (), 0, len(found)) for code, found in entries.items()}
    return bind(Outline(dict.fromkeys(codes, ""), names), parts)


def _family(number: int) -> tuple[str, ...]:
    return f"Ibu {FIRST[number % 6]} {LAST[number % 5]}", "Pak Amir"


def _row(number: int) -> TargetRow:
    name = f"{FIRST[number % len(FIRST)]} {LAST[number // 7 % len(LAST)]} {number}"
    nik = f"{1275010101900000 + number}"
    known = (
        ("name", name),
        *(("mother", one) for one in _family(number)),
        ("kia_number", f"KIA-{number}"),
        ("nik", nik),
        ("hamlet", "Mawar"),
        ("posyandu", "Melati"),
        ("phone", f"0812{number}"),
    )
    return TargetRow(
        region=VILLAGE,
        kind="child",
        id=new_id(),
        person_id=new_id(),
        household_id=new_id(),
        name=name,
        head_name="Pak Amir",
        kia_number=f"KIA-{number}",
        nik=nik,
        hamlet="Mawar",
        rt="01",
        rw="02",
        posyandu="Melati",
        is_postpartum=False,
        months=10,
        days=300,
        notices=(),
        visited_on=None,
        last_visit=date(2026, 10, 14),
        is_weighed=False,
        state=RecordState.RECEIVED,
        is_draft=False,
        key=key_of(known),
        known_as=packed(known),
    )
