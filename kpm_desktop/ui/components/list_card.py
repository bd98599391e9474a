"""A card that holds a list: perhaps heads of columns above it, a foot below, and what to say where it is empty."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QStyledItemDelegate, QWidget

from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.labels import line
from kpm_desktop.ui.components.row_list import Row
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.look.look import Look

#: At scale 1: of the card, and of its list.
_WANTED_WIDTH, _LEAST_HEIGHT = 440, 120


class ListCard(Card):
    """`list` is the list itself, or the `view` that can do more. name: what a screen reader calls it; it heads the card
    where it `is_headed`. The parts stand in the order in which they are put: heads, the list, what to say instead of it
    (`when_empty`), a foot."""

    def __init__(
        self,
        look: Look,
        name: str,
        delegate: QStyledItemDelegate,
        *,
        is_headed: bool = False,
        view: RowView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name if is_headed else "", flush=True, parent=parent)
        self._look = look
        self.list = view or RowView(name)
        self.list.draw_with(delegate)
        self.list.setMinimumHeight(look.px(_LEAST_HEIGHT))
        self._with_rows: list[QWidget] = []
        self._states: list[EmptyState] = []
        self.body.setSpacing(0)
        if is_headed:
            self.wrap_heading()

    def sizeHint(self) -> QSize:
        """Wide enough for its columns: what stands beside it gives way first."""
        return super().sizeHint().expandedTo(QSize(self._look.px(_WANTED_WIDTH), 0))

    def put_head(self, head: QWidget, *, always: bool = False) -> None:
        """What stands above the list; it goes with the rows, unless it is there `always`."""
        self.body.addWidget(head)
        if not always:
            self._with_rows.append(head)

    def put_list(self) -> None:
        """The list takes the room that is left."""
        self.body.addWidget(self.list, 1)
        self._with_rows.append(self.list)

    def when_empty(
        self,
        icon: str,
        sentence: str,
        *,
        detail: str = "",
        action: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> EmptyState:
        """What stands in the list's place where there are no rows. pressed: what its button (`action`) does."""
        state = EmptyState(self._look, icon, sentence, detail=detail, action=action)
        if pressed is not None:
            state.pressed.connect(pressed)
        state.hide()
        self.body.addWidget(state, 1)
        self._states.append(state)
        return state

    def put_foot(self, foot: QLayout) -> None:
        """What stands below a line at the bottom."""
        self.body.addWidget(line())
        self.body.addLayout(foot)

    def show_rows(self, rows: Sequence[Row], empty: EmptyState | None = None) -> None:
        """Other rows; the chosen one stays chosen. empty: what to say where there are none, else the first state."""
        self.list.show_rows(rows)
        for widget in self._with_rows:
            widget.setVisible(bool(rows))
        said = None if rows else empty or next(iter(self._states), None)
        for state in self._states:
            state.setVisible(state is said)

    def way_on(self) -> QWidget:
        """Where the keys belong: the list, or what stands in its place, where a button may lead on."""
        said = next((state for state in self._states if not state.isHidden()), None)
        return self.list if said is None else said.button or said
