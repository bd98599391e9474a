"""Tentang laptop ini: its words, what is recorded on it, what waits, and who is known here."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.access.revoked_here import RevokedSeen, revoked_seen
from kpm_desktop.commands.bundles.laptop_copies import Copies, own_copies
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.eight_words import EightWords
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.reading_area import ReadingArea
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.settings.own_profile import status
from kpm_desktop.ui.words.copy_words import own_copies_words
from kpm_desktop.ui.words.delivery_words import waiting
from kpm_desktop.ui.words.place_words import places_title, within_words
from kpm_desktop.ui.words.revoked_words import revoked_here_words

#: The kinds of records people know; the others are the program's own.
_SHOWN = frozenset(
    {
        "household",
        "person",
        "pregnancy",
        "pregnancy_visit",
        "child_visit",
        "immunization",
        "paud_attendance",
        "posyandu",
        "referral",
        "obstacle",
        "education_session",
    }
)


class ThisLaptopPage(Page):
    """What `kpm status` says, in words."""

    interests = frozenset({ALL})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        session = context.session
        where = places_title(session.places)
        within = within_words(session.places[0]) if len(session.places) == 1 else ""
        title = PageHeading(self.look, self.tr("This laptop"), f"{where} · {within}" if within else where)
        self.column.addWidget(title)
        self.gone = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        self.gone.hide()
        self.column.addWidget(self.gone)
        text = self.tr(
            "Others who use this laptop can look into this profile's folder, {folder}. What is in it is encrypted; "
            "keep it in a folder of your own."
        )
        self.folder_open = label(self.look, text.format(folder=session.folder), Text.CAPTION, "warn", wrap=True)
        self.folder_open.hide()
        self.column.addWidget(self.folder_open)
        self.stopped = Banner(self.look, self)
        self.column.addWidget(self.stopped)
        self.column.addWidget(self.banner)
        inside = BreakingRow(self.look.px(16), shrinks=True)
        inside.setProperty("role", "plain")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(self.look.px(16))
            inside.add(column, 1)
        left.addWidget(self._words_card())
        self.waits = _Lines(self, self.tr("What waits"))
        left.addWidget(self.waits)
        left.addStretch(1)
        self.records = _Lines(self, self.tr("Recorded here"))
        self.peers = _Lines(self, self.tr("Other laptops"))
        right.addWidget(self.records)
        right.addWidget(self.peers)
        right.addStretch(1)
        area = ReadingArea(self.tr("This laptop"), inside)
        self.lead_to(area)
        self.column.addWidget(area, 1)

    def load(self) -> None:
        """Asks for the status."""
        self.ask(status, self._on_status)
        self.ask(own_copies, self._on_copies)
        self.ask(revoked_seen, self._on_revoked)

    def _words_card(self) -> Card:
        card = Card(self.look, self.tr("Its eight words"))
        self.words = EightWords(self.look)
        text = self.tr("Read them out by telephone when the supervisor asks which laptop this is.")
        if not self.context.session.is_cadre:
            text = self.tr("Read them out by telephone when somebody asks which laptop this is.")
        card.body.addWidget(label(self.look, text, Text.CAPTION, "text2", wrap=True))
        card.body.addWidget(self.words)
        self.copies = label(self.look, "", Text.BODY, "warn", wrap=True)
        self.copies.hide()
        card.body.addWidget(self.copies)
        self.unsigned = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        self.unsigned.hide()
        card.body.addWidget(self.unsigned)
        return card

    def _show_recovery(self, recovery: str | None) -> None:
        """Whose word the programme's recovery key is: said where it is only the inviter's."""
        told = self.tr(
            "The programme's recovery key is not signed: this laptop uses the one named in its invitation. "
            "Whoever holds the programme's key sheet signs it the next time it is used."
        )
        self.unsigned.setText(told)
        self.unsigned.setVisible(recovery == "unsigned")

    def _on_status(self, found: dict[str, Any]) -> None:
        self.words.show_words(tuple(found["words"]))
        self._show_gone(found["gone_regions"])
        self.folder_open.setVisible(not found["folder_is_private"])
        self._show_recovery(found["recovery"])
        tools, counts = self.context.tools, found["counts"].items()
        known = [(kind, count) for kind, count in counts if count and kind in _SHOWN]
        lines = [(tools.words.many(kind), grouped(count, tools.comma)) for kind, count in known]
        self.records.show_lines(lines, self.tr("Nothing recorded yet."))
        self.waits.show_lines(self._waiting(found), self.tr("Nothing waits."))
        self.peers.show_lines([self._peer(peer) for peer in found["devices"]], self._no_peers())

    def _show_gone(self, regions: list[dict[str, Any]]) -> None:
        """Codes the list of today does not have; nobody has to do anything about it."""
        told = [self._gone_words(region) for region in regions]
        self.gone.setText("\n".join(told))
        self.gone.setVisible(bool(told))

    def _gone_words(self, region: dict[str, Any]) -> str:
        name, code = region["name"], region["code"]
        if not region["now"]:
            text = self.tr("{name} ({code}) is no longer in the list of regions. This laptop keeps working under it.")
            return text.format(name=name, code=code)
        now = ", ".join(f"{place['name']} ({place['code']})" for place in region["now"])
        text = self.tr("{name} ({code}) is {now} in the list of today. This laptop keeps working under the old code.")
        return text.format(name=name, code=code, now=now)

    def _on_revoked(self, seen: RevokedSeen) -> None:
        sentence = revoked_here_words(seen, self.context.tools)
        if sentence:
            self.stopped.tell(sentence, "warn", closable=False)
        else:
            self.stopped.hide()

    def _on_copies(self, found: Copies) -> None:
        told = own_copies_words(found, self.context.tools.calendar)
        self.copies.setText(told)
        self.copies.setVisible(bool(told))

    def _waiting(self, found: dict[str, Any]) -> list[tuple[str, str]]:
        unsent, unanswered = waiting(found)
        lines = (
            (self.tr("Changes not sent yet"), unsent),
            (self.tr("Changes without a receipt yet"), unanswered),
            (self.tr("Drafts"), found["drafts"]),
            (self.tr("Entries that differ"), found["conflicts"]),
            (self.tr("To be repaired"), found["quarantine"]),
            (self.tr("Places where numbers are missing"), len(found["missing"])),
        )
        return [(words, str(count)) for words, count in lines if count]

    def _peer(self, peer: dict[str, Any]) -> tuple[str, str]:
        number = peer["last_bundle"]
        if peer["upstream"]:
            role, last = self.tr("receives from here"), self.tr("last receipt no {number}")
            nothing = self.tr("no receipt yet")
        else:
            role, last = self.tr("delivers here"), self.tr("last delivery no {number}")
            nothing = self.tr("no delivery yet")
        return f"{peer['name']} ({role})", last.format(number=number) if number else nothing

    def _no_peers(self) -> str:
        if self.context.session.is_cadre:
            return self.tr("None yet. The supervisor's invitation makes the first one known.")
        return self.tr("None yet. Invite a cadre, then the first delivery comes in.")


class _Lines(Card):
    """A card of names and numbers."""

    def __init__(self, page: Page, heading: str) -> None:
        super().__init__(page.look, heading)
        self._look = page.look
        self._holder = QWidget()
        self.body.addWidget(self._holder)

    def show_lines(self, lines: list[tuple[str, str]], empty: str) -> None:
        """Shows other lines, or what to say when there are none."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(self._look.px(6))
        grid.setColumnStretch(0, 1)
        for row, (words, value) in enumerate(lines):
            grid.addWidget(label(self._look, words, wrap=True), row, 0)
            shown = label(self._look, value)
            shown.setFont(self._look.font(Text.BODY_STRONG, tabular=True))
            grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight)
        if not lines:
            grid.addWidget(label(self._look, empty, Text.BODY, "text2", wrap=True), 0, 0)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
