"""Regions found by typing a part of their name, with what they lie in; one or several may be chosen. What was called
otherwise, or had another code, is found as well and offered as what it is now."""

from collections.abc import Collection

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.regions.region_index import Region, RegionIndex
from kpm_desktop.domain.regions.region_list import former_regions, region_names
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.components.rows import CHIPS, DETAIL, TwoLineDelegate
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.frame.jobs import Jobs, Progress
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import kind_word, place_title, within_words

Index = QModelIndex | QPersistentModelIndex
ROWS_SHOWN = 4


def _read_index(progress: Progress) -> RegionIndex:
    return RegionIndex(region_names(), former_regions())


class RegionModel(QAbstractListModel):
    """The regions found. own: those one may choose from; what lies outside of them says so."""

    def __init__(self, own: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._own = own
        self.regions: list[Region] = []

    def show_regions(self, regions: list[Region]) -> None:
        """Other regions."""
        self.beginResetModel()
        self.regions = regions
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many."""
        return 0 if parent.isValid() else len(self.regions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, what it lies in, what it is."""
        region = self.regions[index.row()]
        name = region.before.name if region.before else region.name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == DETAIL:
            return self._detail(region)
        if role == Qt.ItemDataRole.ToolTipRole:
            return region.code
        if role == CHIPS:
            return [self._chip(region)]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{kind_word(region.code)} {name}, {self._detail(region)}"
            return f"{said}, {self._chip(region)[0]}" if self._is_outside(region) else said
        return None

    def _chip(self, region: Region) -> tuple[str, str]:
        return (self.tr("outside your region"), "warn") if self._is_outside(region) else (kind_word(region.code), "neu")

    def _is_outside(self, region: Region) -> bool:
        return bool(self._own) and not is_covered(region.code, self._own)

    def _detail(self, region: Region) -> str:
        within = within_words(region)
        if region.before is None:
            return within or region.code
        now = self.tr("now {place} ({code})").format(place=place_title(region), code=region.code)
        return f"{now}, {within}" if within else now


class RegionField(Leading):
    """A search field, the regions found below it, and the chosen ones. Down goes into the list, Enter takes. own: what
    one may choose from, listed before anything is typed and ahead of all others; without it all are alike."""

    edited = Signal()

    def __init__(
        self, look: Look, jobs: Jobs, *, villages_only: bool, own: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._villages_only, self._own = look, villages_only, own
        self._index: RegionIndex | None = None
        self._chosen: list[Region] = []
        self._search = SearchField(look, self.tr("Part of the name, and the kecamatan if you like"))
        self._search.textChanged.connect(self._on_typed)
        self._list = self._result_list()
        self._below = label(look, self.tr("Opening the list of regions…"), Text.CAPTION, "text2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for widget in (self._search, self._list, self._below):
            column.addWidget(widget)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.lead_to(self._search)
        jobs.run(_read_index, self._on_index)

    def set_villages_only(self, villages_only: bool) -> None:
        """A cadre's regions are villages, a supervisor's may be of any level; what does not fit is taken out."""
        self._villages_only = villages_only
        if villages_only:
            for region in [region for region in self._chosen if len(region.code) < 13]:
                self._drop(region)
        self._on_typed(self._search.text())

    def value(self) -> list[str]:
        """The codes chosen."""
        return [region.code for region in self._chosen]

    def problem(self) -> str:
        """A choice from a list has none."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down from the field goes into the list; Enter takes the marked row, and is passed on when there is none."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus() and self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif is_enter and self._search.text().strip():
            self._on_activated(self._list.currentIndex())
        else:
            super().keyPressEvent(event)

    def take(self, region: Region) -> None:
        """Adds a region to the chosen ones."""
        if region.code not in self.value():
            self._chosen.append(region)
            self._add_row(region)
        self._search.clear()
        self._search.setFocus()
        self.edited.emit()

    def _result_list(self) -> QListView:
        self._model = RegionModel(self._own, self)
        results = _Results()
        results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        results.setModel(self._model)
        results.setItemDelegate(TwoLineDelegate(self._look, results))
        results.setProperty("role", "framed")
        results.setUniformItemSizes(True)
        results.setAccessibleName(self.tr("Regions found"))
        results.setFixedHeight(self._look.px(TwoLineDelegate.height) * ROWS_SHOWN + 4)
        results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        results.taken.connect(self._on_activated)
        results.left.connect(self._search.setFocus)
        results.clicked.connect(self._on_activated)
        return results

    def _add_row(self, region: Region) -> None:
        row, before = _ChosenRow(self._look, region), self._last_stop()
        row.removed.connect(self._drop)
        self._rows.addWidget(row)
        self.setTabOrder(before, row.button)

    def _last_stop(self) -> QWidget:
        """Where Tab comes from into a new row: the row above it, or the list."""
        item = self._rows.itemAt(self._rows.count() - 1)
        above = item.widget() if item is not None else None
        return above.button if isinstance(above, _ChosenRow) else self._list

    def _drop(self, region: Region) -> None:
        row = self._chosen.index(region)
        self._chosen.remove(region)
        item = self._rows.takeAt(row)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        self._search.setFocus()
        self.edited.emit()

    def _on_index(self, index: RegionIndex) -> None:
        self._index = index
        self._on_typed(self._search.text())

    def _on_typed(self, text: str) -> None:
        if self._index is None:
            return
        found = self._index.find(text, villages_only=self._villages_only, own=self._own)
        self._model.show_regions(found)
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if found else Qt.FocusPolicy.NoFocus)
        if found:
            self._list.setCurrentIndex(self._model.index(0))
        self._below.setText(self._found_words(text, len(found)))

    def _found_words(self, text: str, count: int) -> str:
        if not text.strip() and count:
            return self.tr("These are your own. Type to see fewer; ↓ and Enter take one.")
        if not text.strip():
            return self.tr("Enter takes the marked row. Several may be chosen.")
        if not count:
            return self.tr("No name like this. Try fewer letters, or the code.")
        if count >= 50:
            return self.tr("The first 50. Add the kecamatan or kabupaten to see fewer.")
        return self.tr("{count} found; Enter takes the marked one").format(count=count)

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.take(self._model.regions[index.row()])


class _Results(QListView):
    """Enter takes a row; Up from the first one goes back to the search."""

    taken = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The two keys that mean something here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() == 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _ChosenRow(QWidget):
    """A chosen region and the button that takes it out again."""

    removed = Signal(object)

    def __init__(self, look: Look, region: Region, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region = region
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(icon_label(look, "check", "ok", 18))
        row.addWidget(label(look, place_title(region), Text.BODY_STRONG))
        row.addWidget(label(look, within_words(region), Text.CAPTION, "text2", wrap=True), 1)
        self.button = Button(look, self.tr("Take out"), kind="link", small=True)
        self.button.setAccessibleName(self.tr("Take out {name}").format(name=region.name))
        self.button.clicked.connect(self._on_clicked)
        row.addWidget(self.button)

    def _on_clicked(self) -> None:
        self.removed.emit(self._region)
