"""A village's month as a row: how many of its targets were visited, in words and as a bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.supervision.village_overview import Overview
from kpm_desktop.commands.supervision.village_progress import VillageProgress
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import place_title

COLUMNS = (ListColumn("", 72), ListColumn("", 28, empty=""))
HEIGHT = 52


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A village; `share` is empty until it is known."""

    key: str
    name: str
    detail: str
    share: float | None

    is_heading = False

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """Name and count, the bar at the right."""
        return Cell(self.name, self.detail, kind=Text.BODY_STRONG), Cell(bar=self.share)

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
