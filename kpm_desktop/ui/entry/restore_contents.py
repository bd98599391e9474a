"""What a backup holds, and what is on this laptop and not in it: read before anything is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.session import CADRE
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import places_title

if TYPE_CHECKING:
    from kpm_desktop.commands.backups.backup_files import BackupFile
    from kpm_desktop.commands.backups.restore_here import Lost, Restorable

#: The kinds people count by.
_COUNTED = ("household", "person", "pregnancy_visit", "child_visit")


class RestoreContents(QWidget):
    """Two parts: the backup, and this laptop."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(12))
        self.in_backup, self.on_laptop = (label(self._look, "", Text.BODY, wrap=True) for _ in range(2))
        self._part("archive", self.tr("In the backup"), self.in_backup)
        self._part("laptop", self.tr("On this laptop now"), self.on_laptop)

    def show_contents(self, restorable: Restorable, chosen: BackupFile) -> None:
        """Says what would come and what would go."""
        self.in_backup.setText("\n".join(self._backup(restorable, chosen)))
        self.on_laptop.setText("\n".join(self._laptop(restorable)))

    def _part(self, icon: str, title: str, words: QWidget) -> None:
        frame = QFrame()
        frame.setProperty("role", "note")
        row = QHBoxLayout(frame)
        px = self._look.px
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(12))
        row.addWidget(icon_label(self._look, icon, "neu", 20), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(px(4))
        texts.addWidget(label(self._look, title, Text.BODY_STRONG))
        texts.addWidget(words)
        row.addLayout(texts, 1)
        self._column.addWidget(frame)

    def _backup(self, found: Restorable, chosen: BackupFile) -> list[str]:
        tools = self._tools
        role = self.tr("Cadre") if found.role == CADRE else self.tr("Supervisor")
        counts = [
            f"{tools.words.many(kind)}: {grouped(found.counts[kind], tools.comma)}"
            for kind in _COUNTED
            if found.counts.get(kind)
        ]
        made = self.tr("Made {moment}").format(moment=self._moment(chosen.at.isoformat()))
        newest = self.tr("newest entry {moment}").format(moment=self._moment(found.newest)) if found.newest else ""
        return [
            f"{found.name} ({role}) · {places_title(found.places)}",
            " · ".join(counts) or self.tr("No records yet."),
            " · ".join(part for part in (made, newest) if part),
        ]

    def _laptop(self, found: Restorable) -> list[str]:
        if not found.has_present:
            return [self.tr("Nothing is recorded here yet.")]
        aside = self.tr("What is here now is put aside whole, in a folder beside it; nothing is deleted.")
        if found.lost is None:
            return [
                self.tr(
                    "It cannot be compared: the backup is of another profile, or this one has a new key since, or is "
                    "damaged."
                ),
                aside,
            ]
        return [self._lost(found.lost), aside]

    def _lost(self, lost: Lost) -> str:
        if not lost.records and not lost.drafts:
            return self.tr("Everything that is here is in the backup too.")
        parts = []
        if lost.records and lost.newest is not None:
            text = self.tr("{count} records are newer here than in the backup, the last of {moment}.")
            parts.append(text.format(count=lost.records, moment=self._moment(lost.newest)))
        if lost.drafts:
            parts.append(self.tr("{count} drafts are not in it.").format(count=lost.drafts))
        return " ".join([*parts, self.tr("After the restore they are no longer shown.")])

    def _moment(self, instant: str) -> str:
        return day_and_clock(instant, self._tools.calendar, self._tools.today())
