"""The households of Tugas as rows: their number, the most urgent task, its day, and the cell that hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter

from kpm_desktop.domain.due.item import Due, when
from kpm_desktop.domain.due.tasks import DueHome, Task
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.components.columns import Cell, ColumnDelegate, ListColumn
from kpm_desktop.ui.components.marked_view import paint_mark
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import rt_rw

#: From so many days before its day on a task is said to be near.
NEAR_DAYS = 14
#: Room of the box to mark, at scale 1.
MARK = 30
#: Below this width, at scale 1, a row says its day below the task, and the side which cell hangs on it.
NARROW = 690
ICONS = {"refer": ("triangle-alert", "risk"), "risk": ("triangle-alert", "risk"), "watch": ("circle-alert", "warn")}


@dataclass(frozen=True, slots=True)
class DueRow:
    """A household, perhaps marked to be printed. cells: as they are drawn."""

    home: DueHome
    cells: tuple[Cell, ...]
    is_marked: bool = False

    is_heading = False
    may_be_marked = True

    @property
    def key(self) -> str:
        """The household, or whom the task is about where that is not held."""
        return self.ref.key if self.ref is not None else f"{self.home.region} {self.home.head}"

    @property
    def ref(self) -> Ref | None:
        """The household, as pages name it."""
        home = self.home
        return Ref(home.region, "household", home.household) if home.household is not None else None

    @property
    def words(self) -> str:
        """Read aloud."""
        mark = "✓" if self.is_marked else ""
        return ", ".join(part for part in (mark, *(cell.words for cell in self.cells)) if part)


class DueDelegate(ColumnDelegate):
    """A box to mark before the columns."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, due_columns(), narrow=NARROW, height=50)

    def paint_row(
        self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        """Draws a row."""
        side, room = self.look.px(18), self.look.px(MARK)
        row: DueRow = index.data(ROW)
        box = QRectF(where.x(), where.center().y() - side / 2, side, side)
        paint_mark(painter, self.look, box, is_marked=row.is_marked)
        super().paint_row(painter, where.adjusted(room, 0, 0, 0), index, chosen=chosen)


def due_columns() -> list[ListColumn]:
    """What stands above them."""
    translate = QCoreApplication.translate
    return [
        ListColumn(translate("Due", "Order"), 8, is_sortable=False, narrow=18),
        ListColumn(translate("Due", "Household"), 20, is_sortable=False, narrow=34),
        ListColumn(translate("Due", "What is to be done"), 35, is_sortable=False, narrow=58),
        ListColumn(translate("Due", "When"), 24, is_sortable=False, is_wide_only=True),
        ListColumn(translate("Due", "Becomes T"), 14, is_sortable=False, is_wide_only=True),
    ]


def due_rows(homes: Sequence[DueHome], on: date, wording: Wording) -> list[DueRow]:
    """A row for each."""
    return [DueRow(home, _cells(home, on, wording)) for home in homes]


def place_of(home: DueHome) -> str:
    """RT, RW and hamlet."""
    return " · ".join(part for part in (rt_rw(home.rt, home.rw), home.hamlet) if part)


def when_tone(task: Task, on: date) -> tuple[str, str]:
    """A task's day as tone of a chip and icon; no tone where it is still far."""
    if task.is_late(on):
        return "risk", "clock"
    left = task.first.days_left(on)
    is_near = left is not None and left <= NEAR_DAYS
    return ("warn", "clock") if is_near or task.first.late_days(on) else ("", "")


def service_word(due: Due | None, wording: Wording) -> str:
    """The cell that hangs on a task, as a column is headed; empty where none does."""
    if due is None:
        return ""
    text = wording.phrase(f"scorecard.what.{due.service}")
    return text[:1].upper() + text[1:]


def _cells(home: DueHome, on: date, wording: Wording) -> tuple[Cell, ...]:
    task = home.first
    more = len(home.tasks) - 1
    why = wording.say(task.first.why)
    below = QCoreApplication.translate("Due", "+{count} more · {why}").format(count=more, why=why) if more else why
    tone, icon = when_tone(task, on)
    said = wording.say(when(task.first, on))
    level = home.level
    return (
        Cell(str(home.number), icon=ICONS[level] if level is not None else None),
        Cell(home.head, below=place_of(home), kind=Text.BODY_STRONG),
        Cell(wording.say(task.short_title), below=below, kind=Text.BODY_STRONG, narrow_below=said),
        Cell(chips=((said, tone, icon),)) if tone else Cell(said, kind=Text.CAPTION),
        Cell(service_word(task.service, wording)),
    )
