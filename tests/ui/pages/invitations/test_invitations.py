"""Undangan: the first invitation with the programme's sheet, taken by a cadre; a laptop that waits is let in."""

from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.ui.components.rows import CHIPS
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.pages.invitations.invitation_rows import InvitationRow
from kpm_desktop.ui.pages.invitations.invitations import InvitationsPage
from kpm_desktop.ui.pages.invitations.invite import InviteDialog
from tests.support.devices import PASSWORD, VILLAGE, Place
from tests.ui.conftest import TODAY
from tests.ui.pages.district import District, opened, shown
from tests.ui.program import Program

OUTSIDE = "18.01.04.2001"


def fill_in(dialog: InviteDialog, name: str, *villages: str) -> None:
    dialog.name.setText(name)
    for region in places(villages):
        dialog.regions.take(region)


def test_the_first_invitation_needs_the_sheet_kept_and_is_taken_by_a_cadre(
    place: Place, qtbot: QtBot, tmp_path: Path
) -> None:
    supervisor, cadre = place.supervisor("Bu Rina"), place.cadre("Ibu Sari")
    supervisor.close()
    program = Program(qtbot, supervisor.store.folder, TODAY)
    program.unlock(PASSWORD)
    page = shown(program, "undangan", InvitationsPage)
    program.press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(InviteDialog)))
    dialog = opened(program, InviteDialog)
    fill_in(dialog, "Ibu Sari", VILLAGE)
    assert not dialog.save_button.isEnabled(), "the sheet comes first"
    dialog.keep_sheet_at(str(tmp_path / "lembar.txt"))
    assert dialog.save_button.isEnabled()
    dialog.save_to(str(tmp_path / "undangan.kpm"))
    program.settle()
    assert page.banner.sentence().startswith("Undangan untuk Ibu Sari tersimpan")
    assert "A. Kunci program" in (tmp_path / "lembar.txt").read_text()
    cadre.join(tmp_path / "undangan.kpm")
    assert cadre.knows(supervisor_key(page))
    program.close()


def supervisor_key(page: InvitationsPage) -> str:
    from kpm_desktop.db import settings

    with page.context.session.store.reading() as tx:
        return settings.read_identity(tx).device


def test_nobody_is_invited_for_somebody_elses_village(place: Place, qtbot: QtBot) -> None:
    district = District.acquainted(place)
    with district.window(qtbot) as program:
        page = shown(program, "undangan", InvitationsPage)
        page.arrive("new")
        dialog = opened(program, InviteDialog)
        fill_in(dialog, "Ibu Desi", OUTSIDE)
        assert OUTSIDE in dialog.banner.sentence()
        assert not dialog.save_button.isEnabled()


def test_ones_own_villages_are_listed_first_and_what_lies_outside_says_so(place: Place, qtbot: QtBot) -> None:
    with District.acquainted(place).window(qtbot) as program:
        page = shown(program, "undangan", InvitationsPage)
        page.arrive("new")
        dialog = opened(program, InviteDialog)
        program.settle()
        found = dialog.regions.findChild(QListView)
        assert found is not None

        def chips() -> list[str]:
            return [found.model().index(row, 0).data(CHIPS)[0][0] for row in range(found.model().rowCount())]

        assert chips() and "di luar wilayah Anda" not in chips(), "before anything was typed"
        dialog.regions.setFocus()
        program.write("pahlawan")
        program.settle()
        first, *others = chips()
        assert first != "di luar wilayah Anda" and set(others) == {"di luar wilayah Anda"}
        program.press(Qt.Key.Key_Return)
        assert dialog.regions.value() == [VILLAGE]


def test_a_laptop_that_waits_is_let_in_from_the_list(place: Place, qtbot: QtBot) -> None:
    district = District.acquainted(place)
    invitation = district.supervisor.invite(VILLAGE, person="Ibu Desi")
    for name in ("Ibu Desi", "Ibu Yuni"):
        cadre = place.cadre(name)
        cadre.join(invitation)
        district.supervisor.take(*cadre.export())
    with district.window(qtbot) as program:
        page = shown(program, "undangan", InvitationsPage)
        (waiting,) = (row for row in page.list.rows.rows if isinstance(row, InvitationRow) and row.device)
        assert waiting.name == "Ibu Yuni"
        page.list.choose(waiting.key)
        page.list.setFocus()
        program.press(Qt.Key.Key_Return)
        dialog = opened(program, LaptopDialog)
        assert dialog.action_button is not None
        dialog.action_button.click()
        program.settle()
        assert page.banner.sentence().startswith("Ibu Yuni diterima")
        assert not any(isinstance(row, InvitationRow) and row.device for row in page.list.rows.rows)


def test_a_stranger_is_turned_away_and_an_unused_invitation_taken_back(place: Place, qtbot: QtBot) -> None:
    district = District.acquainted(place)
    invitation = district.supervisor.invite(VILLAGE, person="Ibu Desi")
    for name in ("Ibu Desi", "Orang lain"):
        cadre = place.cadre(name)
        cadre.join(invitation)
        district.supervisor.take(*cadre.export())
    today = datetime.combine(TODAY, time(5), UTC)
    invite(
        district.supervisor.store,
        place.new_folder("lain"),
        villages=[VILLAGE],
        person="Ibu Yuni",
        clock=lambda: today,
    )
    with district.window(qtbot) as program:
        page = shown(program, "undangan", InvitationsPage)
        (waiting,) = (row for row in rows(page) if row.device)
        page.list.choose(waiting.key)
        page.list.setFocus()
        program.press(Qt.Key.Key_Return)
        opened(program, LaptopDialog).decline_button.click()
        confirm(program)
        assert page.banner.sentence() == "Laptop Orang lain ditolak. Kirimannya tetap disimpan."
        assert not any(row.device for row in rows(page))
        (unused,) = (row for row in rows(page) if row.is_open)
        page.list.choose(unused.key)
        page.list.setFocus()
        program.press(Qt.Key.Key_Return)
        confirm(program)
        assert page.banner.sentence() == "Undangan untuk Ibu Yuni sudah ditarik."
        (ended,) = (row for row in rows(page) if row.key == unused.key)
        assert ended.times != unused.times, "it runs out today, by the laptop's clock"


def rows(page: InvitationsPage) -> list[InvitationRow]:
    return [row for row in page.list.rows.rows if isinstance(row, InvitationRow)]


def confirm(program: Program) -> None:
    dialog = opened(program, ConfirmDialog)
    dialog.confirmed.emit()
    dialog.accept()
    program.settle()
