"""A page: what is shown beside the navigation. It asks for its data when shown and again when that data changed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.components.screen import is_low
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.components.stops import focus_kept
from kpm_desktop.ui.frame.changes_hub import concerns
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Desk, Fault, Job, Progress
from kpm_desktop.ui.frame.steps_job import Begun, Step, StepsJob

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

Receiver = Callable[[Any], object]
Steps = Generator[Step, Any, Any]


class Page(Leading):
    """Subclasses fill `column`, name in `interests` the kinds they show, and ask for them in `load`."""

    go = Signal(str, object)  # key of another page, what it shall show (`arrive`)
    begun = Signal(object)  # a `Task`, which replaces the navigation
    restyled = Signal()  # theme, size or language were changed
    interests: frozenset[str] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.look = context, context.look
        self._is_stale = True
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        px = self.look.px
        self.column.setContentsMargins(px(24), px(16), px(24), px(16))
        self.column.setSpacing(px(16))
        self._drawn: tuple[QMargins, int] | None = None
        self.banner = Banner(self.look, self)
        context.hub.changed.connect(self._on_changed)

    def load(self) -> None:
        """Asks for what the page shows."""

    def arrive(self, what: object) -> None:
        """Shows what another page asked for (`go`)."""

    def leave(self) -> None:
        """Hands over what is unsaved; called before the screen is locked and the program ends. Jobs begun here are
        done before the store is closed."""

    def areas(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return [self]

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys and what they do, for the help."""
        return []

    def ask(self, work: Callable[[Store], Any], finished: Receiver) -> Job:
        """Reads beside the windows: `work` gets the store in the worker thread, `finished` (a method) its result."""
        return self.follow(partial(_without_progress, work), finished)

    def do(self, work: Callable[[Store], Any], finished: Receiver, changed: Iterable[str]) -> Job:
        """Runs a command likewise and then announces the kinds it changed."""
        return self.follow(partial(_without_progress, work), finished, changed=changed)

    def follow(
        self,
        work: Callable[[Store, Progress], Any],
        finished: Receiver,
        *,
        progressed: Callable[[int, int], object] | None = None,
        changed: Iterable[str] = (),
    ) -> Job:
        """Long work that says how far it is and may be cancelled (`Job.cancel`)."""
        job = Job(self.context.tools.jobs, partial(work, self.context.session.store))
        job.finished.connect(_Redrawing(self, job, finished).on_finished)
        job.refused.connect(self.on_refused)
        job.failed.connect(self.on_failed)
        if progressed is not None:
            job.progressed.connect(progressed)
        _Announcement(self, job, frozenset(changed))
        job.start()
        return job

    def follow_steps(
        self, begin: Callable[[Store], Steps], finished: Receiver, *, changed: Iterable[str] = ()
    ) -> StepsJob:
        """Work of which parts take their time and need no store: those keep nothing waiting that does."""
        begun = partial(_begun, begin, self.context.session.store)
        job = StepsJob(self.context.tools.jobs, begun, Desk.OPENER, self)
        job.finished.connect(_Redrawing(self, job, finished).on_finished)
        job.refused.connect(self.on_refused)
        job.failed.connect(self.on_failed)
        _Announcement(self, job, frozenset(changed))
        job.start()
        return job

    def on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """Shows why something was not done; that the screen was locked meanwhile is seen."""
        if any(each.code == "store.closed" for each in reasons):
            return
        self.banner.tell(self.context.tools.refusal(reasons))

    def on_failed(self, fault: Fault) -> None:
        """Shows that the program, not the user, is at fault."""
        self.banner.tell(self.context.tools.fault(fault), "risk")

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for the data when it was never asked for or has changed since."""
        super().showEvent(event)
        if self._is_stale:
            self._reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window its parts stand closer together, and nothing on it scrolls by itself but lists."""
        super().resizeEvent(event)
        low = is_low(self.window(), self.look)
        for side in self.findChildren(SideColumn):
            side.be_low(low)
        if self._drawn is None:
            self._drawn = (self.column.contentsMargins(), self.column.spacing())
        margins, spacing = self._drawn
        if low:
            around = (margins.left(), margins.top() // 2, margins.right(), margins.bottom() // 2)
            margins, spacing = QMargins(*around), spacing // 2
        self.column.setContentsMargins(margins)
        self.column.setSpacing(spacing)

    def _on_changed(self, changed: frozenset[str]) -> None:
        if concerns(changed, self.interests):
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        self.load()


class Task(Page):
    """A page for one thing, such as a visit: its own `side` stands in the navigation's place, and one way leads out."""

    left = Signal()
    #: Whether F6 goes from the side to the page and back; not where a task has another use for the key.
    has_area_key = True
    #: Whether something stands beside it; a task that needs all of the width puts the way out where it likes.
    has_side = True
    #: Whether it is a part of what is known of one person: one takes the other's place, as tabs do.
    is_about_person = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.side = QWidget()
        self.side_column = QVBoxLayout(self.side)
        self.side_column.setContentsMargins(0, 0, 0, 0)

    def called(self) -> str:
        """What the way back to it is called, where another task lies over it."""
        return self.accessibleName()

    def put_way_out(self, way_out: QWidget) -> None:
        """Takes the button that leads out, where nothing stands beside the task."""
        self.column.insertWidget(0, way_out)

    def come_back(self) -> None:
        """The task that lay over it was left."""

    def ask_leave(self) -> None:
        """Esc was pressed; ends the task unless something speaks against it."""
        self.leave_for(self.left.emit)

    def leave_for(self, then: Callable[[], object]) -> None:
        """Goes elsewhere (`then`), once nothing speaks against it; who has something unsaved asks first."""
        then()


class _Redrawing(QObject):
    """Hands a page what it asked for; the keys stay where they were, whatever the page makes anew."""

    def __init__(self, page: Page, job: Job | StepsJob, finished: Receiver) -> None:
        super().__init__(page)
        self._page, self._finished = page, finished
        job.ended.connect(self.deleteLater)

    def on_finished(self, result: object) -> None:
        with focus_kept(self._page):
            self._finished(result)


class _Announcement(QObject):
    """Tells the hub what a command changed, once it is done."""

    def __init__(self, page: Page, job: Job | StepsJob, changed: frozenset[str]) -> None:
        super().__init__(job)
        self._hub, self._changed = page.context.hub, changed
        job.finished.connect(self._on_finished)

    def _on_finished(self, result: object) -> None:
        self._hub.announce(self._changed)


def _begun(begin: Callable[[Store], Steps], store: Store) -> Begun:
    return Begun(begin(store))


def _without_progress(work: Callable[[Store], Any], store: Store, progress: Progress) -> Any:
    return work(store)
