"""A line that is really cut: the sync runner in a network of its own, a server on the other side, the address taken
away and given back. What the system says is only the hint; the server's answer is the proof."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.remotes.remote_status import RemoteStatus, keep_status, read_status
from kpm_desktop.commands.remotes.remotes import add_server
from kpm_desktop.db.journal.journal import system_clock
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import reason
from tests.support.devices import PASSWORD, VILLAGE, Device, Place, acquaint
from tests.sync.certificates import Authority
from tests.sync.real_servers import PASSWORD as SERVER_PASSWORD
from tests.sync.real_servers import USER, Server, wsgidav
from tests.ui.pages.district import family

ROOT = Path(__file__).parents[2]
NAME = f"kpm{os.getpid() % 100000}"
HERE, THERE = "10.213.77.1", "10.213.77.2"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None,
    reason="a network of its own takes Linux, root and iproute2",
)


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


@contextmanager
def network() -> Iterator[None]:
    """Two ends of a cable; the far one in a network of its own, still without an address."""
    ip("netns", "add", NAME)
    try:
        ip("link", "add", f"{NAME}a", "type", "veth", "peer", "name", f"{NAME}b", "netns", NAME)
        ip("addr", "add", f"{HERE}/30", "dev", f"{NAME}a")
        ip("link", "set", f"{NAME}a", "up")
        for device in (f"{NAME}b", "lo"):
            ip("-n", NAME, "link", "set", device, "up")
        yield
    finally:
        ip("netns", "del", NAME)


def plug_in() -> None:
    ip("-n", NAME, "addr", "add", f"{THERE}/30", "dev", f"{NAME}b")
    ip("-n", NAME, "route", "add", "default", "via", HERE)


def cut() -> None:
    ip("-n", NAME, "addr", "flush", "dev", f"{NAME}b")


def prepared(cadre: Device, server: Server, authority: Authority) -> str:
    """Her server as a target that has failed so often that it would not be tried for a long while."""
    family(cadre)
    url = f"{server.url}kiriman/"
    remote = add_server(cadre.store, url, user=USER, password=SERVER_PASSWORD, ca_file=authority.file).id
    status = RemoteStatus()
    for _ in range(6):
        status = status.failed(system_clock(), (reason("route.no_answer", host=HERE),), lambda: 1.0)
    with cadre.store.writing() as tx:
        keep_status(tx, remote, status)
    return remote


def test_a_line_that_was_cut_and_comes_back_is_used_at_once(tmp_path: Path) -> None:
    authority, clock = Authority(tmp_path), tmp_path / "clock"
    clock.write_text("0", encoding="ascii")
    (tmp_path / "server").mkdir()
    with network(), ExitStack() as opened:
        place = Place(tmp_path, opened)
        certificate = authority.issue("server", host=HERE)
        with wsgidav(certificate, tmp_path / "server", HERE) as server:
            cadre = place.cadre("Ibu Sari")
            acquaint(cadre, place.supervisor("Bu Rina"), VILLAGE)
            remote = prepared(cadre, server, authority)
            folder = cadre.store.folder
            cadre.close()
            plug_in()
            command = ["ip", "netns", "exec", NAME, sys.executable, "-m", "tests.journeys.out_and_back"]
            with subprocess.Popen(
                [*command, str(folder), str(clock)], cwd=ROOT, stdout=subprocess.PIPE, text=True
            ) as laptop:
                assert laptop.stdout is not None
                assert laptop.stdout.readline() == "ready\n"
                cut()
                assert laptop.stdout.readline() == "changed off\n"
                plug_in()
                assert laptop.stdout.readline() == "changed on\n"
                assert laptop.stdout.readline() == "sent on\n"
                assert laptop.wait() == 0
    assert [file.name[:4] for file in (tmp_path / "server").rglob("*.kpmsync")] == ["kpm-"]
    with open_store(folder, PASSWORD) as store, store.reading() as tx:
        assert read_status(tx, remote).phase == "sent"
        assert profile_status(store)["changes"]["unsent"] == 0
