"""A stick that is full, locked, worn out or pulled: said in a sentence, nothing half there, nothing overwritten."""

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from kpm_desktop.sync import naming
from kpm_desktop.sync.folder import Disk, FolderRoute, deliver
from kpm_desktop.sync.naming import MAX_NAMESAKES
from tests.sync.refusals import refusing

NAME = "kpm-01234567-7.kpmsync"
DATA = bytes(range(256)) * 40


class WornDisk(Disk):
    """Fails at its n-th call, halfway through a write; writes at most 4 KiB at a time."""

    def __init__(self, fails_at: int = 0, number: int = errno.EIO) -> None:
        self.calls = 0
        self.fails_at = fails_at
        self.number = number

    def _call(self) -> None:
        self.calls += 1
        if self.calls == self.fails_at:
            raise OSError(self.number, "worn out")

    def make_folder(self, folder: Path) -> None:
        self._call()
        super().make_folder(folder)

    def write(self, file: BinaryIO, piece: bytes | memoryview) -> int:
        written = super().write(file, piece[:4096])
        self._call()
        return written

    def sync(self, file: BinaryIO) -> None:
        self._call()
        super().sync(file)

    def rename(self, part: Path, target: Path) -> None:
        self._call()
        super().rename(part, target)

    def sync_folder(self, folder: Path) -> None:
        self._call()
        super().sync_folder(folder)

    def digest(self, path: Path) -> tuple[int, bytes]:
        self._call()
        return super().digest(path)


def test_a_file_is_delivered_into_a_new_folder(tmp_path: Path) -> None:
    found = deliver(tmp_path / "kiriman", NAME, DATA)
    assert found == tmp_path / "kiriman" / NAME
    assert found.read_bytes() == DATA
    assert [path.name for path in found.parent.iterdir()] == [NAME]


def test_the_same_file_again_is_success_without_writing(tmp_path: Path) -> None:
    first = deliver(tmp_path, NAME, DATA)
    before = first.stat().st_mtime_ns
    assert deliver(tmp_path, NAME, DATA) == first
    assert first.stat().st_mtime_ns == before


def test_another_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"someone else's")
    found = deliver(tmp_path, NAME, DATA)
    assert found.name == "kpm-01234567-7-2.kpmsync"
    assert (tmp_path / NAME).read_bytes() == b"someone else's"
    assert deliver(tmp_path, NAME, DATA) == found


def test_whoever_took_every_name_that_can_be_guessed_stops_nobody(tmp_path: Path) -> None:
    for number in range(MAX_NAMESAKES):
        deliver(tmp_path, NAME, bytes([number]))
    found = deliver(tmp_path, NAME, DATA)
    assert found.read_bytes() == DATA
    assert naming.is_bundle(found.name)
    assert naming.sender_and_number(found.name) == naming.sender_and_number(NAME)
    assert len(list(tmp_path.iterdir())) == MAX_NAMESAKES + 1


def test_a_name_taken_by_what_nobody_may_read_is_taken(tmp_path: Path) -> None:
    class Closed(Disk):
        def digest(self, path: Path) -> tuple[int, bytes]:
            if path.name == NAME:
                raise PermissionError(errno.EACCES, "closed")
            return super().digest(path)

    (tmp_path / NAME).write_bytes(b"closed")
    assert deliver(tmp_path, NAME, DATA, Closed()).name == "kpm-01234567-7-2.kpmsync"


def test_what_an_interrupted_delivery_left_is_replaced(tmp_path: Path) -> None:
    (tmp_path / (NAME + ".part")).write_bytes(b"half")
    deliver(tmp_path, NAME, DATA)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_stick_that_is_not_there(tmp_path: Path) -> None:
    with refusing("bundle.folder_missing"):
        deliver(tmp_path / "stik" / "kiriman", NAME, DATA)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "kiriman").write_text("x")
    with refusing("bundle.folder_no_folder"):
        deliver(tmp_path / "kiriman", NAME, DATA)
    with refusing("bundle.folder_no_folder"):
        deliver(tmp_path / "kiriman" / "lagi", NAME, DATA)


@pytest.mark.parametrize("name", ["../x", "a/b", "", "..", "."])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        deliver(tmp_path, name, DATA)


