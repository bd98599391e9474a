"""The card *Cadangan*: where backups lie and when the last one came there, and what can be done about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.labels import icon_label, label, line, tip
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.backup_words import place_icon, place_name, place_words, reminder, trouble_words

if TYPE_CHECKING:
    from kpm_desktop.commands.backups.backup_state import BackupState, PlaceState


class BackupCard(Card):
    """`now_asked`, `file_asked` and `folder_asked` ask for a backup, for one in a file, and for another folder;
    `chosen` gives the root of a stick that is plugged in, `removed` the id of a place."""

    now_asked = Signal()
    file_asked = Signal()
    folder_asked = Signal()
    chosen = Signal(object)
    removed = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, QCoreApplication.translate("Backups", "Backups"), parent=parent)
        self._tools, self._look = tools, tools.look
        self.reminder = label(self._look, "", Text.BODY, "warn", wrap=True)
        self.reminder.hide()
        self.body.addWidget(self.reminder)
        self._holder = QWidget()
        self.body.addWidget(self._holder)
        self.body.addWidget(label(self._look, self._how(), Text.CAPTION, "text2", wrap=True))
        self.body.addLayout(self._buttons())
        self._sentences: dict[str, str] = {}
        self._shown: BackupState | None = None

    def show_state(self, found: BackupState, *, is_busy: bool) -> None:
        """Shows how they stand; nothing is made anew where nothing changed, so that the keys stay where they are."""
        self.show_busy(is_busy)
        if self._shown == found:
            return
        self._shown = found
        self.reminder.setText(reminder(found.days) if found.days is not None else "")
        self.reminder.setVisible(found.days is not None)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        self._sentences = {}
        for at, row in enumerate([*map(self._place_row, found.places), *map(self._stick_row, found.sticks)]):
            if at:
                column.addWidget(line())
            column.addWidget(row)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder

    def show_busy(self, is_busy: bool) -> None:
        """Whether a backup is under way."""
        self.now_button.setEnabled(not is_busy)
        self.now_button.setText(self.tr("Backing up…") if is_busy else self.tr("Back up now"))

    def sentence(self, place: str) -> str:
        """What stands below a place's name."""
        return self._sentences[place]

    def _how(self) -> str:
        return self.tr(
            "One by itself on every day something changed. Kept are the last 3 days, 4 weeks and 3 months. Each is "
            "locked with the password of the day it was made. To restore one, lock the screen (F12), then choose "
            "Restore a backup."
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        self.now_button = Button(self._look, self.tr("Back up now"), icon="archive", small=True)
        self.file_button = Button(self._look, self.tr("Save to a file…"), icon="file-down", small=True)
        self.folder_button = Button(self._look, self.tr("Other folder…"), kind="link", icon="plus", small=True)
        for button, asked in (
            (self.now_button, self.now_asked),
            (self.file_button, self.file_asked),
            (self.folder_button, self.folder_asked),
        ):
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _place_row(self, state: PlaceState) -> QWidget:
        trouble = trouble_words(state, self._tools)
        words = place_words(state, self._tools)
        self._sentences[state.id] = " ".join(part for part in (words, trouble) if part)
        row, texts = self._row(place_icon(state), place_name(state), words)
        row.setToolTip(tip(str(state.folder)))
        if trouble:
            texts.addWidget(label(self._look, trouble, Text.CAPTION, "warn", wrap=True))
        if state.is_chosen:
            text = self.tr("No more backups onto {name}").format(name=place_name(state))
            remove = Button(self._look, "", kind="link", icon="trash-2", small=True)
            remove.setAccessibleName(text)
            remove.setToolTip(tip(text))
            remove.setProperty("place", state.id)
            remove.clicked.connect(self._on_remove)
            self._add(row, remove)
        return row

    def _stick_row(self, root: Path) -> QWidget:
        words = self.tr("Plugged in. Backups go there only if you choose it.")
        row, _ = self._row("usb-stick", root.name or str(root), words)
        choose = Button(self._look, self.tr("Back up here too"), icon="plus", small=True)
        choose.setAccessibleName(f"{choose.text()}: {root.name}")
        choose.setProperty("root", str(root))
        choose.clicked.connect(self._on_choose)
        self._add(row, choose)
        return row

    def _row(self, icon: str, name: str, words: str) -> tuple[QFrame, QVBoxLayout]:
        frame = QFrame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(12))
        row.addWidget(icon_label(self._look, icon, "neu", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(self._look, name, Text.BODY_STRONG, wrap=True))
        texts.addWidget(label(self._look, words, Text.CAPTION, "text2", wrap=True))
        row.addLayout(texts, 1)
        return frame, texts

    def _on_remove(self) -> None:
        self.removed.emit(self.sender().property("place"))

    def _on_choose(self) -> None:
        self.chosen.emit(Path(self.sender().property("root")))

    def _add(self, row: QWidget, button: Button) -> None:
        layout = row.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
