"""The rows of Keputusan and how they are drawn: what differs or is to be repaired, missing numbers, questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kpm_desktop.commands.comment_list import Thread
from kpm_desktop.commands.decision_list import Decisions, Dispute, Repair
from kpm_desktop.commands.missing_numbers import Missing
from kpm_desktop.ui.bundle_words import missing_words
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.context import Tools
from kpm_desktop.ui.fields.region_index import Region
from kpm_desktop.ui.models.row_list import ROW
from kpm_desktop.ui.place_words import place_title
from kpm_desktop.ui.questions import field_words, value_words
from kpm_desktop.ui.remark_words import name_and_field, turn_words
from kpm_desktop.ui.subject_words import row_words, subject_name
from kpm_desktop.ui.theme import Text

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """Something to decide. what: the `Dispute`, `Repair`, `Missing` or `Thread` itself; None for a heading."""

    key: str
    title: str
    detail: str
    place: str = ""
    icon: str = ""
    tone: str = ""
    what: Any = None

    @property
    def is_heading(self) -> bool:
        """A heading has nothing behind it."""
        return self.what is None

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join(part for part in (self.title, self.detail, self.place) if part)


def decision_rows(found: Decisions, names: Mapping[str, Region], tools: Tools) -> list[DecisionRow]:
    """The rows below their headings; an empty group has none."""
    translate = QCoreApplication.translate
    rows: list[DecisionRow] = []
    groups = (
        (translate("Decisions", "Entries differ"), [_dispute(each, names, tools) for each in found.disputes]),
        (translate("Decisions", "To be repaired"), [_repair(each, names, tools) for each in found.repairs]),
        (translate("Decisions", "Missing numbers"), [_missing(each, names) for each in found.missing]),
    )
    for title, members in groups:
        if members:
            rows += [DecisionRow(title, title, str(len(members))), *members]
    if found.questions:
        title = translate("Decisions", "Questions")
        rows.append(DecisionRow(title, title, question_counts(found.questions)))
        rows += [_question(each, names, tools) for each in found.questions]
    return rows


def question_counts(threads: Sequence[Thread]) -> str:
    """`waiting for an answer 3, answered 2`; what there is none of is left out."""
    translate = QCoreApplication.translate
    told = (
        (sum(thread.waits_for_us for thread in threads), translate("Decisions", "waiting for you {count}")),
        (sum(thread.is_answered for thread in threads), translate("Decisions", "answered {count}")),
        (
            sum(not (thread.waits_for_us or thread.is_answered) for thread in threads),
            translate("Decisions", "waiting for the cadre {count}"),
        ),
    )
    return ", ".join(words.format(count=count) for count, words in told if count)


def shown_value(kind: str, field: str, value: Any, tools: Tools) -> str:
    """A value in people's words and units."""
    if value is None:
        return QCoreApplication.translate("Decisions", "empty")
    return value_words(kind, field, value, tools.comma)


def _dispute(each: Dispute, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    conflict = each.conflict
    values = " / ".join(shown_value(conflict.kind, conflict.field, one.value, tools) for one in conflict.choices)
    people = ", ".join(dict.fromkeys(one.user for one in conflict.choices))
    month = row_words(conflict.kind, each.subject.month, tools.calendar)
    return DecisionRow(
        key=f"{conflict.region} {conflict.id} {conflict.field}",
        title=f"{subject_name(each.subject)} · {field_words(conflict.kind, conflict.field)}",
        detail=" · ".join(part for part in (values, month, people) if part),
        place=place_title(names[conflict.region]),
        icon="git-pull-request-arrow",
        tone="risk",
        what=each,
    )


def _repair(each: Repair, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    found = each.withheld
    what = field_words(found.kind, found.field) if found.field else ""
    return DecisionRow(
        key=f"{found.change} {found.field}",
        title=" · ".join(part for part in (subject_name(each.subject), what) if part),
        detail=" · ".join(
            part for part in (row_words(found.kind, each.subject.month, tools.calendar), each.author.user) if part
        ),
        place=place_title(names[found.region]),
        icon="shield-alert",
        tone="warn",
        what=each,
    )


def _missing(hole: Missing, names: Mapping[str, Region]) -> DecisionRow:
    translate = QCoreApplication.translate
    numbers = missing_words([(hole.first, hole.last)])
    person = hole.person or hole.device[:8]
    return DecisionRow(
        key=f"{hole.stream} {hole.first}",
        title=translate("Decisions", "Numbers {numbers}").format(numbers=numbers),
        detail=translate("Decisions", "from the laptop of {name}").format(name=person),
        place=place_title(names[hole.region]),
        icon="circle-dashed",
        tone="warn",
        what=hole,
    )


def _question(thread: Thread, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    turn, tone = turn_words(thread)
    said = thread.answers[-1] if thread.answers else thread.question
    month = row_words(thread.kind, thread.subject.month, tools.calendar)
    return DecisionRow(
        key=str(thread.id),
        title=name_and_field(thread),
        detail=" · ".join(part for part in (turn, month, f"{said.user}: “{said.text}”") if part),
        place=place_title(names[thread.region]),
        icon="message-square",
        tone="text2" if tone == "neu" else tone,
        what=thread,
    )


class DecisionDelegate(RowDelegate):
    """Icon, two lines, the village at the right; headings like those of villages."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is a line, the rest two."""
        height = 36 if index.data(ROW).is_heading else 52
        return QSize(self.look.px(120), self.look.px(height))

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row: DecisionRow = index.data(ROW)
        look = self.look
        if row.is_heading:
            painter.fillRect(where.adjusted(-look.px(16), 0, look.px(16), 0), look.colour("bg"))
            self.text(painter, where, f"{row.title}  {row.detail}", Text.BODY_STRONG)
            return
        side = look.px(20)
        look.icons.paint(painter, QRectF(where.x(), where.center().y() - side / 2, side, side), row.icon, row.tone)
        width = min(QFontMetricsF(look.font(Text.CAPTION)).horizontalAdvance(row.place) + 2, where.width() * 0.3)
        chevron = look.px(18)
        left, right = look.px(32), width + chevron + look.px(16)
        self.two_lines(painter, where.adjusted(left, 0, -right, 0), row.title, row.detail)
        place = QRectF(where.right() - width - chevron - look.px(6), where.y(), width, where.height())
        self.text(painter, place, row.place, Text.CAPTION, "text2")
        at = QRectF(where.right() - chevron, where.center().y() - chevron / 2, chevron, chevron)
        if not isinstance(row.what, Repair):
            look.icons.paint(painter, at, "chevron-right", "accent_text" if chosen else "text2")
