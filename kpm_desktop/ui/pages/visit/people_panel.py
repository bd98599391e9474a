"""At the left of a visit: the household, and everybody in it with how far their checklist is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.commands.visits.visit_sheet import VisitSheet
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.labels import label, line, tip
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.checklist.standing import Standing
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.person_words import notice_chip, short_line


class PersonButton(QAbstractButton):
    """One person: name, what they are and which form, a chip, and how many questions are answered."""

    def __init__(self, tools: Tools, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words, self.answers = tools.look, tools.words, answers
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.refresh()

    def refresh(self) -> None:
        """Shows how far the checklist is."""
        sheet = self.answers.sheet
        done, total = self.answers.judged.counted()
        self.setText(sheet.person.full_name)
        self._progress = self.tr("{done} of {total} answered").format(done=done, total=total)
        self._mark = self.answers.whole()
        self.setAccessibleName(f"{sheet.person.full_name}, {self._what()}, {self._progress}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the checklist."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Three lines, four with a chip."""
        return QSize(self._look.px(200), self._look.px(99 if self.answers.sheet.notices else 74))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it."""
        painter, look, sheet = QPainter(self), self._look, self.answers.sheet
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("accent_soft"))
            painter.fillRect(QRectF(0, 0, look.px(4), self.height()), look.colour("accent"))
        if self.hasFocus():
            paint_frame(painter, look, QRectF(self.rect()), border="accent", width=2, radius=0)
        ink = "accent_text" if self.isChecked() else "text"
        icon = "user" if sheet.pregnancy is not None else "baby"
        look.icons.paint(painter, QRectF(look.px(16), look.px(16), look.px(20), look.px(20)), icon, "text2")
        x, room = look.px(46), self.width() - look.px(54)
        self._text(painter, x, look.px(8), room, self.text(), Text.BODY_STRONG, ink)
        self._text(painter, x, look.px(28), room, self._what(), Text.CAPTION, "text2")
        y = look.px(50)
        if sheet.notices:
            words, tone = notice_chip(sheet.notices[0])
            rest = f"+{len(sheet.notices) - 1}"
            more = QPointF(x + chip_size(look, words, tone).width() + look.px(4), y + look.px(10))
            if len(sheet.notices) > 1 and more.x() + chip_size(look, rest, "neu").width() > self.width():
                words = f"{words} {rest}"
            elif len(sheet.notices) > 1:
                paint_chip(painter, look, more, rest, "neu")
            paint_chip(painter, look, QPointF(x, y + look.px(10)), words, tone)
            y += look.px(25)
        side, mark = look.px(16), self._mark
        look.icons.paint(painter, QRectF(x, y + look.px(1), side, side), mark.icon, mark.tone)
        ink = "text" if mark is Standing.HALF else mark.tone
        self._text(painter, x + look.px(22), y, room - look.px(22), self._progress, Text.CAPTION_STRONG, ink)

    def _what(self) -> str:
        sheet = self.answers.sheet
        what = short_line(
            is_mother=sheet.pregnancy is not None,
            is_postpartum=sheet.is_postpartum,
            months=sheet.months,
            days=sheet.days,
        )
        return f"{what} · {self._words.short(sheet.kind)}"

    def _text(self, painter: QPainter, x: float, y: float, room: float, text: str, kind: Text, ink: str) -> None:
        font = self._look.font(kind)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, y, room + 2, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)


class PeoplePanel(QWidget):
    """`chosen` gives the number of the person that was pressed; `added`, `history_asked` and `growth_asked`, which is
    for children alone, what the keys below do."""

    chosen = Signal(int)
    added = Signal()
    history_asked = Signal()
    growth_asked = Signal()

    def __init__(
        self, tools: Tools, sheet: VisitSheet, forms: Sequence[Answers], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look = tools.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._household(sheet))
        column.addWidget(line())
        column.addSpacing(look.px(8))
        self._buttons: list[PersonButton] = []
        for answers in forms:
            button = PersonButton(tools, answers, self)
            button.clicked.connect(self._on_pressed)
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(line())
        self._deeds: dict[str, Button] = {}
        for key, words, asked in (
            ("+", self.tr("Add a person here"), self.added),
            ("R", self.tr("History of this person"), self.history_asked),
            ("G", self.tr("Growth of this child"), self.growth_asked),
        ):
            deed = Button(look, words, kind="link", key=key, small=True)
            deed.setFont(look.font(Text.CAPTION_STRONG))
            deed.clicked.connect(asked)
            row = QHBoxLayout()
            row.setContentsMargins(look.px(12), 0, look.px(4), 0)
            row.addWidget(deed)
            row.addStretch(1)
            column.addLayout(row)
            self._deeds[key] = deed
        self._deeds["G"].hide()
        column.addSpacing(look.px(8))

    def show_current(self, at: int) -> None:
        """Marks the person whose checklist is open."""
        if 0 <= at < len(self._buttons):
            self._buttons[at].setChecked(True)
            self._deeds["G"].setVisible(self._buttons[at].answers.sheet.kind == "child_visit")

    def refresh(self) -> None:
        """Shows how far everybody's checklist is."""
        for button in self._buttons:
            button.refresh()

    def _household(self, sheet: VisitSheet) -> QWidget:
        look, home = self._look, sheet.household
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(look.px(16), look.px(12), look.px(12), look.px(10))
        column.setSpacing(look.px(2))
        room = look.px(190)
        name = label(look, "", Text.SECTION)
        name.setText(name.fontMetrics().elidedText(home.head_name, Qt.TextElideMode.ElideRight, room))
        name.setToolTip(tip(home.head_name))
        column.addWidget(name)
        place = [home.hamlet or ""]
        if home.rt or home.rw:
            place.append(f"RT {home.rt or '–'} / RW {home.rw or '–'}")
        for text in (" · ".join(part for part in place if part), sheet.posyandu):
            if text:
                column.addWidget(label(look, text, Text.CAPTION, "text2", wrap=True))
        return holder

    def _on_pressed(self) -> None:
        sender = self.sender()
        for at, button in enumerate(self._buttons):
            if button is sender:
                self.chosen.emit(at)
