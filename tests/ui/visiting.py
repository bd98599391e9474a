"""One family's visit in the real window, typed key by key."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from kpm_desktop.commands.visits.form_sheet import FormSheet
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.store import Store
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.pages.visit.visit import VisitTask
from tests.support.family import MONTH, TODAY, Family
from tests.support.profiles import PASSWORD
from tests.ui.program import Program

SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


class Visiting:
    """A program over a profile with one family, in the middle of its visit; counts the keys that are pressed."""

    def __init__(self, program: Program, made: Family, *, password: str = PASSWORD) -> None:
        self.program, self.family, self.keys = program, made, 0
        shell = program.unlock(password)
        shell.show_page("kunjungan")
        program.settle()
        program.press(Qt.Key.Key_Return)
        assert shell.frame is not None
        task = shell.frame.task
        assert isinstance(task, VisitTask)
        self.task = task

    def keyed(self, text: str) -> None:
        """Digits and commas are numbers typed; everything else is a key press that counts."""
        for sign in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            if sign == "\n":
                QTest.keyClick(focus, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(focus, sign)
            self.keys += 1
        self.program.settle()

    def number(self, text: str) -> None:
        """Types a number, which is not counted."""
        self.keyed(text)
        self.keys -= len(text)

    def save_all_the_same(self) -> None:
        """Simpan, where it asks first."""
        self.program.press(*SAVE)
        dialog = self.dialog(OpenWarningsDialog)
        assert isinstance(dialog, OpenWarningsDialog)
        dialog.save_button.click()
        self.program.settle()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        found = [one for one in self.task.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]


def sheets(store: Store, household: UUID) -> dict[str, FormSheet]:
    return {form.kind: form for form in visit_sheet(store, household, MONTH, today=TODAY).forms}


def stored(visiting: Visiting) -> dict[str, FormSheet]:
    session = visiting.task.context.session
    return sheets(session.store, visiting.family.household)


def fill_mother(visiting: Visiting) -> None:
    """KEK no, Risti no, two checks, 30 tablets, class, home visit; water and latrine as last month; insured."""
    visiting.keyed("TT")
    visiting.number("2")
    visiting.keyed("\n")
    visiting.number("30")
    visiting.keyed("\nYYSSY")
