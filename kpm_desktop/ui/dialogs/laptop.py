"""A laptop that reports here, or wants to: its six words, its villages, how far its work came, and its admission."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kpm_desktop.commands.accept_device import Accepted, accept_device
from kpm_desktop.commands.laptop_details import LaptopDetails
from kpm_desktop.commands.revoke_device import Ordered, release_device, revoke_device
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.changes_hub import ALL
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.six_words import SixWords
from kpm_desktop.ui.context import Context
from kpm_desktop.ui.copy_words import copies_words
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.jobs import Fault, Progress
from kpm_desktop.ui.moment_words import day_and_clock
from kpm_desktop.ui.place_words import place_title
from kpm_desktop.ui.role_words import role_word
from kpm_desktop.ui.theme import Text
from kpm_desktop.ui.work.supervision import LaptopSeen, laptop_seen

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class LaptopDialog(Dialog):
    """`told` gives a sentence about what was done with the laptop."""

    told = Signal(str)

    def __init__(self, context: Context, device: str, parent: QWidget) -> None:
        super().__init__(context.look, icon="laptop", width=680, parent=parent)
        self._context, self._device = context, device
        self._details: LaptopDetails | None = None
        self.set_title(self.tr("Laptop"))
        self.banner = Banner(self.look)
        self._ask = label(self.look, "", Text.BODY, wrap=True)
        self.words = SixWords(self.look)
        self._facts = QGridLayout()
        self._facts.setColumnMinimumWidth(0, self.look.px(130))
        self._facts.setColumnStretch(1, 1)
        self._facts.setVerticalSpacing(self.look.px(6))
        for widget in (self.banner, self._ask, self.words):
            self.body.addWidget(widget)
        self.body.addLayout(self._facts)
        self.body.addStretch(1)
        self.close_button = self.add_close(self.tr("Close"))
        self.action_button: Button | None = None
        self._run(partial(laptop_seen, device=device), self._on_seen)

    def _run(self, work: Callable[["Store"], Any], finished: Callable[[Any], object]) -> None:
        def job(progress: Progress) -> Any:
            return work(self._context.session.store)

        self._context.tools.jobs.run(job, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_seen(self, seen: LaptopSeen) -> None:
        details = seen.details
        self._details = details
        self.set_title(details.name, self._standing_words(details))
        self.words.show_words(details.words)
        self._ask.setText(self._what_to_do(details))
        self._show_facts(seen)
        self._add_action(details)
        self.fit()

    def _standing_words(self, details: LaptopDetails) -> str:
        words = {
            "let_in": self.tr("Delivers here"),
            "waiting": self.tr("Waits for its six words to be compared"),
            "revoked": self.tr("Stopped: what it writes now is kept and not counted"),
        }
        return words[details.standing]

    def _what_to_do(self, details: LaptopDetails) -> str:
        if details.waits_for is not None:
            told = self._context.tools.refusal([details.waits_for])
            ask = self.tr('Call the cadre. On her laptop the words stand under "This laptop". Compare all six.')
            return f"{told}\n{ask}"
        return self.tr("The six words of this laptop, to be compared by telephone:")

    def _show_facts(self, seen: LaptopSeen) -> None:
        details, names = seen.details, seen.names
        calendar, today = self._context.tools.calendar, self._context.tools.today()
        last = self.tr("no bundle yet")
        if details.last_delivery:
            moment = day_and_clock(details.last_delivery, calendar, today)
            last = self.tr("{moment}, bundle {number}").format(moment=moment, number=details.last_number)
        facts = [
            (self.tr("Name on the laptop"), details.device_name),
            (self.tr("Role"), role_word(details.role)),
            (self.tr("Villages"), ", ".join(place_title(names[code]) for code in details.regions)),
            (self.tr("Last bundle"), last if details.standing != "waiting" else ""),
            (
                self.tr("Records held up to"),
                ", ".join(
                    self.tr("no {number} ({village})").format(number=number, village=place_title(names[code]))
                    for code, number in details.numbers
                ),
            ),
            (self.tr("Copies"), copies_words(details.copies, calendar)),
        ]
        for row, (name, value) in enumerate((name, value) for name, value in facts if value):
            self._facts.addWidget(label(self.look, name, Text.CAPTION, "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(self.look, value, Text.BODY, wrap=True), row, 1)

    def _add_action(self, details: LaptopDetails) -> None:
        if details.standing == "waiting":
            self.action_button = self.add_button(self.tr("All six the same: let it in"), kind="primary", icon="check")
            self.action_button.clicked.connect(self._on_accept)
            self.note.setText(self.tr("If some differ: close. Its bundles wait, nothing is lost."))
            self.close_button.setFocus()
        elif details.standing == "let_in":
            self.action_button = self.add_button(self.tr("Stop this laptop…"))
            self.action_button.clicked.connect(self._on_revoke)
        else:
            self.action_button = self.add_button(self.tr("Count its work again"))
            self.action_button.clicked.connect(self._on_release)

    def _on_accept(self) -> None:
        self._decide(accept_device, self._on_accepted)

    def _on_revoke(self) -> None:
        assert self._details is not None
        dialog = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Stop the laptop of {name}?").format(name=self._details.name),
            sentences=(
                self.tr("For a laptop that was lost, stolen or given away."),
                self.tr(
                    "What came in so far still counts. What it writes from now on is kept, but counted nowhere "
                    "until you count it again."
                ),
            ),
            action=self.tr("Stop it"),
        )
        dialog.confirmed.connect(self._on_revoke_confirmed)
        dialog.open()

    def _on_revoke_confirmed(self) -> None:
        self._decide(revoke_device, self._on_revoked)

    def _on_release(self) -> None:
        self._decide(release_device, self._on_released)

    def _decide(self, command: Callable[..., Any], finished: Callable[[Any], object]) -> None:
        assert self.action_button is not None
        self.action_button.setEnabled(False)
        self._run(partial(command, asked=self._device), finished)

    def _on_accepted(self, accepted: Accepted) -> None:
        text = self.tr("{name} was let in. {count} changes that had waited came in.")
        self._finish(text.format(name=accepted.name, count=accepted.changes))

    def _on_revoked(self, ordered: Ordered) -> None:
        self._finish(self.tr("The laptop of {name} was stopped.").format(name=ordered.peer.name))

    def _on_released(self, ordered: Ordered) -> None:
        text = self.tr("What is held of the laptop of {name} counts again.")
        self._finish(text.format(name=ordered.peer.name))

    def _finish(self, sentence: str) -> None:
        self._context.hub.announce([ALL])
        self.told.emit(sentence)
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._say(self._context.tools.refusal(reasons), "warn")

    def _on_failed(self, fault: Fault) -> None:
        self._say(self._context.tools.fault(fault), "risk")

    def _say(self, sentence: str, tone: str) -> None:
        self.banner.tell(sentence, tone)
        if self.action_button is not None:
            self.action_button.setEnabled(True)
