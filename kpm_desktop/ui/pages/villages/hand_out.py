"""Bagi tugas: who has which household of a village; several are chosen and given to somebody."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.households.assign_households import assign_households
from kpm_desktop.commands.households.end_assignment import end_assignment
from kpm_desktop.commands.records.assigned_targets import AssignedHome, Helper, VillageTasks, village_tasks
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import label_unseen
from kpm_desktop.ui.components.marked_view import MarkedView
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.pages.villages.hand_out_rows import HomeDelegate, HomeRow, home_rows

ALL, NOBODY = "all", "nobody"


def _read(context: Context, village: str, progress: Progress) -> VillageTasks:
    return village_tasks(context.session.store, village, today=context.tools.today())


def _give(context: Context, village: str, homes: Sequence[UUID], to: str, progress: Progress) -> int:
    return assign_households(context.session.store, homes, to, region=village, today=context.tools.today())


def _end(context: Context, village: str, tasks: Sequence[UUID], progress: Progress) -> int:
    for task in tasks:
        end_assignment(context.session.store, task, region=village, today=context.tools.today())
    return len(tasks)


class HandOutDialog(Dialog):
    """`villages`: (code, name) of those that can be chosen; `village` is shown first."""

    told = Signal(str)

    def __init__(self, context: Context, villages: Sequence[tuple[str, str]], village: str, parent: QWidget) -> None:
        super().__init__(context.look, icon="users", width=860, parent=parent)
        self._context = context
        self._found: VillageTasks | None = None
        self._names = dict(villages)
        self.set_title(self.tr("Hand out households"), " ")
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self.village = ChoiceField(self.look, villages, required=True)
        self.village.set_value(village)
        self.village.setAccessibleName(self.tr("Village"))
        self.village.edited.connect(self._load)
        self.above.addWidget(self._filters())
        self.village.setVisible(len(villages) > 1)
        label_unseen(self.village)
        self.body.addWidget(self._list(), 1)
        self.to = ChoiceField(self.look, (), required=True)
        self.to.setMinimumWidth(self.look.px(280))
        self.body.addLayout(self._foot_row())
        self.end_button = self.add_button(self.tr("Nobody's task"), icon="x")
        self.end_button.clicked.connect(self._on_end)
        self.add_close(self.tr("Close"))
        self.give_button = self.add_button(self.tr("Hand over"), kind="primary", icon="check", key="Enter")
        self.give_button.clicked.connect(self._on_give)
        self._load()

    def _filters(self) -> BreakingRow:
        choices = ((ALL, self.tr("All")), (NOBODY, self.tr("Nobody has them")))
        self.filter = Segments(self.look, self.tr("Which households"), choices, wraps=True)
        self.filter.chosen.connect(self._show)
        hamlet = self._context.tools.words.field("household", "hamlet")
        self._hamlet = PlaceFilter(self.look, hamlet, everything=self.tr("All"), unnamed=self.tr("not given"))
        self._hamlet.chosen.connect(self._show)
        where = QHBoxLayout()
        where.setSpacing(self.look.px(8))
        where.addWidget(self.village, 1)
        where.addWidget(self._hamlet, 1)
        row = BreakingRow(self.look.px(8))
        row.add(where, 1)
        row.add(self.filter)
        row.align(self.filter, Qt.AlignmentFlag.AlignLeft)
        return row

    def _list(self) -> MarkedView:
        self.list = MarkedView(self.tr("Households"))
        self.list.draw_with(HomeDelegate(self.look))
        self.list.setProperty("role", "framed")
        self.list.want(self.look.px(280), self.look.px(96))
        self.list.changed.connect(self._show_buttons)
        self.list.opened.connect(self._on_opened)
        return self.list

    def _foot_row(self) -> QHBoxLayout:
        """Whom the marked ones are given to, and at the right how they are marked."""
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        hints = [("Space", self.tr("mark")), ("Ctrl+A", self.tr("mark all that are shown"))]
        row.addWidget(FieldRow(self.look, self.tr("Give to"), self.to))
        row.addWidget(KeyHints(self.look, hints), 1)
        return row

    def _load(self) -> None:
        self._run(partial(_read, self._context, str(self.village.value())), self._on_found)

    def _on_found(self, found: VillageTasks) -> None:
        first = self._found is None or self._found.village != found.village
        self._found = found
        self.list.marked &= {str(home.household) for home in found.homes}
        self.set_title(self.tr("Hand out households"), self._names.get(found.village, found.village))
        self._hamlet.show_places(home.hamlet for home in found.homes)
        kept = self.to.value()
        self.to.clear()
        for helper in found.helpers:
            self.to.addItem(self._helper_words(helper), str(helper.id) if helper.id else helper.name)
        self.to.setCurrentIndex(max(self.to.findData(kept), 0))
        self._show()
        if first:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _helper_words(self, helper: Helper) -> str:
        return helper.name if helper.has_laptop else self.tr("{name} (no laptop of that name)").format(name=helper.name)

    def _show(self) -> None:
        if self._found is None:
            return
        homes = self._found.homes
        self.filter.show_counts({ALL: str(len(homes)), NOBODY: str(sum(not home.tasks for home in homes))})
        self.list.show_rows(home_rows(home for home in homes if self._fits(home)))
        self._show_buttons()

    def _fits(self, home: AssignedHome) -> bool:
        hamlet = self._hamlet.current()
        return (hamlet is None or home.hamlet == hamlet) and (self.filter.current() == ALL or not home.tasks)

    def _show_buttons(self) -> None:
        count = len(self.list.marked)
        text = self.tr("Hand over {count}").format(count=count) if count else self.tr("Hand over")
        self.give_button.setText(text)
        self.give_button.setEnabled(bool(count) and self.to.count() > 0)
        self.end_button.setEnabled(bool(self._tasks()))
        if self._found is not None and not self.to.count():
            self.note.setText(self.tr("Invite a cadre of this village first."))

    @property
    def _shown_village(self) -> str:
        """That of the households that are listed."""
        return self._found.village if self._found is not None else ""

    def _tasks(self) -> list[UUID]:
        return [task.id for home in self._marked() for task in home.tasks]

    def _marked(self) -> list[AssignedHome]:
        homes = self._found.homes if self._found is not None else ()
        return [home for home in homes if str(home.household) in self.list.marked]

    def _on_opened(self, row: HomeRow) -> None:
        """Enter hands over what is marked; without a mark it marks."""
        if self.list.marked:
            self._on_give()
        else:
            self.list.toggle(row)

    def _on_give(self) -> None:
        if self.list.marked and self.to.value():
            homes = sorted(home.household for home in self._marked())
            work = partial(_give, self._context, self._shown_village, homes, str(self.to.value()))
            self._run(work, self._on_given)

    def _on_given(self, count: int) -> None:
        name = self.to.currentText()
        text = self.tr("{count} households are now the task of {name}; it travels with the next receipt.")
        self._done(text.format(count=count, name=name))

    def _on_end(self) -> None:
        self._run(partial(_end, self._context, self._shown_village, self._tasks()), self._on_ended)

    def _on_ended(self, count: int) -> None:
        self._done(self.tr("{count} tasks were ended.").format(count=count))

    def _done(self, sentence: str) -> None:
        self.list.marked = frozenset()
        self._context.hub.announce(["assignment", "cadre", DELIVERY])
        self.banner.tell(sentence, "ok")
        self.told.emit(sentence)
        self._load()

    def _run(self, work: Any, finished: Any) -> None:
        self._context.tools.jobs.run(work, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.banner.tell(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self.banner.tell(self._context.tools.fault(fault), "risk")
