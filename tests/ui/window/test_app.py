"""The start of the program: without a screen, with wrong words, and how little it loads before unlocking."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kpm_desktop.app import main

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
#: Shows the lock screen once and names what was loaded for it.
LOADED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kpm_desktop import app
from kpm_desktop.ui.window import entrance
entrance._PREPARE_MS = 10**8
QTimer.singleShot(0, QApplication.quit)
code = app.main(["--profile", sys.argv[1]])
heavy = {"sqlalchemy", "cryptography", "sqlcipher3", "numpy", "alembic", "pyrage"} & set(sys.modules)
print(code, sorted(heavy))
"""


@pytest.mark.parametrize(("language", "words"), [("id", "Tidak ada layar"), ("en", "no display")])
def test_without_a_screen_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    assert main(["--lang", language]) == 2
    assert words in capsys.readouterr().err


def test_wrong_words_are_a_matter_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--role", "king"])
    assert end.value.code == 2


@pytest.mark.parametrize("is_new", [True, False])
def test_the_first_window_loads_neither_database_nor_cryptography(profile: Path, tmp_path: Path, is_new: bool) -> None:
    folder = tmp_path / "belum-ada" if is_new else profile
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stdout.strip() == "0 []", done.stderr
