"""Scenes before a profile is open, and of one that begins: the first run, the lock, the key sheet."""

from pathlib import Path

from PySide6.QtCore import Qt

from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.entry.first_run import FirstRun
from kpm_desktop.ui.entry.restore import Restore
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.pages.invitations.invitations import InvitationsPage
from scripts.gallery import PASSWORD, Gallery


def first_run(gallery: Gallery, invitation: Path) -> None:
    """The first run, step by step."""
    run = gallery.frame()
    assert isinstance(run, FirstRun)
    gallery.take("mulai-1-peran")
    gallery.press(Qt.Key.Key_1)
    gallery.wait(lambda: run.step == 1)
    gallery.type(run.person_step.name, "Ibu Sari")
    gallery.type(run.person_step.regions, "pahlawan binjai")
    gallery.take("mulai-2-nama-dan-desa")
    gallery.press(Qt.Key.Key_Return)
    gallery.press(Qt.Key.Key_Return)
    gallery.type(run.password_step.password.first, PASSWORD)
    gallery.type(run.password_step.password.second, PASSWORD)
    gallery.take("mulai-3-kata-sandi")
    gallery.press(Qt.Key.Key_Return)
    gallery.take("mulai-4-kode-pemulihan")
    run.code_step.by_hand_button.click()
    gallery.take("mulai-4-kode-ditulis")
    for at, field in zip(run.code_step.check.asked, run.code_step.check.fields, strict=True):
        gallery.type(field, run.code_step.sheet().code[at])
    gallery.settle()
    run.next_button.click()
    gallery.settle()
    run.invitation_step.look_at(str(invitation))
    gallery.take("mulai-5-undangan")
    run.invitation_step.part.compare.same_button.click()
    gallery.settle()
    run.next_button.click()
    gallery.shell()


def locked(gallery: Gallery) -> None:
    """The lock screen in its states."""
    frame = gallery.frame()
    assert isinstance(frame, Unlock)
    gallery.take("buka")
    gallery.type(frame.password, "bukan ini")
    gallery.press(Qt.Key.Key_Return)
    gallery.take("buka-tidak-cocok")
    gallery.wait(lambda: frame.open_button.isEnabled())
    frame.forgot_button.click()
    gallery.take("buka-lupa-kata-sandi")
    frame.forgot_button.click()
    frame.password.clear()


def restoring(gallery: Gallery) -> None:
    """From the lock screen to what a backup holds, and back."""
    gallery.entrance.lock()
    gallery.settle()
    frame = gallery.frame()
    assert isinstance(frame, Unlock)
    frame.restore_button.click()
    gallery.settle()
    gallery.take("pulihkan-1-pilih")
    gallery.press(Qt.Key.Key_Return)
    restore = gallery.frame()
    assert isinstance(restore, Restore)
    gallery.type(restore.password, PASSWORD)
    gallery.press(Qt.Key.Key_Return)
    gallery.take("pulihkan-2-isi")
    restore.go_back()
    gallery.settle()


def recovery(gallery: Gallery, sheet: Sheet) -> None:
    """A new supervisor's laptop takes a programme over with its sheet."""
    gallery.page("undangan", InvitationsPage).recover_button.click()
    dialog = gallery.opened(KeySheetDialog)
    rows = {f"{part}{no}": row for part in "AB" for no, row in enumerate(sheet.rows(part), start=1)}
    rows["B3"] = rows["B3"].replace(rows["B3"][0], "7" if rows["B3"][0] != "7" else "8")
    del rows["B4"]
    dialog.rows.show_rows(rows)
    gallery.settle()
    gallery.take("penyelia-pulihkan")
    gallery.close_dialog()
