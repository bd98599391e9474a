"""A posyandu's day of 150 children: read against visits to the same homes, the table opened, a weight entered."""

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kpm_desktop.commands.posyandu.day_sheet import DaySheet, day_sheet
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.store import Store
from tests.benchmarks.journal import PASSWORD, Result
from tests.support.posyandu import DAY, Morning, morning
from tests.support.profiles import VILLAGE

CHILDREN, ROUNDS = 150, 7


def run() -> list[Result]:
    """(name, ratio or milliseconds, limit)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        made = init_profile(Path(name) / "p", role="cadre", name="K", villages=[VILLAGE], password=PASSWORD)
        with made.store as store:
            post = morning(store, children=CHILDREN, lacking=CHILDREN // 3)
            read = partial(day_sheet, store, region=VILLAGE, posyandu=post.post, day=DAY)
            day, visits = _fastest(read), _fastest(partial(_visits, store, post))
            kept = _fastest(partial(_keep, store, post))
            sheet = read()
        opened, entered = _table(sheet, Path(name))
    return [
        ("posyandu day of 150 read, against a visit to each", day / visits, 0.5),
        ("posyandu day of 150: worked out and drawn, against reading it", opened / day, 3.0),
        ("a weight entered and drawn, against a draft kept", entered / kept, 12.0),
    ]


def _visits(store: Store, made: Morning) -> None:
    for child in made.children:
        visit_sheet(store, child.household, f"{DAY:%Y-%m}", region=VILLAGE, today=DAY)


def _keep(store: Store, made: Morning) -> None:
    """One cell, as it becomes durable; it is the same command in a visit and in the table."""
    child = made.children[0]
    answers = {"person_id": str(child.id), "month": f"{DAY:%Y-%m}", "visit_date": DAY.isoformat(), "weight_g": 8600}
    keep_draft(store, "child_visit", child.id, answers, {}, region=VILLAGE)
    keep_draft(store, "child_visit", child.id, {}, {}, region=VILLAGE)


def _table(sheet: DaySheet, folder: Path) -> tuple[float, float]:
    """Seconds until the table is drawn, and from a key to the row drawn with what follows from it."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication.instance() or QApplication([])
    from kpm_desktop.ui.frame.context import Tools
    from kpm_desktop.ui.frame.jobs import Jobs
    from kpm_desktop.ui.frame.preferences import Preferences
    from kpm_desktop.ui.look.fonts import register_fonts
    from kpm_desktop.ui.look.look import Look
    from kpm_desktop.ui.look.theme import Theme
    from kpm_desktop.ui.pages.posyandu_day.day_cells import DayCells
    from kpm_desktop.ui.pages.posyandu_day.day_columns import columns_of
    from kpm_desktop.ui.pages.posyandu_day.day_list import ALL, BY_NAME, CHILDREN, DayList
    from kpm_desktop.ui.pages.posyandu_day.day_model import DayModel
    from kpm_desktop.ui.pages.posyandu_day.day_told import DayTold
    from kpm_desktop.ui.pages.posyandu_day.day_view import DayView

    register_fonts()
    jobs, holder = Jobs(), QWidget()
    tools = Tools(Look(Theme()), jobs, Preferences(folder), "id", lambda: DAY)
    told = DayTold(tools, holder)
    model = DayModel(columns_of(mothers=False, day=DAY), DayCells(tools, told), told, holder)
    view = DayView(tools.look, model, "posyandu", holder)
    holder.resize(1366, 768)
    view.setGeometry(holder.rect())
    holder.show()

    def show() -> None:
        found = DayList(sheet)
        model.show_rows(())
        model.show_rows(found.rows(CHILDREN, BY_NAME, ALL, model.shown))
        view.refresh()
        found.foot(CHILDREN, model.shown)
        app.processEvents()

    def forget() -> None:
        model.show_rows((), anew=True)

    opened = _fastest(show, before=forget)
    row, column = view.people()[3], model.columns[3]
    found = DayList(sheet)

    def enter() -> None:
        row.take(column, "8,6" if row.answers.value("weight_g") != 8600 else "8,7")
        model.forget(row)
        view.fit_row(row)
        found.counts(CHILDREN, model.shown)
        found.foot(CHILDREN, model.shown)
        app.processEvents()

    entered = _fastest(enter)
    holder.deleteLater()
    jobs.close()
    return opened, entered


def _fastest(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    def once() -> float:
        before()
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(ROUNDS))
