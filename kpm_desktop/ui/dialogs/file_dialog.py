"""Asking for files and folders, from everywhere: each dialog opens where the last one was answered.

What is to be saved is never put in the place of a file unless somebody was asked about that very file."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QListView, QTreeView, QWidget

from kpm_desktop.ui.components.screen import frame_of, room_on_screen
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.preferences import Preferences
from kpm_desktop.ui.look.look import Look

#: How large it opens, in letters, so that names, sizes and days are read.
_LETTERS, _LINES = 100, 26
#: How wide the places beside the files are.
_PLACES = 16


class FileDialog(QFileDialog):
    """Without the last folder, as when its stick is out, it opens in the user's own."""

    def __init__(self, parent: QWidget, preferences: Preferences, title: str, kinds: Sequence[str] = ()) -> None:
        kept = Path(preferences.file_folder) if preferences.file_folder else Path.home()
        super().__init__(parent, title, str(kept if kept.is_dir() else Path.home()))
        self._preferences = preferences
        letter, room = self.fontMetrics(), room_on_screen(parent.window(), frame_of(parent.window()))
        self.resize(QSize(_LETTERS * letter.averageCharWidth(), _LINES * letter.height()).boundedTo(room))
        self._give_room(_PLACES * letter.averageCharWidth())
        if kinds:
            self.setNameFilters(list(kinds))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filesSelected.connect(self._on_selected)

    def _give_room(self, places: int) -> None:
        """To sizes and days as much as they need, to the places beside them so much; nothing where the dialog is the
        system's own."""
        for files in self.findChildren(QTreeView):
            files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for beside in self.findChildren(QListView, "sidebar"):
            beside.setMinimumWidth(places)

    def _on_selected(self, names: list[str]) -> None:
        is_folder = self.fileMode() is QFileDialog.FileMode.Directory
        self._preferences.file_folder = names[0] if is_folder else str(Path(names[0]).parent)


Chosen = Callable[[str], object]
ChosenNew = Callable[[str, bool], object]


def ask_file(
    parent: QWidget, preferences: Preferences, title: str, chosen: Chosen, *, kinds: Sequence[str] = ()
) -> None:
    """Asks for a file there is; `chosen`, a method of a widget, gets its name. kinds: `Words (*.ending)`, the usual
    first."""
    dialog = FileDialog(parent, preferences, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_files(
    parent: QWidget,
    preferences: Preferences,
    title: str,
    chosen: Callable[[list[str]], object],
    *,
    kinds: Sequence[str] = (),
) -> None:
    """Asks for one or several of them likewise."""
    dialog = FileDialog(parent, preferences, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def ask_new_file(
    parent: QWidget,
    look: Look,
    preferences: Preferences,
    title: str,
    name: str,
    chosen: ChosenNew,
    *,
    kinds: Sequence[str] = (),
    ending: str = "",
) -> None:
    """Asks where something is to be saved; `chosen` gets its name, and whether a file of that name, about which
    somebody was asked, may be replaced. name: what it is called if nobody types another one; ending: what is added to
    one without any."""
    Saving(parent, look, preferences, title, chosen, kinds, ending).ask(name)


class Saving(QObject):
    """Asks for a name, then about the file that has it, and for another name where that one stays.

    The question comes after the ending was added, and is this program's own: not every system's dialog asks about the
    name that comes of it, and none of them in Indonesian."""

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        preferences: Preferences,
        title: str,
        chosen: ChosenNew,
        kinds: Sequence[str],
        ending: str,
    ) -> None:
        super().__init__(parent)
        self._parent, self._look, self._preferences, self._title = parent, look, preferences, title
        self._chosen, self._kinds, self._ending = chosen, kinds, ending
        self._file = Path()

    def ask(self, name: str) -> None:
        """Opens the dialog with a name in it."""
        dialog = FileDialog(self._parent, self._preferences, self._title, self._kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_file)
        dialog.rejected.connect(self.deleteLater)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self._file = Path(name)
        if self._ending and not self._file.suffix:
            self._file = self._file.with_name(f"{self._file.name}.{self._ending}")
        if not os.path.lexists(self._file):
            self._give(over=False)
            return
        question = ConfirmDialog(
            self._look,
            self._parent,
            title=self.tr("Replace {name}?").format(name=self._file.name),
            sentences=(
                self.tr("A file of this name is in {folder} already. What is in it will be gone.").format(
                    folder=self._file.parent
                ),
            ),
            action=self.tr("Replace it"),
        )
        question.confirmed.connect(self._on_replace)
        question.rejected.connect(self._on_kept)
        question.open()

    def _on_replace(self) -> None:
        self._give(over=True)

    def _on_kept(self) -> None:
        self.ask(self._file.name)

    def _give(self, *, over: bool) -> None:
        self._chosen(str(self._file), over)
        self.deleteLater()


def ask_folder(parent: QWidget, preferences: Preferences, title: str, chosen: Chosen) -> None:
    """Asks for a folder or stick."""
    dialog = FileDialog(parent, preferences, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()
