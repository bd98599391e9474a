"""The pages of each role, in the order of the navigation. Only pages that exist stand here.

A page is built, and its module imported, when it is first shown: what it imports may bring the database along, which
has been loaded by then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR
from kpm_desktop.ui.frame.tabbed_page import Tab, TabbedPage

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store
    from kpm_desktop.domain.registers.register import Register


#: What `go` knows beside pages and tabs: somebody's history, a child's growth or doses, a mother's pregnancy, a cadre's
#: list of doubts, the lock and the help.
HISTORY, GROWTH, DOSES, PREGNANCY = "riwayat", "pertumbuhan", "imunisasi", "kehamilan"
CHECK, LOCK, HELP = "periksa", "kunci", "bantuan"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done, found by Cari: its page is shown and told `what` (`Page.arrive`). does: a verb for
    what Enter does; also: other words it is found by; page: a tab's key where it is a tab that does it."""

    title: str
    icon: str
    what: object
    does: str
    also: str = ""
    detail: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page in the navigation: built by itself, or made of `tabs`, of which the first has the page's own key.

    digit: Alt and this lead there, whatever else stands in the list. heading: what it stands under; a page without one
    stands below the line. badge: counts in the worker thread what waits there; 0 shows none. deeds: what Cari offers to
    do there.
    """

    key: str
    title: str
    icon: str
    build: Callable[[Context], Page] | None = None
    badge: Callable[[Store], int] | None = None
    tabs: tuple[Tab, ...] = ()
    digit: int = field(kw_only=True)
    heading: str = field(default="", kw_only=True)
    deeds: tuple[Deed, ...] = field(default=(), kw_only=True)

    def make(self, context: Context) -> Page:
        """The page itself."""
        if self.build is None:
            return TabbedPage(context, self.title, self.tabs)
        return self.build(context)


def pages_of(role: str, language: str) -> list[PageSpec]:
    """The pages of a role, in their order; tabs of registers are called as their records are in a language. A digit
    belongs to its page and never shifts: those that are missing here are kept for pages to come (decision 0036)."""
    translate = QCoreApplication.translate
    deeds = (
        Deed(translate("Deeds", "Save a backup…"), "archive", "backup", translate("Deeds", "Save"), _also("backup")),
        Deed(translate("Deeds", "Change the password…"), "key-round", "password", translate("Deeds", "Change")),
        Deed(
            translate("Deeds", "Who can open this profile…"), "users", "keys", translate("Deeds", "Show"), _also("keys")
        ),
    )
    this_laptop = PageSpec("laptop", translate("PageList", "This laptop"), "laptop", _this_laptop, digit=9)
    settings = PageSpec("settings", translate("PageList", "Settings"), "settings", _settings, digit=0, deeds=deeds)
    pages = {CADRE: _cadres_pages, SUPERVISOR: _supervisors_pages}[role]
    return [*pages(language), this_laptop, settings]


def deeds_of(role: str) -> list[tuple[str, Deed]]:
    """What can be done on no page in particular, by the key `go` knows it by."""
    translate = QCoreApplication.translate
    look, lock, help = translate("Deeds", "Look"), translate("Deeds", "Lock"), translate("Deeds", "Open")
    check = (CHECK, Deed(translate("Deeds", "Entries to be looked at again"), "circle-alert", None, look))
    return [
        *([check] if role == CADRE else []),
        (LOCK, Deed(translate("Deeds", "Lock the screen"), "lock", None, lock, detail="F12")),
        (HELP, Deed(translate("Deeds", "Help with the keys"), "circle-question-mark", None, help, detail="F1")),
    ]


def _cadres_pages(language: str) -> list[PageSpec]:
    translate = QCoreApplication.translate
    today, village = translate("PageList", "Today"), translate("PageList", "Village")
    up = translate("PageList", "To the supervisor")
    visits = translate("PageList", "Visits")
    scorecard, people = translate("PageList", "Scorecard"), translate("PageList", "Targets")
    add = translate("Deeds", "Add")
    adding = (
        Deed(translate("Deeds", "Add a target"), "user-plus", ("add", None), add, _also("target")),
        Deed(translate("Deeds", "Add a household"), "house", ("home", None), add, _also("household")),
    )
    return [
        PageSpec("beranda", translate("PageList", "Home"), "house", _home, digit=1, heading=today),
        PageSpec("tugas", translate("PageList", "Tasks"), "flag", _due, digit=2, heading=today),
        PageSpec("kunjungan", visits, "clipboard-list", _visits, digit=3, heading=today),
        PageSpec("posyandu", translate("PageList", "Posyandu day"), "calendar", _posyandu, digit=4, heading=today),
        PageSpec("sasaran", people, "users", _people, digit=5, heading=village, deeds=adding),
        PageSpec("rapor", scorecard, "chart-column", _scorecard, digit=6, heading=village),
        _activities(language, heading=village, is_cadre=True),
        _sending(translate("PageList", "Send"), heading=up),
    ]


def _supervisors_pages(language: str) -> list[PageSpec]:
    translate = QCoreApplication.translate
    today, area = translate("PageList", "Today"), translate("PageList", "Area")
    incoming, decisions = translate("PageList", "Incoming"), translate("PageList", "Decisions")
    return [
        PageSpec("beranda", translate("PageList", "Home"), "house", _supervisor_home, digit=1, heading=today),
        PageSpec("masuk", incoming, "inbox", _incoming, digit=2, heading=today, deeds=_opening()),
        PageSpec("keputusan", decisions, "shield-alert", _decisions, _count_decisions, digit=3, heading=today),
        _villages_and_cadres(heading=area),
        PageSpec("rapor", translate("PageList", "Scorecards"), "chart-column", _scorecard, digit=5, heading=area),
        _activities(language, heading=area),
        _sending(translate("PageList", "Report upwards"), heading=translate("PageList", "Upwards")),
    ]


def _villages_and_cadres(*, heading: str) -> PageSpec:
    translate = QCoreApplication.translate
    tabs = (
        Tab("desa", translate("PageList", "By village"), _villages),
        Tab("undangan", translate("PageList", "Invitations"), _invitations, count=_count_laptops_that_wait),
    )
    invite, tasks = translate("Deeds", "Invite a cadre…"), translate("Deeds", "Hand out households…")
    deeds = (
        Deed(invite, "mail-check", "new", translate("Deeds", "Invite"), page="undangan"),
        Deed(tasks, "users", "tasks", translate("Deeds", "Hand out"), _also("tasks")),
    )
    return PageSpec(
        "desa", translate("PageList", "Villages"), "map-pin", tabs=tabs, digit=4, heading=heading, deeds=deeds
    )


def _activities(language: str, *, heading: str, is_cadre: bool = False) -> PageSpec:
    """A tab for each register, which is found by Cari too; a cadre's form 2C is one of them."""
    from kpm_desktop.domain.registers.catalogue import REGISTERS
    from kpm_desktop.domain.registers.spoken import RegisterWords
    from kpm_desktop.domain.wording import Wording

    title, does = (
        QCoreApplication.translate("PageList", "Activities"),
        QCoreApplication.translate("Deeds", "Write down"),
    )
    tabs, deeds = [], []
    for kind, register in REGISTERS.items():
        made, count = partial(_register, register=register), partial(_count_open, register=register)
        tabs.append(Tab(kind, RegisterWords(register, language).title, made, count))
        new = Wording(language).phrase(f"register.{kind}.new")
        deeds.append(Deed(new, register.icon, ("new", {}), does, page=kind))
    if is_cadre:
        tabs.append(Tab("paud", QCoreApplication.translate("PageList", "PAUD"), _paud))
    return PageSpec("kegiatan", title, "notebook-pen", tabs=tuple(tabs), digit=7, heading=heading, deeds=tuple(deeds))


