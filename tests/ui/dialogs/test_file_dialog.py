"""Where a file is asked for: each dialog opens where the last one was answered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.file_dialog import ChosenNew, ask_file, ask_files, ask_folder, ask_new_file
from kpm_desktop.ui.frame.preferences import Preferences
from kpm_desktop.ui.look.look import Look


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window that asks."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """What a profile's windows keep."""
    return Preferences(tmp_path)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with a bundle on it."""
    made = tmp_path / "stick"
    made.mkdir()
    (made / "one.kpmsync").touch()
    return made


def asking(parent: QWidget) -> QFileDialog:
    """The dialog that is open."""
    (found,) = [one for one in parent.findChildren(QFileDialog) if one.isVisible()]
    return found


def where(parent: QWidget) -> Path:
    """Which folder it shows; then it is cancelled."""
    dialog = asking(parent)
    shown = Path(dialog.directory().absolutePath())
    dialog.reject()
    return shown


def answer(parent: QWidget, path: Path) -> None:
    """Types a path and presses the button."""
    dialog = asking(parent)
    dialog.selectFile(str(path))
    dialog.accept()


def noting(chosen: list[object]) -> ChosenNew:
    """What was chosen, and whether a file of that name may be replaced."""
    return lambda file, over: chosen.append((file, over))


def questions(parent: QWidget) -> list[ConfirmDialog]:
    return [one for one in parent.findChildren(ConfirmDialog) if one.isVisible()]


@pytest.mark.parametrize("typed", ["there", "there.pdf"])
def test_a_file_that_is_there_is_asked_about_also_where_its_ending_was_added(
    parent: QWidget, look: Look, preferences: Preferences, stick: Path, typed: str
) -> None:
    (stick / "there.pdf").touch()
    chosen: list[object] = []
    ask_new_file(parent, look, preferences, "Save", "list.pdf", noting(chosen), ending="pdf")
    answer(parent, stick / typed)
    (question,) = questions(parent)
    assert "there.pdf" in question.windowTitle()
    question.reject()
    assert (chosen, questions(parent)) == ([], [])
    assert asking(parent).selectedFiles() == [str(stick / "there.pdf")], "another name is asked for"
    answer(parent, stick / typed)
    (question,) = questions(parent)
    question.confirm_button.click()
    assert chosen == [(str(stick / "there.pdf"), True)]


def test_a_dialog_opens_where_the_last_one_was_answered(
    parent: QWidget, look: Look, preferences: Preferences, stick: Path, tmp_path: Path
) -> None:
    chosen: list[object] = []
    ask_new_file(parent, look, preferences, "Save", "list.pdf", noting(chosen), ending="pdf")
    assert asking(parent).selectedFiles() == [str(Path.home() / "list.pdf")]
    answer(parent, stick / "page")
    assert chosen == [(str(stick / "page.pdf"), False)]
    ask_files(parent, Preferences(tmp_path), "Open", chosen.append, kinds=("Bundles (*.kpmsync)",))
    assert Path(asking(parent).directory().absolutePath()) == stick, "also after the next start"
    answer(parent, stick / "one.kpmsync")
    assert chosen[1:] == [[str(stick / "one.kpmsync")]]
    ask_new_file(parent, look, preferences, "Save", "next.pdf", noting(chosen))
    assert asking(parent).selectedFiles() == [str(stick / "next.pdf")]


def test_a_chosen_folder_is_the_last_one_and_a_cancelled_question_is_none(
    parent: QWidget, preferences: Preferences, stick: Path
) -> None:
    chosen: list[object] = []
    ask_folder(parent, preferences, "Folder", chosen.append)
    answer(parent, stick)
    assert chosen == [str(stick)]
    ask_file(parent, preferences, "Open", chosen.append)
    asking(parent).setDirectory(str(stick.parent))
    asking(parent).reject()
    ask_file(parent, preferences, "Open", chosen.append)
    assert where(parent) == stick


def test_without_its_stick_a_dialog_opens_in_the_own_folder(
    parent: QWidget, preferences: Preferences, stick: Path
) -> None:
    preferences.file_folder = str(stick / "reports")
    ask_folder(parent, preferences, "Folder", print)
    assert where(parent) == Path.home()


def test_sizes_and_days_of_files_are_not_shortened(
    qtbot: QtBot, parent: QWidget, preferences: Preferences, stick: Path
) -> None:
    preferences.file_folder = str(stick)
    ask_file(parent, preferences, "Open", str)
    files = asking(parent).findChild(QTreeView)
    assert files is not None
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) > 0)
    columns = range(1, files.model().columnCount())
    qtbot.waitUntil(lambda: all(files.columnWidth(at) >= files.sizeHintForColumn(at) > 0 for at in columns))
