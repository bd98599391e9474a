"""At the right of a household: the person who is chosen, and what can be done, each with its key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.dialogs.duplicate_lines import merged_words
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.people.member_lines import MemberLine

#: The key of each action; two that never stand together may share one.
KEYS = {
    "change": "U",
    "refer": "F8",
    "carried": "F4",
    "pregnancy": "H",
    "birth": "L",
    "ended": "G",
    "not_pregnant": "Z",
    "pregnant_after_all": "Z",
    "moved": "P",
    "died": "M",
    "error": "X",
    "back": "B",
    "merge": "D",
    "unmerge": "S",
    "doses": "I",
    "history": "R",
    "growth": "G",
}
_ICONS = {
    "change": "pencil",
    "refer": "send",
    "carried": "calendar",
    "pregnancy": "plus",
    "birth": "baby",
    "ended": "calendar",
    "not_pregnant": "x",
    "pregnant_after_all": "refresh-cw",
    "moved": "map-pin",
    "died": "user",
    "error": "trash-2",
    "back": "refresh-cw",
    "merge": "git-compare-arrows",
    "unmerge": "git-pull-request-arrow",
    "doses": "syringe",
    "history": "history",
    "growth": "chart-column",
}


class MemberCard(Card):
    """`asked` gives the code of an action on the person that is shown. The keys act on `over` and its children."""

    asked = Signal(str)

    def __init__(self, look: Look, over: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._name = label(look, "", Text.SECTION, wrap=True)
        self._what = label(look, "", Text.BODY, "text2", wrap=True)
        self.body.addWidget(self._name)
        self.body.addWidget(self._what)
        self._attention = label(look, "", Text.CAPTION_STRONG, "risk", wrap=True)
        self.body.addWidget(self._attention)
        self._column = QVBoxLayout()
        self._column.setSpacing(look.px(6))
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.buttons: dict[str, Button] = {}
        for code, key in KEYS.items():
            button = _ActionButton(look, code, key)
            button.pressed_code.connect(self.asked)
            self.buttons[code] = button
            self._column.addWidget(button)
        take_keys(over, [(key, partial(self._on_key, key)) for key in dict.fromkeys(KEYS.values())])
        self.show_member(None)

    def show_member(self, line: MemberLine | None, attention: str = "") -> None:
        """Another person, or nobody. attention: what their record asks to be done."""
        self._attention.setText(attention)
        self._attention.setVisible(bool(attention))
        self._name.setText(line.person.full_name if line else "")
        details = _details(line) if line else []
        self._what.setText("\n".join(part for part in details if part))
        for code, button in self.buttons.items():
            button.setVisible(line is not None and code in line.actions)
        if line is not None:
            self.buttons["back"].setText(_back_words(line))

    def _on_key(self, key: str) -> None:
        for code, button in self.buttons.items():
            if KEYS[code] == key and not button.isHidden():
                button.click()
                return


class _ActionButton(Button):
    """A button that says which action it is."""

    pressed_code = Signal(str)

    def __init__(self, look: Look, code: str, key: str) -> None:
        super().__init__(look, action_words(code), icon=_ICONS[code], key=key, small=True)
        self._code = code
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def _paint_content(self, painter: QPainter) -> None:
        """Words at the left and the key at the right, as in a menu."""
        look, side, middle = self._look, self._look.px(18), self.height() / 2
        icon = QRectF(look.px(12), middle - side / 2, side, side)
        look.icons.paint(painter, icon, _ICONS[self._code], "text")
        size = key_cap_size(look, self._key)
        right = self.width() - look.px(10) - size.width()
        painter.setFont(self.font())
        painter.setPen(look.colour("text"))
        words = QRectF(icon.right() + look.px(10), 0, right - icon.right() - look.px(14), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        where = QRectF(right, middle - size.height() / 2, size.width(), size.height())
        paint_key_cap(painter, look, where, self._key, ink="text")

    def _on_clicked(self) -> None:
        self.pressed_code.emit(self._code)


def action_words(code: str) -> str:
    """What an action is called."""
    translate = QCoreApplication.translate
    return {
        "change": translate("Members", "Change data"),
        "pregnancy": translate("Members", "New pregnancy"),
        "birth": translate("Members", "Birth"),
        "ended": translate("Members", "Miscarriage or stillbirth"),
        "not_pregnant": translate("Members", "Not pregnant after all"),
        "pregnant_after_all": translate("Members", "Pregnant after all"),
        "moved": translate("Members", "Moved out"),
        "died": translate("Members", "Died"),
        "error": translate("Members", "Entered in error"),
        "back": translate("Members", "Take back"),
        "merge": translate("Members", "Merge with…"),
        "unmerge": translate("Members", "Take apart"),
        "doses": translate("Members", "Immunization"),
        "history": translate("Members", "History"),
        "growth": translate("Members", "Growth"),
        "carried": translate("Members", "Pregnancy so far"),
        "refer": translate("Members", "New referral"),
    }[code]


def _back_words(line: MemberLine) -> str:
    translate = QCoreApplication.translate
    return {
        "moved_out": translate("Members", "Did not move out"),
        "died": translate("Members", "Is alive"),
    }.get(line.person.status, translate("Members", "Was no error: take back"))


def _details(line: MemberLine) -> list[str]:
    merged = merged_words(len(line.member.entries))
    return [line.what, line.status_words, line.numbers, _guardian(line), merged]


def _guardian(line: MemberLine) -> str:
    guardian = line.person.guardian_name
    return QCoreApplication.translate("Members", "Guardian: {name}").format(name=guardian) if guardian else ""
