"""Kirim: from saved to received by stick, the stick pulled out or another one, the invitation, the words compared."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.bundles.exchange_with import Round, Urge
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.remotes.remotes import add_remote
from kpm_desktop.commands.supervision.delivery_overview import waiting_count
from kpm_desktop.db import settings
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync import volume
from kpm_desktop.sync.folder import Disk
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.pages.send.send_lists import WaitingRow
from tests.support.devices import PASSWORD, VILLAGE, Device, Place, acquaint
from tests.ui.conftest import TODAY
from tests.ui.opener import held_open
from tests.ui.pages.district import family, opened, shown, window_of
from tests.ui.program import PATIENCE_MS, Program

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Bu Rina")


@pytest.fixture
def cadre(place: Place) -> Device:
    return place.cadre("Ibu Sari")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "media" / "STIK"
    folder.mkdir(parents=True)
    return folder


def window(qtbot: QtBot, cadre: Device) -> Program:
    """The cadre's window, unlocked; her profile is its own from now on."""
    cadre.close()
    program = Program(qtbot, cadre.store.folder, TODAY)
    program.unlock(PASSWORD)
    return program


@pytest.fixture
def page(qtbot: QtBot, cadre: Device, supervisor: Device, stick: Path) -> Iterator[tuple[Program, SendPage]]:
    """A cadre who joined, wrote a family of three records and chose a stick."""
    acquaint(cadre, supervisor, VILLAGE)
    family(cadre)
    add_remote(cadre.store, stick)
    program = window(qtbot, cadre)
    yield program, shown(program, "kirim", SendPage)
    program.close()


def press_send(program: Program, page: SendPage) -> None:
    """Ctrl+Enter; Qt shows the button pressed for a moment before it acts."""
    program.press(Qt.Key.Key_Return, CTRL)
    program.qtbot.waitUntil(lambda: not page.send_button.isDown())
    program.settle()


def counts(page: SendPage) -> dict[RecordState, int]:
    return {state: number for state, number in page.chain.numbers().items() if number}


def test_from_saved_to_received(page: tuple[Program, SendPage], supervisor: Device, cadre: Device, stick: Path) -> None:
    program, send = page
    assert counts(send) == {RecordState.SAVED: 3}
    assert {row.words for row in send.waiting.list.rows.rows} >= {"Ahmad Fauzi, 2B September, Tersimpan"}
    assert "3 menunggu flashdisk" in program.shell().status_sentence()
    press_send(program, send)
    assert counts(send) == {RecordState.EXPORTED: 3}
    assert "3 menunggu tanda terima" in program.shell().status_sentence()
    supervisor.take(*stick.glob("*.kpmsync"))
    key = program.shell().context.session.store
    with key.reading() as tx:
        device = settings.read_identity(tx).device
    with held_open() as begun:
        send.take_files(supervisor.receipt(device))
        program.qtbot.waitUntil(begun.is_set, timeout=PATIENCE_MS)
        read: list[object] = []
        send.ask(waiting_count, read.append)
        program.qtbot.waitUntil(lambda: bool(read), timeout=PATIENCE_MS)
        assert counts(send) == {RecordState.EXPORTED: 3}, "the store is free while a receipt is being opened"
    program.settle()
    assert counts(send) == {RecordState.RECEIVED: 3}
    assert "3 catatan sudah diterima" in send.banner.sentence()
    assert program.shell().status_sentence() == "Semua sudah diterima penyelia"
    newest = send.sent.list.rows.rows[0]
    assert State.RECEIVED.word() in newest.words


