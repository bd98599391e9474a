"""Kegiatan: what a cadre does beside the checklists, a tab for each register."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.registers.register_list import count_open
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.domain.registers.register import Register
from kpm_desktop.domain.registers.spoken import RegisterWords
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.tabbed_page import Tab, TabbedPage, ToTab
from kpm_desktop.ui.registers.register_page import RegisterPage


class ActivitiesPage(TabbedPage):
    """`arrive` takes (kind, id of a record), which is opened, or (kind, "new", values), which begins one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tabs = [_tab(register, context.tools.language) for register in REGISTERS.values()]
        super().__init__(context, self.tr("Activities"), tabs, parent)

    def arrive(self, what: object) -> None:
        if isinstance(what, tuple) and what and what[0] in REGISTERS:
            kind, rest = what[0], what[1:]
            super().arrive(ToTab(kind, rest[0] if len(rest) == 1 and isinstance(rest[0], UUID) else rest))
        else:
            super().arrive(what)


def _tab(register: Register, language: str) -> Tab:
    title = RegisterWords(register, language).title
    return Tab(register.kind, title, partial(_page, register=register), count=partial(count_open, register=register))


def _page(context: Context, *, register: Register) -> RegisterPage:
    return RegisterPage(context, register)
