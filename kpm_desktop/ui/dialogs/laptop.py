"""A laptop that reports here, or wants to: its words, its villages, how far its work came, and its admission."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kpm_desktop.commands.access.accept_device import Accepted, accept_device
from kpm_desktop.commands.access.programme_sheet import release_with, revoke_with
from kpm_desktop.commands.access.revoke_device import Ordered, release_device, revoke_device
from kpm_desktop.commands.access.turn_away import TurnedAway, turn_away_device
from kpm_desktop.commands.supervision.laptop_details import LaptopDetails, LaptopSeen, laptop_seen
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.eight_words import EightWords
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.dialogs.laptop_words import (
    LIFT,
    accepted_sentence,
    facts,
    release_choices,
    released_sentence,
    revoked_sentence,
    revoking_words,
    standing_words,
    what_to_do,
)
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR
from kpm_desktop.ui.look.theme import Text
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
        self.words = EightWords(self.look)
        self._facts = QGridLayout()
        self._facts.setColumnMinimumWidth(0, self.look.px(130))
        self._facts.setColumnStretch(1, 1)
        self._facts.setVerticalSpacing(self.look.px(6))
        self.above.addWidget(self.banner)
        for widget in (self._ask, self.words):
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
        self.set_title(details.name, standing_words(details))
        self.words.show_words(details.words)
        self._ask.setText(what_to_do(details, self._context.tools))
        self._show_facts(seen)
        self._add_action(details)
        self.fit()

    def _show_facts(self, seen: LaptopSeen) -> None:
        for row, (name, value) in enumerate(facts(seen, self._context.tools)):
            self._facts.addWidget(label(self.look, name, Text.CAPTION, "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(self.look, value, Text.BODY, wrap=True), row, 1)

    def _add_action(self, details: LaptopDetails) -> None:
        if details.standing == "waiting":
            self._add_role()
            self.action_button = self.add_button(self.tr("All eight the same: let it in"), kind="primary", icon="check")
            self.action_button.clicked.connect(self._on_accept)
            self.decline_button = self.add_button(self.tr("Turn it away…"), before=self.action_button)
            self.decline_button.clicked.connect(self._on_decline)
            self.note.setText(self.tr("If some differ: close. Its bundles wait, nothing is lost."))
            self.close_button.setFocus()
        elif details.standing == "revoked":
            self._add_release(details)
        elif details.may_accept:
            self._add_role()
            self.action_button = self.add_button(self.tr("All eight the same: let it in"), kind="primary", icon="check")
            self.action_button.clicked.connect(self._on_accept)
            self.revoke_button = self.add_button(
                self.tr("Revoke…") if details.may_order else self.tr("Revoke with the sheet…"),
                before=self.action_button,
            )
            self.revoke_button.clicked.connect(self._on_revoke)
            self.note.setText(self.tr("What came of it was let in by somebody else and counts once you let it in too."))
            self.close_button.setFocus()
        else:
            if details.standing == "elsewhere" and details.may_order:
                self.receipt_button = self.add_button(self.tr("Make a receipt…"), icon="upload")
                self.receipt_button.clicked.connect(self._on_receipt)
                self.note.setText(self.tr("A receipt makes this laptop known to it; it then delivers here too."))
            self.action_button = self.add_button(
                self.tr("Revoke…") if details.may_order else self.tr("Revoke with the sheet…")
            )
            self.action_button.clicked.connect(self._on_revoke)

    def _add_role(self) -> None:
        """As what it is let in: a person says so, whatever its invitation was for."""
        self.role = ChoiceField(self.look, [(role, role_word(role)) for role in (CADRE, SUPERVISOR)], required=True)
        self.role.setAccessibleName(self.tr("Let in as"))
        row = self._facts.rowCount()
        heading = label(self.look, self.tr("Let in as"), Text.CAPTION, "text2")
        self._facts.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._facts.addWidget(self.role, row, 1)

    def _add_release(self, details: LaptopDetails) -> None:
        """All that is set aside, or what was written up to a day."""
        self.up_to = ChoiceField(self.look, release_choices(details, self._context.tools), required=True)
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
        self._decide(partial(accept_device, asked=self._device, role=self.role.value() or CADRE), self._on_accepted)

    def _on_decline(self) -> None:
        assert self._details is not None
        dialog = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Turn the laptop of {name} away?").format(name=self._details.name),
            sentences=(
                self.tr("It is asked about no more, and nothing of it counts."),
                self.tr("What it sent stays kept. If it was right after all, write a fresh invitation for it."),
            ),
            action=self.tr("Turn it away"),
        )
        dialog.confirmed.connect(self._on_decline_confirmed)
        dialog.open()

    def _on_decline_confirmed(self) -> None:
        self._decide(partial(turn_away_device, asked=self._device), self._on_declined)

    def _on_declined(self, declined: TurnedAway) -> None:
        text = self.tr("{name} was turned away. What the laptop sent stays kept.")
        self._finish(text.format(name=declined.name))

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
            sentences=revoking_words(details, self._context.tools),
            action=self.tr("Revoke it"),
        )
        dialog.confirmed.connect(self._on_revoke_confirmed)
        dialog.open()

    def _ask_sheet(self, title: str, given: Callable[[Any], object]) -> None:
        assert self._details is not None
        sheet = KeySheetDialog(
            self._context.tools,
            self,
            parts="A",
            title=title,
            sentences=(
                self.tr("Nobody stands above this laptop but the programme's key."),
                *revoking_words(self._details, self._context.tools)[1:],
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
        work = partial(release_with, rows=rows, device=self._device, changes=self._chosen(), lift=self._lifts())
        self._decide(work, self._on_released)

    def _on_revoke_confirmed(self) -> None:
        self._decide(partial(revoke_device, asked=self._device), self._on_revoked)

    def _on_release(self) -> None:
        assert self._details is not None
        if not self._details.may_order:
            title = self.tr("Count the work of {name}").format(name=self._details.name)
            self._ask_sheet(title, self._on_release_sheet)
            return
        work = partial(release_device, asked=self._device, changes=self._chosen(), lift=self._lifts())
        self._decide(work, self._on_released)

    def _chosen(self) -> tuple[str, ...]:
        """The changes to name; none for all."""
        assert self._details is not None
        at = self.up_to.value()
        return self._details.set_aside[int(at)].release if at and at != LIFT else ()

    def _lifts(self) -> bool:
        """Whether it shall not be revoked any more."""
        return self.up_to.value() == LIFT

    def _decide(self, command: Callable[["Store"], Any], finished: Callable[[Any], object]) -> None:
        assert self.action_button is not None
        self.action_button.setEnabled(False)
        self._run(command, finished)

    def _on_accepted(self, accepted: Accepted) -> None:
        self._finish(accepted_sentence(accepted, self._context.tools))

    def _on_revoked(self, ordered: Ordered) -> None:
        self._finish(revoked_sentence(ordered, self._context.tools))

    def _on_released(self, ordered: Ordered) -> None:
        self._finish(released_sentence(ordered, self._context.tools))

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
