"""Files for their owner alone, from the first byte on."""

import os
import stat
from pathlib import Path

import pytest

from kpm_desktop.db import files
from kpm_desktop.db.files import is_private, make_private, replace_file

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes of Unix")


def test_a_private_file_is_closed_to_others_before_anything_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a killed process left a half-written one open to all, and where one of that name is replaced."""
    target, seen = tmp_path / "kode.txt", []
    (tmp_path / "kode.txt.part").write_text("half", encoding="utf-8")
    target.write_text("old", encoding="utf-8")
    real = files.place

    def placed(part: Path, target: Path, previous: Path | None = None) -> None:
        seen.append(stat.S_IMODE(part.stat().st_mode))
        real(part, target, previous)

    monkeypatch.setattr(files, "place", placed)
    replace_file(target, b"new", private=True)
    assert seen == [0o600]
    assert (target.read_bytes(), is_private(target)) == (b"new", True)


def test_a_file_that_is_there_is_closed_to_others(tmp_path: Path) -> None:
    target = tmp_path / "kode.pdf"
    target.write_bytes(b"x")
    target.chmod(0o644)
    assert not is_private(target)
    make_private(target)
    assert is_private(target)
