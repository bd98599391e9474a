"""The rows of Keputusan and how they are drawn: what differs, is to be repaired, looked at again or answered, or is
missing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kpm_desktop.commands.bundles.missing_numbers import Missing
from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.records.record_states import CADRE
from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.commands.supervision.decision_list import Decisions, Dispute
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.row_by_row import row_by_row, unshown
from kpm_desktop.ui.components.marked_view import paint_mark
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.dialogs.duplicate_lines import line_key, pair_title, why_words
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.bundle_words import missing_words
from kpm_desktop.ui.words.comment_words import name_and_field, turn_words
from kpm_desktop.ui.words.finding_words import finding_sentence, finding_title
from kpm_desktop.ui.words.place_words import place_title
from kpm_desktop.ui.words.record_kinds import row_words
from kpm_desktop.ui.words.subject_words import subject_name
from kpm_desktop.ui.words.value_words import value_words

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """Something to decide. what: the `Dispute`, `Repair`, `DataFinding`, `Thread`, `Missing` or `LikelyPair` itself;
    None for a heading. record: whose it is, if it is a record's. regions: where it lies. people: whose work it is."""

    key: str
    title: str
    detail: str
    place: str = ""
    icon: str = ""
    tone: str = ""
    what: Any = None
    record: Ref | None = None
    regions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    is_marked: bool = False

    @property
    def is_heading(self) -> bool:
        """A heading has nothing behind it."""
        return self.what is None

    @property
    def words(self) -> str:
        """All of it."""
        mark = "✓" if self.is_marked else ""
        return ", ".join(part for part in (mark, self.title, self.detail, self.place) if part)

    @property
    def may_be_marked(self) -> bool:
        """Whether it may be right as it is, and be confirmed together with others."""
        return isinstance(self.what, DataFinding) and not self.what.blocks

    def fits(self, region: str | None, person: str | None) -> bool:
        """Whether it is of a village, and of somebody's work; None is any."""
        return (region is None or region in self.regions) and (person is None or person in self.people)


#: The kinds of rows, each a choice of the filter.
GROUPS = ("differ", "repair", "finding", "question", "missing", "twin")
#: More rows of one kind than anybody works through at a time; the rest follows as these are done.
MOST = 300


def decision_groups(
    found: Decisions,
    findings: Sequence[DataFinding],
    pairs: Sequence[LikelyPair],
    names: Mapping[str, Region],
    tools: Tools,
) -> dict[str, list[DecisionRow]]:
    """The rows of each kind; what must be changed stands before what may be right."""
    ordered = sorted(findings, key=lambda each: (not each.blocks, each.is_incomplete))

    def rows(what: Sequence[T], row: Callable[[T, Mapping[str, Region], Tools], DecisionRow]) -> list[DecisionRow]:
        return list(row_by_row(what, lambda each: row(each, names, tools), lambda each: _unshown(each, tools)))

    return {
        "differ": rows(found.disputes, _dispute),
        "repair": rows(found.repairs, _repair),
        "finding": rows(ordered, _finding),
        "question": rows(found.questions, _question),
        "missing": [_missing(each, names) for each in (*found.missing, *found.given_up)],
        "twin": rows(pairs, _pair),
    }


def _unshown(what: Any, tools: Tools) -> DecisionRow:
    """What waits and cannot be shown, and which record it is of; it can still be opened."""
    kind, record = _whose(what)
    title = tools.wording.say(unshown(kind, record))
    return DecisionRow(key=f"unshown {title}", title=title, detail="", icon="circle-alert", tone="warn", what=what)


def _whose(what: Any) -> tuple[str, UUID | str]:
    match what:
        case Dispute():
            return what.conflict.kind, what.conflict.id
        case Repair():
            return what.withheld.kind, what.withheld.id
        case Thread():
            return "comment", what.id
        case LikelyPair():
            return what.kind, pair_key(what)
    return what.kind, what.id


