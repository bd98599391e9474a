"""A register on paper: the rows its page shows, by the columns of the kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from kpm_desktop.commands.registers.register_list import RegisterLine
from kpm_desktop.commands.registers.register_paper import register_paper
from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.registers.register import Register
from kpm_desktop.domain.registers.spoken import RegisterWords
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.table_page import TablePage
from kpm_desktop.ui.dialogs.print_preview import Make, Wish
from kpm_desktop.ui.dialogs.printing import Printing
from kpm_desktop.ui.frame.page import Page

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


def register_printing(page: Page, register: Register, lines: Callable[[], Sequence[RegisterLine]]) -> Printing:
    """lines: those that are shown, in their order."""
    return Printing(page, partial(_prepared, register, page.context.tools.language, lines))


def _prepared(
    register: Register, language: str, lines: Callable[[], Sequence[RegisterLine]], at: datetime
) -> tuple[Make, str]:
    return partial(_page, register, list(lines()), language), RegisterWords(register, language).title


def _page(register: Register, lines: list[RegisterLine], language: str, store: Store, wish: Wish) -> TablePage:
    names = names_of([line.region for line in lines])
    how = ListPaper(printed=wish.at, name=wish.paper, mask=wish.mask)
    return register_paper(register, lines, names, language, how)
