"""The two lists of the page *Kirim*: records that are on the way, and bundles that went out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text

WAITING_HEIGHT, SENT_HEIGHT = 36, 40
#: Rows narrower than this (large letters) have two lines at the left and the state instead of columns.
NARROW = 520
#: Name, form and month, state.
WAITING = (ListColumn("", 43), ListColumn("", 28, empty=""), ListColumn("", 29))
_WIDTHS = (205, 100, 205, 120, 190, 180)
_IN_NARROW = (310, 0, 0, 0, 190, 0)
_NUMBERS = (1, 3)


def sent_columns(heads: Sequence[str]) -> tuple[ListColumn, ...]:
    """The columns of what went out, by their heads."""
    return tuple(
        ListColumn(head, width, not narrow, is_number=at in _NUMBERS, is_sortable=False, narrow=narrow)
        for at, (head, width, narrow) in enumerate(zip(heads, _WIDTHS, _IN_NARROW, strict=True))
    )


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A record on the way, in words. record: itself; person: whose history tells more; None where there is none."""

    record: Ref
    name: str
    what: str
    state: State
    person: Ref | None

    is_heading = False

    @property
    def key(self) -> str:
        """The record."""
        return self.record.key

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        """Name, form and month, state."""
        return Cell(self.name, kind=Text.BODY_STRONG), Cell(self.what), Cell(state=self.state)

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join(part for part in (self.name, self.what, self.state.word()) if part)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A bundle that went out, in words."""

    number: int
    when: str
    target: str
    records: str
    state: State
    receipt: str

    is_heading = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """When, number, target, records, state, receipt; in narrow rows two lines, and the state."""
        numbers = QCoreApplication.translate("SentDelegate", "bundle {number}, {count} records")
        below = " · ".join((numbers.format(number=self.number, count=self.records), self.target))
        return (
            Cell(self.when, narrow_below=below),
            Cell(self.key, kind=Text.BODY_STRONG),
            Cell(self.target),
            Cell(self.records),
            Cell(state=self.state),
            Cell(self.receipt, ink="text2", kind=Text.CAPTION),
        )

    @property
    def key(self) -> str:
        """Its number."""
        return str(self.number)

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join((self.when, self.key, self.target, self.records, self.state.word(), self.receipt))
