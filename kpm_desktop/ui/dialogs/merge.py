"""Gabungkan: the other record is found, both are compared, and they become one or are said to be two."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.review.mark_distinct import mark_distinct
from kpm_desktop.commands.review.merge_records import Merged, merge_records
from kpm_desktop.commands.review.merge_view import Candidates, MergeView, merge_candidates, merge_view
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.merging.obstacles import MERGEABLE
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.duplicate_lines import DuplicateLine, candidate_lines, pair_lines
from kpm_desktop.ui.dialogs.merge_compare import MergeCompare
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.latest_job import LatestJob
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

# What changes with a merge: all that is read through the groups, and the answers.
CHANGED = (*MERGEABLE, "flag_answer")
#: Of the list, at scale 1: as drawn, and on a small screen.
_LIST_WIDTH, _HEIGHT = 340, 420
_LEAST_LIST_WIDTH, _LEAST_HEIGHT = 164, 56
_INTO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MergeDialog(Dialog):
    """About one `record`, with a search for the other, or about `pairs` that may be one. `told` gives a sentence after
    each merge or answer; by then the kinds are announced. With pairs it stays open until none is left."""

    told = Signal(str)

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        record: Ref | None = None,
        pairs: Sequence[LikelyPair] = (),
        chosen: str = "",
    ) -> None:
        super().__init__(context.look, icon="git-compare-arrows", width=1160, parent=parent)
        self._context, self._record, self._pairs = context, record, list(pairs)
        self._candidates: Candidates | None = None
        self._view: MergeView | None = None
        self._is_swapped = self._is_busy = False
        self._viewing = LatestJob(context.tools.jobs, self)
        self._viewing.finished.connect(self._on_view)
        self._viewing.refused.connect(self._on_refused)
        self._viewing.failed.connect(self._on_failed)
        self._lay_out()
        if record is None:
            self._show_pairs(chosen)
        else:
            self.set_title(self.tr("Merge with…"), " ")
            self._run(partial(merge_candidates, record=record.id, region=record.region), self._on_candidates)

    def _lay_out(self) -> None:
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        beside = QWidget()
        beside.setMaximumWidth(self.look.px(_LIST_WIDTH))
        left = QVBoxLayout(beside)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(self.look.px(8))
        self.search = SearchField(self.look, self.tr("Search a name, NIK, KIA number or hamlet"))
        self.search.textChanged.connect(self._on_search)
        self.search.setVisible(self._record is not None)
        self.list = RowView(self.tr("Records that may be the same"))
        self.list.draw_with(DuplicateDelegate(self.look))
        self.list.setMinimumWidth(self.look.px(_LEAST_LIST_WIDTH))
        self.list.want(self.look.px(_HEIGHT), self.look.px(_LEAST_HEIGHT))
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self._on_merge)
        self._hint = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        for widget in (self.search, self.list, self._hint):
            left.addWidget(widget, 1 if widget is self.list else 0)
        self.compare = MergeCompare(self._context.tools)
        row.addWidget(beside, 2)
        row.addWidget(self.compare, 3)
        self.body.addLayout(row, 1)
        self.note.setText(self.tr("Nothing is deleted. It can be undone: Take apart, on the page of the household."))
        self.add_close(self.tr("Close"))
        self.distinct_button = self.add_button(self.tr("Not the same"), icon="x")
        self.distinct_button.clicked.connect(self._on_distinct)
        self.swap_button = self.add_button(self.tr("Swap"), icon="refresh-cw", key="F6")
        self.swap_button.setToolTip(self.tr("The other record's values are shown where both say something"))
        self.swap_button.clicked.connect(self._on_swap)
        self.merge_button = self.add_button(self.tr("Merge"), kind="primary", icon="check", key="Enter")
        self.merge_button.clicked.connect(self._on_merge)
        self._forget()

    # what there is to choose from

    def _on_candidates(self, found: Candidates) -> None:
        self._candidates = found
        self.set_title(self.tr("Merge {name} with…").format(name=found.own.name), self.tr("Who is the same?"))
        self._on_search()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search(self) -> None:
        if self._candidates is None or self._record is None:
            return
        text = self.search.text().strip()
        lines = candidate_lines(self._candidates, self._record.region, text, self._context.tools.calendar)
        self.list.show_rows(lines)
        if lines:
            hint = self.tr("The likely ones come first.") if any(one.is_likely for one in lines) else ""
        else:
            hint = self.tr("Nobody fits.") if text else self.tr("Type a part of the name or the NIK.")
        self._hint.setText(hint)

    def _show_pairs(self, chosen: str = "") -> None:
        count = len(self._pairs)
        text = self.tr("{count} pairs may be the same") if count > 1 else self.tr("One pair may be the same")
        self.set_title(text.format(count=count), self.tr("Compare, ask if in doubt, then decide."))
        self.list.show_rows(pair_lines(self._pairs, self._context.tools))
        self.list.choose(chosen)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self) -> DuplicateLine | None:
        """The line that is chosen."""
        row = self.list.current()
        return row if isinstance(row, DuplicateLine) else None

    # comparing

    def _on_moved(self, row: object) -> None:
        self._is_swapped = False
        if self._record is None:  # in the list there is seldom room for all of it
            self._hint.setText(f"{row.title}\n{row.detail}" if isinstance(row, DuplicateLine) else "")
        self._look_up()

    def _on_swap(self) -> None:
        if self._view is not None:
            self._is_swapped = not self._is_swapped
            self._look_up()

    def _look_up(self) -> None:
        self._forget()
        self.banner.clear()
        line = self.line()
        if line is None:
            self._viewing.give_up()
            return
        first, second = (line.second, line.first) if self._is_swapped else (line.first, line.second)
        store = self._context.session.store

        def work(progress: Progress) -> MergeView:
            return merge_view(store, first, second, region=line.region)

        self._viewing.ask(work)

    def _forget(self) -> None:
        """Nothing is compared."""
        self._view = None
        self.compare.show_view(None)
        for button in (self.merge_button, self.swap_button, self.distinct_button):
            button.setEnabled(False)

    def _on_view(self, view: MergeView) -> None:
        self._view = view
        self.compare.show_view(view)
        tools = self._context.tools
        if view.refusals:
            self.banner.tell(_sentence(tools.refusal(why for _, why in view.refusals)), "risk", closable=False)
        elif view.doubts:
            looks = ", ".join(tools.wording.say(why) for _, why in view.doubts)
            self.banner.tell(self.tr("Look again: {what}.").format(what=looks), closable=False)
        self.merge_button.setText(self.tr("Merge anyway") if view.doubts else self.tr("Merge"))
        self.merge_button.setEnabled(not view.refusals)
        self.swap_button.setEnabled(not view.refusals)
        line = self.line()
        self.distinct_button.setEnabled(line is not None and line.is_likely)

    # deciding

    def _on_merge(self) -> None:
        view = self._view
        if view is None or view.refusals or self._is_busy:
            return
        self._is_busy = True
        today = self._context.tools.today()
        work = partial(_merge, records=[view.first, view.second], region=view.region, today=today)
        self._run(work, self._on_merged)

    def _on_merged(self, merged: Merged) -> None:
        text = self.tr("Merged: both records are read as one now, here and soon on all laptops.")
        self._done(text)

    def _on_distinct(self) -> None:
        line = self.line()
        if line is None or self._is_busy:
            return
        self._is_busy = True
        work = partial(
            mark_distinct,
            one=line.first,
            other=line.second,
            region=line.region,
            other_region=line.region,
            today=self._context.tools.today(),
        )
        self._run(work, self._on_told_apart)

    def _on_told_apart(self, nothing: object) -> None:
        self._done(self.tr("Noted: not the same. Nobody is asked again, on no laptop."))

    def _done(self, sentence: str) -> None:
        self._is_busy = False
        line = self.line()
        self._context.hub.announce(CHANGED)
        self.told.emit(sentence)
        self._pairs = [one for one in self._pairs if line is None or _ids(one) != _ids_of(line)]
        if not self._pairs:
            self.accept()
            return
        self._show_pairs()
        self.note.setText(sentence)

    def _run(self, work: Callable[["Store"], Any], finished: Callable[[Any], object]) -> None:
        store = self._context.session.store

        def job(progress: Progress) -> Any:
            return work(store)

        self._context.tools.jobs.run(job, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._is_busy = False
        self.banner.tell(_sentence(self._context.tools.refusal(reasons)), "risk")

    def _on_failed(self, fault: Fault) -> None:
        self._is_busy = False
        self.banner.tell(self._context.tools.fault(fault), "risk")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter lead from the search into the list, so that Enter there merges nobody; F6 swaps."""
        if event.key() == Qt.Key.Key_F6:
            self._on_swap()
        elif event.key() in _INTO_LIST and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class DuplicateDelegate(RowDelegate):
    """Name and what tells it apart; a chip where the program proposes it."""

    height = 56

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a line."""
        line = index.data(ROW)
        if isinstance(line, DuplicateLine):
            self.two_lines(painter, where, line.title, line.detail)


def _merge(store: "Store", *, records: Sequence[UUID], region: str, today: Any) -> Merged:
    """What speaks against it was shown beside the button."""
    return merge_records(store, records, region=region, today=today, sure=True)


def _ids(pair: LikelyPair) -> tuple[str, UUID, UUID]:
    return pair.region, pair.first.id, pair.second.id


def _ids_of(line: DuplicateLine) -> tuple[str, UUID, UUID]:
    return line.region, line.first, line.second


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith(".") else ".")