def calls_of_a_delivery(folder: Path) -> int:
    disk = WornDisk()
    deliver(folder, NAME, DATA, disk)
    return disk.calls


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "folder_full"),
        (errno.EIO, "folder_gone"),
        (errno.ENODEV, "folder_gone"),
        (errno.ENOENT, "folder_gone"),
        (errno.EACCES, "folder_denied"),
        (errno.EROFS, "folder_read_only"),
    ],
)
def test_every_call_may_fail_and_leaves_nothing_behind(tmp_path: Path, number: int, code: str) -> None:
    calls = calls_of_a_delivery(tmp_path / "good")
    assert calls >= 7
    for fails_at in range(1, calls + 1):
        folder = tmp_path / f"worn{fails_at}"
        with refusing(f"bundle.{code}"):
            deliver(folder, NAME, DATA, WornDisk(fails_at, number))
        assert not folder.exists() or list(folder.iterdir()) == []
        assert deliver(folder, NAME, DATA).read_bytes() == DATA


def test_what_reads_back_differently_is_not_sent(tmp_path: Path) -> None:
    class ForgetfulDisk(Disk):
        def digest(self, path: Path) -> tuple[int, bytes]:
            size, _ = super().digest(path)
            return size, b"something else"

    with refusing("bundle.folder_unsure"):
        deliver(tmp_path, NAME, DATA, ForgetfulDisk())
    assert list(tmp_path.iterdir()) == []


def test_a_system_that_cannot_sync_a_folder_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(folder: Path) -> None:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr("kpm_desktop.db.files.sync_folder", cannot)
    assert deliver(tmp_path, NAME, DATA).read_bytes() == DATA


def test_a_stick_pulled_for_good_is_still_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(Path, "unlink", gone)
    with refusing("bundle.folder_gone"):
        deliver(tmp_path, NAME, DATA, WornDisk(3))


def test_a_failing_disk_is_a_sentence_on_the_route_too(tmp_path: Path) -> None:
    calls = calls_of_a_delivery(tmp_path / "good")
    for fails_at in range(1, calls + 2):  # the place itself is one more call
        route = FolderRoute(tmp_path / f"worn{fails_at}", WornDisk(fails_at, errno.ENOSPC))
        with refusing("bundle.folder_full"):
            route.put(NAME, DATA, "to-89abcdef")
        assert FolderRoute(tmp_path / f"worn{fails_at}").listing("to-89abcdef") == []


def test_a_folder_that_cannot_be_read_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled(self: Path) -> None:
        raise OSError(errno.EIO, "gone")

    FolderRoute(tmp_path).put(NAME, DATA)
    monkeypatch.setattr(Path, "iterdir", pulled)
    monkeypatch.setattr(Path, "open", lambda self, mode: pulled(self))
    with refusing("bundle.folder_gone"):
        FolderRoute(tmp_path).listing()
    with refusing("bundle.folder_gone"):
        FolderRoute(tmp_path).fetch(NAME, len(DATA))


def test_a_stick_that_is_out_is_not_an_empty_one(tmp_path: Path) -> None:
    route = FolderRoute(tmp_path / "stik" / "kiriman")
    for attempt in (route.probe, route.listing, lambda: route.fetch(NAME, 1)):
        with refusing("bundle.folder_missing"):
            attempt()


def test_only_files_that_are_called_as_bundles_are_listed(tmp_path: Path) -> None:
    for name in ("kpm-01234567-8.kpmsync.part", "catatan.txt", ".kpm-01234567-9.kpmsync", "kpm-01234567-8 (1).kpmsync"):
        (tmp_path / name).write_bytes(DATA)
    (tmp_path / "kpm-01234567-6.kpmsync").mkdir()
    FolderRoute(tmp_path).put(NAME, DATA)
    assert FolderRoute(tmp_path).listing() == ["kpm-01234567-7.kpmsync", "kpm-01234567-8 (1).kpmsync"]


def test_a_link_that_was_prepared_on_a_stick_is_not_followed(tmp_path: Path) -> None:
    secret, stick = tmp_path / "keys.json", tmp_path / "stik"
    secret.write_bytes(b"kunci")
    stick.mkdir()
    (stick / (NAME + ".part")).symlink_to(secret)
    assert deliver(stick, NAME, DATA).read_bytes() == DATA
    assert secret.read_bytes() == b"kunci"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
def test_a_link_or_a_pipe_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "lain").write_bytes(DATA)
    (tmp_path / NAME).symlink_to(tmp_path / "lain")
    os.mkfifo(tmp_path / "kpm-01234567-8.kpmsync")
    route = FolderRoute(tmp_path)
    assert route.listing() == []
    assert deliver(tmp_path, "kpm-01234567-8.kpmsync", DATA).name == "kpm-01234567-8-2.kpmsync"
    for name in (NAME, "kpm-01234567-8.kpmsync"):
        with refusing("route.not_there"):
            route.fetch(name, len(DATA))
