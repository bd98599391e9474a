"""Indonesian is complete, the packed files are fresh, and Qt's own words are spoken too."""

import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from kpm_desktop.ui.frame.languages import Languages
from scripts.translations import FOLDER, OURS, collect, pack

FILES = sorted(FOLDER.glob("*.ts"))
NEVER = re.compile(r"sinkronisasi|database|basis data|\berror\b|\bvalid\b|\bsalah\b(?! satu)", re.IGNORECASE)
HOLES = re.compile(r"\{(\w+)\}|%(\d|n)")


def messages(file: Path) -> dict[tuple[str, str], str]:
    """(context, source) -> translation; an unfinished one is empty."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text = "" if translation.get("type") == "unfinished" else translation.text or ""
            found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


def test_every_source_string_is_in_the_file(tmp_path: Path) -> None:
    fresh = tmp_path / OURS.name
    shutil.copy(OURS, fresh)
    collect(fresh)
    missing = messages(fresh).keys() ^ messages(OURS).keys()
    assert not missing, "python scripts/translations.py collect"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_string_is_translated(file: Path) -> None:
    assert [key for key, text in messages(file).items() if not text] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_filled_in_stands_in_both(file: Path) -> None:
    differing = [
        source for (_, source), text in messages(file).items() if set(HOLES.findall(source)) != set(HOLES.findall(text))
    ]
    assert differing == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_packed_file_is_fresh(file: Path, tmp_path: Path) -> None:
    """Set-up and make pack it; what the windows of these tests say is what stands in the .ts file now."""
    pack(file, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == file.with_suffix(".qm").read_bytes(), (
        "python scripts/translations.py pack"
    )


def test_words_nobody_is_told() -> None:
    assert [text for file in FILES for text in messages(file).values() if NEVER.search(text)] == []


def test_qts_own_buttons_speak_indonesian(qapp: QApplication) -> None:
    languages = Languages(qapp)
    languages.speak("id")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Simpan", "Batal"}
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "&Nama berkas:"
    languages.speak("en")
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "File &name:"


def test_one_language_is_spoken_whoever_asked_for_another_before(qapp: QApplication) -> None:
    Languages(qapp).speak("id")
    Languages(qapp).speak("en")
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "File &name:"
