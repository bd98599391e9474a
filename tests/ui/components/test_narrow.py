"""Where there is little room, parts break, shorten or give way; nothing is cut off."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.components.tile import Tile
from kpm_desktop.ui.look.look import Look


@pytest.fixture
def parts(look: Look) -> list[Button]:
    return [Button(look, "Tambah rumah tangga"), Button(look, "Tambah sasaran", shortcut="Ctrl+N")]


def test_a_row_breaks_where_its_parts_do_not_fit(qtbot: QtBot, parts: list[Button]) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = BreakingRow(8, parent=holder)
    for part in parts:
        row.add(part)
    both = sum(part.sizeHint().width() for part in parts) + 8
    row.resize(both, 40)
    holder.show()
    was_broken = row.is_broken
    row.resize(both - 1, 100)
    assert (was_broken, row.is_broken) == (False, True)
    assert row.minimumSizeHint().width() == max(part.sizeHint().width() for part in parts)


def test_what_yields_breaks_no_row(qtbot: QtBot, look: Look, parts: list[Button]) -> None:
    row = BreakingRow(8)
    qtbot.addWidget(row)
    row.add(parts[0])
    row.add(KeyHints(look, [("Enter", "membuka kunjungan, atau memperbaikinya")]), yields=True)
    row.resize(parts[0].sizeHint().width() + 20, 40)
    row.show()
    assert not row.is_broken


def test_the_column_beside_a_list_gives_way_to_it(qtbot: QtBot, look: Look, parts: list[Button]) -> None:
    page, view, side = QWidget(), RowView("Daftar"), SideColumn(look, 320)
    qtbot.addWidget(page)
    parts[0].give_way()
    side.column.addWidget(parts[0])
    row = QHBoxLayout(page)
    view.setMinimumWidth(300)
    row.addWidget(view, 1)
    row.addWidget(side)
    page.resize(1200, 300)
    page.show()
    assert side.width() == look.px(320)
    page.resize(520, 300)
    assert parts[0].minimumSizeHint().width() <= side.width() < look.px(320)
    assert side.horizontalScrollBar().maximum() == 0


def test_a_tile_says_all_of_it_in_more_lines(qtbot: QtBot, look: Look) -> None:
    tile = Tile(look, icon="laptop", noun="Tanpa kabar", detail="lebih dari 10 hari, dari 5 laptop", number="1")
    qtbot.addWidget(tile)
    least = tile.minimumSizeHint().width()
    assert least < tile.sizeHint().width()
    assert tile.heightForWidth(tile.sizeHint().width()) == look.px(80)
    assert tile.heightForWidth(least) > look.px(80)


def test_a_button_that_gives_way_keeps_its_words(parts: list[Button]) -> None:
    whole = parts[1]
    assert whole.minimumSizeHint().width() < whole.sizeHint().width()
    words = whole.fontMetrics().horizontalAdvance(whole.text())
    assert whole.minimumSizeHint().width() > words
