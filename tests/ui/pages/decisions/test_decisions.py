"""Keputusan: a conflict compared and chosen by keyboard, a value to be repaired, numbers that are lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.supervision.decision_count import decision_count
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.history.timeline_rows import EntryRow
from kpm_desktop.ui.pages.incoming.incoming import IncomingPage
from kpm_desktop.ui.pages.villages.villages import VillagesPage
from tests.support.devices import exchange, quick_place, settle
from tests.ui.pages.district import District, family, opened, shown, stick, visit, visit_id


@pytest.fixture
def district() -> Iterator[District]:
    """A family both cadres know."""
    with quick_place() as place:
        made = District.acquainted(place)
        family(made.sari)
        settle((made.sari, made.supervisor), (made.wati, made.supervisor))
        yield made


def waiting(page: DecisionsPage) -> list[DecisionRow]:
    return [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and not row.is_heading]


def weighed_twice(district: District) -> None:
    """Both weigh the child, neither knows of the other."""
    visit(district.sari, 8100)
    visit(district.wati, 1800)
    for cadre in (district.sari, district.wati):
        district.supervisor.take(*cadre.export())


def test_a_conflict_is_chosen_by_keyboard_and_never_by_chance(district: District, qtbot: QtBot) -> None:
    weighed_twice(district)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        (row,) = waiting(page)
        assert "8,1 kg" in row.detail
        assert "1,8 kg" in row.detail
        page.list.setFocus()
        program.press(Qt.Key.Key_Return)
        dialog = opened(program, ConflictDialog)
        program.press(Qt.Key.Key_Return)
        assert dialog.isVisible(), "nothing is chosen yet"
        words = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "Sep 7,5 kg" in words
        assert "naik 600 g dari September" in words
        assert "turun 5,7 kg dari September: periksa lagi" in words
        right = next(n for n, change in enumerate(dialog._changes, 1) if _weight(page, change) == 8100)
        program.press(Qt.Key.Key_1 if right == 1 else Qt.Key.Key_2)
        assert dialog.choose_button.text() == f"Pilih isian {right}"
        program.press(Qt.Key.Key_Return)
        assert waiting(page) == []
        assert "8,1 kg" in page.banner.sentence()
        assert decision_count(page.context.session.store).total == 0


def test_the_history_opens_at_the_row_in_question(district: District, qtbot: QtBot) -> None:
    weighed_twice(district)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        page.side.history_button.click()
        program.settle()
        frame = program.shell().frame
        assert frame is not None and isinstance(frame.task, HistoryTask)
        row = frame.task.list.current()
        assert isinstance(row, EntryRow)
        assert row.entry.record == visit_id("2026-10")
        assert "weight_g" in {value.field for value in row.entry.values}


def test_neither_may_be_right_and_another_number_is_entered(district: District, qtbot: QtBot) -> None:
    weighed_twice(district)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        page.list.setFocus()
        program.press(Qt.Key.Key_Return)
        dialog = opened(program, ConflictDialog)
        program.press(Qt.Key.Key_3)
        program.write("80")
        assert not dialog.choose_button.isEnabled(), "no child weighs that"
        program.press(Qt.Key.Key_Backspace)
        program.write(",3")
        program.press(Qt.Key.Key_Return)
        assert waiting(page) == []
        assert "8,3 kg" in page.banner.sentence()
        folder = stick(district.place)
        page.context.tools.preferences.receipt_folder = str(folder)
        villages = shown(program, "desa", VillagesPage)
        villages.receipts.make([district.sari.key])
        program.settle()
    district.sari.take(*folder.glob("*.kpmsync"))
    assert district.sari.shown(visit_id("2026-10"), "child_visit")["weight_g"] == 8300
    assert district.sari.conflicts() == 0


def _weight(page: DecisionsPage, change: str) -> object:
    (row,) = waiting(page)
    return next(choice.value for choice in row.what.conflict.choices if choice.change == change)


def test_a_value_to_be_repaired_names_its_author_until_it_is_replaced(district: District, qtbot: QtBot) -> None:
    visit(district.sari, 8100)
    district.sari.save_badly(visit_id("2026-10"), {"weight_g": 81000}, "child_visit")
    district.supervisor.take(*district.sari.export())
    assert decision_count(district.supervisor.store).total == 1
    district.sari.save(visit_id("2026-10"), {"weight_g": 8200}, "child_visit")
    late = district.sari.export()
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        assert "81 kg" in page.side.meaning.text()
        assert "Tanyakan kepada Ibu Sari" in page.side.meaning.text()
        incoming = shown(program, "masuk", IncomingPage)
        incoming.open_files(late)
        qtbot.waitUntil(lambda: not incoming.opening.is_running)
        assert waiting(shown(program, "keputusan", DecisionsPage)) == []


def test_missing_numbers_are_lost_only_after_the_question(district: District, qtbot: QtBot) -> None:
    backup = district.supervisor.backed_up()
    visit(district.sari, 8100)
    exchange(district.sari, district.supervisor)
    district.supervisor.close()
    district.supervisor = district.supervisor.restored(backup)
    visit(district.sari, 8000, "2026-08")
    district.supervisor.take(*district.sari.export())
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        (row,) = waiting(page)
        assert row.title.startswith("Catatan nomor")
        page.side.action_button.click()
        opened(program, ConfirmDialog).reject()
        program.settle()
        assert len(waiting(page)) == 1
        page.side.action_button.click()
        opened(program, ConfirmDialog).confirm_button.click()
        program.settle()
        assert decision_count(page.context.session.store).total == 0
        (row,) = waiting(page)
        assert "dinyatakan hilang" in row.detail
        page.side.action_button.click()
        program.settle()
        assert decision_count(page.context.session.store).total == 1, "wanted again"
