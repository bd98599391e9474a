"""With words twice as long nothing is cut off; everything that takes the focus has a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.domain.records.words import RecordWords, WordTable, word_table
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.room import Room
from kpm_desktop.ui.entry.first_run import FirstRun
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.window.page_list import pages_of
from kpm_desktop.ui.window.window import HEIGHT, WIDTH
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.conftest import TODAY
from tests.ui.program import Program

ROLES = ("cadre", "supervisor")


class Doubled(QTranslator):
    """Every sentence twice, every word's holes kept."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, count: int = -1) -> str:
        return source if source.endswith(("}.txt", "}.kpmbackup")) or "{" in source else f"{source} {source}"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def doubled(qapp: QApplication) -> Iterator[Doubled]:
    """Installed over the language, for as long as a test runs."""
    translator = Doubled()
    yield translator
    qapp.removeTranslator(translator)


def doubled_words() -> RecordWords:
    """Every word of records twice; letters of the paper do not grow."""
    table = word_table("en")
    words, short = ({key: f"{word} {word}" for key, word in part.items()} for part in (table.words, table.short))
    return RecordWords(WordTable(words, short, table.letters))


def cut_off(root: QWidget) -> list[str]:
    """Texts of visible labels and buttons that have less room than they need."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            needed = QFontMetricsF(widget.font()).horizontalAdvance(widget.text())
            if needed > widget.contentsRect().width() + 1:
                found.append(widget.text())
        elif isinstance(widget, Button) and widget.sizeHint().width() > widget.width() + 1:
            found.append(widget.text())
        holder = room_of(widget) or root.window()
        if widget.mapTo(holder, widget.rect().topRight()).x() > holder.width():
            found.append(f"outside: {widget.accessibleName() or type(widget).__name__}")
    return found


def room_of(widget: QWidget) -> QWidget | None:
    """What a room around a widget scrolls: nothing of it is out of reach."""
    holder = widget.parentWidget()
    while holder is not None and not (isinstance(holder, Room) and holder.inside.isAncestorOf(widget)):
        holder = holder.parentWidget()
    return holder.inside if isinstance(holder, Room) else None


def unnamed(root: QWidget) -> list[str]:
    """Visible widgets that take the focus and say nothing to a screen reader."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & 1
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]


def wide(program: Program) -> list[str]:
    """What is wrong with what fills the window."""
    program.settle()
    assert program.window.width() == WIDTH, "the contents widen the window"
    assert program.window.height() == HEIGHT, "the contents heighten the window"
    rooms = [room for room in program.window.findChildren(Room) if room.isVisible()]
    assert [room for room in rooms if room.horizontalScrollBar().maximum()] == [], "the contents scroll across"
    return cut_off(program.window)


@pytest.fixture(params=ROLES)
def opened(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program of each role, unlocked."""
    folder = tmp_path / "profil"
    made = init_profile(folder, role=request.param, name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    made.store.close()
    program = Program(qtbot, folder, TODAY)
    program.unlock()
    yield program
    program.close()


def pages(program: Program) -> list[str]:
    role = program.shell().context.session.role
    return [key for spec in pages_of(role, "id") for key in ([tab.key for tab in spec.tabs] or [spec.key])]


def test_every_page_has_room_for_longer_words(
    opened: Program, doubled: Doubled, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    qapp.installTranslator(doubled)
    monkeypatch.setattr(opened.tools, "words", doubled_words())
    opened.entrance._show_shell()
    for key in pages(opened):
        opened.shell().show_page(key)
        opened.settle()
        assert wide(opened) == [], key


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_page_fits_in_both_sizes(opened: Program, scale: float) -> None:
    opened.tools.preferences.scale = scale
    opened.shell().restyled.emit()
    for key in pages(opened):
        opened.shell().show_page(key)
        opened.settle()
        assert wide(opened) == [], key


def test_everything_on_a_page_has_a_name(opened: Program) -> None:
    for key in pages(opened):
        opened.shell().show_page(key)
        opened.settle()
        assert unnamed(opened.window) == [], key


def test_first_run_has_room_and_names(new_program: Program, doubled: Doubled, qapp: QApplication) -> None:
    qapp.installTranslator(doubled)
    new_program.entrance.show()
    run = new_program.frame(FirstRun)
    for number in range(5):
        run._show_step(number)
        assert wide(new_program) == [], number
        assert unnamed(new_program.window) == [], number


def test_the_lock_screen_has_room_and_names(program: Program, doubled: Doubled, qapp: QApplication) -> None:
    qapp.installTranslator(doubled)
    program.entrance.show()
    assert wide(program) == []
    program.frame(Unlock).forgot_button.click()
    assert wide(program) == []
    assert unnamed(program.window) == []
