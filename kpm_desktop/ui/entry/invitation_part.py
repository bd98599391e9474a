"""Taking an invitation: the file, the eight words, and what was found when they were compared."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.eight_words import CompareWords
from kpm_desktop.ui.dialogs.file_dialog import ask_file
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.frame.session import Session

Rows = dict[str, str]

if TYPE_CHECKING:
    from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
    from kpm_desktop.ui.entry.entrance import Offer


def _look_at(file: Path, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.entrance import look_at_invitation

    return look_at_invitation(file)


def _take(session: Session, file: Path, confirmed: bool, rows: Rows | None, progress: Progress) -> None:
    from kpm_desktop.ui.entry.entrance import take_invitation

    take_invitation(session.store, file, confirmed=confirmed, rows=rows)


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
        self._is_confirmed = False
        self._sheet: KeySheetDialog | None = None  # asks for this programme's sheet, while it is open
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
        ask_file(self, self._tools.preferences, self.tr("Choose the invitation file"), self.look_at)

    def _on_offer(self, offer: "Offer") -> None:
        self._offer = offer
        self.told.emit(*self._ran_out(offer))
        self.compare.show_words(self.tr("Invitation from {name}").format(name=offer.supervisor), offer.words)
        self._show_words(True)
        self.compare.same_button.setFocus()

    def _ran_out(self, offer: "Offer") -> tuple[str, str]:
        """Said before anybody compares words."""
        if offer.ran_out is None:
            return "", ""
        sentence = self.tr(
            "This invitation ran out on {day}. Ask {name} for a new one. With this one the laptop waits until {name} "
            "has compared eight words; the work is not lost."
        )
        return sentence.format(day=self._tools.calendar.long_day(offer.ran_out), name=offer.supervisor), "warn"

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

    def _take(self, *, confirmed: bool, rows: Rows | None = None) -> None:
        assert self._session is not None and self._offer is not None
        self._is_confirmed = confirmed
        work = partial(_take, self._session, self._offer.file, confirmed, rows)
        self._tools.jobs.run(work, self._on_taken, refused=self._on_refused)

    def _on_taken(self, nothing: object) -> None:
        assert self._offer is not None
        if self._sheet is not None:
            self._sheet.accept()
        self._show_words(False)
        text = self.tr("Invitation from {name} taken. Records can be sent.")
        self.told.emit(text.format(name=self._offer.supervisor), "ok")
        self.taken.emit()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        if self._sheet is not None:
            self._sheet.refuse(reasons)
            return
        self._show_words(False)
        is_supervisor = self._session is not None and not self._session.is_cadre
        if is_supervisor and self._offer is not None and reasons[0].code == "access.other_programme":
            self._ask_sheet()
        else:
            self.told.emit(self._tools.refusal(reasons), "warn")

    def _ask_sheet(self) -> None:
        """Two programmes become one when the holder of this one's sheet says so."""
        from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog

        assert self._offer is not None
        name = self._offer.supervisor
        dialog = KeySheetDialog(
            self._tools,
            self,
            parts="A",
            title=self.tr("Join this programme to another"),
            sentences=(
                self.tr("{name} invites from another programme than this laptop's.").format(name=name),
                self.tr(
                    "With the sheet of this programme the two become one: {name} then stands above this laptop, the "
                    "cadres go on as they are, and nothing is entered again. This cannot be taken back."
                ).format(name=name),
            ),
            action=self.tr("Join the programmes"),
        )
        dialog.given.connect(self._on_sheet)
        dialog.finished.connect(self._on_sheet_closed)
        self._sheet = dialog
        dialog.open()

    def _on_sheet(self, rows: dict[str, str]) -> None:
        self._take(confirmed=self._is_confirmed, rows=rows)

    def _on_sheet_closed(self, result: int) -> None:
        self._sheet = None

    def _show_words(self, is_shown: bool) -> None:
        self.compare.setVisible(is_shown)
        self.choose_button.setHidden(is_shown)
        self.changed.emit()
