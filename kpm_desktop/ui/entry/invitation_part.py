"""Taking an invitation: the file, the six words, and what was found when they were compared."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.six_words import CompareWords
from kpm_desktop.ui.context import Tools
from kpm_desktop.ui.jobs import Progress
from kpm_desktop.ui.session import Session

if TYPE_CHECKING:
    from kpm_desktop.ui.work.entrance import Offer


def _look_at(file: Path, progress: Progress) -> Any:
    from kpm_desktop.ui.work.entrance import look_at_invitation

    return look_at_invitation(file)


def _take(session: Session, file: Path, confirmed: bool, progress: Progress) -> None:
    from kpm_desktop.ui.work.entrance import take_invitation

    take_invitation(session.store, file, confirmed=confirmed)


class InvitationPart(QWidget):
    """`told` gives a sentence and its tone; an empty sentence takes back the one before. `taken` when the invitation
    holds, `changed` when words begin or cease to wait for a decision."""

    told = Signal(str, str)
    taken = Signal()
    changed = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._session: Session | None = None
        self._offer: Offer | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.choose_button = Button(tools.look, self.tr("Choose the invitation file…"), icon="folder-open")
        self.choose_button.clicked.connect(self._on_choose)
        self.compare = CompareWords(tools.look)
        self.compare.same.connect(self._on_same)
        self.compare.later.connect(self._on_later)
        self.compare.differ.connect(self._on_differ)
        self.compare.hide()
        column.addWidget(self.choose_button)
        column.addWidget(self.compare)

    def show_session(self, session: Session) -> None:
        """Whose invitation it will be."""
        self._session = session

    def is_waiting(self) -> bool:
        """Whether words are shown that nobody has decided about."""
        return not self.compare.isHidden()

    def look_at(self, file: str) -> None:
        """Reads a file and shows its words."""
        work = partial(_look_at, Path(file))
        self._tools.jobs.run(work, self._on_offer, refused=self._on_refused)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the invitation file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.look_at)
        dialog.open()

    def _on_offer(self, offer: "Offer") -> None:
        self._offer = offer
        self.told.emit("", "")
        self.compare.show_words(self.tr("Invitation from {name}").format(name=offer.supervisor), offer.words)
        self._show_words(True)
        self.compare.same_button.setFocus()

    def _on_same(self) -> None:
        self._take(confirmed=True)

    def _on_later(self) -> None:
        self._take(confirmed=False)

    def _on_differ(self) -> None:
        self._offer = None
        self._show_words(False)
        sentence = self.tr(
            "The invitation was not taken: it may come from somebody else. "
            "Ask the supervisor for it again; nothing is lost."
        )
        self.told.emit(sentence, "warn")
        self.choose_button.setFocus()

    def _take(self, *, confirmed: bool) -> None:
        assert self._session is not None and self._offer is not None
        work = partial(_take, self._session, self._offer.file, confirmed)
        self._tools.jobs.run(work, self._on_taken, refused=self._on_refused)

    def _on_taken(self, nothing: object) -> None:
        assert self._offer is not None
        self._show_words(False)
        text = self.tr("Invitation from {name} taken. Records can be sent.")
        self.told.emit(text.format(name=self._offer.supervisor), "ok")
        self.taken.emit()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._show_words(False)
        self.told.emit(self._tools.refusal(reasons), "warn")

    def _show_words(self, is_shown: bool) -> None:
        self.compare.setVisible(is_shown)
        self.choose_button.setHidden(is_shown)
        self.changed.emit()
