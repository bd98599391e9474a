"""The account of one opened file: who, how much came in, what waits, what was refused and why, what to do now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.bundles.take_bundle import Opened
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.count_lines import CountLines
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.bundle_words import (
    account_lines,
    account_title,
    missing_sentence,
    outcome_sentence,
    standing_sentences,
)
from kpm_desktop.ui.words.returned_words import remarks_sentence


class AccountCard(Card):
    """`compare_asked` gives the key of a device whose eight words are to be compared."""

    compare_asked = Signal(str)

    def __init__(self, tools: Tools, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent=parent)
        look = tools.look
        self._opened = opened
        self.body.setSpacing(look.px(6))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(label(look, account_title(opened), Text.BODY_STRONG, wrap=True), 1)
        head.addWidget(self._chip(tools))
        self.body.addLayout(head)
        if opened.outcome in ("taken", "held"):
            self.body.addLayout(self._numbers(tools))
        for sentence, tone in self._sentences(tools):
            self.body.addWidget(label(look, sentence, Text.BODY, tone, wrap=True))
        if opened.waits_for is not None:
            self._add_compare(tools)
        self.setAccessibleName(account_title(opened))

    def _chip(self, tools: Tools) -> Chip:
        opened = self._opened
        if opened.outcome == "refused":
            return Chip(tools.look, self.tr("refused"), "risk")
        if opened.waiting or opened.left or opened.waits_for is not None or opened.outcome == "newer":
            return Chip(tools.look, self.tr("waits"), "warn", icon="hourglass")
        if opened.is_revoked:
            return Chip(tools.look, self.tr("not counted"), "warn", icon="lock")
        if opened.refused:
            return Chip(tools.look, self.tr("partly refused"), "risk")
        if opened.outcome == "taken":
            return Chip(tools.look, self.tr("came in"), "ok")
        return Chip(tools.look, self.tr("nothing new"), "neu")

    def _numbers(self, tools: Tools) -> QHBoxLayout:
        """Two columns, so that several accounts fit on the page; what did not happen beside coming in is left out."""
        came, held, *rest = account_lines(self._opened)
        others = [line for line in rest if line.number]
        row = QHBoxLayout()
        row.setSpacing(tools.look.px(24))
        for part in ([came, *others[1:]], [held, *others[:1]]):
            column = QVBoxLayout()
            shown = CountLines(tools.look, tools.comma)
            shown.show_lines(part)
            column.addWidget(shown)
            column.addStretch(1)
            row.addLayout(column, 1)
        return row

    def _sentences(self, tools: Tools) -> list[tuple[str, str]]:
        opened = self._opened
        found = [(outcome_sentence(opened), "text2"), (missing_sentence(opened), "warn")]
        found += standing_sentences(opened)
        if opened.full:
            text = self.tr(
                "{count} changes were not taken: that laptop writes from too many copies of its disk. What came in and "
                "goes on from there counts."
            )
            found.append((text.format(count=opened.full), "warn"))
        if opened.returned is not None:
            found.append((remarks_sentence(opened.returned), "text2"))
        if opened.waits_for is not None:
            found.append((tools.refusal([opened.waits_for]), "warn"))
        elif opened.waiting:
            text = self.tr("{count} changes wait until somebody vouches for the laptop that wrote them; they are kept.")
            found.append((text.format(count=opened.waiting), "warn"))
        if opened.reasons:
            found.append((tools.refusal(opened.reasons), "warn" if opened.outcome == "newer" else "risk"))
        if opened.outcome == "refused":
            found.append((self.tr("Nothing is lost."), "text2"))
        return [(sentence, tone) for sentence, tone in found if sentence]

    def _add_compare(self, tools: Tools) -> None:
        row = QHBoxLayout()
        button = Button(tools.look, self.tr("Compare the eight words…"), icon="mail-check", small=True)
        button.clicked.connect(self._on_compare)
        row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _on_compare(self) -> None:
        self.compare_asked.emit(self._opened.sender)
