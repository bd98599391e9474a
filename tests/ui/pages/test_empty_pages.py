"""A profile in which nothing is recorded yet: every page says what to do next."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.ui.components.buttons import Button
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.conftest import TODAY
from tests.ui.program import Program

DISTRICT = VILLAGE.rpartition(".")[0]


@pytest.mark.parametrize(
    ("role", "page", "next_step"),
    [
        ("cadre", "beranda", "Tambah rumah tangga pertama"),
        ("cadre", "kunjungan", "Tambah sasaran"),
        ("supervisor", "desa", "Undang kader"),
        ("supervisor", "rapor", "Undang kader"),
        ("supervisor", "undangan", "Undang kader"),
    ],
)
def test_the_next_step_has_the_focus(qtbot: QtBot, tmp_path: Path, role: str, page: str, next_step: str) -> None:
    folder = tmp_path / "profil"
    where = VILLAGE if role == "cadre" else DISTRICT
    init_profile(folder, role=role, name="Ibu Sari", villages=[where], password=PASSWORD).store.close()
    program = Program(qtbot, folder, TODAY)
    try:
        program.unlock()
        program.shell().show_page(page)
        program.settle()
        focus = QApplication.focusWidget()
        assert isinstance(focus, Button)
        assert focus.text() == next_step
    finally:
        program.close()
