"""Files for their owner alone, from the first byte on."""

import os
import stat
from pathlib import Path

import pytest

from kpm_desktop.db import files
from kpm_desktop.db.files import is_private, make_private, narrow_folder, new_file, reading, replace_file
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


def codes_of(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [why.code for why in refusal.value.reasons]


def test_nothing_is_written_over_unless_it_was_said(tmp_path: Path) -> None:
    """A link that leads nowhere is something as well."""
    (tmp_path / "there").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("there", "link"):
        with pytest.raises(Refused) as refusal:
            new_file(tmp_path / name, b"new")
        assert codes_of(refusal) == ["files.exists"]
    assert (tmp_path / "there").read_bytes() == b"mine"
    new_file(tmp_path / "there", b"new", over=True)
    assert (tmp_path / "there").read_bytes() == b"new"
    new_file(tmp_path / "other", b"new", private=True)
    assert is_private(tmp_path / "other")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link", "other", "there"]


@pytest.mark.parametrize("has_links", [True, False])
def test_what_came_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool) -> None:
    """Between the look and the rename, also where a file has one name only, as on exFAT."""
    target, real = tmp_path / "undangan", os.link

    def link(part: Path, to: Path, **options: bool) -> None:
        if not has_links:
            raise PermissionError(1, "no second names here")
        real(part, to, **options)

    monkeypatch.setattr(os, "link", link)
    new_file(tmp_path / "first", b"new")
    assert (tmp_path / "first").read_bytes() == b"new"
    monkeypatch.setattr(files, "check_unused", lambda path: path.write_bytes(b"theirs"))
    with pytest.raises(Refused) as refusal:
        new_file(target, b"new")
    assert codes_of(refusal) == ["files.exists"]
    assert target.read_bytes() == b"theirs"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["first", "undangan"]


def test_a_folder_is_narrowed_unless_many_share_it(tmp_path: Path) -> None:
    own, shared = tmp_path / "own", tmp_path / "shared"
    for folder, mode in ((own, 0o755), (shared, 0o1777)):
        folder.mkdir()
        folder.chmod(mode)
        narrow_folder(folder)
    assert is_private(own)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777
