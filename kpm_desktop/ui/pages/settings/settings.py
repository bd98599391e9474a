"""Pengaturan: how the windows look and when they lock, the password, backups."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.preferences import LOCK_MINUTES
from kpm_desktop.ui.look.theme import SCALES, Text
from kpm_desktop.ui.pages.settings.backing_up import BackingUp
from kpm_desktop.ui.pages.settings.backup_card import BackupCard
from kpm_desktop.ui.pages.settings.change_password import ChangePasswordDialog
from kpm_desktop.ui.pages.settings.keys import KeysDialog


class SettingsPage(Page):
    """A change of theme, size or language makes the shell anew."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.column.addWidget(PageHeading(self.look, self.tr("Settings"), self.tr("For this laptop and this profile")))
        self.column.addWidget(self.banner)
        inside = QWidget()
        inside.setProperty("role", "plain")
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(self.look.px(16))
        self.backups = BackupCard(context.tools)
        self.backing_up = BackingUp(self, self.backups)
        self.backing_up.told.connect(self.banner.tell)
        upper = BreakingRow(self.look.px(16), shrinks=True)
        upper.add(self._look_card(), 3)
        upper.add(self._password_card(), 2)
        cards.addWidget(upper)
        cards.addWidget(self.backups)
        cards.addStretch(1)
        self._area = self._scrolled(inside)
        self.column.addWidget(self._area, 1)

    def load(self) -> None:
        """Asks how the backups stand."""
        self.backing_up.look()

    def arrive(self, what: object) -> None:
        """`password` asks for another one, `keys` shows who can open the profile, `backup` asks where to save a
        backup; `backups` shows how they stand."""
        if what == "password":
            self._on_password()
        elif what == "keys":
            self._on_keys()
        elif what == "backup":
            self.backing_up.ask_file()
        elif what == "backups":
            self._area.ensureWidgetVisible(self.backups.now_button)
            self.backups.now_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        """Where the letters are large not everything fits."""
        area = QScrollArea()
        area.setProperty("role", "plain")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _look_card(self) -> Card:
        preferences = self.context.tools.preferences
        card = Card(self.look, self.tr("How it looks"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.px(24))
        grid.setVerticalSpacing(self.look.px(12))
        grid.setColumnStretch(2, 1)
        sizes = (self.tr("Normal"), self.tr("Large"), self.tr("Very large"))
        themes = [("light", self.tr("Light")), ("contrast", self.tr("High contrast"))]
        self.themes = Segments(self.look, self.tr("Colours"), themes)
        self.scales = Segments(self.look, self.tr("Text size"), list(zip(map(str, SCALES), sizes, strict=True)))
        self.languages = Segments(self.look, self.tr("Language"), [("id", "Bahasa Indonesia"), ("en", "English")])
        rows = (
            (self.themes, preferences.theme, self._on_theme),
            (self.scales, str(preferences.scale), self._on_scale),
            (self.languages, preferences.language, self._on_language),
        )
        for number, (segments, current, changed) in enumerate(rows):
            grid.addWidget(label(self.look, segments.accessibleName()), number, 0)
            grid.addWidget(segments, number, 1, Qt.AlignmentFlag.AlignLeft)
            segments.choose(current)
            segments.chosen.connect(changed)
        card.body.addLayout(grid)
        card.body.addStretch(1)
        return card

    def _password_card(self) -> Card:
        card, column = self._card(
            self.tr("Password and lock"),
            self.tr("A new password for {name}. The recovery code stays the same.").format(
                name=self.context.session.user
            ),
        )
        words = label(self.look, self.tr("Lock the screen after so many minutes without a key"), wrap=True)
        minutes = [(each, each) for each in sorted(LOCK_MINUTES, key=int)]
        self.lock_minutes = Segments(self.look, words.text(), minutes)
        self.lock_minutes.choose(str(self.context.tools.preferences.lock_minutes))
        self.lock_minutes.chosen.connect(self._on_lock_minutes)
        column.addWidget(words)
        column.addWidget(self.lock_minutes)
        self.password_button = Button(self.look, self.tr("Change the password…"), icon="key-round")
        self.password_button.clicked.connect(self._on_password)
        column.addWidget(self.password_button)
        self.keys_button = Button(self.look, self.tr("Who can open this profile…"), icon="users")
        self.keys_button.clicked.connect(self._on_keys)
        column.addWidget(self.keys_button)
        return card

    def _card(self, heading: str, words: str) -> tuple[Card, QVBoxLayout]:
        card = Card(self.look, heading)
        card.body.addWidget(label(self.look, words, Text.BODY, "text2", wrap=True))
        card.body.addStretch(1)
        return card, card.body

    def _on_theme(self, name: str) -> None:
        self.context.tools.preferences.theme = name
        self.restyled.emit()

    def _on_scale(self, scale: str) -> None:
        self.context.tools.preferences.scale = float(scale)
        self.restyled.emit()

    def _on_language(self, language: str) -> None:
        self.context.tools.preferences.language = language
        self.restyled.emit()

    def _on_lock_minutes(self, minutes: str) -> None:
        self.context.tools.preferences.lock_minutes = int(minutes)

    def _on_password(self) -> None:
        dialog = ChangePasswordDialog(self.context, self)
        dialog.changed.connect(self._on_password_changed)
        dialog.open()

    def _on_password_changed(self) -> None:
        self.banner.tell(
            self.tr(
                "The password was changed. The records are unchanged. Backups made before still open with the old one."
            ),
            "ok",
        )

    def _on_keys(self) -> None:
        dialog = KeysDialog(self.context, self)
        dialog.told.connect(self.banner.tell)
        dialog.open()
