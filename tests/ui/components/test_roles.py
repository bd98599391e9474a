"""What a screen reader is told of widgets Qt has no word for."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components.bar import Bar
from kpm_desktop.ui.components.roles import install_roles
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.languages import Languages
from kpm_desktop.ui.look.look import Look


@pytest.fixture(autouse=True)
def roles(qapp: QApplication) -> None:
    install_roles()
    Languages(qapp).speak("id")


def told(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def test_a_bar_says_how_far_it_is(qtbot: QtBot, look: Look) -> None:
    bar = Bar(look)
    qtbot.addWidget(bar)
    bar.show_amount(62, 80)
    found = told(bar)
    assert found.role() is QAccessible.Role.ProgressBar
    assert found.text(QAccessible.Text.Name) == "62 dari 80"
    amount = found.valueInterface()
    assert not isinstance(amount, QAccessibleWidget), "Qt would take the widget's interface for a value's"
    assert (amount.minimumValue(), amount.currentValue(), amount.maximumValue()) == (0, 62, 80)
    assert found.textInterface() is None
    bar.show_amount(80, 80)
    assert found.valueInterface().currentValue() == 80
    assert found.text(QAccessible.Text.Name) == "80 dari 80"


def test_a_dialog_says_that_nothing_else_can_be_reached(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = Dialog(look, parent=window)
    dialog.set_title("Tambah sasaran")
    dialog.open()
    found = told(dialog)
    assert found.role() is QAccessible.Role.Dialog
    assert found.text(QAccessible.Text.Name) == "Tambah sasaran"
    assert found.state().modal
    assert not told(window).state().modal
