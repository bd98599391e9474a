"""Hari posyandu on paper: the list of a posyandu, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.posyandu.day_paper import day_paper
from kpm_desktop.commands.posyandu.day_sheet import day_sheet
from kpm_desktop.commands.posyandu.posyandu_days import Post
from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.table_page import TablePage
from kpm_desktop.ui.dialogs.print_preview import Make, Wish
from kpm_desktop.ui.dialogs.printing import Printing
from kpm_desktop.ui.frame.page import Page

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


def day_printing(page: Page, chosen: Callable[[], tuple[Post, date] | None]) -> Printing:
    """chosen: posyandu and day; None where there is nothing to print."""
    return Printing(page, partial(_prepared, page, chosen))


def _prepared(page: Page, chosen: Callable[[], tuple[Post, date] | None], at: datetime) -> tuple[Make, str] | None:
    found = chosen()
    if found is None:
        return None
    post, day = found
    title = QCoreApplication.translate("PosyanduDays", "Posyandu day {posyandu}").format(posyandu=post.name)
    return partial(_page, post, day, page.context.tools.wording), title.strip()


def _page(post: Post, day: date, wording: Wording, store: Store, wish: Wish) -> TablePage:
    sheet = day_sheet(store, region=post.region, posyandu=post.id, day=day)
    place = names_of([post.region])[post.region]
    how = ListPaper(printed=wish.at, name=wish.paper, mask=wish.mask)
    return day_paper(wording, sheet, place.name, how, is_blank=True)
