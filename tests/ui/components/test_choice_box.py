"""A box of many values: a part of the name is typed, wherever many are listed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components import choice_popup
from kpm_desktop.ui.components.choice_box import FEW
from kpm_desktop.ui.components.choice_popup import ChoicePopup
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.look.look import Look

VILLAGES = [(str(number), f"Desa Nomor {number}") for number in range(200)]


@pytest.fixture
def box(qtbot: QtBot, look: Look) -> ChoiceField:
    """Two hundred villages, one with a name of two words."""
    made = ChoiceField(look, [*VILLAGES, ("suka", "Desa Suka Maju")], required=True)
    made.setAccessibleName("Desa")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def popup(box: ChoiceField) -> ChoicePopup:
    (found,) = [one for one in box.findChildren(ChoicePopup) if one.isVisible()]
    return found


def test_letters_on_the_box_narrow_it_and_enter_takes(box: ChoiceField, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "s")
    search = popup(box).search
    assert QApplication.focusWidget() is search
    QTest.keyClicks(search, "ukamaju")
    assert popup(box).list.model().rowCount() == 1
    with qtbot.waitSignal(box.edited):
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert box.value() == "suka"
    assert not any(one.isVisible() for one in box.findChildren(ChoicePopup))


def test_arrows_choose_among_what_fits_and_escape_leaves_the_value(
    box: ChoiceField, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(choice_popup, "say", lambda widget, text: heard.append(text))
    box.set_value("7")
    box.showPopup()
    shown = popup(box)
    assert shown.list.currentIndex().data() == "Desa Nomor 7"
    QTest.keyClicks(shown.search, "19")
    QTest.keyClick(shown.search, Qt.Key.Key_Down)
    assert shown.list.currentIndex().data() == heard[-1] == "Desa Nomor 119"
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert shown.isVisible() and not shown.search.text()
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert not shown.isVisible() and box.value() == "7"


def test_what_nothing_fits_takes_nothing(box: ChoiceField) -> None:
    box.showPopup()
    shown = popup(box)
    before = shown.search.geometry(), shown.size()
    QTest.keyClicks(shown.search, "zzz")
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.isVisible() and box.value() == "0"
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert (shown.search.geometry(), shown.size()) == before, "the field stays where one types"
    shown.close()


def test_few_values_open_as_ever(qtbot: QtBot, look: Look) -> None:
    box = ChoiceField(look, VILLAGES[:FEW], required=True)
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    assert box.view().isVisible() and not box.findChildren(ChoicePopup)
    box.hidePopup()
