"""At the left of the doses: the child, and what its doses mean for the quarter's scorecard."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.immunization.dose_sheet import DoseSheet
from kpm_desktop.domain.masking import masked_number
from kpm_desktop.domain.scorecard.result import Cell
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_words import age_words, joined

_TONES = {"Y": "ok", "T": "neu", "TS": "neu"}


class _Letter(QWidget):
    """Y, T or TS, as the scorecard has it."""

    def __init__(self, look: Look, letter: str) -> None:
        super().__init__()
        self._look, self._letter = look, letter
        speak_as(self, "text")
        self.setAccessibleName(letter)
        self.setFixedSize(QSize(look.px(28), look.px(26)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A letter on its ground."""
        painter, tone = QPainter(self), _TONES.get(self._letter, "neu")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{tone}_bg"))
        painter.drawRoundedRect(QRectF(self.rect()), self._look.px(4), self._look.px(4))
        painter.setFont(self._look.font(Text.CAPTION_STRONG))
        painter.setPen(self._look.colour(tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class ChildSide(QWidget):
    """`growth_asked`, `history_asked` and `visit_asked` for the keys at its foot."""

    growth_asked = Signal()
    history_asked = Signal()
    visit_asked = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        px = self._look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(0)
        self._who, self._quarter = QWidget(), QWidget()
        self._column = column
        column.addWidget(self._who)
        column.addWidget(self._quarter)
        column.addStretch(1)
        column.addWidget(line())
        for key, words, asked in (
            ("G", self.tr("Growth of this child"), self.growth_asked),
            ("R", self.tr("History of this child"), self.history_asked),
            ("V", self.tr("Visit of this month"), self.visit_asked),
        ):
            deed = Button(self._look, words, kind="link", key=key, small=True)
            deed.setFont(self._look.font(Text.CAPTION_STRONG))
            deed.clicked.connect(asked)
            row = QHBoxLayout()
            row.setContentsMargins(px(12), 0, px(4), 0)
            row.addWidget(deed)
            row.addStretch(1)
            column.addLayout(row)

    def show_child(self, book: DoseBook) -> None:
        """Who it is, and how late its doses are."""
        made, column = self._part()
        sheet, look = book.sheet, self._look
        person = sheet.person
        column.addWidget(label(look, person.full_name, Text.SECTION, wrap=True))
        sex = self._tools.words.choice("person", "sex", person.sex)
        born = self._tools.calendar.dated(person.birth_date)
        age = age_words(person.birth_date, book.today)
        column.addWidget(label(look, f"{sex}, {age}", Text.CAPTION, "text2", wrap=True))
        column.addWidget(label(look, self.tr("born {day}").format(day=born), Text.CAPTION, "text2", wrap=True))
        if book.late:
            column.addSpacing(look.px(2))
            text = self.tr("{count} doses missing") if book.is_past_time else self.tr("{count} doses delayed")
            column.addWidget(Chip(look, text.format(count=book.late), "warn"), 0, Qt.AlignmentFlag.AlignLeft)
        self._gap(column)
        self._identity(column, sheet)
        self._who = self._replaced(self._who, made)
        self.show_quarter(book)

    def show_quarter(self, book: DoseBook) -> None:
        """What the scorecard would say."""
        made, column = self._part()
        look, px, cell = self._look, self._look.px, book.cell
        column.addWidget(label(look, self.tr("For this quarter's scorecard"), Text.CAPTION_STRONG, "text2"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(label(look, self.tr("Basic immunization"), Text.BODY_MEDIUM, wrap=True))
        for text, kind, tone in self._cell_words(book, cell):
            words.addWidget(label(look, text, kind, tone, wrap=True))
        if cell is not None:
            row.addWidget(_Letter(look, cell.value), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column.addLayout(row)
        self._quarter = self._replaced(self._quarter, made)

    def _cell_words(self, book: DoseBook, cell: Cell | None) -> list[tuple[str, Text, str]]:
        if cell is None:
            return [(self.tr("not counted in this quarter"), Text.CAPTION, "text2")]
        params = cell.why.params
        if not cell.why.code.startswith("scorecard.doses."):
            return [(self._tools.wording.say(cell.why), Text.CAPTION, "text2")]
        text = self.tr("{count} of {needed} doses").format(count=params["count"], needed=params["needed"])
        told = [(text, Text.CAPTION_STRONG, "")]
        lacking = params["lacking"]
        if isinstance(lacking, list) and lacking:
            names = joined(str(one) for one in lacking)
            if book.can_still(str(one) for one in lacking):
                text = self.tr("lacking {doses}; can still be made up for").format(doses=names)
            else:
                text = self.tr("lacking {doses}; not all in this quarter").format(doses=names)
            told.append((text, Text.CAPTION, "text2"))
        if cell.doubts:
            told.append((self.tr("rests on a date to be checked"), Text.CAPTION_STRONG, "warn"))
        return told

    def _identity(self, column: QVBoxLayout, sheet: DoseSheet) -> None:
        words, none, home = self._tools.words, self.tr("none yet"), sheet.household
        self._fact(column, "NIK", masked_number(sheet.person.nik or "") or none)
        self._fact(column, words.field("person", "kia_number"), sheet.person.kia_number or none)
        if sheet.mother:
            self._fact(column, words.field("person", "mother_id"), sheet.mother)
        if home is not None:
            self._fact(column, words.field("person", "household_id"), home.head_name)
            place = [home.hamlet or ""]
            if home.rt or home.rw:
                place.append(f"RT {home.rt or '–'} / RW {home.rw or '–'}")
            for text in (" · ".join(part for part in place if part), sheet.posyandu):
                if text:
                    column.addWidget(label(self._look, text, Text.CAPTION, "text2", wrap=True))
        self._gap(column)

    def _fact(self, column: QVBoxLayout, name: str, value: str) -> None:
        column.addWidget(label(self._look, name, Text.CAPTION, "text2"))
        column.addWidget(label(self._look, value, Text.BODY_MEDIUM, wrap=True))
        column.addSpacing(self._look.px(4))

    def _gap(self, column: QVBoxLayout) -> None:
        column.addSpacing(self._look.px(8))
        column.addWidget(line())
        column.addSpacing(self._look.px(6))

    def _part(self) -> tuple[QWidget, QVBoxLayout]:
        made, px = QWidget(), self._look.px
        column = QVBoxLayout(made)
        column.setContentsMargins(px(16), px(10), px(12), 0)
        column.setSpacing(px(1))
        return made, column

    def _replaced(self, former: QWidget, made: QWidget) -> QWidget:
        self._column.replaceWidget(former, made)
        former.hide()
        former.deleteLater()
        return made
