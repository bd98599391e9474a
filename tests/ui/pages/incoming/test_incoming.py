"""Kiriman masuk: files dropped or chosen come in one by one, each with an account; receipts go out."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.bundles.take_bundle import take_bundle
from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.pages.incoming.account_card import AccountCard
from kpm_desktop.ui.pages.incoming.incoming import IncomingPage
from kpm_desktop.ui.pages.send.send_words import receipt_sentence
from kpm_desktop.ui.pages.send.sending import Receipt
from tests.support.devices import VILLAGE, quick_place
from tests.ui.opener import held_open
from tests.ui.pages.district import HOUSE, District, family, opened, shown, stick
from tests.ui.program import PATIENCE_MS, Program


@pytest.fixture
def district() -> Iterator[District]:
    """Two cadres; the first has a family to send."""
    with quick_place() as place:
        made = District.acquainted(place)
        family(made.sari)
        yield made


def drop(page: IncomingPage, files: list[Path]) -> None:
    """What the window system sends when files are let go above a page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(20, 20), action, data, left, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(20, 20), action, data, left, none))


def accounts(program: Program, page: IncomingPage) -> list[str]:
    """The words of each account, the newest first."""
    program.qtbot.waitUntil(lambda: not page.opening.is_running)
    program.settle()
    cards = sorted(page.findChildren(AccountCard), key=lambda card: card.y())
    return [" ".join(label.text() for label in card.findChildren(QLabel)) for card in cards]


def holds_family(store: Store) -> bool:
    with store.reading() as tx:
        return tx.exec_driver_sql("SELECT 1 FROM household WHERE id = ?", (HOUSE.bytes,)).first() is not None


def test_a_refused_file_does_not_keep_the_others_out(district: District, qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.kpmsync"
    bad.write_bytes(b"bukan kiriman")
    good = district.sari.export()
    with district.window(qtbot) as program:
        page = shown(program, "masuk", IncomingPage)
        drop(page, [bad, *good, *good])
        again, taken, refused = accounts(program, page)
        assert "rusak.kpmsync" in refused
        assert "Tidak ada yang hilang" in refused
        assert taken.startswith("Ibu Sari, kiriman")
        assert "3 catatan masuk" in taken
        assert "sudah pernah dibuka" in again
        assert holds_family(page.context.session.store)


def test_what_is_for_other_laptops_is_one_quiet_line(district: District, qtbot: QtBot) -> None:
    district.supervisor.take(*district.sari.export(), *district.wati.export())
    others = [file for cadre in (district.sari, district.wati) for file in district.supervisor.receipt(cadre.key)]
    elsewhere = district.place.supervisor("Pak Anwar")
    opened = [take_bundle(elsewhere.store, file) for file in others]
    with district.window(qtbot) as program:
        page = shown(program, "masuk", IncomingPage)
        for one in (*opened, *opened):
            page.opening.told.emit(one)
        (first,) = accounts(program, page)
        assert "ditujukan ke laptop lain" in first
        words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert "3 berkas lain untuk laptop lain dilewati. Berkasnya tidak bermasalah." in words
        tools = page.context.tools
        assert receipt_sentence([Receipt(one, 0, 3) for one in opened], tools) == (
            "2 berkas untuk laptop lain dilewati. Berkasnya tidak bermasalah.",
            "ok",
        )
        alone, tone = receipt_sentence([Receipt(opened[0], 0, 3)], tools)
        assert ("ditujukan ke laptop lain" in alone, tone) == (True, "risk")


def test_stopping_leaves_what_was_not_begun(district: District, qtbot: QtBot, tmp_path: Path) -> None:
    good = district.sari.export()
    with district.window(qtbot) as program:
        page = shown(program, "masuk", IncomingPage)
        page.open_files([*good, tmp_path / "dua.kpmsync", tmp_path / "tiga.kpmsync"])
        assert page.running.stop_button.isVisible()
        page.running.stop_button.click()
        assert len(accounts(program, page)) == 1
        assert page.banner.sentence().startswith("Berhenti. 2 berkas belum dibuka")
        assert holds_family(page.context.session.store)


def test_receipts_are_made_for_whoever_waits(district: District, qtbot: QtBot) -> None:
    bundles, folder = district.sari.export(), stick(district.place)
    with district.window(qtbot) as program:
        page = shown(program, "masuk", IncomingPage)
        page.open_files(bundles)
        accounts(program, page)
        page.context.tools.preferences.receipt_folder = str(folder)
        program.press(Qt.Key.Key_T)
        qtbot.waitUntil(lambda: bool(page.banner.sentence()))
        program.settle()
        assert page.banner.sentence().startswith("2 tanda terima ditulis ke")
        assert not page.due.make_button.isEnabled()
    for file in folder.glob("*.kpmsync"):
        for cadre in (district.sari, district.wati):
            with contextlib.suppress(Refused):
                cadre.take(file)
    assert district.sari.state() == district.wati.state()
    assert holds_family(district.wati.store)


def test_a_laptop_that_waits_is_let_in_after_its_eight_words(district: District, qtbot: QtBot) -> None:
    stranger = district.place.cadre("Ibu Desi")
    invitation = district.supervisor.invite(VILLAGE, person="Ibu Desi")
    district.place.cadre("Orang lain").join(invitation)
    stranger.join(invitation)
    first = district.place.cadre("Ibu Yuni")
    first.join(invitation)
    district.supervisor.take(*first.export())
    bundles = stranger.export()
    with district.window(qtbot) as program:
        page = shown(program, "masuk", IncomingPage)
        page.open_files(bundles)
        (account,) = accounts(program, page)
        assert "Cocokkan delapan katanya" in account
        page.compare(stranger.key)
        dialog = opened(program, LaptopDialog)
        assert dialog.action_button is not None
        assert any("Pahlawan" in each.text() for each in dialog.findChildren(QLabel)), "the region it asks for"
        assert (dialog.role.value(), len(dialog.words.accessibleName().split(", "))) == ("cadre", 8)
        dialog.role.set_value("supervisor")
        dialog.action_button.click()
        program.settle()
        assert page.banner.sentence().startswith("Ibu Desi diterima sebagai Penyelia")


def test_a_save_goes_through_while_a_bundle_is_being_opened(district: District, qtbot: QtBot) -> None:
    bundles = district.sari.export()
    saved: list[object] = []
    with district.window(qtbot) as program:
        page = shown(program, "masuk", IncomingPage)
        with held_open() as begun:
            page.open_files(bundles)
            qtbot.waitUntil(begun.is_set, timeout=PATIENCE_MS)
            page.do(save_something, saved.append, [])
            qtbot.waitUntil(lambda: bool(saved), timeout=PATIENCE_MS)
            assert page.opening.is_running and not holds_family(page.context.session.store)
        assert "3 catatan masuk" in accounts(program, page)[0]
        assert holds_family(page.context.session.store)


def save_something(store: Store) -> bool:
    with store.writing() as tx:
        settings.write(tx, "test", 1)
    return True
