"""Files for their owner alone, from the first byte on."""

import os
import stat
from pathlib import Path

import pytest

from kpm_desktop.db import files
from kpm_desktop.db.files import is_private, make_private, reading, replace_file
from kpm_desktop.domain.errors import Refused

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


def test_a_link_that_was_prepared_leads_nowhere(tmp_path: Path) -> None:
    """On a stick somebody else had: neither what a half-written file is called nor the file itself is followed."""
    secret = tmp_path / "keys.json"
    for ready in ("undangan.json.part", "undangan.json"):
        secret.write_text("kunci", encoding="utf-8")
        (tmp_path / ready).unlink(missing_ok=True)
        (tmp_path / ready).symlink_to(secret)
        replace_file(tmp_path / "undangan.json", b"new")
        assert secret.read_text(encoding="utf-8") == "kunci"
        assert (tmp_path / "undangan.json").read_bytes() == b"new"
        assert sorted(file.name for file in tmp_path.iterdir()) == ["keys.json", "undangan.json"]


def test_a_folder_in_the_way_keeps_nothing_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "kode.txt.part").mkdir()
    replace_file(tmp_path / "kode.txt", b"new", private=True)
    assert (tmp_path / "kode.txt").read_bytes() == b"new"
    assert is_private(tmp_path / "kode.txt")


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    with pytest.raises(Refused) as refusal:
        replace_file(pipe, b"new")
    assert [why.code for why in refusal.value.reasons] == ["files.special"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_only_an_ordinary_file_is_read(tmp_path: Path) -> None:
    """A pipe nobody writes into would be waited for without end."""
    os.mkfifo(tmp_path / "pipa")
    (tmp_path / "berkas").write_bytes(b"x")
    for path, code in ((tmp_path / "pipa", "special"), (Path("/dev/zero"), "special"), (tmp_path, "is_folder")):
        with pytest.raises(Refused) as refusal, reading(path):
            pass
        assert [why.code for why in refusal.value.reasons] == [f"files.{code}"]
    with reading(tmp_path / "berkas") as file:
        assert file.read() == b"x"
