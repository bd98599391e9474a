"""The list of Sasaran in its card: the heads of its columns, what to say where nobody is shown, and how many are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.records.begun_forms import BegunForm
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.columns import ColumnDelegate, ColumnHeader
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.people.people_lines import Line
from kpm_desktop.ui.pages.people.people_rows import PeopleCells, columns


class PeopleCard(ListCard):
    """`added`, `cleared` and `widened` when a button of an empty list is pressed: somebody is to be added, everybody
    is to be shown, everybody who fits what is searched is."""

    added = Signal()
    cleared = Signal()
    widened = Signal()

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        self._words = context.tools.words
        shown = columns(self._words)
        self._cells = PeopleCells(context)
        delegate = ColumnDelegate(context.look, shown, cells=self._cells.of)
        super().__init__(context.look, name, delegate, parent=parent)
        self._header = ColumnHeader(context.look, shown, self.list)
        self.put_head(self._header)
        self.list.hold_many()
        self.put_list()
        self._nobody = self.when_empty(
            "users",
            self.tr("Nobody is registered yet."),
            detail=self.tr("Begin with a pregnant woman or a child under two; the household is asked for on the way."),
            action=self.tr("Add a target"),
            pressed=self.added.emit,
        )
        self._not_found = self.when_empty(
            "search",
            self.tr("Nobody here fits."),
            detail=self.tr("Search with fewer letters, or choose all hamlets and all targets."),
            action=self.tr("Show everybody"),
            pressed=self.cleared.emit,
        )
        self.elsewhere = self.when_empty("search", " ", action=self.tr("Show them"), pressed=self.widened.emit)
        self.put_foot(self._foot())

    def mark_begun(self, found: Sequence[BegunForm]) -> None:
        """Whoever or whatever household a form was begun about is a draft."""
        about = ((one.region, one.household if one.kind == "household" else one.person) for one in found)
        self._cells.begun = frozenset((region, one) for region, one in about if one is not None)
        self.list.viewport().update()

    def empty_state(self, *, is_new: bool, elsewhere: int) -> EmptyState:
        """What to say where nobody is shown. is_new: nobody is registered. elsewhere: how many people fit what is
        searched, but not what is chosen beside it."""
        text = self.tr("{count} people fit, but not what is chosen above.")
        self.elsewhere.tell(text.format(count=elsewhere))
        return self._nobody if is_new else self.elsewhere if elsewhere else self._not_found

    def tell_count(self, shown: Sequence[Line], total: int, *, is_homes: bool) -> None:
        """How many of all there are shown, and in which order."""
        self._header.show_columns(columns(self._words, homes=is_homes))
        if is_homes:
            text = self.tr("{shown} of {total} households · by hamlet and name")
        else:
            text = self.tr("{shown} of {total} people · by risk, then those not visited for longest")
        self._count.setText(text.format(shown=len(shown), total=total))

    def put_print(self, button: Button) -> None:
        """At the end of the foot."""
        self._row.addWidget(button)

    def _foot(self) -> QHBoxLayout:
        px = self._look.px
        self._row = row = QHBoxLayout()
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(16))
        self._count = label(self._look, "", Text.CAPTION, "text2", wrap=True)
        hints = (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("K", self.tr("visit")),
            ("U", self.tr("change data")),
        )
        row.addWidget(self._count, 1)
        row.addWidget(KeyHints(self._look, hints))
        return row
