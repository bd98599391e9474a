"""`kpm report`: a form as a file; one that does not exist is a usage error."""

from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader

from kpm_desktop.cli.main import DONE, REFUSED, USAGE
from kpm_desktop.db.store import open_store
from tests.support.children import child
from tests.support.cli import kpm
from tests.support.profiles import PASSWORD, cadre


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    folder = tmp_path_factory.mktemp("report")
    cadre(folder, "Ibu Sari").close()
    with open_store(folder / "Ibu Sari", PASSWORD) as store:
        return folder / "Ibu Sari", child(store)


def report(profile: Path, *words: str | Path, expect: int = DONE) -> str:
    password = profile.parent / "kata-sandi"
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    done = kpm("report", *words, "--password-file", password, profile=profile, expect=expect)
    return done.stdout + done.stderr


def test_growth_as_a_pdf_to_be_read_and_searched(held: tuple[Path, UUID], tmp_path: Path) -> None:
    profile, made = held
    file = tmp_path / "alya.pdf"
    assert "alya.pdf" in report(profile, "growth", str(made), "--format", "pdf", "--out", file)
    reader = PdfReader(file)
    (page,) = reader.pages
    text = page.extract_text()
    for words in ("Pertumbuhan Alya Putri", "Tidak naik (T)", "garis merah", "daerah sehat", "WHO 2006", "8,3 kg"):
        assert words in text
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    embedded = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert fonts
    assert all("/FontFile2" in each or "/FontFile3" in each for each in embedded)


def test_a_file_that_is_there_is_replaced_only_by_force(held: tuple[Path, UUID], tmp_path: Path) -> None:
    profile, made = held
    file = tmp_path / "alya.pdf"
    file.write_bytes(b"kept")
    words = ("growth", str(made), "--format", "pdf", "--out", file)
    report(profile, *words, expect=REFUSED)
    assert file.read_bytes() == b"kept"
    report(profile, *words, "--force", "--mask")
    text = PdfReader(file).pages[0].extract_text()
    assert "Pertumbuhan A. P." in text
    assert "Alya" not in text


def test_a_form_there_is_not_and_a_child_that_is_not_held(held: tuple[Path, UUID], tmp_path: Path) -> None:
    profile, _ = held
    report(profile, "2Z", "--format", "pdf", "--out", tmp_path / "x.pdf", expect=USAGE)
    report(profile, "growth", "--format", "pdf", "--out", tmp_path / "x.pdf", expect=USAGE)
    unknown = "00000000-0000-7000-8000-000000000000"
    report(profile, "growth", unknown, "--format", "pdf", "--out", tmp_path / "x.pdf", expect=REFUSED)
    assert list(tmp_path.iterdir()) == []


def test_what_is_due_is_a_list_to_walk_by(tmp_path: Path) -> None:
    folder, out = tmp_path / "kader", tmp_path / "daftar.pdf"
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", "12.75.01.1001", profile=folder)
    kpm("load", Path(__file__).parents[1] / "data" / "example_village", profile=folder)
    words = ("report", "worklist", "--on", "2025-10-20", "--format", "pdf", "--out", out)
    kpm(*words, profile=folder)
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    assert "DAFTAR JALAN" in text
    assert "kunjungan bulan ini" in text
    assert "20-10-2025" in text
    kpm(*words, profile=folder, expect=1)  # a file that is there is not overwritten unasked
    kpm(*words, "--force", "--mask", profile=folder)
    assert "Suami A" not in " ".join(page.extract_text() for page in PdfReader(out).pages)


def test_the_posyandus_list_is_printed_filled_in_or_empty(tmp_path: Path) -> None:
    folder, out = tmp_path / "kader", tmp_path / "posyandu.pdf"
    village = "12.75.01.1001"
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", village, profile=folder)
    kpm("load", Path(__file__).parents[1] / "data" / "example_village", profile=folder)
    words = ("report", "posyandu", "--village", village, "--on", "2025-10-20", "--format", "pdf", "--out", out)
    kpm(*words, profile=folder)
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    assert "DAFTAR HARI POSYANDU" in text
    assert "20-10-2025" in text
    kpm(*words, "--blank", "--force", "--mask", profile=folder)
    told = kpm(*words, "--posyandu", str(UUID(int=7)), "--force", profile=folder, expect=1)
    assert "tidak ada di desa" in told.stderr