def decision_rows(groups: Mapping[str, list[DecisionRow]], wanted: str, *, is_cadre: bool) -> list[DecisionRow]:
    """The rows below their headings, of all kinds or one; an empty kind has none."""
    translate = QCoreApplication.translate
    titles = {
        "differ": translate("Decisions", "Entries differ"),
        "repair": translate("Decisions", "To be repaired"),
        "finding": translate("Decisions", "To be looked at again"),
        "question": translate("Decisions", "Questions"),
        "missing": translate("Decisions", "Missing numbers"),
        "twin": translate("Decisions", "May be the same"),
    }
    rows: list[DecisionRow] = []
    for code, members in groups.items():
        if members and wanted in ("all", code):
            rows += [
                DecisionRow(titles[code], titles[code], _how_many(code, members, is_cadre=is_cadre)),
                *members[:MOST],
            ]
    return rows


def _how_many(code: str, members: Sequence[DecisionRow], *, is_cadre: bool) -> str:
    count = len(members)
    told = question_counts([row.what for row in members], is_cadre=is_cadre) if code == "question" else str(count)
    if count <= MOST:
        return told
    text = QCoreApplication.translate("Decisions", "{count}, the first {shown} are listed")
    return text.format(count=told, shown=MOST)


def question_counts(threads: Sequence[Thread], *, is_cadre: bool) -> str:
    """`waiting for an answer 3, answered 2`; what there is none of is left out."""
    translate = QCoreApplication.translate
    told = (
        (sum(thread.waits_for_us for thread in threads), translate("Decisions", "waiting for you {count}")),
        (sum(thread.is_answered for thread in threads), translate("Decisions", "answered {count}")),
        (
            sum(not (thread.waits_for_us or thread.is_answered) for thread in threads),
            translate("Decisions", "waiting for the supervisor {count}")
            if is_cadre
            else translate("Decisions", "waiting for the cadre {count}"),
        ),
    )
    return ", ".join(words.format(count=count) for count, words in told if count)


def shown_value(kind: str, field: str, value: Any, tools: Tools) -> str:
    """A value in people's words and units."""
    if value is None:
        return QCoreApplication.translate("Decisions", "empty")
    return value_words(tools, kind, field, value)


