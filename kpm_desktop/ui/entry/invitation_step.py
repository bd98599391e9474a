"""The supervisor's invitation, now or later: the file, and the six words both compare by telephone."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.context import Tools
from kpm_desktop.ui.entry.steps import Step
from kpm_desktop.ui.jobs import Progress
from kpm_desktop.ui.look import Look
from kpm_desktop.ui.session import Session
from kpm_desktop.ui.theme import Text

if TYPE_CHECKING:
    from kpm_desktop.ui.work.entrance import Offer


def _look_at(file: Path, progress: Progress) -> Any:
    from kpm_desktop.ui.work.entrance import look_at_invitation

    return look_at_invitation(file)


def _take(session: Session, file: Path, confirmed: bool, progress: Progress) -> None:
    from kpm_desktop.ui.work.entrance import take_invitation

    take_invitation(session.store, file, confirmed=confirmed)


class SixWords(QWidget):
    """Six numbered words in two rows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(8))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Shows other words."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, word in enumerate(words):
            self._grid.addWidget(self._box(number + 1, word), number // 3, number % 3)
        self.setAccessibleName(", ".join(words))

    def _box(self, number: int, word: str) -> QFrame:
        box = QFrame()
        box.setProperty("role", "note")
        row = QHBoxLayout(box)
        row.setContentsMargins(self._look.px(12), self._look.px(6), self._look.px(12), self._look.px(6))
        row.addWidget(label(self._look, str(number), Text.CAPTION, "text2"))
        row.addWidget(label(self._look, word, Text.BODY_STRONG), 1)
        return box


class InvitationStep(Step):
    """An invitation may come later; one whose words are shown must be decided about first. That is done at once."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._session: Session | None = None
        self._offer: Offer | None = None
        self.banner = Banner(self.look)
        self.column.addWidget(self.banner)
        self.choose_button = Button(self.look, self.tr("Choose the invitation file…"), icon="folder-open")
        self.choose_button.clicked.connect(self._on_choose)
        self.column.addWidget(self.choose_button)
        self._compare = self._compare_part()
        self._compare.hide()
        self.column.addWidget(self._compare)

    def show_session(self, session: Session) -> None:
        """Whose invitation it will be."""
        self._session = session

    def title(self) -> tuple[str, str]:
        """Title and the line below it."""
        return (
            self.tr("The supervisor's invitation"),
            self.tr(
                "With it records can be sent to the supervisor. If you do not have it yet, go on: "
                "you can record everything and take the invitation later."
            ),
        )

    def is_ready(self) -> bool:
        """Unless words wait to be compared."""
        return self._compare.isHidden()

    def look_at(self, file: str) -> None:
        """Reads a file and shows its words."""
        work = partial(_look_at, Path(file))
        self._tools.jobs.run(work, self._on_offer, refused=self._on_refused)

    def _compare_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        self._from = label(self.look, "", Text.BODY_STRONG, wrap=True)
        self.words = SixWords(self.look)
        ask = self.tr("Read them to each other by telephone. Compare all six.")
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        self.later_button = Button(self.look, self.tr("Compare later"), small=True)
        self.differ_button = Button(self.look, self.tr("Some differ"), small=True)
        self.same_button = Button(self.look, self.tr("All the same"), icon="check", small=True)
        row.addStretch(1)
        for button, decide in (
            (self.later_button, self._on_later),
            (self.differ_button, self._on_differ),
            (self.same_button, self._on_same),
        ):
            button.clicked.connect(decide)
            row.addWidget(button)
        column.addWidget(self._from)
        column.addWidget(label(self.look, ask, Text.CAPTION, "text2"))
        column.addWidget(self.words)
        column.addLayout(row)
        return part

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the invitation file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.look_at)
        dialog.open()

    def _on_offer(self, offer: "Offer") -> None:
        self._offer = offer
        self.banner.clear()
        self._from.setText(self.tr("Invitation from {name}").format(name=offer.supervisor))
        self.words.show_words(offer.words)
        self._show_words(True)
        self.same_button.setFocus()

    def _on_same(self) -> None:
        self._take(confirmed=True)

    def _on_later(self) -> None:
        self._take(confirmed=False)

    def _on_differ(self) -> None:
        self._offer = None
        self._show_words(False)
        self.banner.tell(
            self.tr(
                "The invitation was not taken: it may come from somebody else. "
                "Ask the supervisor for it again; nothing is lost."
            )
        )
        self.choose_button.setFocus()

    def _take(self, *, confirmed: bool) -> None:
        assert self._session is not None and self._offer is not None
        work = partial(_take, self._session, self._offer.file, confirmed)
        self._tools.jobs.run(work, self._on_taken, refused=self._on_refused)

    def _on_taken(self, nothing: object) -> None:
        assert self._offer is not None
        self._show_words(False)
        self.choose_button.hide()
        text = self.tr("Invitation from {name} taken. Records can be sent.")
        self.banner.tell(text.format(name=self._offer.supervisor), "ok", closable=False)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._show_words(False)
        self.banner.tell(self._tools.refusal(reasons))

    def _show_words(self, is_shown: bool) -> None:
        self._compare.setVisible(is_shown)
        self.changed.emit()
