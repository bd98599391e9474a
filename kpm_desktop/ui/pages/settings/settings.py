"""Pengaturan: how the windows look, the password, a backup."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import SCALES, Text
from kpm_desktop.ui.pages.settings.change_password import ChangePasswordDialog
from kpm_desktop.ui.pages.settings.own_profile import keep_backup


class SettingsPage(Page):
    """A change of theme, size or language makes the shell anew."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.column.addWidget(PageHeading(self.look, self.tr("Settings"), self.tr("For this laptop and this profile")))
        self.column.addWidget(self.banner)
        self.column.addWidget(self._look_card())
        cards = QHBoxLayout()
        cards.setSpacing(self.look.px(16))
        cards.addWidget(self._password_card(), 1)
        cards.addWidget(self._backup_card(), 1)
        self.column.addLayout(cards)
        self.column.addStretch(1)

    def arrive(self, what: object) -> None:
        """`password` asks for another one, `backup` where to save a backup."""
        if what == "password":
            self._on_password()
        elif what == "backup":
            self._on_backup()

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
        return card

    def _password_card(self) -> Card:
        card, column = self._card(
            self.tr("Password"),
            self.tr("A new password for {name}. The recovery code stays the same.").format(
                name=self.context.session.user
            ),
        )
        self.password_button = Button(self.look, self.tr("Change the password…"), icon="key-round")
        self.password_button.clicked.connect(self._on_password)
        column.addWidget(self.password_button)
        return card

    def _backup_card(self) -> Card:
        card, column = self._card(
            self.tr("Backup"),
            self.tr("One file with everything. It is encrypted, and this password opens it. Keep it on another stick."),
        )
        self.backup_button = Button(self.look, self.tr("Save a backup…"), icon="archive")
        self.backup_button.clicked.connect(self._on_backup)
        column.addWidget(self.backup_button)
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

    def _on_password(self) -> None:
        dialog = ChangePasswordDialog(self.context, self)
        dialog.changed.connect(self._on_password_changed)
        dialog.open()

    def _on_password_changed(self) -> None:
        self.banner.tell(self.tr("The password was changed. The records are unchanged."), "ok")

    def _on_backup(self) -> None:
        day = self.context.tools.today()
        name = self.tr("kpm-backup-{day}.kpmbackup").format(day=day.isoformat())
        dialog = QFileDialog(self, self.tr("Save a backup"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.back_up_to)
        dialog.open()

    def back_up_to(self, file: str) -> None:
        """Writes a backup."""
        self.backup_button.setEnabled(False)
        job = self.ask(partial(keep_backup, out=Path(file)), self._on_backed_up)
        job.ended.connect(self._on_backup_ended)

    def _on_backed_up(self, kept: tuple[Path, int]) -> None:
        file, count = kept
        text = self.tr("Backup saved and opened to check: {file}, {count} changes.")
        self.banner.tell(text.format(file=file, count=count), "ok")

    def _on_backup_ended(self) -> None:
        self.backup_button.setEnabled(True)
