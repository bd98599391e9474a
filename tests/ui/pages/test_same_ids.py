"""What is opened from a row is the record of the row's village, whatever another village holds under the same id."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components.task_filter import EVERYBODY, MINE
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.visit.visits import VisitsPage
from kpm_desktop.ui.registers.household_lines import HouseholdLine
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.registers.register_page import RegisterPage
from kpm_desktop.ui.registers.register_rows import RegisterRow
from tests.support.devices import NOON, Place
from tests.support.two_villages import CHILD, FALSE, HOME, TRUE, cadre_of_both, two_villages
from tests.ui.pages.district import opened, shown, window_of


@pytest.mark.parametrize(("region", "tag"), [(TRUE, "Asli"), (FALSE, "Palsu")])
def test_rows_of_a_supervisor_open_their_own_village(place: Place, qtbot: QtBot, region: str, tag: str) -> None:
    with window_of(two_villages(place), qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        page.filter.choose("question")
        rows = [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and row.record is not None]
        assert len({row.key for row in rows}) == len(rows) == 2
        page.list.choose(next(row.key for row in rows if row.regions == (region,)))
        page.list.setFocus()
        program.press(Qt.Key.Key_Return)
        dialog = opened(program, ThreadDialog)
        assert dialog.thread_shown is not None
        assert (dialog.thread_shown.region, dialog.thread_shown.subject.name) == (region, f"Ahmad {tag}")
        dialog.open_button.click()
        program.settle()
        frame = program.shell().frame
        assert frame is not None
        history = frame.task
        assert isinstance(history, HistoryTask)
        assert (history.about, f"Ahmad {tag}" in history._head.title.text()) == (Ref(region, "person", CHILD), True)
        program.press(Qt.Key.Key_Escape)
        register = shown(program, "referral", RegisterPage)
        lines = [row for row in register.list.rows.rows if isinstance(row, RegisterRow)]
        register.list.choose(next(row.key for row in lines if row.line.region == region))
        register.list.setFocus()
        program.press(Qt.Key.Key_Return)
        form = opened(program, RegisterForm)
        assert form._found is not None
        assert (form._found.region, form._found.people[0].name) == (region, f"Ahmad {tag}")


@pytest.mark.parametrize(("region", "tag"), [(TRUE, "Asli"), (FALSE, "Palsu")])
def test_a_household_is_the_one_of_its_village(place: Place, qtbot: QtBot, region: str, tag: str) -> None:
    supervisor = two_villages(place)
    with window_of(supervisor, qtbot) as program:
        shell = program.shell()
        task = HouseholdTask(shell.context, Ref(region, "household", HOME))
        shell.begin(task)
        program.settle()
        assert task.view is not None
        assert {line.person.full_name.split()[-1] for line in task._lines} == {tag}


def test_tasks_of_one_village_are_none_of_another(place: Place, qtbot: QtBot) -> None:
    """Beranda, Kunjungan and Sasaran of a cadre of both, who was given a household of one."""
    pages: list[tuple[str, type[HomePage | VisitsPage | PeoplePage]]] = [
        ("beranda", HomePage),
        ("kunjungan", VisitsPage),
        ("sasaran", PeoplePage),
    ]
    with window_of(cadre_of_both(place), qtbot, NOON.date()) as program:
        for key, kind in pages:
            page = shown(program, key, kind)
            found = {}
            for choice in (MINE, EVERYBODY):
                page.tasks.choose(choice)
                found[choice] = {row.task[0] for row in page.list.rows.rows if hasattr(row, "task")}
            assert found == {MINE: {TRUE}, EVERYBODY: {TRUE, FALSE}}, key
            assert [page.tasks.button(one).text().split()[-1] for one in (MINE, EVERYBODY)] != ["2", "2"], key


def test_who_is_searched_in_one_village_is_not_found_in_another(place: Place, qtbot: QtBot) -> None:
    with window_of(cadre_of_both(place), qtbot, NOON.date()) as program:
        page = shown(program, "kunjungan", VisitsPage)
        page.tasks.choose(EVERYBODY)
        page.search.setText("Siti Asli")
        program.settle()
        assert {row.region for row in page.list.rows.rows if isinstance(row, HouseholdLine)} == {TRUE}
