"""Every route keeps the same promises, whatever carries the bytes; and what a person types leads to the right one."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.naming import MAX_NAMESAKES
from kpm_desktop.sync.route import Route
from kpm_desktop.sync.routes import route_at
from kpm_desktop.sync.webdav import WebDav
from tests.sync.certificates import Authority
from tests.sync.real_servers import PASSWORD, USER, Server, apache, wsgidav
from tests.sync.refusals import refusing

NAME = "kpm-01234567-7.kpmsync"
SECOND = "kpm-01234567-7-2.kpmsync"
BOX = "to-89abcdef"
DATA = bytes(range(256)) * 4000


@dataclass(frozen=True)
class Place:
    """Somewhere bundles can lie: where it is on this disk, and how a route into a folder of it is made."""

    disk: Path
    route: Callable[[str], Route]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def servers(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    certificate = authority.issue("server")
    with wsgidav(certificate, tmp_path_factory.mktemp("wsgidav")) as one, apache(certificate) as two:
        yield {"wsgidav": one, "apache": two}


@pytest.fixture(params=["folder", "wsgidav", "apache"])
def place(
    request: pytest.FixtureRequest, tmp_path: Path, servers: dict[str, Server], authority: Authority
) -> Iterator[Place]:
    if request.param == "folder":
        yield Place(tmp_path, lambda folder: route_at(str(tmp_path / folder)))
        return
    server = servers[request.param]
    own = re.sub(r"[^a-z0-9]+", "-", request.node.name)
    WebDav(f"{server.url}{own}/", USER, PASSWORD, ca_file=authority.file).put(NAME, b"makes the folder")
    (server.folder / own / NAME).unlink()
    yield Place(
        server.folder / own,
        lambda folder: route_at(f"{server.url}{own}/{folder}", user=USER, password=PASSWORD, ca_file=authority.file),
    )


def files(folder: Path) -> dict[str, bytes]:
    """What lies there, but for the notes mod_dav keeps of its own."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_bundle_lies_there_whole_under_its_name(place: Place) -> None:
    route = place.route("kiriman")
    route.probe()
    assert route.listing() == []
    address = route.put(NAME, DATA)
    assert address.startswith(route.address.rstrip("/"))
    assert address.endswith(NAME)
    assert files(place.disk / "kiriman") == {NAME: DATA}
    assert route.listing() == [NAME]
    assert route.fetch(NAME, len(DATA)) == DATA
    route.probe()


def test_the_same_bundle_again_is_success_without_writing(place: Place) -> None:
    route = place.route("kiriman")
    address = route.put(NAME, DATA)
    before = (place.disk / "kiriman" / NAME).stat().st_mtime_ns
    assert route.put(NAME, DATA) == address
    assert (place.disk / "kiriman" / NAME).stat().st_mtime_ns == before
    assert route.listing() == [NAME]


def test_another_bundle_of_that_name_is_left_alone(place: Place) -> None:
    route = place.route("kiriman")
    route.put(NAME, b"someone else's")
    assert route.put(NAME, DATA).endswith(SECOND)
    assert route.put(NAME, DATA).endswith(SECOND)
    assert files(place.disk / "kiriman") == {NAME: b"someone else's", SECOND: DATA}
    assert route.listing() == [SECOND, NAME]


def test_whoever_took_every_name_that_can_be_guessed_stops_nobody(place: Place) -> None:
    route = place.route("kiriman")
    for number in range(MAX_NAMESAKES):
        route.put(NAME, bytes([number]))
    route.put(NAME, DATA)
    assert DATA in files(place.disk / "kiriman").values()
    assert len(files(place.disk / "kiriman")) == MAX_NAMESAKES + 1


def test_a_box_is_a_folder_of_its_own(place: Place) -> None:
    route = place.route("kiriman")
    assert route.listing(BOX) == []
    address = route.put(NAME, DATA, BOX)
    assert Path(address.replace("https:/", "")).parent.name == BOX
    route.put(NAME, b"in the place itself")
    assert route.listing(BOX) == route.listing() == [NAME]
    assert route.fetch(NAME, len(DATA), BOX) == DATA
    assert route.listing("to-00000000") == []


def test_an_empty_file_is_a_file(place: Place) -> None:
    route = place.route("kiriman")
    route.put(NAME, b"")
    assert route.fetch(NAME, 0) == b""
    assert route.put(NAME, b"") == route.put(NAME, b"")


def test_a_file_larger_than_wanted_is_refused(place: Place) -> None:
    route = place.route("kiriman")
    route.put(NAME, DATA)
    with refusing("route.too_large"):
        route.fetch(NAME, len(DATA) - 1)


def test_a_file_that_is_not_there_is_refused(place: Place) -> None:
    route = place.route("kiriman")
    route.put(NAME, DATA)
    for name, box in ((SECOND, ""), (NAME, BOX)):
        with refusing("route.not_there"):
            route.fetch(name, 1, box)


