"""A page made of several: their names stand on a line of their own below the title; each is built when first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class Tab:
    """A page inside a page. `count` counts in the worker thread what the number beside its name says; 0 shows none."""

    key: str
    title: str
    build: Callable[[Context], Page]
    count: Callable[[Store], int] | None = None


class ToTab(NamedTuple):
    """What `arrive` is given to choose a tab and let its page arrive at something."""

    key: str
    what: object


class TabbedPage(Page):
    """Each page keeps its own heading: the line below the title and the actions change with the tab, the title says
    what all of it is called. Ctrl+Tab goes to the next one."""

    interests = frozenset({ALL})

    def __init__(self, context: Context, title: str, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._title, self._tabs = title, {tab.key: tab for tab in tabs}
        self._pages: dict[str, Page] = {}
        self._headings: dict[str, PageHeading] = {}
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self._top(tabs))
        self._shown = QVBoxLayout()  # a stack would be as high as the highest page that was built
        self.column.addLayout(self._shown, 1)
        for key, step in (("Ctrl+Tab", self._on_next), ("Ctrl+Shift+Tab", self._on_former)):
            QShortcut(QKeySequence(key), self, step)
        self._show(tabs[0].key)
        self.names.chosen.connect(self._on_chosen)

    @property
    def current(self) -> str:
        """The key of the tab that is shown."""
        return self.names.current()

    @property
    def tabs(self) -> tuple[str, ...]:
        """The keys of all tabs, in their order."""
        return tuple(self._tabs)

    def page(self, key: str) -> Page:
        """The page of a tab; built when it is asked for the first time."""
        if key not in self._pages:
            self._pages[key] = self._built(key)
        return self._pages[key]

    def choose(self, key: str) -> None:
        """Shows a tab."""
        self.names.choose(key)

    def load(self) -> None:
        """Asks for the numbers beside the names."""
        if any(tab.count is not None for tab in self._tabs.values()):
            self.ask(self._count, self._on_counted)

    def arrive(self, what: object) -> None:
        """A `ToTab` chooses its tab; anything else is for the page that is shown."""
        if isinstance(what, ToTab):
            self.choose(what.key)
            what = what.what
        self.page(self.current).arrive(what)

    def leave(self) -> None:
        """Lets every page that was built hand over what is unsaved."""
        for page in self._pages.values():
            page.leave()

    def areas(self) -> Sequence[QWidget]:
        """The names of the tabs, and the parts of the page that is shown."""
        return [self.names, *self.page(self.current).areas()]

    def keys(self) -> list[tuple[str, str]]:
        """Those of the page that is shown."""
        return [*self.page(self.current).keys(), ("Ctrl Tab", self.tr("the next part of this page"))]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to the page in the tab. A focus proxy would hide its other fields from Tab."""
        self.page(self.current).setFocus(event.reason())

    def _top(self, tabs: Sequence[Tab]) -> QVBoxLayout:
        px = self.look.px
        self._heads = QVBoxLayout()
        self.names = Segments(self.look, self._title, [(tab.key, tab.title) for tab in tabs], wraps=True)
        row = QHBoxLayout()
        row.addWidget(self.names)
        row.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(16), px(24), 0)
        top.setSpacing(px(8))
        top.addLayout(self._heads)
        top.addLayout(row)
        return top

    def _built(self, key: str) -> Page:
        """A page without its heading, which stands above the tabs."""
        page = self._tabs[key].build(self.context)
        page.setAccessibleName(self._tabs[key].title)
        page.go.connect(self.go)
        page.begun.connect(self.begun)
        page.restyled.connect(self.restyled)
        margins = page.column.contentsMargins()
        page.column.setContentsMargins(margins.left(), self.look.px(12), margins.right(), margins.bottom())
        heading = page.findChild(PageHeading, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert heading is not None
        heading.title.setText(self._title)
        self._headings[key] = heading
        self._heads.addWidget(heading)
        page.hide()
        self._shown.addWidget(page)
        return page

    def _show(self, key: str) -> None:
        page = self.page(key)
        for each, heading in self._headings.items():
            heading.setVisible(each == key)
        page.show()
        for other in self._pages.values():
            other.setVisible(other is page)

    def _on_chosen(self, key: str) -> None:
        """Who walks along the names stays there; everybody else goes into the page."""
        stays = self.names.isAncestorOf(self.focusWidget() or self)
        self._show(key)
        if self.isVisible():
            (self.names.button(key) if stays else self.page(key)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_next(self) -> None:
        self._step(1)

    def _on_former(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.choose(self.tabs[(self.tabs.index(self.current) + by) % len(self.tabs)])

    def _count(self, store: Store) -> dict[str, str]:
        """In the worker thread."""
        counts = {key: tab.count(store) for key, tab in self._tabs.items() if tab.count is not None}
        return {key: str(count) if count else "" for key, count in counts.items()}

    def _on_counted(self, counts: Any) -> None:
        self.names.show_counts(counts)
