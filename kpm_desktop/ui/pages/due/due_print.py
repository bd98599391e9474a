"""Tugas on paper: the households that are marked, or all that are shown, as a list to walk by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.due.tasks import DueHome
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.lists.walking_list import Walk, walking_list
from kpm_desktop.reports.table_page import TablePage
from kpm_desktop.ui.dialogs.print_preview import Make, Wish
from kpm_desktop.ui.dialogs.printing import Printing
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.words.place_words import places_title

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


def due_printing(page: Page, homes: Callable[[], Sequence[DueHome]], title: Callable[[], str]) -> Printing:
    """homes: those to be printed; title: what is shown of them."""
    return Printing(page, partial(_prepared, page.context, homes, title))


def _prepared(
    context: Context, homes: Callable[[], Sequence[DueHome]], title: Callable[[], str], at: datetime
) -> tuple[Make, str]:
    shown, named = list(homes()), title()
    walk = Walk(
        day=at.date(),
        title=QCoreApplication.translate("Due", "Walking list: {which}").format(which=named.lower()),
        dated=context.tools.calendar.long_day(at.date()),
        villages=places_title(context.session.places),
        cadre=context.session.name,
    )
    return partial(_page, shown, walk, context.tools.wording), walk.title


def _page(homes: Sequence[DueHome], walk: Walk, wording: Wording, store: Store, wish: Wish) -> TablePage:
    return walking_list(wording, homes, walk, ListPaper(printed=wish.at, name=wish.paper, mask=wish.mask))
