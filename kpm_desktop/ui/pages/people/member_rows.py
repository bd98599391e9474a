"""How a person is drawn among the people of a household."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.state_word import State, paint_state
from kpm_desktop.ui.dialogs.duplicate_lines import merged_words
from kpm_desktop.ui.pages.people.member_lines import MemberLine
from kpm_desktop.ui.words.comment_words import open_words

_STATE_WIDTH = 132
#: Rows narrower than this tell the name and what the person is; the rest stands beside the list.
_NARROW = 460


class MemberDelegate(RowDelegate):
    """Name and numbers, what the person is, a chip where they are gone, and the state of the entry."""

    height = 52

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a person."""
        line = index.data(ROW)
        if not isinstance(line, MemberLine):
            return
        px, state = self.look.px, State.of_record(line.member.state)
        if where.width() < px(_NARROW):
            side = px(18)
            icon = QRectF(where.right() - side, where.center().y() - side / 2, side, side)
            self.look.icons.paint(painter, icon, state.icon, state.tone)
            beside = line.status_words or line.what
            self.two_lines(painter, where.adjusted(0, 0, -side - px(8), 0), line.person.full_name, beside)
            return
        room = where.width() - px(_STATE_WIDTH)
        name = QRectF(where.x(), where.y(), room * 0.46 - px(8), where.height())
        rest = QRectF(where.x() + room * 0.46, where.y(), room * 0.54 - px(8), where.height())
        self.two_lines(painter, name, line.person.full_name, line.numbers or self.tr("no NIK and no KIA number yet"))
        merged = merged_words(len(line.member.entries))
        chips = []
        if line.status_words:
            chips.append((line.status_words, "warn" if line.person.status == "entered_in_error" else "neu"))
        if merged:
            chips.append((merged, "neu"))
        if line.questions:
            chips.append((open_words(line.questions), "warn"))
        if chips and not line.status_words:
            words, below = line.what, rest.adjusted(0, rest.height() / 2, 0, 0)
            self.text(painter, rest.adjusted(0, 0, 0, -rest.height() / 2), words)
            self.chips(painter, below, chips)
        elif chips:
            self.chips(painter, rest, chips)
        else:
            self.text(painter, rest, line.what)
        at = QPointF(where.right() - px(_STATE_WIDTH), where.center().y())
        paint_state(painter, self.look, at, state)
