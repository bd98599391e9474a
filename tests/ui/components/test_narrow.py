"""Where there is little room, parts break, shorten or give way; nothing is cut off."""

from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.domain.scorecard.result import Indicator, Share
from kpm_desktop.domain.scorecard.totals import PREGNANT
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.columns import ColumnDelegate, ListColumn, places
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.components.tile import Tile
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.invitations.invitation_rows import COLUMNS, NARROW, InvitationRow
from kpm_desktop.ui.pages.scorecard.scorecard_rows import IndicatorDelegate, IndicatorRow


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


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """What rows draw, and whether there was room for all of it."""
    found: dict[str, bool] = {}
    draw = RowDelegate.text

    def noted(
        self: RowDelegate, painter: QPainter, where: QRectF, text: str, kind: Text = Text.BODY, *more: Any, **how: Any
    ) -> None:
        found[text] = QFontMetricsF(self.look.font(kind)).horizontalAdvance(text) <= where.width()
        draw(self, painter, where, text, kind, *more, **how)

    monkeypatch.setattr(RowDelegate, "text", noted)
    return found


def test_a_heading_in_a_list_has_the_room_of_its_row(qtbot: QtBot, look: Look, drawn: dict[str, bool]) -> None:
    view, title = RowView("Undangan"), "Menunggu delapan kata dicocokkan"
    qtbot.addWidget(view)
    view.draw_with(ColumnDelegate(look, COLUMNS, narrow=NARROW))
    view.rows.show_rows([InvitationRow(title, title, is_heading=True)])
    view.resize(look.px(400), look.px(100))
    view.grab()
    assert drawn == {title: True}
    assert view.rows.said(view.rows.rows[0]) == title


def test_a_column_keeps_the_room_its_words_need(look: Look) -> None:
    columns = (ListColumn("Nama", 70), ListColumn("Tanggal", 20, least=100), ListColumn("Jumlah", 10))
    name, day, count = places(look, QRectF(0, 0, look.px(300), 40), columns)
    assert day.width() == look.px(100) - look.px(12)
    assert name.x() == 0
    assert count.right() + look.px(12) == pytest.approx(look.px(300))
    assert places(look, QRectF(0, 0, look.px(1000), 40), columns)[1].width() == look.px(200) - look.px(12)


@pytest.mark.parametrize("width", [240, 320])
def test_an_indicators_name_is_read_in_full(qtbot: QtBot, look: Look, drawn: dict[str, bool], width: int) -> None:
    view, name = RowView("Ibu hamil"), "Pemeriksaan nifas, 3 kali"
    qtbot.addWidget(view)
    view.draw_with(IndicatorDelegate(look))
    row = IndicatorRow(Indicator(PREGNANT, 3, "nifas", Share(1, 2)), name, "1 dari 2", "50,00 %", is_disputed=False)
    view.rows.show_rows([row])
    view.resize(look.px(width), look.px(100))
    view.grab()
    assert drawn[name]
    assert drawn[row.percent]


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
