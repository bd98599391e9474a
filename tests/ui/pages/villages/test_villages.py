"""Desa dan kader: what stands there, a receipt for one laptop by one key, a laptop stopped and counted again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.pages.villages.supervisor_home import SupervisorHomePage
from kpm_desktop.ui.pages.villages.village_rows import LaptopRow, VillageRow
from kpm_desktop.ui.pages.villages.villages import VillagesPage
from tests.support.devices import quick_place
from tests.ui.pages.district import District, family, opened, shown, stick, visit


@pytest.fixture
def district() -> Iterator[District]:
    """One cadre's bundle has come in, the other's has not."""
    with quick_place() as place:
        made = District.acquainted(place)
        family(made.sari)
        visit(made.sari, 8100, "2026-11")
        made.supervisor.take(*made.sari.export())
        yield made


def rows(page: VillagesPage) -> list[LaptopRow]:
    return [row for row in page.list.rows.rows if isinstance(row, LaptopRow)]


def test_a_village_shows_its_laptops_and_its_month(district: District, qtbot: QtBot) -> None:
    with district.window(qtbot) as program:
        page = shown(program, "desa", VillagesPage)
        heading = page.list.rows.rows[0]
        assert isinstance(heading, VillageRow)
        assert heading.progress is not None
        assert (heading.progress.visited, heading.progress.targets) == (1, 1)
        sari, wati = rows(page)
        assert (sari.written, wati.written) == ("1 formulir", "0 formulir")
        assert sari.quiet_tone == "risk"
        assert page.heading.subtitle.text().endswith("1 desa · 2 kader · 1 sasaran")


def test_one_key_makes_the_receipt_of_the_chosen_laptop(district: District, qtbot: QtBot) -> None:
    folder = stick(district.place)
    with district.window(qtbot) as program:
        page = shown(program, "desa", VillagesPage)
        page.context.tools.preferences.receipt_folder = str(folder)
        page.list.choose(rows(page)[1].key)
        program.press(Qt.Key.Key_T)
        qtbot.waitUntil(lambda: bool(page.banner.sentence()))
        program.settle()
        assert page.banner.sentence().startswith("Tanda terima untuk Ibu Wati ditulis")
        assert not rows(page)[1].laptop.is_due
    (account,) = district.wati.take(*folder.glob("*.kpmsync"))
    assert account.outcome == "taken"
    assert district.wati.state() == district.sari.state()


def test_a_receipt_asks_for_its_folder_when_the_stick_is_out(district: District, qtbot: QtBot) -> None:
    with district.window(qtbot) as program:
        page = shown(program, "desa", VillagesPage)
        page.context.tools.preferences.receipt_folder = "/tidak/ada"
        assert page.receipts.folder is None
        page.receipts._wanted = (district.sari.key,)
        page.receipts.write_to(str(district.place.folder / "tidak" / "ada"))
        program.settle()
        assert page.banner.sentence()


def test_a_folder_that_refused_is_asked_for_again(district: District, qtbot: QtBot) -> None:
    folder, full = stick(district.place), district.place.folder / "penuh"
    full.write_bytes(b"no folder")
    with district.window(qtbot) as program:
        page = shown(program, "desa", VillagesPage)
        preferences = page.context.tools.preferences
        preferences.receipt_folder = ""
        page.receipts._wanted = (district.sari.key,)
        page.receipts.write_to(str(full))
        program.settle()
        assert page.banner.sentence()
        assert preferences.receipt_folder == ""
        page.receipts.write_to(str(folder))
        program.settle()
        assert preferences.receipt_folder == str(folder)
        assert len(list(folder.glob("*.kpmsync"))) == 1


def test_a_laptop_is_stopped_only_after_the_question(district: District, qtbot: QtBot) -> None:
    with district.window(qtbot) as program:
        page = shown(program, "desa", VillagesPage)
        page.list.setFocus()
        program.press(Qt.Key.Key_Return)
        dialog = opened(program, LaptopDialog)
        assert dialog.action_button is not None
        dialog.action_button.click()
        question = opened(program, ConfirmDialog)
        question.reject()
        program.settle()
        assert rows(page)[0].laptop.standing == "let_in"
        dialog.action_button.click()
        opened(program, ConfirmDialog).confirm_button.click()
        program.settle()
        assert rows(page)[0].laptop.standing == "revoked"
        assert not page.last_opened.receipt_button.isEnabled()


def test_beranda_names_whom_to_call(district: District, qtbot: QtBot) -> None:
    with district.window(qtbot) as program:
        page = shown(program, "beranda", SupervisorHomePage)
        assert len(page.calls.rows.rows) == 2
        page.calls.setFocus()
        program.press(Qt.Key.Key_Return)
        assert program.shell().current == "desa"