def test_a_stick_pulled_out_in_the_middle_leaves_everything_saved(
    page: tuple[Program, SendPage], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, send = page

    def write(self: Disk, file: object, piece: object) -> int:
        shutil.rmtree(stick.parent)
        raise OSError(5, "gone")

    monkeypatch.setattr(Disk, "write", write)
    press_send(program, send)
    assert "isian belum terkirim, tetapi tetap ada di laptop ini" in send.banner.sentence()
    assert counts(send) == {RecordState.SAVED: 3}
    assert [row.words for row in send.sent.list.rows.rows if "STIK" in row.words] == []
    monkeypatch.undo()
    stick.mkdir(parents=True)
    send.banner.clear()
    press_send(program, send)
    assert counts(send) == {RecordState.EXPORTED: 3}


def test_a_stick_changed_after_writing_does_not_count(
    page: tuple[Program, SendPage], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, send = page
    real = volume.identity

    def other_once_written(folder: Path) -> str:
        return "another" if list(stick.glob("*.kpmsync")) else real(folder)

    monkeypatch.setattr(volume, "identity", other_once_written)
    press_send(program, send)
    assert "belum terpasang" in send.banner.sentence()
    assert counts(send) == {RecordState.SAVED: 3}
    assert list(stick.iterdir()) == []


def test_another_volume_is_a_stick_that_is_not_plugged_in(
    page: tuple[Program, SendPage], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, send = page
    monkeypatch.setattr(volume, "identity", lambda folder: "another")
    send.load()
    program.settle()
    assert "belum terpasang" in send.hint.sentence()
    press_send(program, send)
    assert "belum terpasang" in send.banner.sentence()
    assert list(stick.iterdir()) == []
    assert counts(send) == {RecordState.SAVED: 3}


def test_looking_for_a_stick_every_few_seconds_leaves_its_row_and_the_keys_alone(
    page: tuple[Program, SendPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    program, send = page
    assert send.seen is not None
    place = send.seen.places[0]
    button = send.remotes.findChildren(Button)[-1]
    sync_runner = send.context.sync_runner
    sync_runner.ended.emit(Round(place.remote, Urge.BY_ITSELF, place.status))
    program.settle()
    assert send.remotes.findChildren(Button)[-1] is button
    sync_runner.ended.emit(Round(place.remote, Urge.ASKED, place.status))
    program.settle()
    assert send.remotes.findChildren(Button)[-1] is not button


def test_targets_are_added_and_taken_off(page: tuple[Program, SendPage], stick: Path, tmp_path: Path) -> None:
    program, send = page
    other = tmp_path / "Folder bersama"
    other.mkdir()
    send.adding.add_folder(str(other))
    program.settle()
    assert send.seen is not None
    assert [entry.remote.folder for entry in send.seen.places] == [str(stick), str(other)]
    send.remotes.removed.emit(send.seen.places[0].remote)
    program.settle()
    assert [entry.remote.folder for entry in send.seen.places] == [str(other)]


def test_joining_by_file_and_comparing_later(qtbot: QtBot, cadre: Device, supervisor: Device, place: Place) -> None:
    cadre.save(new_id(), {"village_code": VILLAGE, "head_name": "Kepala"})
    invitation = supervisor.invite(VILLAGE)
    program = window(qtbot, cadre)
    send = shown(program, "kirim", SendPage)
    assert not send.send_button.isEnabled()
    assert program.shell().status_sentence() == "1 catatan tersimpan di laptop ini · belum ada penyelia"
    send.supervisor.part.look_at(str(invitation))
    program.settle()
    send.supervisor.part.compare.later_button.click()
    program.settle()
    assert send.seen is not None
    assert [(each.name, each.is_confirmed) for each in send.seen.supervisors] == [("Bu Rina", False)]
    send.supervisor.compare.same_button.click()
    program.settle()
    assert [each.is_confirmed for each in send.seen.supervisors] == [True]
    program.close()


def test_words_that_differ_afterwards_end_it(qtbot: QtBot, cadre: Device, supervisor: Device) -> None:
    invitation = supervisor.invite(VILLAGE)
    program = window(qtbot, cadre)
    send = shown(program, "kirim", SendPage)
    send.supervisor.part.look_at(str(invitation))
    program.settle()
    send.supervisor.part.compare.later_button.click()
    program.settle()
    send.supervisor.compare.differ_button.click()
    opened(program, ConfirmDialog).confirm_button.click()
    program.settle()
    assert send.seen is not None and send.seen.supervisors == ()
    assert "tidak ada isian yang hilang" in send.banner.sentence()
    program.close_session()
    program.close()
    with open_store(cadre.store.folder, PASSWORD) as store, store.reading() as tx:
        assert settings.read_identity(tx).programme == ""


def test_a_file_that_is_no_bundle_is_told_and_nothing_changes(page: tuple[Program, SendPage], tmp_path: Path) -> None:
    program, send = page
    (tmp_path / "foto.kpmsync").write_bytes(b"\xff\xd8")
    send.take_files([tmp_path / "foto.kpmsync"])
    program.settle()
    assert send.banner.sentence().startswith("foto.kpmsync: ")
    assert counts(send) == {RecordState.SAVED: 3}


def test_the_key_of_what_is_to_be_repaired_leads_to_no_list_that_is_not_shown(qtbot: QtBot, supervisor: Device) -> None:
    """Who reports to nobody has no list of what waits."""
    with window_of(supervisor, qtbot) as program:
        send = shown(program, "kirim", SendPage)
        send.waiting.show_rows([WaitingRow(Ref(VILLAGE, "person", UUID(int=1)), "Ani", "", State.REPAIR, None)])
        program.press(Qt.Key.Key_P)
        focus = program.window.focusWidget()
        assert not send.waiting.isVisible()
        assert focus is not None
        assert focus.isVisible()


def test_enter_leads_to_the_persons_history(page: tuple[Program, SendPage]) -> None:
    program, send = page
    send.go.disconnect()
    went: list[tuple[str, object]] = []
    send.go.connect(lambda key, what: went.append((key, what)))
    row = next(row for row in send.waiting.list.rows.rows if "2B" in row.words)
    send.waiting.list.choose(row.key)
    send.waiting.list.setFocus()
    program.press(Qt.Key.Key_Return)
    assert went == [("riwayat", Ref(VILLAGE, "person", UUID(int=2)))]
