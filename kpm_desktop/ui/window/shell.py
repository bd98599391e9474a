"""The whole of an unlocked window: navigation, pages, status line. Pages are built when first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.room import Room, UprightRoom
from kpm_desktop.ui.components.screen import is_narrow
from kpm_desktop.ui.components.stops import stops, to_next_area
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.clock_banner import ClockBanner
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.page import Page, Task
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.frame.tabbed_page import TabbedPage
from kpm_desktop.ui.frame.task_frame import TaskFrame
from kpm_desktop.ui.window.navigation import Navigation
from kpm_desktop.ui.window.page_list import CHECK, DOSES, GROWTH, HELP, HISTORY, LOCK, PREGNANCY, PageSpec, deeds_of
from kpm_desktop.ui.window.status_line import StatusLine
from kpm_desktop.ui.window.status_watch import Status, StatusWatch
from kpm_desktop.ui.words.backup_words import nudge, reminder
from kpm_desktop.ui.words.delivery_words import delivery_sentence
from kpm_desktop.ui.words.place_words import places_title

if TYPE_CHECKING:
    from kpm_desktop.domain.errors import Reason
    from kpm_desktop.ui.window.search.search_overlay import SearchOverlay


class Shell(QWidget):
    """`locked` when the user asks to lock; `restyled` when a page changed theme, size or language."""

    locked = Signal()
    restyled = Signal()

    def __init__(self, context: Context, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._specs = context, {spec.key: spec for spec in pages}
        self._whole = {tab.key: spec.key for spec in pages for tab in spec.tabs} | {key: key for key in self._specs}
        self._pages: dict[str, Page] = {}
        self._rooms: dict[str, Room] = {}
        self._current = ""
        self._trail: list[str] = []
        self._frames: list[TaskFrame] = []
        self._overlay: SearchOverlay | None = None
        self._leads = {
            HISTORY: self._begin_history,
            GROWTH: self._begin_growth,
            DOSES: self._begin_doses,
            PREGNANCY: self._begin_pregnancy,
            CHECK: self._begin_check,
            LOCK: self._on_lock,
            HELP: self._on_help,
        }
        self._lay_out(pages)
        self._take_keys(pages)
        badges = {spec.key: spec.badge for spec in pages if spec.badge is not None}
        self._watch = StatusWatch(context, badges, self)
        self._watch.told.connect(self._on_status)
        self._watch.ticked.connect(self._show_day)
        self._show_day()
        self.show_page(pages[0].key)

    @property
    def current(self) -> str:
        """The key of the page that is shown; of the tab, where the list knows it."""
        page = self._pages[self._current]
        return page.current if isinstance(page, TabbedPage) and page.current in self._whole else self._current

    @property
    def frame(self) -> TaskFrame | None:
        """The task that stands in the navigation's place, if one does."""
        return self._frames[-1] if self._frames else None

    def page(self, key: str) -> Page:
        """A page by its key, or the page in a tab by the tab's; built when it is asked for the first time."""
        page = self._page(self._whole[key])
        return page.page(key) if isinstance(page, TabbedPage) and key in page.tabs else page

    def show_page(self, key: str) -> None:
        """Goes to a page or tab; a task that is open is left standing and refuses."""
        if self._frames:
            return
        whole = self._whole[key]
        page = self._page(whole)
        if isinstance(page, TabbedPage) and key in page.tabs:
            page.choose(key)
        if self._current not in ("", whole):
            self._trail.append(self._current)
        self._navigation.show_chosen(whole)
        self._stack.setCurrentWidget(self._rooms[whole])
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._current = whole

    @property
    def stop(self) -> int:
        """At which control of the page the keys are, counted as Tab comes by; -1 where they are elsewhere."""
        focus, found = self.window().focusWidget(), stops(self._pages[self._current])
        return found.index(focus) if focus in found else -1

    def go_to_stop(self, at: int) -> None:
        """Gives the keys to such a control of the page."""
        found = stops(self._pages[self._current])
        if 0 <= at < len(found):
            found[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, key: str) -> Page:
        """A page of the navigation."""
        if key not in self._pages:
            page = self._specs[key].make(self.context)
            page.setAccessibleName(self._specs[key].title)
            page.go.connect(self._on_go)
            page.begun.connect(self.begin)
            page.restyled.connect(self.restyled)
            self._pages[key], self._rooms[key] = page, Room(page)
            self._stack.addWidget(self._rooms[key])
        return self._pages[key]

    def _return_to(self, key: str) -> None:
        """Goes to a page of the navigation as it was left: the tab stays."""
        page = self._pages.get(key)
        self.show_page(page.current if isinstance(page, TabbedPage) and page.current in self._whole else key)

    def begin(self, task: Task) -> None:
        """Lets a task take the place of navigation and page, or of the task that is open, until it is left."""
        below = self._frames[-1].task.called() if self._frames else self._specs[self._current].title
        frame = TaskFrame(self.context.look, task, below)
        task.left.connect(self._on_left)
        task.go.connect(self._on_go)
        self._frames.append(frame)
        self._outer.addWidget(frame)
        self._outer.setCurrentWidget(frame)
        task.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the page at once; what the frame asks for is read after what the page asks for."""
        super().showEvent(event)
        self._pages[self._current].setFocus(Qt.FocusReason.OtherFocusReason)
        if not event.spontaneous():
            self._watch.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the pages."""
        super().resizeEvent(event)
        self._navigation.be_narrow(is_narrow(self, self.context.look))

    def leave(self) -> None:
        """Lets every page hand over what is unsaved; nothing is done by itself any more."""
        self.context.sync_runner.pause()
        self.context.backup_keeper.pause()
        if self._overlay is not None:
            self._overlay.keeper.stop()
        open_pages: list[Page] = list(self._pages.values())
        open_pages += [frame.task for frame in self._frames]
        for page in open_pages:
            page.leave()

    def end(self) -> None:
        """Nobody comes back to this shell."""
        self.context.sync_runner.stop()
        self.context.backup_keeper.stop()

    def come_back(self) -> None:
        """The store is open again: what is shown is read anew, and what works by itself goes on."""
        if self._overlay is not None:
            self._overlay.deleteLater()
            self._overlay = None
        self.context.sync_runner.go_on()
        self.context.backup_keeper.go_on()
        self.context.hub.announce([ALL])

    def keys(self) -> list[tuple[str, str]]:
        """The keys of what is shown, for the help."""
        return self._frames[-1].task.keys() if self._frames else self._pages[self._current].keys()

    def status_sentence(self) -> str:
        """What the line at the bottom says."""
        return self._status.sentence()

    def _lay_out(self, pages: Sequence[PageSpec]) -> None:
        session, look = self.context.session, self.context.look
        role = self.tr("Cadre") if session.is_cadre else self.tr("Supervisor")
        self._navigation = Navigation(look, places_title(session.places), f"{role}: {session.name}", pages)
        self._navigation.chosen.connect(self._return_to)
        self._navigation.searched.connect(self.search)
        self._navigation.locked.connect(self.locked)
        self._navigation.helped.connect(self._on_help)
        self._stack = QStackedWidget()
        self._home = QWidget()
        row = QHBoxLayout(self._home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(UprightRoom(self._navigation))
        row.addWidget(self._stack, 1)
        self._outer = QStackedWidget()
        self._outer.addWidget(self._home)
        self._clock_banner = ClockBanner(self.context.tools)
        self.mended = Banner(look)
        self._status = StatusLine(look, "usb-stick" if session.is_cadre else "inbox", self.context.tools.calendar)
        self._status.reminded.connect(self._on_reminded)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._clock_banner)
        column.addWidget(self.mended)
        column.addWidget(self._outer, 1)
        column.addWidget(self._status)

    def _take_keys(self, pages: Sequence[PageSpec]) -> None:
        keys: dict[str, Callable[[], object]] = {"Ctrl+K": self.search, "F1": self._on_help, "F12": self.locked.emit}
        keys |= {f"Alt+{spec.digit}": partial(self._return_to, spec.key) for spec in pages}
        for key, pressed in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(pressed)
        for key, pressed in {"F6": self._to_next_area, "Alt+Left": self._go_back}.items():
            QShortcut(QKeySequence(key), self._home).activated.connect(pressed)

    def _to_next_area(self) -> None:
        to_next_area([self._navigation, *self._pages[self._current].areas()])

    def _go_back(self) -> None:
        """To the page that was shown before this one."""
        if self._trail:
            *before, last = self._trail
            self._return_to(last)
            self._trail = before  # going back is no step of its own

    def search(self) -> None:
        """Opens Cari over whatever is shown."""
        self._searching().come()

    def _searching(self) -> SearchOverlay:
        """Built when it is first needed: what it reads brings many commands along."""
        if self._overlay is None:
            from kpm_desktop.ui.window.search.search_overlay import SearchOverlay

            deeds = deeds_of(self.context.session.role)
            self._overlay = SearchOverlay(self.context, list(self._specs.values()), deeds, self)
            self._overlay.went.connect(self._on_found)
        return self._overlay

    def _on_found(self, key: str, what: object) -> None:
        """A task that is open is left as its own ways out leave it; lock and help leave nothing."""
        go = partial(self._on_go, key, what)
        if self._frames and key not in (LOCK, HELP):
            self._frames[-1].task.leave_for(go)
        else:
            go()

    def _on_go(self, key: str, what: object) -> None:
        if key not in (LOCK, HELP):
            self._make_way(key)
        if key in self._leads:
            self._leads[key](what)
            return
        self.show_page(key)
        self.page(key).arrive(what)

    def _begin_history(self, about: object) -> None:
        """The history of a person or a record hangs on no page; it goes back to the one that is shown."""
        from kpm_desktop.ui.pages.history.history import HistoryTask

        whose = about.person if isinstance(about, InHistory) else about
        if isinstance(whose, Ref) and whose.kind == "person":
            self._searching().note_person(whose)
        if isinstance(about, Ref | InHistory):
            self.begin(HistoryTask(self.context, about))

    def _begin_growth(self, person: object) -> None:
        """A child's growth likewise."""
        from kpm_desktop.ui.pages.growth.growth import GrowthTask

        if isinstance(person, Ref):
            self._searching().note_person(person)
            self.begin(GrowthTask(self.context, person))

    def _make_way(self, key: str) -> None:
        """A child's growth and doses lie over whatever they were asked for from, which is there again when they are
        left; growth and history of a person take each other's place, whatever lies below. For anything else all that is
        open is taken off."""
        if not self._frames:
            return
        if key in (HISTORY, GROWTH, PREGNANCY) and self._frames[-1].task.is_about_person:
            self._take_off()
        elif key not in (GROWTH, DOSES, PREGNANCY):
            while self._frames:
                self._take_off()

    def _begin_doses(self, about: object) -> None:
        """A child's doses hang on no page: they lie over whatever they were asked for from, which is there again when
        they are left."""
        from kpm_desktop.ui.pages.doses.doses import DosesTask

        if isinstance(about, Ref):
            self.begin(DosesTask(self.context, about))

    def _begin_pregnancy(self, person: object) -> None:
        """A mother's pregnancy likewise."""
        from kpm_desktop.ui.pages.pregnancy.pregnancy import PregnancyTask

        if isinstance(person, Ref):
            self._searching().note_person(person)
            self.begin(PregnancyTask(self.context, person))

    def _begin_check(self, record: object) -> None:
        """What a cadre should look at again, over the page that is shown."""
        from kpm_desktop.ui.pages.decisions.check import CheckTask

        self.begin(CheckTask(self.context, record))

    def _on_left(self) -> None:
        self._take_off()
        page = self._frames[-1].task if self._frames else self._pages[self._current]
        (page.focusWidget() or page).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._frames:
            self._frames[-1].task.come_back()

    def _take_off(self) -> None:
        """Shows what lies below the task that is open."""
        frame = self._frames.pop()
        self._outer.setCurrentWidget(self._frames[-1] if self._frames else self._home)
        self._outer.removeWidget(frame)
        frame.deleteLater()

    def _on_lock(self, nothing: object = None) -> None:
        self.locked.emit()

    def _on_reminded(self) -> None:
        self._on_found("settings", "backups")

    def _on_help(self, nothing: object = None) -> None:
        from kpm_desktop.ui.dialogs.help import HelpDialog

        HelpDialog(self.context.look, self.keys(), self).open()

    def tell_mended(self, reasons: Sequence[Reason]) -> None:
        """Says what opening the profile mended, until somebody puts it away."""
        if reasons:
            self.mended.tell(self.context.tools.refusal(reasons))

    def _show_day(self) -> None:
        self._status.show_day(self.context.tools.today())

    def _on_status(self, answer: Status) -> None:
        found, badges, doubt, days = answer
        tools = self.context.tools
        self._clock_banner.show_doubt(doubt)
        self._status.remind(*(("", "") if days is None else (nudge(), reminder(days))))
        self._status.tell(delivery_sentence(found, tools.calendar, tools.today()))
        for key, count in badges.items():
            self._navigation.show_badge(key, count)
