"""Through the windows: a programme recovered from its sheet, old sticks read, a laptop revoked and its work released,
a supervisor who reports upwards, two programmes that become one."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.pages.incoming.account_card import AccountCard
from kpm_desktop.ui.pages.incoming.incoming import IncomingPage
from kpm_desktop.ui.pages.invitations.invitations import InvitationsPage
from kpm_desktop.ui.pages.invitations.invite import InviteDialog
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.pages.villages.villages import VillagesPage
from tests.support.devices import (
    DISTRICT,
    PASSWORD,
    REGENCY,
    VILLAGE,
    Device,
    Place,
    acquaint,
    settle,
)
from tests.ui.conftest import TODAY
from tests.ui.pages.district import HOUSE, District, family, opened, shown, stick
from tests.ui.program import Program


def window(qtbot: QtBot, device: Device) -> Program:
    """The device's window, unlocked; its profile is its own from now on."""
    device.close()
    program = Program(qtbot, device.store.folder, TODAY)
    program.unlock(PASSWORD)
    return program


def again(device: Device) -> Device:
    """The device after its window was closed."""
    from kpm_desktop.db.store import open_store

    device.store, device.is_open = open_store(device.store.folder, PASSWORD), True
    return device


def said(card: AccountCard) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_a_programme_is_recovered_and_an_old_stick_is_read(place: Place, qtbot: QtBot, tmp_path: Path) -> None:
    burned, cadre = place.supervisor("Bu Rina"), place.cadre("Ibu Sari")
    sheet = burned.found_programme()
    acquaint(cadre, burned, VILLAGE)
    burned.close()
    family(cadre)
    old = cadre.export()
    new = place.supervisor("Pak Baru")
    program = window(qtbot, new)
    page = shown(program, "undangan", InvitationsPage)
    page.recover_button.click()
    dialog = opened(program, KeySheetDialog)
    first = next(iter(dialog.rows.fields.values()))
    first.setFocus()
    program.write(sheet.rows("A")[0].lower().replace(" ", ""))
    assert not dialog.give_button.isEnabled() and not dialog.words.isVisible()
    rows = {f"{part}{no}": row for part in "AB" for no, row in enumerate(sheet.rows(part), start=1)}
    (tmp_path / "lembar.txt").write_text("".join(f"{name}  {row}\n" for name, row in rows.items()))
    dialog.read_file(str(tmp_path / "lembar.txt"))
    program.settle()
    assert dialog.words.isVisible(), "the programme's words, to be compared with the sheet"
    dialog.give_button.click()
    program.settle()
    assert page.banner.sentence().startswith("Program dipulihkan")
    assert not page.recover_button.isVisible()

    incoming = shown(program, "masuk", IncomingPage)
    incoming.open_files(old)
    program.settle()
    assert "refused" not in said(incoming.findChildren(AccountCard)[0])
    incoming.old_button.click()
    asked = opened(program, KeySheetDialog)
    asked.rows.show_rows(rows)
    incoming.old_bundles._on_key(asked.rows.rows())
    incoming.old_bundles._on_chosen([str(file) for file in old])
    program.settle()
    laptop = LaptopDialog(incoming.context, cadre.key, incoming)
    laptop.open()
    program.settle()
    assert laptop.action_button is not None
    laptop.action_button.click()
    program.settle()
    program.close()
    again(new)
    assert new.shown(HOUSE)["head_name"] == "Kepala"
    (account,) = cadre.take(*new.due(cadre.key))
    assert account.receiver == "Pak Baru"


def test_a_wrong_row_is_told_of_while_it_is_typed(place: Place, qtbot: QtBot) -> None:
    program = window(qtbot, place.supervisor("Pak Baru"))
    page = shown(program, "undangan", InvitationsPage)
    page.recover_button.click()
    dialog = opened(program, KeySheetDialog)
    first = next(iter(dialog.rows.fields.values()))
    first.setFocus()
    program.write("0000 0000 0000 000")
    assert first.accessibleDescription() == ""
    program.write("1")
    assert first.accessibleDescription() == "periksa lagi"
    assert not dialog.give_button.isEnabled()
    program.close()


