"""The places bundles go to, each with whether it is there, and the buttons that send and forget."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.delivery_overview import Place
from kpm_desktop.commands.targets import Target
from kpm_desktop.ui.calendar_words import CalendarWords
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.look import Look
from kpm_desktop.ui.moment_words import day_and_clock
from kpm_desktop.ui.theme import Text


class TargetsCard(Card):
    """`added` asks for another target, `sent` and `removed` give a `Target`, `looked` asks to look again."""

    added = Signal()
    sent = Signal(object)
    removed = Signal(object)
    looked = Signal()

    def __init__(self, look: Look, calendar: CalendarWords, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("Targets", "Targets"), flush=True, parent=parent)
        self._look, self._calendar = look, calendar
        self._holder = QWidget()
        self.body.addWidget(self._holder)
        self.add_button = Button(look, self.tr("Add a target"), kind="link", small=True)
        self.add_button.setFixedHeight(look.px(28))
        self.add_button.clicked.connect(self.added)
        self.heading_row.addWidget(self.add_button)

    def show_places(self, places: tuple[Place, ...], today: date) -> None:
        """Shows other targets."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, place in enumerate(places):
            if at:
                column.addWidget(line())
            column.addWidget(TargetRow(self, place, today))
        if not places:
            column.addWidget(self._nothing())
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        self.add_button.setVisible(bool(places))

    def last_words(self, place: Place, today: date) -> str:
        """When something last went there, or where it is."""
        if place.last_at is None:
            return place.target.folder
        return self.tr("last {moment}").format(moment=day_and_clock(place.last_at, self._calendar, today))

    def _nothing(self) -> EmptyState:
        empty = EmptyState(
            self._look,
            "usb-stick",
            self.tr("No target yet"),
            detail=self.tr("Plug in a stick, or take a folder that another program carries away, and choose it here."),
            action=self.tr("Choose a stick or folder…"),
        )
        empty.pressed.connect(self.added)
        return empty


class TargetRow(QFrame):
    """One target."""

    def __init__(self, card: TargetsCard, place: Place, today: date) -> None:
        super().__init__()
        self._card, self._target, look = card, place.target, card._look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(8), look.px(12), look.px(8))
        row.setSpacing(look.px(12))
        row.addWidget(self._square(look, "usb-stick" if place.target.is_stick else "folder"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, target_name(place.target), Text.BODY_STRONG, wrap=True))
        words.addLayout(self._standing(look, place, today))
        row.addLayout(words, 1)
        row.addWidget(self._action(look, place))
        row.addWidget(self._remove(look))

    def _standing(self, look: Look, place: Place, today: date) -> QHBoxLayout:
        tone = "ok" if place.is_present else "warn"
        state = self.tr("ready") if place.is_present else self.tr("not plugged in")
        standing = QHBoxLayout()
        standing.setSpacing(look.px(6))
        standing.addWidget(icon_label(look, "check" if place.is_present else "circle-alert", tone, 16))
        words = f"{state} · {self._card.last_words(place, today)}"
        standing.addWidget(label(look, words, Text.CAPTION, tone if not place.is_present else "text2", wrap=True), 1)
        return standing

    def _square(self, look: Look, icon: str) -> QFrame:
        square = QFrame()
        square.setProperty("role", "note")
        square.setFixedSize(look.px(44), look.px(44))
        inside = QHBoxLayout(square)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(icon_label(look, icon, "neu", 22), 0, Qt.AlignmentFlag.AlignCenter)
        return square

    def _action(self, look: Look, place: Place) -> Button:
        text = self.tr("Send") if place.is_present else self.tr("Look again")
        button = Button(look, text, small=True)
        button.setAccessibleName(f"{text}: {target_name(place.target)}")
        button.clicked.connect(self._on_send if place.is_present else self._card.looked)
        return button

    def _remove(self, look: Look) -> Button:
        button = Button(look, "", kind="link", icon="trash-2", small=True)
        text = self.tr("Take {name} off the list").format(name=target_name(self._target))
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.clicked.connect(self._on_remove)
        return button

    def _on_send(self) -> None:
        self._card.sent.emit(self._target)

    def _on_remove(self) -> None:
        self._card.removed.emit(self._target)


def target_name(target: Target) -> str:
    """`Stick KPM-SARI`, or a folder's name."""
    if not target.is_stick:
        return target.name
    return QCoreApplication.translate("Targets", "Stick {name}").format(name=target.name)
