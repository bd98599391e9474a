"""The pages of each role, in the order of the navigation. Only pages that exist stand here.

A page is built, and its module imported, when it is first shown: what it imports may bring the database along, which
has been loaded by then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.context import Context
from kpm_desktop.ui.page import Page
from kpm_desktop.ui.session import CADRE, SUPERVISOR

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page in the navigation. `badge` counts in the worker thread what waits there; 0 shows none."""

    key: str
    title: str
    icon: str
    build: Callable[[Context], Page]
    badge: Callable[[Store], int] | None = None


def pages_of(role: str) -> list[PageSpec]:
    """The pages of a role."""
    translate = QCoreApplication.translate
    this_laptop = PageSpec("laptop", translate("PageList", "This laptop"), "laptop", _this_laptop)
    settings = PageSpec("settings", translate("PageList", "Settings"), "settings", _settings)
    pages = {CADRE: [this_laptop, settings], SUPERVISOR: [this_laptop, settings]}
    return pages[role]


def _this_laptop(context: Context) -> Page:
    from kpm_desktop.ui.pages.this_laptop import ThisLaptopPage

    return ThisLaptopPage(context)


def _settings(context: Context) -> Page:
    from kpm_desktop.ui.pages.settings import SettingsPage

    return SettingsPage(context)