def _dispute(each: Dispute, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    conflict = each.conflict
    values = " / ".join(shown_value(conflict.kind, conflict.field, one.value, tools) for one in conflict.choices)
    people = ", ".join(dict.fromkeys(one.user for one in conflict.choices))
    month = row_words(conflict.kind, each.subject.month, tools)
    return DecisionRow(
        key=f"{conflict.region} {conflict.id} {conflict.field}",
        title=f"{subject_name(each.subject)} · {tools.words.field(conflict.kind, conflict.field)}",
        detail=" · ".join(part for part in (values, month, people) if part),
        place=place_title(names[conflict.region]),
        icon="git-pull-request-arrow",
        tone="risk",
        what=each,
        record=Ref(conflict.region, conflict.kind, conflict.id),
        regions=(conflict.region,),
        people=tuple(dict.fromkeys(one.user for one in conflict.choices)),
    )


def _repair(each: Repair, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    found = each.withheld
    what = tools.words.field(found.kind, found.field) if found.field else ""
    return DecisionRow(
        key=f"{found.change} {found.field}",
        title=" · ".join(part for part in (subject_name(each.subject), what) if part),
        detail=" · ".join(
            part for part in (row_words(found.kind, each.subject.month, tools), each.author.user) if part
        ),
        place=place_title(names[found.region]),
        icon="wrench",
        tone="risk",
        what=each,
        record=Ref(found.region, found.kind, found.id),
        regions=(found.region,),
        people=(each.author.user,),
    )


def _finding(each: DataFinding, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    icon, tone = ("circle-dashed", "text2") if each.is_incomplete else ("circle-alert", "warn")
    author = each.author.user if each.author is not None else ""
    return DecisionRow(
        key=f"{each.region} {each.kind} {each.id} {each.field} {each.rule}",
        title=finding_title(each, tools),
        detail=" · ".join(part for part in (finding_sentence(each, tools), author) if part),
        place=place_title(names[each.region]),
        icon=icon,
        tone=tone,
        what=each,
        record=Ref(each.region, each.kind, each.id),
        regions=(each.region,),
        people=(author,) if author else (),
    )


def _missing(hole: Missing, names: Mapping[str, Region]) -> DecisionRow:
    translate = QCoreApplication.translate
    numbers = missing_words([(hole.first, hole.last)])
    detail = translate("Decisions", "from the laptop of {name}").format(name=hole.person or hole.device[:8])
    if hole.is_lost:
        detail += " · " + translate("Decisions", "declared lost")
    return DecisionRow(
        key=f"{hole.stream} {hole.first}",
        title=translate("Decisions", "Numbers {numbers}").format(numbers=numbers),
        detail=detail,
        place=place_title(names[hole.region]),
        icon="circle-dashed",
        tone="text2" if hole.is_lost else "warn",
        what=hole,
        regions=(hole.region,),
        people=(hole.person,) if hole.person else (),
    )


def _question(thread: Thread, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    turn, tone = turn_words(thread)
    said = thread.answers[-1] if thread.answers else thread.question
    month = row_words(thread.kind, thread.subject.month, tools)
    return DecisionRow(
        key=f"{thread.region} {thread.id}",
        title=name_and_field(thread, tools),
        detail=" · ".join(part for part in (turn, month, f"{said.user}: “{said.text}”") if part),
        place=place_title(names[thread.region]),
        icon="message-square",
        tone="text2" if tone == "neu" else tone,
        what=thread,
        record=Ref(thread.region, "comment", thread.id),
        regions=(thread.region,),
        people=tuple(dict.fromkeys(one.user for one in (thread.question, *thread.answers) if one.role == CADRE)),
    )


def pair_key(pair: LikelyPair) -> str:
    """What a pair is known by, in this list and in the dialog that compares."""
    first, second = pair.regions
    return f"{first} {pair.first.id} {second} {pair.second.id}" if pair.is_across else line_key(pair)


def _pair(pair: LikelyPair, names: Mapping[str, Region], tools: Tools) -> DecisionRow:
    return DecisionRow(
        key=pair_key(pair),
        title=pair_title(pair),
        detail=why_words(pair, tools),
        place=" – ".join(place_title(names[code]) for code in dict.fromkeys(pair.regions)),
        icon="map-pin" if pair.is_across else "git-compare-arrows",
        tone="text2",
        what=pair,
        regions=pair.regions,
        people=tuple(dict.fromkeys(face.author for face in (pair.first, pair.second) if face.author)),
    )


#: Rows narrower than this do not tell the place.
_NARROW = 380


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
        at = QRectF(where.x(), where.center().y() - side / 2, side, side)
        if row.may_be_marked:
            paint_mark(painter, look, at, is_marked=row.is_marked)
        else:
            look.icons.paint(painter, at, row.icon, row.tone)
        is_narrow = where.width() < look.px(_NARROW)  # the place stands beside the list too
        width = (
            0
            if is_narrow
            else min(QFontMetricsF(look.font(Text.CAPTION)).horizontalAdvance(row.place) + 2, where.width() * 0.3)
        )
        chevron = look.px(18)
        left, right = look.px(32), width + chevron + look.px(16)
        self.two_lines(painter, where.adjusted(left, 0, -right, 0), row.title, row.detail)
        place = QRectF(where.right() - width - chevron - look.px(6), where.y(), width, where.height())
        if not is_narrow:
            self.text(painter, place, row.place, Text.CAPTION, "text2")
        at = QRectF(where.right() - chevron, where.center().y() - chevron / 2, chevron, chevron)
        look.icons.paint(painter, at, "chevron-right", "accent_text" if chosen else "text2")
