"""Scenes of Pertumbuhan: a child that thrives, one that does not, the list, a child never measured, the sheet for the
mother."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt

from kpm_desktop.commands.growth.child_growth import ChildGrowth, child_growth
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.domain.growth.chart_verdict import verdict
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.ui.charts.growth_paper import growth_paper
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.growth.growth import GrowthTask
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.printing.page_output import page_picture
from scripts.gallery import Gallery

#: A line with fewer points shows little.
_POINTS = 7
_MONTH = "2026-11"


def growth(gallery: Gallery) -> None:
    """Four charts of children of the practice village, found by what the growth card says of them."""
    children = _children(gallery)
    worrying = _first(children, lambda child: _why(child) == "two_without_gain")
    healthy = _first(children, lambda child: _why(child) == "" and _is_good(child))
    _open(gallery, worrying)
    gallery.take("pertumbuhan-tidak-naik")
    gallery.press(Qt.Key.Key_D)
    gallery.take("pertumbuhan-daftar")
    gallery.press(Qt.Key.Key_Escape)
    _open(gallery, healthy)
    gallery.take("pertumbuhan-sehat")
    gallery.press(Qt.Key.Key_2)
    gallery.take("pertumbuhan-panjang")
    gallery.press(Qt.Key.Key_4)
    gallery.take("pertumbuhan-kepala")
    gallery.press(Qt.Key.Key_Escape)
    how = ListPaper(printed=datetime(2026, 11, 30, 9, 5))  # noqa: DTZ001 - the wall's clock
    laid = lay_out(growth_paper(worrying, Wording(gallery.context().tools.language), how))
    gallery.keep("pertumbuhan-cetak", page_picture(laid, 0, 800))


def _open(gallery: Gallery, child: ChildGrowth) -> None:
    home = gallery.page("beranda", HomePage)
    home.go.emit("pertumbuhan", Ref(child.region, "person", child.child.id))
    gallery.task(GrowthTask)


def _children(gallery: Gallery) -> list[ChildGrowth]:
    store, today = gallery.context().session.store, gallery.context().tools.today()
    rows = [row for row in target_list(store, _MONTH, today=today).rows if row.kind == "child"]
    return [child_growth(store, row.person_id, region=row.region) for row in rows]


def _first(children: list[ChildGrowth], fits: Callable[[ChildGrowth], bool]) -> ChildGrowth:
    """The one with the most points."""
    found = [child for child in children if child.weight is not None and len(child.weight.used) >= _POINTS]
    return max((child for child in found if fits(child)), key=lambda child: len(child.charts["len"].points))


def _why(child: ChildGrowth) -> str:
    found = verdict(child.charts["wei"])
    return found.why if found is not None else ""


def _is_good(child: ChildGrowth) -> bool:
    found = [verdict(chart) for chart in child.charts.values()]
    return all(each is None or each.tone == "good" for each in found)


SCENES: tuple[Callable[[Gallery], None], ...] = (growth,)
