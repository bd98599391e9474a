"""The pages of each role, in the order of the navigation. Only pages that exist stand here.

A page is built, and its module imported, when it is first shown: what it imports may bring the database along, which
has been loaded by then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR

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
    home = PageSpec("beranda", translate("PageList", "Home"), "house", _home)
    visits = PageSpec("kunjungan", translate("PageList", "Visits"), "clipboard-list", _visits)
    people = PageSpec("sasaran", translate("PageList", "Targets"), "users", _people)
    this_laptop = PageSpec("laptop", translate("PageList", "This laptop"), "laptop", _this_laptop)
    title = translate("PageList", "Scorecard") if role == CADRE else translate("PageList", "Scorecards")
    scorecard = PageSpec("rapor", title, "chart-column", _scorecard)
    send = PageSpec("kirim", translate("PageList", "Send"), "send", _send, badge=_on_the_way)
    upwards = PageSpec("kirim", translate("PageList", "Report upwards"), "send", _send, badge=_on_the_way)
    settings = PageSpec("settings", translate("PageList", "Settings"), "settings", _settings)
    pages = {
        CADRE: [home, visits, people, scorecard, _activities_page(), send, this_laptop, settings],
        SUPERVISOR: [*_supervisors_pages(scorecard), upwards, this_laptop, settings],
    }
    return pages[role]


def _supervisors_pages(scorecard: PageSpec) -> list[PageSpec]:
    translate = QCoreApplication.translate
    return [
        PageSpec("beranda", translate("PageList", "Home"), "house", _supervisor_home),
        PageSpec("desa", translate("PageList", "Villages"), "map-pin", _villages),
        PageSpec("masuk", translate("PageList", "Incoming"), "inbox", _incoming),
        PageSpec("keputusan", translate("PageList", "Decisions"), "shield-alert", _decisions, badge=_count_decisions),
        scorecard,
        _activities_page(),
        PageSpec("undangan", translate("PageList", "Invitations"), "mail-check", _invitations),
    ]


def _activities_page() -> PageSpec:
    title = QCoreApplication.translate("PageList", "Activities")
    return PageSpec("kegiatan", title, "notebook-pen", _activities)


def _activities(context: Context) -> Page:
    from kpm_desktop.ui.pages.activities.activities import ActivitiesPage

    return ActivitiesPage(context)


def _this_laptop(context: Context) -> Page:
    from kpm_desktop.ui.pages.settings.this_laptop import ThisLaptopPage

    return ThisLaptopPage(context)


def _settings(context: Context) -> Page:
    from kpm_desktop.ui.pages.settings.settings import SettingsPage

    return SettingsPage(context)


def _supervisor_home(context: Context) -> Page:
    from kpm_desktop.ui.pages.villages.supervisor_home import SupervisorHomePage

    return SupervisorHomePage(context)


def _villages(context: Context) -> Page:
    from kpm_desktop.ui.pages.villages.villages import VillagesPage

    return VillagesPage(context)


def _incoming(context: Context) -> Page:
    from kpm_desktop.ui.pages.incoming.incoming import IncomingPage

    return IncomingPage(context)


def _decisions(context: Context) -> Page:
    from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage

    return DecisionsPage(context)


def _count_decisions(store: Store) -> int:
    from kpm_desktop.commands.supervision.decision_list import count_decisions

    return count_decisions(store)


def _invitations(context: Context) -> Page:
    from kpm_desktop.ui.pages.invitations.invitations import InvitationsPage

    return InvitationsPage(context)


def _send(context: Context) -> Page:
    from kpm_desktop.ui.pages.send.send import SendPage

    return SendPage(context)


def _on_the_way(store: Store) -> int:
    from kpm_desktop.commands.supervision.delivery_overview import waiting_count

    return waiting_count(store)


def _visits(context: Context) -> Page:
    from kpm_desktop.ui.pages.visit.visits import VisitsPage

    return VisitsPage(context)


def _people(context: Context) -> Page:
    from kpm_desktop.ui.pages.people.people import PeoplePage

    return PeoplePage(context)


def _scorecard(context: Context) -> Page:
    from kpm_desktop.ui.pages.scorecard.scorecard import ScorecardPage

    return ScorecardPage(context)


def _home(context: Context) -> Page:
    from kpm_desktop.ui.pages.home.home import HomePage

    return HomePage(context)
