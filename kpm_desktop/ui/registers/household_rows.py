"""How a household is drawn in lists: its people, what asks for attention, and what became of the month's visit."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.bar import paint_bar
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.state_word import State, paint_state
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.registers.household_lines import HamletLine, HouseholdLine
from kpm_desktop.ui.words.person_words import notice_chip

_STATE_WIDTH = 130
#: Rows narrower than this (large letters) name the people below the household instead of beside it.
_NARROW = 620
#: Narrower still, what became of the month's visit stands where it says something, in the place of the chips.
_NARROWEST = 440


class HouseholdDelegate(RowDelegate):
    """A hamlet's heading with its bar; a household with its people, chips and state."""

    height = 44

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent)
        self._tools = context.tools

    def said(self, row: HamletLine | HouseholdLine) -> str:
        """All of it; of a household also what became of the month's visit, or when somebody was there last."""
        if isinstance(row, HamletLine):
            return ", ".join((self._name(row), self._left(row), self._done(row)))
        state = self._state(row)
        return f"{row.words}, {state.word() if state is not None else self._last(row)}"

    def _name(self, row: HamletLine) -> str:
        return row.hamlet or self.tr("Hamlet not given")

    def _done(self, row: HamletLine) -> str:
        return self.tr("{done} of {total} visited").format(done=row.visited, total=row.due)

    def _left(self, row: HamletLine) -> str:
        return self.tr("{count} households left").format(count=row.left)

    def _state(self, row: HouseholdLine) -> State | None:
        """A draft, or how far what was saved has come; None while somebody is still to be visited."""
        if row.is_draft:
            return State.DRAFT
        states = [member.state for member in row.members if member.visited_on is not None and member.state]
        return State.of_record(min(states, key=_progress)) if row.is_visited and states else None

    def _last(self, row: HouseholdLine) -> str:
        if row.last_visit is None:
            return self.tr("never visited")
        shown = self._tools.calendar.short_day(row.last_visit, self._tools.today())
        return self.tr("last visit {day}").format(day=shown)

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a line."""
        row = index.data(ROW)
        if isinstance(row, HamletLine):
            self._paint_hamlet(painter, where, row)
        elif isinstance(row, HouseholdLine):
            self._paint_household(painter, where, row)

    def _paint_hamlet(self, painter: QPainter, where: QRectF, row: HamletLine) -> None:
        px = self.look.px
        painter.fillRect(where.adjusted(-px(16), 0, px(16), 0), self.look.colour("bg"))
        name, done, left = self._name(row), self._done(row), self._left(row)
        bar = QRectF(where.right() - px(96), where.center().y() - px(4), px(96), px(8))
        paint_bar(painter, self.look, bar, row.visited / row.due if row.due else 0.0)
        room = where.adjusted(0, 0, -px(108), 0)
        needed = self._width(name, Text.BODY_STRONG) + px(16)
        for words, kind, ink, width in ((done, Text.CAPTION, "text2", 132), (left, Text.BODY_STRONG, "text", 180)):
            if room.width() - max(px(width), self._width(words, kind) + px(16)) < needed:
                break
            self.text(painter, room, words, kind, ink, Qt.AlignmentFlag.AlignRight)
            room = room.adjusted(0, 0, -max(px(width), self._width(words, kind) + px(16)), 0)
        self.text(painter, room, name, Text.BODY_STRONG)

    def _width(self, words: str, kind: Text) -> float:
        return QFontMetricsF(self.look.font(kind)).horizontalAdvance(words)

    def _paint_household(self, painter: QPainter, where: QRectF, row: HouseholdLine) -> None:
        px = self.look.px
        name, who, chips, last = self._columns(where)
        notices, state = [notice_chip(notice) for notice in row.notices], self._state(row)
        side = px(18)
        box = QRectF(where.right() - side, where.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, box, "chevron-right", "text2")
        if where.width() < px(_NARROWEST):
            self.two_lines(painter, name.united(who), row.name, row.who if state else f"{row.who} · {self._last(row)}")
            if state is not None:
                paint_state(painter, self.look, QPointF(chips.x(), where.center().y()), state)
            else:
                self.chips(painter, chips, _in_one(notices))
            return
        if where.width() < px(_NARROW):
            self.two_lines(painter, name.united(who), row.name, row.who)
            self.chips(painter, chips, _in_one(notices))
        else:
            self.two_lines(painter, name, row.name, row.place)
            self.text(painter, who, row.who)
            self.chips(painter, chips, notices)
        at = QPointF(last.x(), where.center().y())
        if state is not None:
            paint_state(painter, self.look, at, state)
        else:
            self.text(painter, last, self._last(row), Text.CAPTION, "text2", Qt.AlignmentFlag.AlignRight)

    def _columns(self, where: QRectF) -> list[QRectF]:
        """Name, people, chips and state; the last as wide as its longest word, the others share the rest."""
        last = self.look.px(_STATE_WIDTH) if where.width() >= self.look.px(_NARROWEST) else 0
        room = where.width() - last - self.look.px(28)
        found, x = [], where.x()
        for share in (0.30, 0.22, 0.48) if where.width() < self.look.px(_NARROW) else (0.31, 0.38, 0.31):
            found.append(QRectF(x, where.y(), room * share - self.look.px(8), where.height()))
            x += room * share
        return [*found, QRectF(x, where.y(), last, where.height())]


def _in_one(chips: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first with how many more there are, where there is no room for two."""
    return [(f"{chips[0][0]} +{len(chips) - 1}", chips[0][1])] if len(chips) > 1 else chips


def _progress(state: object) -> int:
    """How far a state lies on the way: the least of several is shown."""
    order = ["repair", "draft", "saved", "exported", "received"]
    return order.index(getattr(state, "value", "received"))
