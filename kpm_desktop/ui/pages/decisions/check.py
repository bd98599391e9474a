"""Perlu dicek: a cadre's own list of what differs, is to be repaired or looked at again, or is missing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage


class CheckTask(Task):
    """Reached by `go.emit("periksa", record)`; the record (a `Ref`) is chosen at first."""

    def __init__(self, context: Context, record: object = None, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.board = DecisionsPage(context, self)
        self.board.go.connect(self.go)
        self.board.arrive(record)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.board, 1)
        self.side_column.addWidget(self._explained())
        self.lead_to(self.board)

    def keys(self) -> list[tuple[str, str]]:
        """Those of the list."""
        return [*self.board.keys(), ("Esc", self.tr("back"))]

    def _explained(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        px = self.look.px
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        sentences = (
            self.tr("Everything in this list is kept; nothing is lost while it waits."),
            self.tr("Differ: two people wrote different things. Choose together what is right."),
            self.tr("To be repaired: a value lies outside its limits and is not used."),
            self.tr("Look again: each entry is possible, together they are not."),
            self.tr("Questions: about an entry, not settled yet. Answer, or read the answer and settle it."),
            self.tr("Missing numbers: records that have not come from another laptop yet."),
            self.tr("May be the same: one person or household, perhaps entered twice."),
        )
        for at, sentence in enumerate(sentences):
            column.addWidget(label(self.look, sentence, Text.CAPTION, "text" if not at else "text2", wrap=True))
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return holder
