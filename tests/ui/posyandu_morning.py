"""A posyandu's morning in the real window, typed key by key."""

from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.posyandu.day_sheet import DayPerson, DaySheet, day_sheet
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_task import PosyanduDayTask
from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage
from tests.support.posyandu import DAY, Morning
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program

SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
D = TypeVar("D", bound=QDialog)
_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


class PosyanduMorning:
    """A program over a profile, with the list of its first posyandu open; counts the keys that are pressed beside
    digits."""

    def __init__(self, qtbot: QtBot, profile: Path, made: Morning, today: date = DAY) -> None:
        self.made, self.keys = made, 0
        self.program = Program(qtbot, profile, today, language="id")
        self.unlock()

    def unlock(self) -> None:
        self.program.unlock(PASSWORD)
        self.open()

    def open(self) -> None:
        """Through the page, with Enter."""
        shell = self.program.shell()
        shell.show_page("posyandu")
        self.program.settle()
        page = shell.page("posyandu")
        assert isinstance(page, PosyanduPage)
        self.program.press(Qt.Key.Key_Return)

    @property
    def task(self) -> PosyanduDayTask:
        frame = self.program.shell().frame
        assert frame is not None
        assert isinstance(frame.task, PosyanduDayTask)
        return frame.task

    def typed(self, text: str) -> None:
        """Every sign is a key; those that are no digits count."""
        for sign in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            if sign in _KEYS:
                QTest.keyClick(focus, _KEYS[sign])
            else:
                QTest.keyClicks(focus, sign)
            self.keys += not sign.isdigit()
        self.program.settle()

    def press(self, *key: Any) -> None:
        self.program.press(*key)
        self.keys += 1

    def go_to(self, child: UUID, column: str) -> None:
        row = self.row(child)
        assert self.task.view.go_to(row.key, column)
        self.task.view.setFocus()
        current = self.task.view.column()
        assert current is not None
        assert current.key == column
        self.program.settle()

    def row(self, person: UUID) -> DayRow:
        assert self.task.list is not None
        return next(row for row in self.task.list.everybody if row.person.id == person)

    @property
    def current(self) -> tuple[str, str]:
        """Whose row, and which column."""
        row, column = self.task.view.person(), self.task.view.column()
        return (row.form.person.full_name if row else "", column.key if column else "")

    def said(self, person: UUID) -> str:
        """What stands below a row."""
        warning = self.task.told.warning(self.row(person))
        return warning.sentence if warning is not None else ""

    def dialog(self, kind: type[D]) -> D:
        found = [one for one in self.task.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def sheet(self) -> DaySheet:
        store = self.program.shell().context.session.store
        return day_sheet(store, region=VILLAGE, posyandu=self.made.post, day=DAY)

    def stored(self, person: UUID) -> DayPerson:
        sheet = self.sheet()
        return next(one for one in (*sheet.children, *sheet.mothers) if one.id == person)

    def close(self) -> None:
        self.program.close()


def number(value: int, unit: int) -> str:
    """As a cadre types it."""
    return f"{value / unit:.1f}".replace(".", ",")
