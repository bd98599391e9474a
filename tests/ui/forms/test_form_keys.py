"""Forms: Tab reaches every field of every kind of them, and what has the keys is named."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.registers.register_page import RegisterPage
from kpm_desktop.ui.window.shell import Shell
from tests.ui.program import Program
from tests.ui.window.walk import mute, spoken, stops, walked


def new_household(shell: Shell) -> None:
    page = shell.page("sasaran")
    assert isinstance(page, PeoplePage)
    page._adding.begin_home()


def somebody(shell: Shell) -> None:
    page = shell.page("sasaran")
    assert isinstance(page, PeoplePage)
    page.add()


def record(kind: str) -> Callable[[Shell], None]:
    def begin(shell: Shell) -> None:
        shell.show_page(kind)
        page = shell.page(kind)
        assert isinstance(page, RegisterPage)
        page.new_button.click()

    return begin


OPENERS = {"household": new_household, "somebody": somebody, **{kind: record(kind) for kind in REGISTERS}}


@pytest.mark.parametrize("form", OPENERS)
def test_tab_reaches_every_field(program: Program, form: str) -> None:
    shell = program.unlock()
    shell.show_page("sasaran")
    program.settle()
    OPENERS[form](shell)
    program.settle()
    (dialog,) = [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    reached = set(walked())
    assert sorted(spoken(one) for one in stops(dialog) - reached) == []
    assert mute(dialog) == []
