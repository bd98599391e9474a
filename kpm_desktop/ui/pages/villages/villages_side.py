"""Beside the list of Desa dan kader: what was opened last, whose receipt can be made, and what waits for a decision."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.bundles.take_bundle import Opened
from kpm_desktop.commands.supervision.village_overview import Overview
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.count_lines import CountLine, CountLines
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.side_card import SideCard
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.villages.village_rows import LaptopRow
from kpm_desktop.ui.words.bundle_words import account_lines, account_title, missing_sentence


class LastOpenedCard(SideCard):
    """The account of the newest bundle in short, and the receipt of the laptop that is chosen."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, self.tr("Last opened"), parent=parent)
        self._tools = tools
        look = tools.look
        self.body.setSpacing(look.px(6))
        self._title = label(look, "", Text.CAPTION, "text2", wrap=True)
        self._lines = CountLines(look, tools.comma)
        self._missing = label(look, "", Text.CAPTION, "warn", wrap=True)
        self._receipt_for = label(look, "", Text.CAPTION, "text2", wrap=True)
        self.receipt_button = Button(look, self.tr("Receipt"), icon="upload", shortcut="T", small=True)
        self.receipt_button.give_way()
        for widget in (self._title, self._lines, self._missing, self._receipt_for, self.receipt_button):
            self.body.addWidget(widget)

    def show_opened(self, opened: Opened | None) -> None:
        """What the newest bundle brought; None before any was opened."""
        self._lines.setVisible(opened is not None)
        missing = missing_sentence(opened) if opened is not None else ""
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        if opened is None:
            self._title.setText(self.tr("Drag the files of a stick here, or press Ctrl O."))
            return
        moment = day_and_clock(opened.at, self._tools.calendar, self._tools.today())
        self._title.setText(f"{account_title(opened)} · {moment}")
        lines = account_lines(opened)
        self._lines.show_lines([*lines[:2], *(line for line in lines[2:] if line.number)])

    def show_laptop(self, row: object) -> None:
        """The row that is chosen; a receipt is made for a laptop that was let in."""
        is_peer = isinstance(row, LaptopRow) and row.laptop.standing == "let_in"
        self.receipt_button.setEnabled(is_peer)
        text = ""
        if isinstance(row, LaptopRow) and is_peer:
            made = (
                self.tr("Receipt of {name}: not made yet") if row.laptop.is_due else self.tr("Receipt of {name}: made")
            )
            text = made.format(name=row.name)
        self._receipt_for.setText(text)
        self._receipt_for.setVisible(bool(text))


class ToDecideCard(SideCard):
    """`chosen` gives the key of the page where something is decided."""

    chosen = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, self.tr("To be decided"), parent=parent)
        self._lines = CountLines(tools.look, tools.comma)
        self._lines.chosen.connect(self.chosen)
        self.body.addWidget(self._lines)
        self.body.addStretch(1)

    def show_overview(self, overview: Overview) -> None:
        """How much of each kind waits."""
        decisions = overview.decisions
        lines = [
            ("git-pull-request-arrow", "risk", decisions.differ, self.tr("entries differ"), "keputusan"),
            ("shield-alert", "warn", decisions.repair, self.tr("to be repaired"), "keputusan"),
            ("circle-dashed", "warn", decisions.missing, self.tr("gaps in the numbers"), "keputusan"),
            ("message-square", "warn", decisions.questions, self.tr("questions"), "keputusan"),
            ("mail-check", "warn", overview.waiting, self.tr("laptops wait"), "undangan"),
        ]
        self._lines.show_lines(
            [
                CountLine(icon, tone if count else "text2", count, noun, self.tr("open") if count else "", key)
                for icon, tone, count, noun, key in lines
            ]
        )
