"""The navigation: digits that hold, headings, and room for all of it in the smallest windows."""

from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.stylesheet import dress
from kpm_desktop.ui.look.theme import Theme
from kpm_desktop.ui.window.navigation import Navigation
from kpm_desktop.ui.window.navigation_buttons import FootButton, NavigationButton, SearchButton
from kpm_desktop.ui.window.page_list import PageSpec, pages_of
from tests.ui.program import Program

ALT = Qt.KeyboardModifier.AltModifier
#: house.md, section 4: the full list of each role, pages to come included.
FULL = {
    CADRE: (("Hari ini", 4), ("Desa", 3), ("Ke penyelia", 1)),
    SUPERVISOR: (("Hari ini", 3), ("Wilayah", 4), ("Ke atas", 1)),
}
#: Window heights less the status line's 32, at the scale they are drawn for.
WINDOWS = ((1.0, 600), (1.0, 768), (1.3, 768))
#: The digit of every page that exists (decision 0036).
DIGITS = {
    CADRE: {
        "beranda": 1, "tugas": 2, "kunjungan": 3, "posyandu": 4, "sasaran": 5, "rapor": 6, "kegiatan": 7, "kirim": 8,
        "laptop": 9, "settings": 0,
    },
    SUPERVISOR: {
        "beranda": 1, "masuk": 2, "keputusan": 3, "desa": 4, "rapor": 5, "kegiatan": 7, "kirim": 8,
        "laptop": 9, "settings": 0,
    },
}  # fmt: skip


def full_list(role: str) -> list[PageSpec]:
    """Every place of a role taken."""
    headings = [heading for heading, many in FULL[role] for _ in range(many)]
    pages = [
        PageSpec(f"{digit}", f"Halaman {digit}", "send", digit=digit, heading=heading)
        for digit, heading in enumerate(headings, start=1)
    ]
    below = [PageSpec(f"{digit}", f"Halaman {digit}", "laptop", digit=digit) for digit in (9, 0)]
    return [*pages, *below]


@pytest.mark.parametrize("role", [CADRE, SUPERVISOR])
def test_a_digit_belongs_to_its_page(role: str) -> None:
    pages = pages_of(role, "id")
    assert {spec.key: spec.digit for spec in pages} == DIGITS[role]
    assert len([spec for spec in pages if spec.heading]) <= 8
    assert len({heading for heading, _ in groupby(spec.heading for spec in pages if spec.heading)}) == 3


@pytest.mark.parametrize("role", [CADRE, SUPERVISOR])
@pytest.mark.parametrize(("scale", "height"), WINDOWS)
def test_nothing_is_pushed_out_when_every_place_is_taken(
    qtbot: QtBot, qapp: QApplication, role: str, scale: float, height: int
) -> None:
    theme = Theme(scale=scale)
    dress(qapp, theme)
    navigation = Navigation(Look(theme), "Kec. Harapan", "Penyelia: Budi Hartono", full_list(role))
    qtbot.addWidget(navigation)
    navigation.resize(navigation.width(), height - theme.px(32))
    navigation.show()
    assert navigation.height() == height - theme.px(32)
    buttons = [navigation._buttons[f"{digit}"] for digit in range(10)]
    pressed = [*buttons, *navigation.findChildren(SearchButton), *navigation.findChildren(FootButton)]
    assert len(pressed) == 13
    for button in pressed:
        top = button.mapTo(navigation, button.rect().topLeft()).y()
        assert top >= 0
        assert top + button.height() <= navigation.height()
        assert button.height() >= theme.px(32)
    tops = sorted(button.mapTo(navigation, button.rect().topLeft()).y() for button in buttons)
    assert all(high - low >= theme.px(32) for low, high in pairwise(tops))


def test_with_room_it_is_as_drawn(qtbot: QtBot, look: Look) -> None:
    navigation = Navigation(look, "Kec. Harapan", "Penyelia: Budi Hartono", full_list(SUPERVISOR))
    qtbot.addWidget(navigation)
    navigation.resize(navigation.width(), 736)
    navigation.show()
    rows = [navigation._buttons[f"{digit}"] for digit in range(1, 9)]
    tops = [row.mapTo(navigation, row.rect().topLeft()).y() for row in rows]
    assert [low - high for high, low in pairwise(tops)] == [40, 40, 68, 40, 40, 40, 68]


def test_digits_lead_to_their_pages_and_free_ones_nowhere(program: Program) -> None:
    shell = program.unlock()
    program.press(Qt.Key.Key_5, ALT)
    assert shell.current == "sasaran"
    program.press(Qt.Key.Key_4, ALT)
    assert shell.current == "posyandu"
    program.press(Qt.Key.Key_0, ALT)
    assert shell.current == "settings"
    program.press(Qt.Key.Key_9, ALT)
    assert shell.current == "laptop"


def test_a_screen_reader_hears_one_of_several_with_its_key(program: Program) -> None:
    shell = program.unlock()
    button = next(each for each in shell.findChildren(NavigationButton) if each.property("page") == "sasaran")
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Sasaran"
    assert interface.text(QAccessible.Text.Description) == "Alt+5"
    assert shell.page("beranda").accessibleName() == "Beranda"


def test_a_narrow_window_leaves_the_words_to_tooltips_and_screen_readers(qtbot: QtBot, look: Look) -> None:
    navigation = Navigation(look, "Desa Hajimena", "Kader: Rosmaida", full_list(CADRE))
    qtbot.addWidget(navigation)
    navigation.show_badge("3", 4)
    wide = navigation.width()
    navigation.be_narrow(True)
    assert navigation.width() < wide / 2
    for button in navigation.findChildren(NavigationButton):
        assert button.accessibleName().startswith(button.text())
        assert button.toolTip() == f"{button.accessibleName()} ({button.key})"
    assert "Halaman 3, 4 (Alt+3)" in {button.toolTip() for button in navigation.findChildren(NavigationButton)}
    navigation.be_narrow(False)
    assert navigation.width() == wide
    assert not any(button.toolTip() for button in navigation.findChildren(NavigationButton))
