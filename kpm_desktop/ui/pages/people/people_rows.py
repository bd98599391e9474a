"""How a target or a household is drawn in Sasaran, and the heading of its columns."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.state_word import State, paint_state
from kpm_desktop.ui.dialogs.duplicate_lines import merged_words
from kpm_desktop.ui.frame.context import Context, Tools
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.people.people_lines import HomeLine, PersonLine, count_words, group_word
from kpm_desktop.ui.words.person_words import age_words, kia_words, notice_chip

#: Name, kind, age, hamlet, posyandu, risk, visit, state: shares of the width. In rows narrower than `NARROW` (large
#: letters) the hamlet stands below the name, and the posyandu is left to the filter.
SHARES = (196, 84, 92, 128, 88, 228, 100, 132)
NARROW_SHARES = (250, 110, 96, 0, 0, 250, 104, 140)
NARROW = 900
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.TextElideMode.ElideRight


def columns(look: Look, where: QRectF) -> list[QRectF]:
    """The columns inside a row's margins, with a gap behind each."""
    shares = NARROW_SHARES if is_narrow(look, where) else SHARES
    found, x, whole = [], where.x(), sum(shares)
    for share in shares:
        width = where.width() * share / whole
        found.append(QRectF(x, where.y(), max(width - look.px(8), 0), where.height()))
        x += width
    return found


def is_narrow(look: Look, where: QRectF) -> bool:
    """Whether a row has no room for all columns."""
    return where.width() < look.px(NARROW)


class PeopleDelegate(RowDelegate):
    """One line for each target or household."""

    height = 45

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent)
        self._tools = context.tools

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a line."""
        line, places = index.data(ROW), columns(self.look, where)
        if isinstance(line, PersonLine):
            kia = kia_words(line.row.kia_number) or self.tr("no KIA number yet")
            self._paint_name(painter, where, line.row.name, kia, line.row.hamlet, line.row.posyandu)
            self._paint_person(painter, places, line)
        elif isinstance(line, HomeLine):
            row = line.row
            below = f"RT {row.rt or '–'}/{row.rw or '–'}" if row.rt or row.rw else ""
            self._paint_name(painter, where, row.head_name, below, row.hamlet, row.posyandu)
            self._paint_home(painter, places, line)

    def _paint_name(self, painter: QPainter, where: QRectF, name: str, below: str, hamlet: str, posyandu: str) -> None:
        """Name and what stands below it; hamlet and posyandu in their columns where there is room."""
        places, hamlet = columns(self.look, where), _without("dusun", hamlet)
        if is_narrow(self.look, where):
            self.two_lines(painter, places[0], name, " · ".join(part for part in (below, hamlet) if part))
            return
        self.two_lines(painter, places[0], name, below)
        self.text(painter, places[3], hamlet or "–")
        self.text(painter, places[4], _without("posyandu", posyandu) or "–")

    def _paint_person(self, painter: QPainter, places: list[QRectF], line: PersonLine) -> None:
        row = line.row
        self.text(painter, places[1], group_word(line.group))
        self.text(painter, places[2], age_words(row), Text.BODY_MEDIUM)
        chips = [notice_chip(notice) for notice in row.notices]
        if row.entries > 1:
            chips.append((merged_words(row.entries), "neu"))
        if chips:
            self.chips(painter, places[5], chips)
        else:
            self.text(painter, places[5], "–", ink="text2")
        if row.is_due:
            self._paint_visit(painter, places[6], line)
        else:
            self.text(painter, places[6], "–", ink="text2")
        if row.state is not None:
            paint_state(painter, self.look, _left_middle(places[7]), State.of_record(row.state))
        else:
            self.text(painter, places[7], "–", ink="text2")

    def _paint_visit(self, painter: QPainter, where: QRectF, line: PersonLine) -> None:
        look, row, side = self.look, line.row, self.look.px(16)
        icon, tone = ("check", "ok") if row.visited_on else ("circle-dashed", "text2")
        box = QRectF(where.x(), where.center().y() - side / 2, side, side)
        look.icons.paint(painter, box, icon, tone)
        day = row.visited_on or row.last_visit
        calendar, today = self._tools.calendar, self._tools.today()
        words = calendar.short_day(day, today) if day is not None else self.tr("never")
        ink = "text" if row.visited_on else "text2"
        self.text(painter, where.adjusted(look.px(20), 0, look.px(8), 0), words, Text.CAPTION, ink)

    def _paint_home(self, painter: QPainter, places: list[QRectF], line: HomeLine) -> None:
        row = line.row
        self.text(painter, places[1].united(places[2]), group_word("home"))
        chips = [] if row.is_active else [(line.gone, "neu")]
        if row.entries > 1:
            chips.append((merged_words(row.entries), "neu"))
        if chips:
            self.chips(painter, places[5], chips)
        else:
            self.text(painter, places[5], count_words(line.count), ink="text" if line.count else "text2")


class PeopleHeader(QWidget):
    """What the columns are called; drawn at the same places as the rows."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look = tools.look
        self._called = tools.words
        self._is_homes, self._margin = False, 0
        self.setFixedHeight(look.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_homes(self, is_homes: bool) -> None:
        """Whether households are listed below."""
        self._is_homes = is_homes
        self.update()

    def leave_room(self, margin: int) -> None:
        """How much narrower the rows are, for the scroll bar."""
        self._margin = margin
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the names."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("bg"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        painter.setFont(look.font(Text.CAPTION_STRONG))
        painter.setPen(look.colour("text2"))
        inside = QRectF(self.rect()).adjusted(look.px(16), 0, -look.px(16) - self._margin, 0)
        for where, word in zip(columns(look, inside), self._words(), strict=True):
            if not where.width():
                continue
            shown = painter.fontMetrics().elidedText(word, _RIGHT, round(where.width()))
            painter.drawText(where, _MIDDLE, shown)

    def _words(self) -> tuple[str, ...]:
        translate, called = QCoreApplication.translate, self._called
        hamlet, posyandu = called.field("household", "hamlet"), called.kind("posyandu")
        if self._is_homes:
            head = called.short("household", "head_name")
            kind, targets = translate("PeopleHeader", "Kind"), translate("PeopleHeader", "Targets")
            return (head, kind, "", hamlet, posyandu, targets, "", "")
        return (
            translate("PeopleHeader", "Name · KIA number"),
            translate("PeopleHeader", "Kind"),
            translate("PeopleHeader", "Age / month"),
            hamlet,
            posyandu,
            translate("PeopleHeader", "Risk"),
            translate("PeopleHeader", "Visit"),
            translate("PeopleHeader", "Last record"),
        )


def _without(word: str, name: str) -> str:
    """A name without the word its column is called by."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() == word else name


def _left_middle(where: QRectF) -> QPointF:
    return QPointF(where.x(), where.center().y())
