"""The places bundles go to and come from, each with how it stands, and the buttons that send, look again and forget."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.supervision.delivery_overview import Place
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.labels import icon_label, label, line, tip
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.remote_words import remote_icon, remote_name, status_words


class RemotesCard(Card):
    """`folder_asked` and `server_asked` ask for another remote; `visited`, `sent_again`, `changed` and `removed` give a
    `Target`. is_compact: where there are none yet, one line says so."""

    folder_asked = Signal()
    server_asked = Signal()
    visited = Signal(object)
    sent_again = Signal(object)
    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, tools: Tools, *, is_compact: bool = False, parent: QWidget | None = None) -> None:
        look = tools.look
        super().__init__(look, QCoreApplication.translate("Remotes", "Places"), flush=True, parent=parent)
        self.wrap_heading()
        self.tools, self._look, self._is_compact = tools, look, is_compact
        self._rows: dict[str, RemoteRow] = {}
        self._holder = QWidget()
        self.body.addWidget(self._holder)
        self._adders = [
            self._adder(self.tr("Stick or folder…"), self.folder_asked),
            self._adder(self.tr("Server…"), self.server_asked),
        ]

    def _adder(self, text: str, asked: object) -> Button:
        button = Button(self._look, text, kind="link", icon="plus", small=True)
        button.setFixedHeight(self._look.px(28))
        button.clicked.connect(asked)
        self.heading_row.addWidget(button)
        return button

    def show_places(self, places: tuple[Place, ...], *, on_the_way: str = "") -> None:
        """Shows other targets. on_the_way: the id of the one that is being visited."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = {place.remote.id: RemoteRow(self, place) for place in places}
        for at, row in enumerate(self._rows.values()):
            if at:
                column.addWidget(line())
            column.addWidget(row)
        if not places:
            column.addWidget(self._one_line() if self._is_compact else self._nothing())
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        for button in self._adders:
            button.setVisible(bool(places) or self._is_compact)
        self.show_visit(on_the_way)

    def show_visit(self, remote: str) -> None:
        """One of them is being visited."""
        if remote in self._rows:
            self._rows[remote].show_visit()

    def sentence(self, remote: str) -> str:
        """What stands below a remote's name."""
        return self._rows[remote].words.text()

    def _one_line(self) -> QWidget:
        text = self.tr("None yet. What lies in a place is fetched by itself, and receipts are put there.")
        words = label(self._look, text, Text.CAPTION, "text2", wrap=True)
        px = self._look.px
        words.setContentsMargins(px(16), px(8), px(16), px(10))
        return words

    def _nothing(self) -> EmptyState:
        empty = EmptyState(
            self._look,
            "usb-stick",
            self.tr("No place yet"),
            detail=self.tr("A stick, a folder that another program carries away, or the web server of your office."),
            action=self.tr("Choose a stick or folder…"),
        )
        empty.pressed.connect(self.folder_asked)
        link = Button(self._look, self.tr("or enter a web server…"), kind="link", small=True)
        link.clicked.connect(self.server_asked)
        column = empty.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, link, 0, Qt.AlignmentFlag.AlignHCenter)
        return empty


class RemoteRow(QFrame):
    """One remote."""

    def __init__(self, card: RemotesCard, place: Place) -> None:
        super().__init__()
        self._card, self._remote, look = card, place.remote, card.tools.look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(8), look.px(12), look.px(8))
        row.setSpacing(look.px(12))
        row.addWidget(self._square(remote_icon(place.remote)))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(self._head(place))
        texts.addLayout(self._status(place))
        row.addLayout(texts, 1)

    def _head(self, place: Place) -> QHBoxLayout:
        """The name and the buttons; what is said below has the whole width."""
        look = self._card.tools.look
        name = label(look, remote_name(place.remote), Text.BODY_STRONG, wrap=True)
        name.setToolTip(tip(place.remote.address))
        self._visit = self._visit_button(place)
        head = QHBoxLayout()
        head.setSpacing(look.px(4))
        head.addWidget(name, 1)
        head.addWidget(self._visit)
        for button in self._small_buttons():
            head.addWidget(button)
        return head

    def show_visit(self) -> None:
        """It is being visited just now."""
        self.words.setText(self.tr("on the way there…"))
        self._visit.setEnabled(False)

    def _status(self, place: Place) -> QHBoxLayout:
        text, tone = status_words(place, self._card.tools)
        look = self._card.tools.look
        self.words = label(look, text, Text.CAPTION, tone if tone == "warn" else "text2", wrap=True)
        status = QHBoxLayout()
        status.setSpacing(look.px(6))
        icon = {"ok": "check", "warn": "circle-alert"}.get(tone, "clock")
        status.addWidget(icon_label(look, icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        status.addWidget(self.words, 1)
        return status

    def _square(self, icon: str) -> QFrame:
        look = self._card.tools.look
        square = QFrame()
        square.setProperty("role", "note")
        square.setFixedSize(look.px(44), look.px(44))
        inside = QHBoxLayout(square)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(icon_label(look, icon, "neu", 22), 0, Qt.AlignmentFlag.AlignCenter)
        return square

    def _visit_button(self, place: Place) -> Button:
        is_absent = not place.remote.kind.needs_line and not place.is_present
        text = self.tr("Look again") if is_absent else self.tr("Send")
        button = Button(self._card.tools.look, text, small=True)
        button.setAccessibleName(f"{text}: {remote_name(place.remote)}")
        button.clicked.connect(self._on_visit)
        return button

    def _small_buttons(self) -> list[Button]:
        name = remote_name(self._remote)
        again = self._small("refresh-cw", self.tr("Send everything to {name} again that was not received"), name)
        again.clicked.connect(self._on_again)
        remove = self._small("trash-2", self.tr("Take {name} off the list"), name)
        remove.clicked.connect(self._on_remove)
        if not self._remote.kind.needs_line:
            return [remove]
        change = self._small("pencil", self.tr("Change the address or password of {name}"), name)
        change.clicked.connect(self._on_change)
        return [again, change, remove]

    def _small(self, icon: str, text: str, name: str) -> Button:
        button = Button(self._card.tools.look, "", kind="link", icon=icon, small=True)
        button.setAccessibleName(text.format(name=name))
        button.setToolTip(tip(text.format(name=name)))
        return button

    def _on_visit(self) -> None:
        self._card.visited.emit(self._remote)

    def _on_again(self) -> None:
        self._card.sent_again.emit(self._remote)

    def _on_change(self) -> None:
        self._card.changed.emit(self._remote)

    def _on_remove(self) -> None:
        self._card.removed.emit(self._remote)