def _paud(context: Context) -> Page:
    from kpm_desktop.ui.pages.paud.paud import PaudPage

    return PaudPage(context)


def _register(context: Context, *, register: Register) -> Page:
    from kpm_desktop.ui.registers.register_page import RegisterPage

    return RegisterPage(context, register)


def _count_open(store: Store, *, register: Register) -> int:
    from kpm_desktop.commands.registers.register_list import count_open

    return count_open(store, register)


def _opening() -> tuple[Deed, ...]:
    translate = QCoreApplication.translate
    receipts = translate("Deeds", "Make the receipts that are due")
    return (
        Deed(translate("Deeds", "Open bundles…"), "inbox", "open", translate("Deeds", "Open")),
        Deed(receipts, "upload", "receipts", translate("Deeds", "Make")),
    )


def _sending(title: str, *, heading: str) -> PageSpec:
    translate = QCoreApplication.translate
    deeds = (
        Deed(translate("Deeds", "Send now"), "send", "send", translate("Deeds", "Send"), _also("send")),
        Deed(translate("Deeds", "Open receipts…"), "mail-check", "open", translate("Deeds", "Open")),
    )
    return PageSpec("kirim", title, "send", _send, _on_the_way, digit=8, heading=heading, deeds=deeds)


def _also(deed: str) -> str:
    """Other words people may look for something by."""
    translate = QCoreApplication.translate
    return {
        "backup": translate("Deeds", "copy keep archive"),
        "keys": translate("Deeds", "recovery code key user password remove"),
        "target": translate("Deeds", "new person child pregnant woman"),
        "household": translate("Deeds", "new family"),
        "tasks": translate("Deeds", "tasks give"),
        "send": translate("Deeds", "upload stick internet"),
    }[deed]


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
    from kpm_desktop.commands.supervision.decision_count import decision_count

    return decision_count(store).total


def _invitations(context: Context) -> Page:
    from kpm_desktop.ui.pages.invitations.invitations import InvitationsPage

    return InvitationsPage(context)


def _count_laptops_that_wait(store: Store) -> int:
    from kpm_desktop.commands.supervision.invitation_list import count_waiting

    return count_waiting(store)


def _send(context: Context) -> Page:
    from kpm_desktop.ui.pages.send.send import SendPage

    return SendPage(context)


def _on_the_way(store: Store) -> int:
    from kpm_desktop.commands.supervision.delivery_overview import waiting_count

    return waiting_count(store)


def _due(context: Context) -> Page:
    from kpm_desktop.ui.pages.due.due import DuePage

    return DuePage(context)


def _posyandu(context: Context) -> Page:
    from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage

    return PosyanduPage(context)


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
