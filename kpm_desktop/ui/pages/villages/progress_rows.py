"""A village's month as a row: how many of its targets were visited, in words and as a bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter

from kpm_desktop.commands.supervision.village_overview import Overview
from kpm_desktop.commands.supervision.village_progress import VillageProgress
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.ui.components.bar import paint_bar
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.words.place_words import place_title


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A village; `share` is empty until it is known."""

    key: str
    name: str
    detail: str
    share: float | None

    is_heading = False

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.name}, {self.detail}"


def progress_rows(
    overview: Overview, names: Mapping[str, Region], progress: Mapping[str, VillageProgress]
) -> list[ProgressRow]:
    """The villages in their order."""
    rows = []
    for village in overview.villages:
        known = progress.get(village.code)
        rows.append(ProgressRow(village.code, place_title(names[village.code]), _detail(known), _share(known)))
    return rows


def _detail(known: VillageProgress | None) -> str:
    if known is None:
        return QCoreApplication.translate("Villages", "being counted…")
    if not known.targets:
        return QCoreApplication.translate("Villages", "no targets this month")
    text = QCoreApplication.translate("Villages", "{visited} of {targets} targets visited")
    return text.format(visited=known.visited, targets=known.targets)


def _share(known: VillageProgress | None) -> float | None:
    return known.visited / known.targets if known is not None and known.targets else None


class ProgressDelegate(RowDelegate):
    """Name and count, the bar at the right."""

    height = 52

    def paint_row(
        self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        """Draws a row."""
        row: ProgressRow = index.data(ROW)
        look = self.look
        width = look.px(72)
        self.two_lines(painter, where.adjusted(0, 0, -width - look.px(12), 0), row.name, row.detail)
        if row.share is not None:
            bar = QRectF(where.right() - width, where.center().y() - look.px(4), width, look.px(8))
            paint_bar(painter, look, bar, row.share)
