"""A laptop that reports here, or wants to: its six words, its villages, how far its work came, and its admission."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kpm_desktop.commands.access.accept_device import Accepted, accept_device
from kpm_desktop.commands.access.programme_sheet import release_with, revoke_with
from kpm_desktop.commands.access.revoke_device import Ordered, release_device, revoke_device
from kpm_desktop.commands.supervision.laptop_details import LaptopDetails, LaptopSeen, laptop_seen
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.six_words import SixWords
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.session import SUPERVISOR
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.copy_words import copies_words
from kpm_desktop.ui.words.place_words import place_title
from kpm_desktop.ui.words.role_words import role_word

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class LaptopDialog(Dialog):
    """`told` gives a sentence about what was done with the laptop, `receipt_asked` its key: a receipt is wanted."""

    told = Signal(str)
    receipt_asked = Signal(str)

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
            "upstream": self.tr("Receives from this laptop"),
            "elsewhere": self.tr("Delivers to another supervisor"),
            "waiting": self.tr("Waits for its six words to be compared"),
            "revoked": self.tr("Revoked: what it writes now is kept and not counted"),
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
            (self.tr("Last bundle"), last if details.standing in ("let_in", "revoked") else ""),
            (
                self.tr("Records held up to"),
                ", ".join(
                    self.tr("no {number} ({village})").format(number=number, village=place_title(names[code]))
                    for code, number in details.numbers
                ),
            ),
            (self.tr("Copies"), copies_words(details.copies, calendar)),
            (self.tr("Waiting"), self._changes(details.waiting)),
            (self.tr("Counted"), self._changes(details.counting) if details.standing == "revoked" else ""),
            (self.tr("Kept, not counted"), self._set_aside_words(details)),
        ]
        for row, (name, value) in enumerate((name, value) for name, value in facts if value):
            self._facts.addWidget(label(self.look, name, Text.CAPTION, "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(self.look, value, Text.BODY, wrap=True), row, 1)

    def _changes(self, count: int) -> str:
        return self.tr("{count} changes").format(count=self._grouped(count)) if count else ""

    def _grouped(self, count: int) -> str:
        return grouped(count, self._context.tools.comma)

    def _set_aside_words(self, details: LaptopDetails) -> str:
        if details.standing != "revoked":
            return ""
        if not details.set_aside:
            return self.tr("none so far")
        calendar, days = self._context.tools.calendar, details.set_aside
        first, last = (calendar.short_day(day.day, self._context.tools.today()) for day in (days[0], days[-1]))
        count = self._changes(sum(day.count for day in days))
        when = first if first == last else f"{first} – {last}"
        return self.tr("{changes}, written {when}").format(changes=count, when=when)

    def _add_action(self, details: LaptopDetails) -> None:
        if details.standing == "waiting":
            self.action_button = self.add_button(self.tr("All six the same: let it in"), kind="primary", icon="check")
            self.action_button.clicked.connect(self._on_accept)
            self.note.setText(self.tr("If some differ: close. Its bundles wait, nothing is lost."))
            self.close_button.setFocus()
        elif details.standing == "revoked":
            if details.set_aside:
                self._add_release(details)
        else:
            if details.standing == "elsewhere" and details.may_order:
                self.receipt_button = self.add_button(self.tr("Make a receipt…"), icon="upload")
                self.receipt_button.clicked.connect(self._on_receipt)
                self.note.setText(self.tr("A receipt makes this laptop known to it; it then delivers here too."))
            self.action_button = self.add_button(
                self.tr("Revoke…") if details.may_order else self.tr("Revoke with the sheet…")
            )
            self.action_button.clicked.connect(self._on_revoke)

    def _add_release(self, details: LaptopDetails) -> None:
        """All that is set aside, or what was written up to a day."""
        calendar, today = self._context.tools.calendar, self._context.tools.today()
        choices = [("", self.tr("all of it"))]
        for at, day in enumerate(details.set_aside[:-1]):
            count = sum(each.count for each in details.set_aside[: at + 1])
            text = self.tr("up to {day}: {changes}")
            choices.append((str(at), text.format(day=calendar.short_day(day.day, today), changes=self._changes(count))))
        self.up_to = ChoiceField(self.look, choices, required=True)
        self.up_to.setAccessibleName(self.tr("What to count"))
        row = self._facts.rowCount()
        heading = label(self.look, self.tr("Genuine after all"), Text.CAPTION, "text2")
        self._facts.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._facts.addWidget(self.up_to, row, 1)
        self.action_button = self.add_button(
            self.tr("Count this work") if details.may_order else self.tr("Count it with the sheet…"), icon="check"
        )
        self.action_button.clicked.connect(self._on_release)
        self.note.setText(self.tr("What was on the way when the laptop was revoked is often genuine."))

    def _on_accept(self) -> None:
        self._decide(partial(accept_device, asked=self._device), self._on_accepted)

    def _on_receipt(self) -> None:
        self.receipt_asked.emit(self._device)
        self.accept()

    def _on_revoke(self) -> None:
        assert self._details is not None
        details = self._details
        if not details.may_order:
            self._ask_sheet(self.tr("Revoke the laptop of {name}").format(name=details.name), self._on_revoke_sheet)
            return
        dialog = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Revoke the laptop of {name}?").format(name=details.name),
            sentences=self._meaning(details),
            action=self.tr("Revoke it"),
        )
        dialog.confirmed.connect(self._on_revoke_confirmed)
        dialog.open()

    def _meaning(self, details: LaptopDetails) -> tuple[str, ...]:
        kept = self.tr("What came in so far still counts: {changes}.")
        later = self.tr(
            "What it writes from now on is kept and passed on, but counted nowhere until you count it again."
        )
        sentences = [
            self.tr("For a laptop that was lost, stolen or given away."),
            kept.format(changes=self._changes(details.counting) or self.tr("nothing")),
            later,
        ]
        if details.role == SUPERVISOR:
            sentences.append(
                self.tr(
                    "Laptops it let in before stay let in; those it lets in later do not count. Nothing is sent to it "
                    "any more."
                )
            )
        return tuple(sentences)

    def _ask_sheet(self, title: str, given: Callable[[Any], object]) -> None:
        assert self._details is not None
        sheet = KeySheetDialog(
            self._context.tools,
            self,
            parts="A",
            title=title,
            sentences=(
                self.tr("Nobody stands above this laptop but the programme's key."),
                *self._meaning(self._details)[1:],
            ),
            action=title,
        )
        sheet.given.connect(given)
        sheet.open()

    def _sheet(self) -> KeySheetDialog | None:
        """The dialog that asks for the sheet, while it is open."""
        return self.findChild(KeySheetDialog)

    def _on_revoke_sheet(self, rows: dict[str, str]) -> None:
        self._decide(partial(revoke_with, rows=rows, device=self._device), self._on_revoked)

    def _on_release_sheet(self, rows: dict[str, str]) -> None:
        work = partial(release_with, rows=rows, device=self._device, changes=self._chosen())
        self._decide(work, self._on_released)

    def _on_revoke_confirmed(self) -> None:
        self._decide(partial(revoke_device, asked=self._device), self._on_revoked)

    def _on_release(self) -> None:
        assert self._details is not None
        if not self._details.may_order:
            title = self.tr("Count the work of {name}").format(name=self._details.name)
            self._ask_sheet(title, self._on_release_sheet)
            return
        self._decide(partial(release_device, asked=self._device, changes=self._chosen()), self._on_released)

    def _chosen(self) -> tuple[str, ...]:
        """The changes to name; none for all."""
        assert self._details is not None
        at = self.up_to.value()
        return self._details.set_aside[int(at)].release if at else ()

    def _decide(self, command: Callable[["Store"], Any], finished: Callable[[Any], object]) -> None:
        assert self.action_button is not None
        self.action_button.setEnabled(False)
        self._run(command, finished)

    def _on_accepted(self, accepted: Accepted) -> None:
        text = self.tr("{name} was let in. {count} changes that had waited came in.")
        self._finish(text.format(name=accepted.name, count=self._grouped(accepted.changes)))

    def _on_revoked(self, ordered: Ordered) -> None:
        text = self.tr("The laptop of {name} was revoked. {count} changes of it still count.")
        self._finish(text.format(name=ordered.name, count=self._grouped(ordered.counting)))

    def _on_released(self, ordered: Ordered) -> None:
        text = self.tr("{count} changes of the laptop of {name} count now; {rest} are kept and not counted.")
        counting, rest = self._grouped(ordered.counting), self._grouped(ordered.set_aside)
        self._finish(text.format(name=ordered.name, count=counting, rest=rest))

    def _finish(self, sentence: str) -> None:
        sheet = self._sheet()
        if sheet is not None:
            sheet.accept()
        self._context.hub.announce([ALL])
        self.told.emit(sentence)
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        sheet = self._sheet()
        if sheet is not None:
            sheet.refuse(reasons)
        self._say(self._context.tools.refusal(reasons), "warn")

    def _on_failed(self, fault: Fault) -> None:
        self._say(self._context.tools.fault(fault), "risk")

    def _say(self, sentence: str, tone: str) -> None:
        self.banner.tell(sentence, tone)
        if self.action_button is not None:
            self.action_button.setEnabled(True)
