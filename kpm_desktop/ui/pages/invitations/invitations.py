"""Undangan: invitations for cadres' laptops, what became of them, and laptops that wait for their eight words."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.access.programme_sheet import recover_with
from kpm_desktop.commands.access.recover_programme import Recovered
from kpm_desktop.commands.access.turn_away import take_back_invitation
from kpm_desktop.commands.supervision.invitation_list import InvitationsSeen, invitations_seen
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.columns import ColumnDelegate
from kpm_desktop.ui.components.eight_words import EightWords
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.side_card import SideCard
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.dialogs.receipts import ReceiptMaker
from kpm_desktop.ui.frame.changes_hub import ALL, DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.invitations.invitation_rows import COLUMNS, HEIGHT, NARROW, InvitationRow, invitation_rows
from kpm_desktop.ui.pages.invitations.invite import InviteDialog

SIDE_WIDTH = 340


class InvitationsPage(ListPage):
    """Enter on a laptop that waits opens its eight words."""

    interests = frozenset({DELIVERY, DEVICES})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._needs_sheet: bool | None = None
        self.receipts = ReceiptMaker(self)
        self._wants_new = False
        self.put_heading(
            self.tr("Invitations"), self.tr("With an invitation a laptop can send its records here"), *self._actions()
        )
        self.heading.subtitle.setWordWrap(True)
        self.put_list(self._list_card(), self._side())

    def load(self) -> None:
        """Asks for the invitations."""
        self.ask(partial(invitations_seen, today=self.context.tools.today()), self._on_seen)

    def arrive(self, what: object) -> None:
        """`new` opens the dialog; anything else chooses a row by its key."""
        if what == "new":
            self._on_invite()
        elif isinstance(what, str):
            self.list.choose(what)
            self.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Ctrl U", self.tr("Invite somebody")),
            ("Enter", self.tr("Compare the eight words of the chosen laptop, or take an invitation back")),
        ]

    def _actions(self) -> tuple[Button, Button]:
        self.recover_button = Button(self.look, self.tr("Recover a programme…"), icon="key-round")
        self.recover_button.setToolTip(self.tr("With the sheet that was locked away"))
        self.recover_button.clicked.connect(self._on_recover)
        self.recover_button.hide()
        self.invite_button = Button(
            self.look, self.tr("Invite a cadre"), kind="primary", icon="mail-check", shortcut="Ctrl+U"
        )
        self.invite_button.clicked.connect(self._on_invite)
        return self.recover_button, self.invite_button

    def _list_card(self) -> ListCard:
        card = ListCard(
            self.look, self.tr("Invitations"), ColumnDelegate(self.look, COLUMNS, narrow=NARROW, height=HEIGHT)
        )
        card.list.opened.connect(self._on_opened)
        card.put_list()
        card.when_empty(
            "mail-check",
            self.tr("Nobody has been invited yet"),
            detail=self.tr("An invitation is a file. Give it to the cadre by stick or message; her laptop opens it."),
            action=self.tr("Invite a cadre"),
            pressed=self._on_invite,
        )
        return card

    def _side(self) -> QWidget:
        side = SideColumn(self.look, SIDE_WIDTH)
        self._words_card = SideCard(self.look, self.tr("Eight words of the programme"))
        text = self.tr("The cadre sees the same eight words when she opens the invitation. Compare them by telephone.")
        self.words = EightWords(self.look, columns=2)
        self._words_card.body.addWidget(label(self.look, text, Text.CAPTION, "text2", wrap=True))
        self._words_card.body.addWidget(self.words)
        side.column.addWidget(self._words_card)
        side.column.addWidget(self._steps_card())
        side.column.addStretch(1)
        return side

    def _steps_card(self) -> Card:
        card = SideCard(self.look, self.tr("How it goes"))
        card.body.setSpacing(self.look.px(8))
        steps = (
            self.tr("Write an invitation for one person and her villages."),
            self.tr("Give her the file: stick, message, any way will do."),
            self.tr("She opens it on her laptop; you compare eight words by telephone."),
            self.tr("Her first bundle lets her in. If it cannot, she waits here for her own eight words."),
        )
        for number, text in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(self.look.px(8))
            digit = label(self.look, str(number), Text.BODY_STRONG, "accent_text")
            digit.setFixedWidth(self.look.px(16))
            digit.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(digit)
            row.addWidget(label(self.look, text, wrap=True), 1)
            card.body.addLayout(row)
        return card

    def _on_seen(self, seen: InvitationsSeen) -> None:
        tools = self.context.tools
        rows = invitation_rows(seen.listed, seen.names, tools.calendar, tools.today())
        self._needs_sheet = seen.listed.needs_sheet
        self.recover_button.setVisible(seen.listed.needs_sheet)
        self._words_card.setVisible(bool(seen.words))
        self.words.show_words(seen.words)
        self.show_rows(rows)
        if self._wants_new:
            self._on_invite()

    def _on_invite(self) -> None:
        if self._needs_sheet is None:
            self._wants_new = True
            return
        self._wants_new = False
        dialog = InviteDialog(self.context, self, needs_sheet=self._needs_sheet)
        dialog.written.connect(self._on_written)
        dialog.open()

    def _on_recover(self) -> None:
        """The only supervisor's laptop is gone: this one takes her programme over."""
        sheet = KeySheetDialog(
            self.context.tools,
            self,
            parts="AB",
            title=self.tr("Recover the programme from its sheet"),
            sentences=(
                self.tr(
                    "When the supervisor's laptop was lost, burned or broken. This laptop becomes a supervisor of the "
                    "same programme; the cadres go on as they are."
                ),
                self.tr(
                    "Their records come in with their next bundles. Sticks that lie in a drawer are opened under "
                    "Incoming bundles, with the same sheet."
                ),
            ),
            action=self.tr("Recover the programme"),
        )
        sheet.given.connect(self._on_sheet)
        sheet.open()

    def _on_sheet(self, rows: dict[str, str]) -> None:
        self.do(partial(recover_with, rows=rows), self._on_recovered, changed=[ALL])

    def _on_recovered(self, recovered: Recovered) -> None:
        sheet = self.findChild(KeySheetDialog)
        if sheet is not None:
            sheet.accept()
        self.banner.tell(
            self.tr(
                "The programme is recovered. Now invite the cadres, or open the bundles that lie on old sticks and "
                "make receipts: with them their laptops know this one."
            ),
            "ok",
        )

    def on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """Said in the sheet's dialog while it is open."""
        dialog = self.findChild(KeySheetDialog)
        if dialog is not None and dialog.isVisible():
            dialog.refuse(reasons)
        else:
            super().on_refused(reasons)

    def _on_written(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    def _on_opened(self, row: InvitationRow) -> None:
        if row.device:
            dialog = LaptopDialog(self.context, row.device, self)
            dialog.told.connect(self._on_told)
            dialog.receipt_asked.connect(self._on_receipt)
            dialog.open()
        elif row.is_open:
            self._ask_take_back(row)
        else:
            self.banner.tell(self.tr("This invitation does nothing any more; write a new one with Ctrl U."))

    def _ask_take_back(self, row: InvitationRow) -> None:
        ask = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Take the invitation for {name} back?").format(name=row.name),
            sentences=(
                self.tr("Nobody is let in by it any more; who opens it later waits here for the eight words."),
                self.tr("A new one can be written at any time."),
            ),
            action=self.tr("Take it back"),
        )
        ask.confirmed.connect(partial(self._take_back, row.key))
        ask.open()

    def _take_back(self, invitation: str) -> None:
        work = partial(take_back_invitation, invitation=invitation)
        self.do(work, self._on_taken_back, changed=[DEVICES, DELIVERY])

    def _on_taken_back(self, name: str) -> None:
        self._on_told(self.tr("The invitation for {name} was taken back.").format(name=name))

    def _on_receipt(self, device: str) -> None:
        self.receipts.make([device])

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")
