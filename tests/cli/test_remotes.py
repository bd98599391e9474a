"""`kpm target` and routes over the web, by real processes against a real server."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import kpm
from tests.sync.certificates import Authority
from tests.sync.real_servers import PASSWORD, USER, Server, wsgidav

EXAMPLE = Path(__file__).parents[1] / "data" / "example_village"
VILLAGE = "12.75.01.1001"
SECRET = {"KPM_ROUTE_PASSWORD": PASSWORD}


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def server(authority: Authority, tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "server").mkdir()
    with wsgidav(authority.issue("server"), tmp_path / "server") as running:
        yield running


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A cadre who joined, with a village's checklists, and her supervisor."""
    cadre, boss = tmp_path / "kader", tmp_path / "penyelia"
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", VILLAGE, profile=cadre)
    kpm("init", "--role", "supervisor", "--name", "Pak Budi", "--village", "12.75", profile=boss)
    kpm("load", EXAMPLE, profile=cadre)
    kpm("invite", "--out", tmp_path / "undangan", "--sheet", tmp_path / "lembar", profile=boss)
    kpm("join", tmp_path / "undangan", "--confirm-words", profile=cadre)
    return cadre, boss


def status(profile: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kpm("status", "--json", profile=profile).stdout)
    return found


def test_both_visit_a_server_until_everything_is_received(
    pair: tuple[Path, Path], server: Server, authority: Authority
) -> None:
    url = f"{server.url}kiriman/"
    for profile in pair:
        trust = ("--route-user", USER, "--route-ca-file", authority.file)
        kpm("target", "add", url, *trust, profile=profile, env=SECRET)
    for profile in (*pair, *pair):
        kpm("target", "visit", profile=profile)
    mine, theirs = map(status, pair)
    assert mine["changes"]["undelivered"] == 0
    assert mine["state"] == theirs["state"]
    (target,) = mine["targets"]
    assert (target["target"], target["kind"], target["phase"], target["why"]) == (url, "web", "sent", [])
    (listed,) = json.loads(kpm("target", "list", "--json", profile=pair[0]).stdout)
    assert listed["target"] == url
    assert PASSWORD not in json.dumps([mine, listed])
    kpm("target", "remove", url, profile=pair[0])
    assert status(pair[0])["targets"] == []


def test_export_and_receipt_go_to_an_address(pair: tuple[Path, Path], server: Server, authority: Authority) -> None:
    cadre, boss = pair
    words = ("--to", f"{server.url}a/", "--route-user", USER, "--route-ca-file", authority.file)
    kpm("export", *words, profile=cadre, env=SECRET)
    kpm("import", *(server.folder / "a").glob("*.kpmsync"), profile=boss)
    kpm("receipt", "--for", status(cadre)["device"], *words, profile=boss, env=SECRET)
    assert len(list((server.folder / "a").glob("*.kpmsync"))) == 2


def test_a_wrong_password_ends_with_1_and_a_sentence_without_it(
    pair: tuple[Path, Path], server: Server, authority: Authority
) -> None:
    cadre, _ = pair
    words = ("--route-user", USER, "--route-ca-file", authority.file)
    kpm("target", "add", server.url, *words, profile=cadre, env={"KPM_ROUTE_PASSWORD": "bukan-ini"})
    done = kpm("target", "visit", profile=cadre, expect=1)
    assert "kata sandi" in done.stderr.lower()
    assert "bukan-ini" not in done.stdout + done.stderr
    (target,) = status(cadre)["targets"]
    assert (target["phase"], target["failures"], target["why"]) == ("failed", 1, ["route.denied"])
    assert status(cadre)["changes"]["unsent"] == status(cadre)["changes"]["total"]


@pytest.mark.parametrize("address", ["http://127.0.0.1/x/", "https://a:b@127.0.0.1/x/", "ftp://x/y"])
def test_an_address_that_is_none_is_refused_and_not_repeated(pair: tuple[Path, Path], address: str) -> None:
    done = kpm("target", "add", address, profile=pair[0], expect=1, env=SECRET)
    assert "a:b" not in done.stdout + done.stderr
    assert status(pair[0])["targets"] == []
