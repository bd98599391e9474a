"""Each component draws in both themes and all sizes, and says what it is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.bar import Bar
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading, SectionHeading
from kpm_desktop.ui.components.key_cap import KeyCap, shown_key
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.components.state_word import State, StateWord
from kpm_desktop.ui.components.tile import Tile
from kpm_desktop.ui.frame.languages import Languages
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.palette import THEMES
from kpm_desktop.ui.look.stylesheet import dress
from kpm_desktop.ui.look.theme import SCALES, Theme


def _bar(look: Look) -> Bar:
    bar = Bar(look)
    bar.show_amount(2, 5)
    return bar


MAKERS: dict[str, Callable[[Look], QWidget]] = {
    "key cap": lambda look: KeyCap(look, "Ctrl+S"),
    "chip": lambda look: Chip(look, "KEK", "risk"),
    "count": lambda look: Chip(look, "2 sasaran", icon="users"),
    "button": lambda look: Button(look, "Simpan", kind="primary", icon="save", shortcut="Ctrl+S"),
    "link": lambda look: Button(look, "Lihat semua", kind="link"),
    "tile": lambda look: Tile(look, icon="calendar", noun="Belum dikunjungi", detail="di 14 rumah", number="23"),
    "bar": _bar,
    "card": lambda look: Card(look, "Tempat kirim", caption="2 tempat"),
    "page heading": lambda look: PageHeading(look, "Sasaran", "84 sasaran"),
    "section heading": lambda look: SectionHeading(look, "Belum diterima penyelia", "8 catatan"),
    "empty": lambda look: EmptyState(look, "users", "Belum ada sasaran", action="Tambah sasaran"),
    "segments": lambda look: Segments(look, "Siapa", [("all", "Semua"), ("mother", "Ibu hamil")]),
    "search": lambda look: SearchField(look, "Cari nama", shortcut="Ctrl+F"),
    **{f"state {state.name}": lambda look, state=state: StateWord(look, state) for state in State},  # type: ignore[misc]
}


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", MAKERS)
def test_it_draws(qtbot: QtBot, qapp: QApplication, name: str, theme: str, scale: float) -> None:
    worn = Theme.named(theme, scale)
    dress(qapp, worn)
    widget = MAKERS[name](Look(worn))
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    image = widget.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 1


def test_green_belongs_to_received_alone() -> None:
    assert [state for state in State if state.tone == "ok"] == [State.RECEIVED]
    assert len({state.icon for state in State}) == len(State)


def test_the_five_words(qapp: QApplication) -> None:
    Languages(qapp).speak("id")
    assert [state.word() for state in State] == ["Draf", "Tersimpan", "Dikirim", "Diterima", "Perlu diperbaiki"]


@pytest.mark.parametrize(
    ("shortcut", "shown"),
    [("Ctrl+N", "Ctrl N"), ("Return", "Enter"), ("Up", "↑"), ("+", "+"), ("Ctrl+Shift+A", "Ctrl Shift A")],
)
def test_keys_are_shown_as_on_the_keyboard(shortcut: str, shown: str) -> None:
    assert shown_key(shortcut) == shown


def test_a_button_keeps_its_key_when_its_words_change(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Simpan", shortcut="Ctrl+S")
    qtbot.addWidget(button)
    button.setText("Menyimpan…")
    assert button.shortcut() == QKeySequence("Ctrl+S")


def test_the_ring_of_the_keys_does_not_touch_the_words_of_a_link(qtbot: QtBot, look: Look) -> None:
    link = Button(look, "Pulihkan cadangan…", kind="link")
    qtbot.addWidget(link)
    words = QFontMetricsF(link.font()).horizontalAdvance(link.text())
    ring = 2
    assert (link.sizeHint().width() - words) / 2 >= ring + look.px(4)


def test_enter_presses_what_has_the_focus(qtbot: QtBot, look: Look) -> None:
    for widget in (Button(look, "Simpan"), Tile(look, icon="house", noun="Kader")):
        qtbot.addWidget(widget)
        with qtbot.waitSignal(widget.clicked):
            QTest.keyClick(widget, Qt.Key.Key_Return)


def test_a_tile_reads_as_one_sentence(qtbot: QtBot, look: Look) -> None:
    tile = Tile(look, icon="hard-drive", noun="Belum diterima", detail="6 belum, 2 sudah dikirim", number="8")
    qtbot.addWidget(tile)
    assert tile.accessibleName() == "8 Belum diterima, 6 belum, 2 sudah dikirim"
    tile.show_count("0", "")
    assert tile.accessibleName() == "0 Belum diterima"


def test_a_banner_shows_one_sentence_until_it_is_closed(qtbot: QtBot, look: Look) -> None:
    banner = Banner(look)
    qtbot.addWidget(banner)
    assert banner.sentence() == ""
    banner.tell("Flashdisk belum terpasang. Pasang, lalu 6 catatan terkirim otomatis.")
    assert banner.sentence().startswith("Flashdisk belum")
    with qtbot.waitSignal(banner.closed):
        banner.clear()
    assert banner.sentence() == ""


def test_exactly_one_segment_is_chosen(qtbot: QtBot, look: Look) -> None:
    segments = Segments(look, "Siapa", [("all", "Semua"), ("mother", "Ibu hamil")])
    qtbot.addWidget(segments)
    assert segments.current() == "all"
    with qtbot.waitSignal(segments.chosen) as told:
        segments.choose("mother")
    assert told.args == ["mother"]
    segments.show_counts({"mother": "14"})
    assert segments._segments["mother"].accessibleName() == "Ibu hamil 14"


def test_segments_that_do_not_fit_go_on_in_a_second_line(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, row = QVBoxLayout(holder), QHBoxLayout()
    segments = Segments(look, "Siapa", [(str(number), f"Pilihan {number}") for number in range(6)], wraps=True)
    row.addWidget(segments)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    line = segments.sizeHint()
    holder.resize(line.width() * 2, 400)
    holder.show()
    assert segments.size() == line
    holder.resize(line.width() - look.px(20), 400)
    qtbot.waitUntil(lambda: segments.height() > line.height())
    assert all(segments.rect().contains(segment.geometry()) for segment in segments._segments.values())


def test_escape_empties_a_search_first(qtbot: QtBot, look: Look) -> None:
    field = SearchField(look, "Cari nama")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "siti")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
