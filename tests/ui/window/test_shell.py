"""Navigation, keys, tasks and what pages hear of changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import refused
from kpm_desktop.ui.dialogs.help import HelpDialog
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.frame.changes_hub import ALL, ChangesHub, concerns
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page, Task
from kpm_desktop.ui.window.navigation import Navigation
from kpm_desktop.ui.window.page_list import PageSpec
from kpm_desktop.ui.window.shell import Shell
from tests.support.profiles import PASSWORD
from tests.support.unhealed import write_unhealed_into
from tests.ui.program import Program

ALT = Qt.KeyboardModifier.AltModifier


class Counting(Page):
    """Counts how often it asked for its data."""

    interests = frozenset({"household"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.loads, self.left_count = 0, 0
        self.arrived: object = None

    def load(self) -> None:
        self.loads += 1

    def arrive(self, what: object) -> None:
        self.arrived = what

    def leave(self) -> None:
        self.left_count += 1


def shell_of(program: Program) -> tuple[Shell, Context]:
    """A shell with two counting pages over an open profile."""
    context = program.unlock().context
    pages = [
        PageSpec("one", "Satu", "house", Counting, badge=lambda store: 8, digit=1, heading="Hari ini"),
        PageSpec("two", "Dua", "users", Counting, digit=2, heading="Hari ini"),
    ]
    shell = Shell(context, pages)
    program.window.fill(shell)
    program.settle()
    return shell, context


def counting(shell: Shell, key: str) -> Counting:
    page = shell.page(key)
    assert isinstance(page, Counting)
    return page


def test_what_opening_mended_is_said_until_it_is_put_away(program: Program) -> None:
    with open_store(program.folder, PASSWORD) as store:
        write_unhealed_into(store)
    shell = program.unlock()
    assert "4 catatan" in shell.mended.sentence() and "before-healing" in shell.mended.sentence()
    shell.restyled.emit()
    assert program.shell().mended.sentence() == ""
    program.close_session()
    program.entrance.show()
    assert program.unlock().mended.sentence() == ""


def test_pages_are_built_when_first_shown(program: Program) -> None:
    shell, _ = shell_of(program)
    assert list(shell._pages) == ["one"]
    program.press(Qt.Key.Key_2, ALT)
    assert shell.current == "two"
    assert list(shell._pages) == ["one", "two"]


def test_a_page_refreshes_only_for_what_it_shows(program: Program) -> None:
    shell, context = shell_of(program)
    page = counting(shell, "one")
    assert page.loads == 1
    context.hub.announce(["person"])
    assert page.loads == 1
    context.hub.announce(["person", "household"])
    assert page.loads == 2


def test_a_hidden_page_refreshes_when_it_is_shown_again(program: Program) -> None:
    shell, context = shell_of(program)
    page = counting(shell, "one")
    shell.show_page("two")
    context.hub.announce(["household"])
    context.hub.announce([ALL])
    assert page.loads == 1
    shell.show_page("one")
    assert page.loads == 2


def test_nothing_changed_is_not_announced(qtbot: object) -> None:
    hub = ChangesHub()
    heard: list[object] = []
    hub.changed.connect(heard.append)
    hub.announce([])
    assert heard == []
    assert concerns(frozenset({ALL}), frozenset())
    assert not concerns(frozenset({"person"}), frozenset({"household"}))


def test_a_command_announces_what_it_changed_after_its_result(program: Program) -> None:
    shell, _ = shell_of(program)
    page = counting(shell, "one")
    seen: list[tuple[object, int]] = []
    job = page.do(lambda store: "done", lambda result: seen.append((result, page.loads)), changed=["household"])
    with program.qtbot.waitSignal(job.ended):
        pass
    assert seen == [("done", 1)]
    assert page.loads == 2


def test_a_refusal_stands_on_the_page(program: Program) -> None:
    shell, _ = shell_of(program)
    page = counting(shell, "one")

    def refuse(store: object) -> None:
        raise refused("files.read_only", path="/stik")

    page.column.addWidget(page.banner)
    page.do(refuse, page.arrive, changed=["household"])
    program.settle()
    assert page.banner.sentence() == "/stik: hanya dapat dibaca. Pilih tempat lain; tidak ada yang hilang."
    assert page.loads == 1


def test_a_fault_stands_on_the_page_without_its_text(program: Program) -> None:
    shell, _ = shell_of(program)
    page = counting(shell, "one")
    page.column.addWidget(page.banner)
    page.ask(lambda store: getattr(store, "Siti Rahmah"), page.arrive)
    program.settle()
    assert "AttributeError" in page.banner.sentence()
    assert "Siti" not in page.banner.sentence()


def test_badges_are_counted_beside_the_window(program: Program) -> None:
    shell, _ = shell_of(program)
    navigation = shell.findChild(Navigation)
    assert isinstance(navigation, Navigation)
    assert navigation._buttons["one"].accessibleName() == "Satu, 8"
    assert navigation._buttons["two"].accessibleName() == "Dua"


def test_a_page_leads_to_another(program: Program) -> None:
    shell, _ = shell_of(program)
    shell.page("one").go.emit("two", "Siti")
    assert shell.current == "two"
    assert counting(shell, "two").arrived == "Siti"


def test_a_task_replaces_the_navigation_until_it_is_left(program: Program) -> None:
    shell, context = shell_of(program)
    navigation = shell.findChild(Navigation)
    assert isinstance(navigation, Navigation)
    task = Task(context)
    task.side_column.addWidget(QLineEdit())
    shell.page("one").begun.emit(task)
    assert not navigation.isVisible()
    assert task.isVisible()
    assert task.side.isVisible()
    program.press(Qt.Key.Key_2, ALT)
    assert shell.current == "one"
    program.press(Qt.Key.Key_Escape)
    assert navigation.isVisible()
    assert shell.page("one").isVisible()


def test_locking_lets_pages_and_task_hand_over(program: Program) -> None:
    shell = program.unlock()
    page = shell.page("laptop")
    left: list[str] = []
    page.leave = lambda: left.append("page")  # type: ignore[method-assign]
    task = Task(shell.context)
    task.leave = lambda: left.append("task")  # type: ignore[method-assign]
    shell.begin(task)
    program.press(Qt.Key.Key_F12)
    assert left == ["page", "task"]
    assert isinstance(program.window.centralWidget(), Unlock)


def test_help_lists_the_keys(program: Program) -> None:
    shell = program.unlock()
    program.press(Qt.Key.Key_F1)
    dialog = shell.findChild(HelpDialog)
    assert isinstance(dialog, HelpDialog)
    assert dialog.isVisible()
    program.press(Qt.Key.Key_Escape)
    assert shell.findChild(HelpDialog) is None


def test_the_arrow_goes_back_to_the_page_before(program: Program) -> None:
    shell, _ = shell_of(program)
    shell.show_page("two")
    shell.show_page("one")
    program.press(Qt.Key.Key_Left, ALT)
    assert shell.current == "two"
    program.press(Qt.Key.Key_Left, ALT)
    assert shell.current == "one"
    program.press(Qt.Key.Key_Left, ALT)
    assert shell.current == "one"


def test_f6_goes_from_part_to_part(program: Program) -> None:
    shell = program.unlock()
    shell.show_page("sasaran")
    program.settle()
    navigation = shell.findChild(Navigation)
    assert navigation is not None
    visited = []
    for _ in range(4):
        program.press(Qt.Key.Key_F6)
        focus = shell.window().focusWidget()
        visited.append(navigation.isAncestorOf(focus))
    assert True in visited and False in visited
    assert visited[0] is True