def test_nothing_is_made_where_the_folder_above_is_missing(place: Place) -> None:
    route = place.route("tidak/ada")
    for attempt in (route.probe, route.listing, lambda: route.put(NAME, DATA), lambda: route.put(NAME, DATA, BOX)):
        with refusing("bundle.folder_missing", "route.not_found"):
            attempt()
    assert not (place.disk / "tidak").exists()


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "a\\b", "x\0"])
def test_a_name_is_no_path(place: Place, name: str) -> None:
    route = place.route("kiriman")
    with pytest.raises(ValueError, match=r"^"):
        route.put(name, DATA)
    with pytest.raises(ValueError, match=r"^"):
        route.fetch(name, 1)
    for box in {name} - {""}:
        with pytest.raises(ValueError, match=r"^"):
            route.put(NAME, DATA, box)


def test_a_place_with_spaces_and_letters_of_all_kinds(place: Place) -> None:
    route = place.route("Kiriman désa 100% — Juli")
    route.put(NAME, DATA, BOX)
    assert route.listing(BOX) == [NAME]
    assert (place.disk / "Kiriman désa 100% — Juli" / BOX / NAME).read_bytes() == DATA


def test_what_else_lies_there_is_not_listed(place: Place) -> None:
    route = place.route("kiriman")
    route.put(NAME, DATA)
    for other in (f"{NAME}.part", f"{NAME}.0a1b2c3d.kpmpart", "catatan.txt", "kpm-0123456-7.kpmsync"):
        (place.disk / "kiriman" / other).write_bytes(b"x")
    (place.disk / "kiriman" / "kpm-01234567-9.kpmsync").mkdir()
    assert route.listing() == [NAME]


# What a person types


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://cloud.desa.id/dav", "https://cloud.desa.id/dav/"),
        (" HTTPS://Cloud.Desa.ID:443/dav/ ", "https://cloud.desa.id/dav/"),
        (
            "https://ani@cloud.desa.id:8443/remote.php/dav/files/ani@desa.id/",
            "https://cloud.desa.id:8443/remote.php/dav/files/ani%40desa.id/",
        ),
        ("https://cloud.desa.id", "https://cloud.desa.id/"),
        ("https://désa.id/a b/%7Eani", "https://xn--dsa-bma.id/a%20b/~ani/"),
        ("https://[::1]:8443/dav", "https://[::1]:8443/dav/"),
    ],
)
def test_an_address_on_the_web(text: str, address: str) -> None:
    route = route_at(text, password="rahasia")
    assert isinstance(route, WebDav)
    assert route.address == address
    assert "rahasia" not in repr(route)


@pytest.mark.parametrize(
    "text", ["/media/stik/kiriman", "file:///media/stik/kiriman", "file://localhost/media/stik/kiriman"]
)
def test_a_folder(text: str) -> None:
    route = route_at(text)
    assert isinstance(route, FolderRoute)
    assert Path(route.address) == Path("/media/stik/kiriman")


def test_a_folder_whose_name_is_spelt_out(tmp_path: Path) -> None:
    assert route_at((tmp_path / "satu dua#3").as_uri()).address == str(tmp_path / "satu dua#3")
    assert route_at("satu: dua?").address == "satu: dua?"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("http://cloud.desa.id/dav/", "not_https"),
        ("HTTP://127.0.0.1/dav/", "not_https"),
        ("https://ani:rahasia@cloud.desa.id/dav/", "password_in_address"),
        ("http://ani:rahasia@cloud.desa.id/dav/", "password_in_address"),
        ("https://ani:rahasia@cloud.desa.id:99999/", "password_in_address"),
        ("https://:rahasia@cloud.desa.id/", "password_in_address"),
        ("https://ani:r/rahasia@cloud.desa.id/", "bad_address"),
        ("https://cloud.desa.id/dav/?token=rahasia", "address_extras"),
        ("https://cloud.desa.id/dav/#rahasia", "address_extras"),
        ("https://cloud.desa.id:rahasia/dav/", "bad_address"),
        ("https://cloud.desa.id\\@rahasia/", "bad_address"),
        ("https://cloud.desa.id/dav/../rahasia/", "bad_address"),
        ("https://cloud.desa.id/%2e%2e/rahasia/", "bad_address"),
        ("https://cloud.desa.id/a%2Frahasia/", "bad_address"),
        ("https://cloud.desa.id/rahasia\nX: y/", "bad_address"),
        ("https://cloud.desa.id/rahasia%00/", "bad_address"),
        ("https:///rahasia", "bad_address"),
        ("https://[rahasia/", "bad_address"),
        ("https://-rahasia/", "bad_address"),
        ("https://" + "rahasia" * 10 + "/", "bad_address"),
        ("davs://rahasia/x", "bad_address"),
        ("file://rahasia/x", "bad_address"),
        ("file:///x?rahasia", "address_extras"),
        ("file:///x%00rahasia", "bad_address"),
        ("rahasia\0", "bad_address"),
        ("  ", "bad_address"),
    ],
)
def test_what_is_no_address_is_refused_and_not_repeated(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        route_at(text)
    (why,) = caught.value.reasons
    assert why.code == f"route.{code}"
    assert not any("rahasia" in Wording(language).say(why) for language in LANGUAGES)


def test_a_folder_needs_nothing_of_the_web() -> None:
    code = (
        "import sys, kpm_desktop.sync.routes as r; r.route_at('x'); print({'urllib3', 'truststore'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
