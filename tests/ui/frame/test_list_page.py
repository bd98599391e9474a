"""The page that is a list: what is chosen stays, and the keys are never lost."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.rows import TwoLineDelegate
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.window.page_list import PageSpec
from kpm_desktop.ui.window.shell import Shell
from tests.ui.program import Program

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Town:
    key: str
    is_heading: bool = False

    @property
    def words(self) -> str:
        return self.key


class Towns(ListPage):
    """Towns by their first letters; `open` in the filter leaves Medan out."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.towns = [Town("Binjai"), Town("Medan"), Town("Stabat")]
        self.opened: list[str] = []
        self.put_heading("Kota")
        self.search = self.put_search("Cari kota")
        self.filter = self.put_filter("Apa", (("all", "Semua"), ("open", "Terbuka")))
        card = ListCard(self.look, "Kota", TwoLineDelegate(self.look))
        self.head = QLabel("Nama")
        card.put_head(self.head)
        card.put_list()
        self.none = card.when_empty("users", "Belum ada kota", action="Tambah")
        self.elsewhere = card.when_empty("search", "Tidak ada yang cocok", action="Semua", pressed=self.search.clear)
        self.put_list(card)
        self.list.opened.connect(self._on_opened)

    def load(self) -> None:
        self.show_fitting()

    def show_fitting(self) -> None:
        begins, wanted = self.search.text(), self.filter.current()
        shown = [
            each for each in self.towns if each.key.startswith(begins) and (wanted == "all" or each.key != "Medan")
        ]
        self.show_rows(shown, self.elsewhere if self.towns else self.none)

    def _on_opened(self, row: Town) -> None:
        self.opened.append(row.key)


@pytest.fixture
def page(program: Program) -> Towns:
    shell = Shell(program.unlock().context, [PageSpec("kota", "Kota", "house", Towns, digit=1)])
    program.window.fill(shell)
    program.settle()
    made = shell.page("kota")
    assert isinstance(made, Towns)
    return made


def chosen(page: Towns) -> str:
    row = page.list.current()
    return row.key if row is not None else ""


def test_what_is_chosen_stays_chosen_when_the_list_is_narrowed(page: Towns) -> None:
    page.list.choose("Stabat")
    page.filter.choose("open")
    assert (len(page.list.rows.rows), chosen(page)) == (2, "Stabat")
    page.search.setText("B")
    assert chosen(page) == "Binjai"


def test_an_empty_list_leads_the_keys_to_the_way_out_and_back(program: Program, page: Towns) -> None:
    assert QApplication.focusWidget() is page.list
    page.search.setText("Z")
    program.settle()
    assert QApplication.focusWidget() is page.elsewhere.button
    assert (page.head.isVisible(), page.none.isVisible()) == (False, False)
    program.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.list
    assert page.head.isVisible()


def test_the_search_keeps_the_keys_and_enter_opens_from_it(program: Program, page: Towns) -> None:
    program.press(Qt.Key.Key_F, CTRL)
    for typed in ("Z", ""):
        page.search.setText(typed)
        program.settle()
        assert QApplication.focusWidget() is page.search
    program.write("Med")
    program.press(Qt.Key.Key_Return)
    assert page.opened == ["Medan"]
    program.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.list


def test_a_page_that_is_come_back_to_gives_the_keys_to_what_it_shows(program: Program, page: Towns) -> None:
    page.towns = []
    page.show_fitting()
    assert page.none.isVisible()
    page.heading.setFocus()
    page.setFocus()
    assert QApplication.focusWidget() is page.none.button
