"""A page with tabs: built when first shown, led to by keys, counted beside the names."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget

from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.tabbed_page import Tab, TabbedPage, ToTab
from kpm_desktop.ui.window.page_list import PageSpec
from kpm_desktop.ui.window.shell import Shell
from tests.ui.program import Program

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Inner(Page):
    """A heading with an action, and something to put the keys on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading = PageHeading(self.look, "Judul sendiri", "Kelas: 4 bulan ini")
        self.action = QPushButton("Tambah")
        self.heading.add_action(self.action)
        self.column.addWidget(self.heading)
        self.below = QPushButton("Isi")
        self.column.addWidget(self.below)
        self.setFocusProxy(self.below)
        self.arrived: list[object] = []
        self.has_left = False

    def arrive(self, what: object) -> None:
        self.arrived.append(what)

    def leave(self) -> None:
        self.has_left = True

    def keys(self) -> list[tuple[str, str]]:
        return [("N", "baru")]


TABS = (
    Tab("kelas", "Kelas", Inner),
    Tab("asuh", "Orang tua asuh", Inner, count=lambda store: 3),
    Tab("kendala", "Kendala", Inner, count=lambda store: 0),
)


def _activities(context: Context) -> Page:
    return TabbedPage(context, "Kegiatan", TABS)


def shown(program: Program) -> tuple[Shell, TabbedPage]:
    """A shell with a page of three tabs, and a page after it."""
    context = program.unlock().context
    specs = [
        PageSpec("kelas", "Kegiatan", "notebook-pen", tabs=TABS, digit=7, heading="Desa"),
        PageSpec("lain", "Lain", "send", Inner, digit=8, heading="Desa"),
    ]
    shell = Shell(context, specs)
    program.window.fill(shell)
    program.settle()
    page = shell._pages["kelas"]
    assert isinstance(page, TabbedPage)
    return shell, page


def inner(page: TabbedPage, key: str) -> Inner:
    found = page.page(key)
    assert isinstance(found, Inner)
    return found


def test_a_page_in_a_tab_is_built_when_it_is_first_shown(program: Program) -> None:
    _, page = shown(program)
    assert list(page._pages) == ["kelas"]
    program.press(Qt.Key.Key_Tab, CTRL)
    assert (page.current, list(page._pages)) == ("asuh", ["kelas", "asuh"])


def test_keys_go_round_both_ways_into_the_page(program: Program) -> None:
    _, page = shown(program)
    program.press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert page.current == "kendala"
    assert inner(page, "kendala").below.hasFocus()
    program.press(Qt.Key.Key_Tab, CTRL)
    assert page.current == "kelas"
    assert inner(page, "kelas").below.hasFocus()


def test_who_walks_along_the_names_stays_there(program: Program) -> None:
    _, page = shown(program)
    page.names.button("kelas").setFocus()
    program.press(Qt.Key.Key_Right)
    assert page.current == "asuh"
    assert page.names.button("asuh").hasFocus()


def test_the_heading_has_the_pages_title_and_the_tabs_own_line_and_actions(program: Program) -> None:
    _, page = shown(program)
    one, other = inner(page, "kelas"), inner(page, "asuh")
    assert one.heading.title.text() == "Kegiatan"
    assert one.heading.subtitle.text() == "Kelas: 4 bulan ini"
    assert one.heading.isVisible()
    page.choose("asuh")
    assert other.action.isVisible()
    assert not one.action.isVisible()
    assert other.heading.mapTo(page, other.heading.rect().bottomLeft()).y() < page.names.y()


def test_names_say_how_many_there_are(program: Program) -> None:
    _, page = shown(program)
    assert page.names.button("asuh").accessibleName() == "Orang tua asuh 3"
    assert page.names.button("kendala").accessibleName() == "Kendala"
    role = QAccessible.queryAccessibleInterface(page.names.button("kendala")).role()
    assert role == QAccessible.Role.RadioButton


def test_somebody_arrives_at_a_tab_by_its_key(program: Program) -> None:
    shell, page = shown(program)
    shell.show_page("lain")
    shell.page("lain").go.emit("asuh", "Pak Budi")
    assert shell.current == "asuh"
    assert inner(page, "asuh").arrived == ["Pak Budi"]
    program.press(Qt.Key.Key_8, ALT)
    program.press(Qt.Key.Key_7, ALT)
    assert shell.current == "asuh"  # as it was left
    shell.page("asuh").go.emit("kelas", "Ibu Wati")
    assert inner(page, "kelas").arrived == ["Ibu Wati"]


def test_a_page_may_lead_to_tabs_the_list_does_not_know(program: Program) -> None:
    """It makes its tabs itself; the list knows the page alone."""
    context = program.unlock().context
    specs = [
        PageSpec("lain", "Lain", "send", Inner, digit=8, heading="Desa"),
        PageSpec("kegiatan", "Kegiatan", "notebook-pen", _activities, digit=7, heading="Desa"),
    ]
    shell = Shell(context, specs)
    program.window.fill(shell)
    page = shell.page("kegiatan")
    assert isinstance(page, TabbedPage)
    shell.show_page("lain")
    shell.page("lain").go.emit("kegiatan", ToTab("kendala", "air"))
    assert page.current == "kendala"
    assert inner(page, "kendala").arrived == ["air"]
    assert shell.current == "kegiatan"
    program.press(Qt.Key.Key_8, ALT)
    program.press(Qt.Key.Key_7, ALT)
    assert page.isVisible()
    assert page.current == "kendala"


def test_all_pages_hand_over_and_the_shown_one_says_its_keys(program: Program) -> None:
    shell, page = shown(program)
    page.choose("asuh")
    assert shell.keys()[0] == ("N", "baru")
    assert shell.keys()[-1][0] == "Ctrl Tab"
    shell.leave()
    assert inner(page, "kelas").has_left
    assert inner(page, "asuh").has_left
    assert "kendala" not in page._pages


def test_everything_of_a_tab_is_reached_by_tab(program: Program) -> None:
    """A focus proxy on a page would hide the names and actions from Tab."""
    _, page = shown(program)
    seen: set[QWidget | None] = set()
    for _ in range(40):
        seen.add(program.window.focusWidget())
        program.press(Qt.Key.Key_Tab)
    assert {page.names.button("kelas"), inner(page, "kelas").action, inner(page, "kelas").below} <= seen