def test_a_laptop_is_revoked_and_its_work_released_up_to_a_day(place: Place, qtbot: QtBot) -> None:
    district = District.acquainted(place)
    family(district.sari)
    settle((district.sari, district.supervisor))
    with district.window(qtbot) as program:
        villages = shown(program, "desa", VillagesPage)
        dialog = LaptopDialog(villages.context, district.sari.key, villages)
        dialog.open()
        program.settle()
        assert dialog.action_button is not None
        dialog.action_button.click()
        confirm = opened(program, ConfirmDialog)
        confirm.confirm_button.click()
        program.settle()

        for day in range(3):
            district.sari.skew = timedelta(days=500 + day)
            district.sari.save(HOUSE, {"rt": str(day)})
        incoming = shown(program, "masuk", IncomingPage)
        incoming.open_files(district.sari.due(program_key(program)))
        program.settle()
        assert "Laptop Ibu Sari sudah diblokir: 3 catatan disimpan, belum dihitung." in said(
            incoming.findChildren(AccountCard)[0]
        )

        dialog = LaptopDialog(incoming.context, district.sari.key, incoming)
        told: list[str] = []
        dialog.told.connect(told.append)
        dialog.open()
        program.settle()
        assert dialog.up_to.count() == 4, "all so far, up to the first day, up to the second, all for good"
        dialog.up_to.setCurrentIndex(2)
        assert dialog.action_button is not None
        dialog.action_button.click()
        program.settle()
        assert told[0].endswith("1 disimpan dan tidak dihitung. Masih diblokir oleh Bu Rina.")
    again(district.supervisor)
    assert district.supervisor.shown(HOUSE)["rt"] == "1"


def program_key(program: Program) -> str:
    from kpm_desktop.db import settings

    with program.shell().context.session.store.reading() as tx:
        return settings.read_identity(tx).device


def test_a_supervisor_reports_upwards(place: Place, qtbot: QtBot) -> None:
    fresh = place.supervisor("Pak Camat")
    upper = place.supervisor("Bu Bupati", REGENCY)
    invitation = upper.invite(DISTRICT, role="supervisor")
    program = window(qtbot, fresh)
    page = shown(program, "kirim", SendPage)
    page.supervisor.part.look_at(str(invitation))
    program.settle()
    page.supervisor.part.compare.same_button.click()
    program.settle()
    out = stick(place)
    page.adding.add_folder(str(out))
    qtbot.waitUntil(page.send_button.isEnabled)
    page.send_button.click()
    program.settle()
    program.close()
    (account,) = upper.take(*out.glob("*.kpmsync"))
    assert account.enrolled == "Pak Camat"


def test_two_programmes_become_one(place: Place, qtbot: QtBot) -> None:
    middle, upper = place.supervisor("Pak Camat"), place.supervisor("Bu Bupati", REGENCY)
    sheet = middle.found_programme()
    invitation = upper.invite(DISTRICT, role="supervisor")
    program = window(qtbot, middle)
    page = shown(program, "kirim", SendPage)
    page.supervisor.part.look_at(str(invitation))
    program.settle()
    page.supervisor.part.compare.same_button.click()
    dialog = opened(program, KeySheetDialog)
    dialog.rows.show_rows({f"A{no}": row for no, row in enumerate(sheet.rows("A"), start=1)})
    dialog.give_button.click()
    program.settle()
    assert "Bu Bupati" in page.banner.sentence()
    program.close()
    again(middle)
    settle((middle, upper))
    assert middle.identity.programme == upper.identity.programme


def test_no_programme_is_made_where_its_sheet_could_not_be_written(place: Place, qtbot: QtBot, tmp_path: Path) -> None:
    supervisor = place.supervisor("Bu Rina")
    program = window(qtbot, supervisor)
    page = shown(program, "undangan", InvitationsPage)
    page.invite_button.click()
    dialog = opened(program, InviteDialog)
    dialog.name.setText("Ibu Sari")
    for region in places([VILLAGE]):
        dialog.regions.take(region)
    dialog.keep_sheet_at(str(tmp_path / "tidak-ada" / "lembar.pdf"))
    dialog.save_to(str(tmp_path / "undangan.kpm"))
    program.settle()
    assert "lembar.pdf" in dialog.banner.sentence()
    assert not (tmp_path / "undangan.kpm").exists()
    dialog.keep_sheet_at(str(tmp_path / "lembar.pdf"))
    dialog.save_to(str(tmp_path / "undangan.kpm"))
    program.settle()
    assert (tmp_path / "lembar.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "undangan.kpm").exists()
    program.close()
