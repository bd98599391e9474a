"""Laptop ini: what is said of a region whose code is gone, of a folder others look into and of a recovery key nobody
signed."""

import os
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db import settings
from kpm_desktop.ui.pages.settings.this_laptop import ThisLaptopPage
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.conftest import TODAY
from tests.ui.program import Program


@pytest.mark.parametrize(
    ("village", "name", "told"),
    [
        (VILLAGE, "Pahlawan", ""),
        (
            "12.21.02.2065",
            "Gading",
            "Gading (12.21.02.2065) sekarang Gading (12.21.16.2001) di daftar wilayah. "
            "Laptop ini tetap bekerja dengan kode lamanya.",
        ),
        (
            "91.01.19.2003",
            "Tor",
            "Tor (91.01.19.2003) tidak ada lagi di daftar wilayah. Laptop ini tetap bekerja dengan kode itu.",
        ),
    ],
)
def test_a_code_that_is_gone_is_told_quietly(qtbot: QtBot, tmp_path: Path, village: str, name: str, told: str) -> None:
    folder = tmp_path / "profil"
    made = init_profile(folder, role="cadre", name="Sari", villages=[village], password=PASSWORD, old_codes=True)
    made.store.close()
    program = Program(qtbot, folder, TODAY)
    program.unlock()
    shell = program.shell()
    assert [place.name for place in shell.context.session.places] == [name]
    shell.show_page("laptop")
    page = shell.page("laptop")
    assert isinstance(page, ThisLaptopPage)
    program.settle()
    assert page.gone.text() == told
    assert page.gone.isVisible() is bool(told)
    program.close()


@pytest.mark.skipif(os.name == "nt", reason="modes of Unix")
@pytest.mark.parametrize("is_shared", [False, True])
def test_a_folder_others_look_into_is_told(qtbot: QtBot, tmp_path: Path, is_shared: bool) -> None:
    """What many share by design is not narrowed."""
    folder = tmp_path / "profil"
    init_profile(folder, role="cadre", name="Sari", villages=[VILLAGE], password=PASSWORD).store.close()
    folder.chmod(0o1777 if is_shared else 0o755)
    program = Program(qtbot, folder, TODAY)
    program.unlock()
    shell = program.shell()
    shell.show_page("laptop")
    page = shell.page("laptop")
    assert isinstance(page, ThisLaptopPage)
    program.settle()
    assert page.folder_open.isVisible() is is_shared
    assert str(folder) in page.folder_open.text()
    program.close()


@pytest.mark.parametrize("programme", ["", "a" * 64])
def test_a_recovery_key_nobody_signed_is_said_to_be_so(qtbot: QtBot, tmp_path: Path, programme: str) -> None:
    folder = tmp_path / "profil"
    made = init_profile(folder, role="cadre", name="Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store, store.writing() as tx:
        joined = msgspec.structs.replace(settings.read_identity(tx), programme=programme, recovery="age1")
        settings.write_identity(tx, joined)
    program = Program(qtbot, folder, TODAY)
    program.unlock()
    program.shell().show_page("laptop")
    page = program.shell().page("laptop")
    assert isinstance(page, ThisLaptopPage)
    program.settle()
    assert page.unsigned.isVisible() is bool(programme)
    assert page.unsigned.text().startswith("Kunci pemulihan program belum ditandatangani")
    program.close()
