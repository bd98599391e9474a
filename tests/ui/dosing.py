"""One child's doses in the real window, typed key by key."""

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.immunization.dose_entries import DoseEntry
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.doses.dose_cell import DoseCell
from kpm_desktop.ui.pages.doses.doses import DosesTask
from tests.support.family import TODAY
from tests.support.profiles import VILLAGE
from tests.ui.program import Program

SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


class Dosing:
    """A program over a profile with a child, on the page of its doses; counts the keys that are pressed."""

    def __init__(self, qtbot: QtBot, profile: Path, child: UUID, today: date = TODAY) -> None:
        self.child, self.keys = child, 0
        self.program = Program(qtbot, profile, today)
        self.program.unlock()
        self.open()

    def open(self) -> None:
        """Goes to the page, as a link does."""
        shell = self.program.shell()
        shell.page(shell.current).go.emit("imunisasi", Ref(VILLAGE, "person", self.child))
        self.program.settle()

    @property
    def task(self) -> DosesTask:
        frame = self.program.shell().frame
        assert frame is not None
        assert isinstance(frame.task, DosesTask)
        return frame.task

    def keyed(self, text: str) -> None:
        """Each sign is a key press; a new line is Enter."""
        for sign in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            if sign == "\n":
                QTest.keyClick(focus, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(focus, sign)
            self.keys += 1
        self.program.settle()

    def save(self) -> None:
        self.program.press(*SAVE)
        self.keys += 1

    def go_to(self, vaccine: str, dose: int) -> None:
        self.cell(vaccine, dose).field.setFocus()
        self.program.settle()

    def cell(self, vaccine: str, dose: int) -> DoseCell:
        found = self.task.paper.cell_of((vaccine, dose))
        assert found is not None
        return found

    def box(self, vaccine: str, dose: int) -> DoseBox:
        return self.cell(vaccine, dose).box

    @property
    def current(self) -> str:
        """The name of the dose that has the keys."""
        found = self.task.paper.current()
        return found.box.name if found is not None else ""

    def stored(self) -> dict[tuple[str, int], DoseEntry]:
        store = self.program.shell().context.session.store
        return {(one.vaccine, one.dose): one for one in dose_sheet(store, self.child, region=VILLAGE).entries}

    def days(self) -> dict[str, str]:
        """What is saved: `MR 1` -> day."""
        found = {f"{key[0]} {key[1]}": one.held for key, one in self.stored().items()}
        return {name: str(held.given_date) for name, held in found.items() if held is not None}

    def dialog(self, kind: type[QDialog]) -> QDialog:
        found = [one for one in self.task.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]
