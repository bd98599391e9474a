"""Siapa yang dapat membuka: users are removed, the code is made anew and typed back, everything gets a new key."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from kpm_desktop.commands.profile.change_password import change_password
from kpm_desktop.db import vault
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.ui.pages.settings.ask_password import AskPassword
from kpm_desktop.ui.pages.settings.keys import KeysDialog
from kpm_desktop.ui.pages.settings.new_code import NewCodeDialog
from kpm_desktop.ui.pages.settings.settings import SettingsPage
from tests.support.profiles import PASSWORD, state
from tests.ui.program import Program

WATI = "kata-sandi-wati"
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def keys(program: Program) -> KeysDialog:
    """The dialog, of a profile with a second user."""
    change_password(program.folder, PASSWORD, WATI, user="Wati")
    program.unlock()
    shell = program.shell()
    shell.show_page("settings")
    page = shell.page("settings")
    assert isinstance(page, SettingsPage)
    page.keys_button.click()
    program.settle()
    return seen(program, KeysDialog)


def seen(program: Program, kind: type[D]) -> D:
    (found,) = [one for one in program.window.findChildren(kind) if one.isVisible()]
    return found


def give_password(program: Program, password: str = PASSWORD) -> None:
    program.settle()
    asking = seen(program, AskPassword)
    asking.password.setFocus()
    program.write(password)
    program.press(Qt.Key.Key_Return)
    program.settle()


def type_back(program: Program) -> str:
    """By keyboard, without the code in sight; gives the code."""
    program.settle()
    step = seen(program, NewCodeDialog).step
    code = "-".join(step.sheet().code)
    step.by_hand_button.click()
    for at, field in zip(step.check.asked, step.check.fields, strict=True):
        field.setFocus()
        program.write(step.sheet().code[at].lower())
    program.settle()
    return code


def opens(program: Program, code: str) -> bool:
    try:
        vault.unlock_with_recovery(vault.read_keys(program.folder), code)
    except Refused:
        return False
    return True


def test_another_user_is_removed_under_a_password(program: Program, keys: KeysDialog) -> None:
    assert list(keys.remove_buttons) == ["Wati"], "nobody removes herself here"
    keys.remove_buttons["Wati"].click()
    give_password(program, "bukan yang ini")
    assert "tidak cocok" in seen(program, AskPassword).row.problem()
    seen(program, AskPassword).password.selectAll()
    give_password(program)
    assert keys.banner.sentence().startswith("Wati tidak dapat lagi membuka")
    assert keys.remove_buttons == {}
    with pytest.raises(Refused, match="wrong_password"):
        vault.unlock(vault.read_keys(program.folder), WATI)


def test_a_new_code_holds_once_it_is_typed_back(program: Program, keys: KeysDialog) -> None:
    keys.renew_button.click()
    give_password(program)
    given_up = "-".join(seen(program, NewCodeDialog).step.sheet().code)
    program.press(Qt.Key.Key_Escape)
    program.settle()
    assert "lama tetap berlaku" in keys.banner.sentence()
    assert opens(program, given_up), "until the next attempt"
    keys.renew_button.click()
    give_password(program)
    assert not opens(program, given_up)
    code = type_back(program)
    assert "sudah berlaku" in keys.banner.sentence()
    assert opens(program, code)
    assert [slot.kind for slot in vault.read_keys(program.folder).slots].count("recovery") == 1


def test_a_code_on_paper_alone_does_not_hold_yet(program: Program, keys: KeysDialog) -> None:
    keys.renew_button.click()
    give_password(program)
    dialog = seen(program, NewCodeDialog)
    dialog.step.save_to(str(program.folder.parent / "kode.txt"))
    program.settle()
    assert "hanya Anda" in dialog.step.told.text()
    assert vault.UNCONFIRMED in {slot.name for slot in vault.read_keys(program.folder).slots}


def test_everything_gets_a_new_key_while_the_profile_stays_open(program: Program, keys: KeysDialog) -> None:
    store = program.shell().context.session.store
    before, old = state(store), vault.read_keys(program.folder)
    keys.rekey_button.click()
    give_password(program)
    assert vault.read_keys(program.folder) == old, "nothing is changed before the code is typed back"
    code = type_back(program)
    assert "sudah dikunci ulang" in keys.banner.sentence()
    assert state(store) == before
    assert opens(program, code)
    assert keys.remove_buttons == {}
    keys.reject()
    program.close_session()
    key = vault.unlock(vault.read_keys(program.folder), PASSWORD).data_key
    assert key != vault.unlock(old, PASSWORD).data_key
    open_store(program.folder, PASSWORD).close()
