"""Dialogs when the screen is locked: they close, but for those in which something was typed that is kept nowhere else.
These are hidden, with the shell they stand above, until the same user is back."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.session import Session
from kpm_desktop.ui.window.shell import Shell


class PutAside(NamedTuple):
    """A hidden shell, whose session was open in it, and its hidden dialogs, the lowest first."""

    shell: Shell
    session: Session
    dialogs: tuple[Dialog, ...]

    def fits(self, session: Session) -> bool:
        """Whether somebody who came in is who left it: the same user of the same profile."""
        mine = self.session
        return (mine.folder, mine.user, mine.name, mine.life) == (
            session.folder,
            session.user,
            session.name,
            session.life,
        )

    def come_back(self) -> None:
        """Shows the dialogs again."""
        for dialog in self.dialogs:
            dialog.come_back()

    def drop(self) -> None:
        """Somebody else came in."""
        self.shell.end()
        self.shell.deleteLater()


def close_dialogs(shell: Shell) -> tuple[Dialog, ...]:
    """Closes what stands above a shell; gives the dialogs that were hidden instead."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    above = [each for each in _dialogs() if shell in _above(each)]
    above.sort(key=lambda each: len(_above(each)))
    for dialog in above:
        if isinstance(dialog, Dialog):
            dialog.leave()
    unsaved = [each for each in above if isinstance(each, Dialog) and each.holds_typing()]
    hidden = [each for each in above if any(each is one or each in _above(one) for one in unsaved)]
    for dialog in reversed(above):
        if dialog in hidden and isinstance(dialog, Dialog):
            dialog.put_aside()
        else:
            dialog.done(QDialog.DialogCode.Rejected)
    return tuple(each for each in hidden if isinstance(each, Dialog))


def _dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def _above(widget: QWidget) -> list[QWidget]:
    """What it belongs to, through other windows too."""
    found, parent = [], widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found
