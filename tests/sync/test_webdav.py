"""Servers and networks as they are: every lie, cut and flood ends in a sentence, without the password and in time."""

import base64
import itertools
import logging
import socket
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.sync.webdav import WebDav
from tests.sync.certificates import Authority, Certificate, yesterday
from tests.sync.faulty_server import PASSWORD, USER, Fault, FaultyServer, Request, faulty_server, multistatus

NAME = "kpm-01234567-7.kpmsync"
SECOND = "kpm-01234567-7-2.kpmsync"
BOX = "to-89abcdef"
PATH = f"/dav/kiriman/{NAME}"
DATA = bytes(range(256)) * 8000
PAGE = b"<html><body>Selamat datang, silakan masuk</body></html>"
SECRETS = (PASSWORD, base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode())

Act = Callable[[WebDav], object]
ACTS: list[Act] = [
    lambda route: route.probe(),
    lambda route: route.listing(),
    lambda route: route.put(NAME, DATA),
    lambda route: route.fetch(NAME, len(DATA)),
]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def certificate(authority: Authority) -> Certificate:
    return authority.issue("server")


@pytest.fixture
def server(certificate: Certificate) -> Iterator[FaultyServer]:
    with faulty_server(certificate) as server:
        server.folders.add("/dav/kiriman/")
        yield server


@pytest.fixture
def route(server: FaultyServer, authority: Authority) -> WebDav:
    return WebDav(f"{server.url}kiriman/", USER, PASSWORD, ca_file=authority.file)


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


@contextmanager
def refusing(log: pytest.LogCaptureFixture, *codes: str) -> Iterator[None]:
    """The block refuses with one of these codes, and neither sentence, traceback nor log tells the password."""
    with pytest.raises(Refused) as caught:
        yield
    (why,) = caught.value.reasons
    assert why.code in codes
    spoken = [Wording(language).say(why) for language in LANGUAGES]
    told = "\n".join([*spoken, *traceback.format_exception(caught.value), repr(why), log.text])
    assert [secret for secret in SECRETS if secret in told] == []


def answering(status: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> Fault:
    return lambda request: request.reply(status, body, kind, **headers)


# Who is that


@pytest.mark.parametrize("kind", ["unknown issuer", "another name", "expired"])
def test_a_certificate_that_proves_nothing(
    kind: str, authority: Authority, tmp_path: Path, log: pytest.LogCaptureFixture
) -> None:
    certificate = {
        "unknown issuer": lambda: Authority(tmp_path).issue("server"),
        "another name": lambda: authority.issue("other", host="server.lain.example"),
        "expired": lambda: authority.issue("expired", until=yesterday()),
    }[kind]()
    with faulty_server(certificate) as server:
        route = WebDav(server.url, USER, PASSWORD, ca_file=authority.file)
        for act in ACTS:
            with refusing(log, "route.certificate"):
                act(route)
        assert server.asked == []


def test_without_the_extra_certificate_its_server_is_unknown(
    server: FaultyServer, tmp_path: Path, log: pytest.LogCaptureFixture
) -> None:
    with refusing(log, "route.certificate"):
        WebDav(server.url, USER, PASSWORD).probe()
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificate")
    endless = tmp_path / "endless.pem"
    with endless.open("wb") as opened:
        opened.truncate(3 << 30)
    for file in (broken, tmp_path / "missing.pem", tmp_path, endless, Path("/dev/zero")):
        with refusing(log, "route.ca_file"):
            WebDav(server.url, USER, PASSWORD, ca_file=file).probe()
    assert server.asked == []


def test_a_wrong_password(server: FaultyServer, authority: Authority, log: pytest.LogCaptureFixture) -> None:
    route = WebDav(server.url, USER, "lain", ca_file=authority.file)
    for act in ACTS:
        with refusing(log, "route.denied"):
            act(route)
    assert server.files == {}


def test_nothing_there_to_answer(log: pytest.LogCaptureFixture) -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        for host in (f"127.0.0.1:{unheard.getsockname()[1]}", "tidak-ada.invalid"):
            for act in ACTS:
                with refusing(log, "route.no_answer"):
                    act(WebDav(f"https://{host}/dav/", USER, PASSWORD, connect_s=1))


def test_a_server_that_says_nothing(server: FaultyServer, authority: Authority, log: pytest.LogCaptureFixture) -> None:
    server.faults["PROPFIND"] = lambda request: request.server.closing.wait()
    with refusing(log, "route.no_answer"):
        WebDav(server.url, USER, PASSWORD, ca_file=authority.file, silence_s=0.1).probe()


# What a server may say instead

ANSWERS = [
    ("PROPFIND", 200, PAGE, "portal"),
    ("PROPFIND", 511, PAGE, "portal"),
    ("PROPFIND", 200, b"", "not_dav"),
    ("PROPFIND", 207, b"", "not_dav"),
    ("PROPFIND", 207, PAGE, "not_dav"),
    ("PROPFIND", 207, multistatus("/lain/"), "not_dav"),
    ("PROPFIND", 207, multistatus("/dav/kiriman"), "not_dav"),
    ("PROPFIND", 405, b"", "not_dav"),
    ("PROPFIND", 501, b"", "not_dav"),
    ("PROPFIND", 403, b"", "denied"),
    ("PROPFIND", 503, b"", "trouble"),
    ("PUT", 507, b"", "full"),
    ("PUT", 413, PAGE, "limit"),
    ("PUT", 403, b"", "denied"),
    ("PUT", 409, b"", "not_found"),
    ("PUT", 200, PAGE, "portal"),
    ("MOVE", 200, PAGE, "portal"),
    ("MOVE", 404, b"", "unsure"),
    ("MOVE", 507, b"", "full"),
    ("MOVE", 207, b"", "trouble"),
    ("MOVE", 423, b"", "trouble"),
    ("GET", 200, PAGE, "portal"),
    ("GET", 500, b"", "trouble"),
    ("GET", 401, b"", "denied"),
]


@pytest.mark.parametrize(("method", "status", "body", "code"), ANSWERS)
def test_an_answer_that_is_no_yes(
    server: FaultyServer,
    route: WebDav,
    log: pytest.LogCaptureFixture,
    method: str,
    status: int,
    body: bytes,
    code: str,
) -> None:
    server.faults[method] = answering(status, body, "text/html; charset=utf-8" if body == PAGE else "text/plain")
    with refusing(log, f"route.{code}"):
        route.put(NAME, DATA)
    assert server.files == {}
    if method == "PROPFIND":
        with refusing(log, f"route.{code}"):
            route.probe()


def test_a_place_that_is_not_there(server: FaultyServer, authority: Authority, log: pytest.LogCaptureFixture) -> None:
    route = WebDav(f"{server.url}a/b/", USER, PASSWORD, ca_file=authority.file)
    server.faults["MKCOL"] = answering(409)
    boxed: list[Act] = [lambda route: route.listing(BOX), lambda route: route.put(NAME, DATA, BOX)]
    for act in ACTS[:3] + boxed:
        with refusing(log, "route.not_found"):
            act(route)
    assert server.files == {}


def test_the_login_page_of_a_network(server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture) -> None:
    for method in ("PROPFIND", "GET", "PUT", "MOVE", "MKCOL", "DELETE"):
        server.faults[method] = answering(200, PAGE, "text/html")
    for act in ACTS:
        with refusing(log, "route.portal"):
            act(route)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(
    server: FaultyServer, route: WebDav, certificate: Certificate, log: pytest.LogCaptureFixture, status: int
) -> None:
    with faulty_server(certificate) as other:
        away = other.url.replace("127.0.0.1", "localhost")
        for method in ("PROPFIND", "GET", "PUT"):
            server.faults[method] = answering(status, Location=away)
        for act in ACTS:
            with refusing(log, "route.portal"):
                act(route)
        assert other.asked == []
    for odd in ("/masuk", "//[", ""):
        server.faults["PROPFIND"] = answering(status, Location=odd)
        with refusing(log, "route.not_dav", "route.portal"):
            route.probe()


# Lines that break


def cut_upload(request: Request) -> bool:
    request.rfile.read(1000)
    return request.hang_up()


def cut_download(request: Request) -> bool:
    request.send_response(200)
    request.send_header("Content-Length", str(len(DATA)))
    request.end_headers()
    request.wfile.write(DATA[:5000])
    return request.hang_up()


def test_a_line_cut_in_mid_upload(server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture) -> None:
    server.faults["PUT"] = cut_upload
    with refusing(log, "route.cut"):
        route.put(NAME, DATA)
    assert server.files == {}
    del server.faults["PUT"]
    assert route.put(NAME, DATA).endswith(NAME)


def test_a_line_cut_in_mid_download(server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture) -> None:
    route.put(NAME, DATA)
    server.faults["GET"] = cut_download
    for act in (lambda: route.fetch(NAME, len(DATA)), lambda: route.put(NAME, DATA)):
        with refusing(log, "route.cut"):
            act()
    assert server.files == {PATH: DATA}


@pytest.mark.parametrize("method", ["PROPFIND", "GET", "PUT", "MOVE"])
def test_a_line_cut_before_the_answer(
    server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture, method: str
) -> None:
    server.faults[method] = Request.hang_up
    with refusing(log, "route.cut"):
        route.put(NAME, DATA)
    assert server.files == {}


def test_a_line_cut_after_the_move_is_no_doubled_bundle(
    server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture
) -> None:
    def moved_and_cut(request: Request) -> bool:
        request.server.files[PATH] = request.server.files.pop(request.path)
        return request.hang_up()

    server.faults["MOVE"] = moved_and_cut
    with refusing(log, "route.cut"):
        route.put(NAME, DATA)
    del server.faults["MOVE"]
    assert route.put(NAME, DATA).endswith(NAME)
    assert server.files == {PATH: DATA}


# Servers that lie


def test_accepted_and_forgotten(server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture) -> None:
    server.faults = {"PUT": answering(201), "MOVE": answering(201)}
    with refusing(log, "route.unsure"):
        route.put(NAME, DATA)


@pytest.mark.parametrize("kept", [0, 100, len(DATA) - 1])
@pytest.mark.parametrize("moves", [True, False])
def test_stored_but_cut_short(
    server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture, kept: int, moves: bool
) -> None:
    def cut(request: Request) -> None:
        request.server.files[request.path] = request.body[:kept]
        request.reply(201)

    server.faults = {"PUT": cut} if moves else {"PUT": cut, "MOVE": answering(405)}
    with refusing(log, "route.unsure"):
        route.put(NAME, DATA)
    assert server.files == {}


def test_a_server_that_overwrites_whatever_it_is_told(server: FaultyServer, route: WebDav) -> None:
    def overwrite(request: Request) -> bool:
        request.headers.replace_header("Overwrite", "T")
        return False

    server.faults["MOVE"] = overwrite
    server.files[PATH] = b"someone else's"
    assert route.put(NAME, DATA).endswith(SECOND)
    assert server.files == {PATH: b"someone else's", f"/dav/kiriman/{SECOND}": DATA}


@pytest.mark.parametrize("content", [b"someone else's", DATA])
@pytest.mark.parametrize("moves", [True, False])
def test_a_name_taken_between_looking_and_moving(
    server: FaultyServer, route: WebDav, content: bytes, moves: bool
) -> None:
    def taken(request: Request) -> bool:
        if not request.path.endswith(".kpmpart") or request.command == "MOVE":
            request.server.files.setdefault(PATH, content)
        if moves or request.command == "PUT":
            return False
        request.reply(405)
        return True

    server.faults = {"PUT": taken, "MOVE": taken}
    assert route.put(NAME, DATA).endswith(NAME if content == DATA else SECOND)
    assert server.files == {PATH: content, f"/dav/kiriman/{NAME if content == DATA else SECOND}": DATA}


@pytest.mark.parametrize("status", [403, 405, 501, 502])
def test_a_server_that_moves_nothing(server: FaultyServer, route: WebDav, status: int) -> None:
    server.faults["MOVE"] = answering(status)
    server.files[PATH] = b"someone else's"
    assert route.put(NAME, DATA).endswith(SECOND)
    assert server.files == {PATH: b"someone else's", f"/dav/kiriman/{SECOND}": DATA}


def test_what_an_earlier_attempt_left_cut_short_is_replaced(server: FaultyServer, route: WebDav) -> None:
    server.faults["MOVE"] = answering(405)
    server.files[PATH] = DATA[:5000]
    assert route.put(NAME, DATA).endswith(NAME)
    assert server.files == {PATH: DATA}


# Floods


def endless(request: Request, beginning: bytes, more: bytes) -> None:
    request.close_connection = True
    request.wfile.write(beginning)
    for _ in itertools.takewhile(lambda _: not request.server.closing.is_set(), itertools.count()):
        request.wfile.write(more)


HEAD = b"HTTP/1.1 207 Multi-Status\r\nContent-Type: application/xml\r\n\r\n<multistatus xmlns='DAV:'>"
ENTRY = b"<response><href>/dav/kiriman/kpm-01234567-7.kpmsync</href></response>" * 1000


@pytest.mark.parametrize(
    ("beginning", "more", "codes"),
    [
        (HEAD, ENTRY, {"route.crowd"}),
        (HEAD, b"x" * 65536, {"route.crowd"}),
        (HEAD + b"<response><href>", b"x" * 65536, {"route.crowd"}),
        (HEAD + b"<", b"x" * 65536, {"route.not_dav"}),
        (HEAD, b"<a>" * 65536, {"route.not_dav"}),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000, {"route.cut"}),
        (b"HTTP/1.1 207 OK\r\n", b"X: y\r\n" * 1000, {"route.cut"}),
        (b"", b"x" * 65536, {"route.cut"}),
        (b"HTTP/1.1 207 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1;" + b"x" * 65536, {"route.cut"}),
    ],
    ids=["entries", "text", "href", "tag", "depth", "continue", "headers", "nothing", "chunk"],
)
def test_a_server_that_never_ends(
    server: FaultyServer,
    route: WebDav,
    log: pytest.LogCaptureFixture,
    beginning: bytes,
    more: bytes,
    codes: set[str],
) -> None:
    server.faults["PROPFIND"] = lambda request: endless(request, beginning, more)
    for act in ACTS[:3]:
        with refusing(log, *codes):
            act(route)


def test_a_file_that_never_ends(server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture) -> None:
    server.faults["GET"] = lambda request: endless(request, b"HTTP/1.1 200 OK\r\n\r\n", DATA)
    with refusing(log, "route.too_large"):
        route.fetch(NAME, 3 * len(DATA))
    with refusing(log, "bundle.folder_crowded"):
        route.put(NAME, DATA)


@pytest.mark.parametrize("status", [403, 423])
def test_a_name_taken_by_what_nobody_may_read_is_taken(
    server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture, status: int
) -> None:
    server.faults["GET"] = lambda request: request.path.endswith(NAME) and answering(status)(request)
    assert route.put(NAME, DATA).endswith("-2.kpmsync")
    server.faults["GET"] = answering(status)
    with refusing(log, "route.denied"):
        route.put(NAME, DATA)


@pytest.mark.parametrize("beginning", [b"", HEAD])
def test_a_server_that_drips(
    server: FaultyServer, authority: Authority, log: pytest.LogCaptureFixture, beginning: bytes
) -> None:
    ticks = itertools.count()
    route = WebDav(server.url, USER, PASSWORD, ca_file=authority.file, clock=lambda: float(next(ticks)))
    server.faults["PROPFIND"] = lambda request: endless(request, beginning, b" ")
    with refusing(log, "route.no_answer"):
        route.listing()


def test_entities_are_not_expanded(server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture) -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE multistatus [<!ENTITY l0 "ha">{laughs}]><multistatus xmlns="DAV:">&l9;</multistatus>'
    server.faults["PROPFIND"] = answering(207, bomb.encode(), "application/xml")
    for act in ACTS[:3]:
        with refusing(log, "route.not_dav"):
            act(route)


# Listings


def test_a_listing_of_hostile_names(server: FaultyServer, route: WebDav) -> None:
    server.faults["PROPFIND"] = answering(
        207,
        multistatus(
            "/dav/kiriman/",
            "../../x.kpmsync",
            f"../../{NAME}",
            f"/dav/kiriman/%2e%2e/{NAME}",
            f"/dav/kiriman/..%2f{NAME}",
            f"/dav/kiriman/%00{NAME}",
            f"/dav/kiriman/{NAME}%00",
            f"/dav/kiriman/kpm-01234567-{'7' * 5000}.kpmsync",
            f"/dav/kiriman/to-89abcdef/{NAME}",
            f"/dav/kiriman/{NAME}/",
            f"//[{NAME}",
            f"/dav/kiriman/{SECOND}?x#y",
            f"/dav/kiriman/{NAME}",
        ),
    )
    assert route.listing() == [NAME]
    server.files[PATH] = DATA
    assert route.fetch(NAME, len(DATA)) == DATA


# Anything at all


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(["PROPFIND", "GET", "PUT", "MOVE", "DELETE", "MKCOL"]),
    status=st.integers(100, 599).filter(lambda status: status != 101),
    act=st.sampled_from(ACTS),
)
def test_any_status_is_a_sentence_or_success(
    server: FaultyServer, authority: Authority, method: str, status: int, act: Act
) -> None:
    route = WebDav(f"{server.url}kiriman/", USER, PASSWORD, ca_file=authority.file, silence_s=0.2)
    body = b"" if status < 200 or status in (204, 304) else PAGE
    server.faults = {method: answering(status, body, "text/html")}
    server.files.clear()
    stays_silent(route, act)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=st.binary(max_size=200) | st.binary(max_size=100).map(lambda end: HEAD + end), act=st.sampled_from(ACTS))
def test_any_bytes_are_a_sentence(server: FaultyServer, route: WebDav, answer: bytes, act: Act) -> None:
    def garbled(request: Request) -> None:
        request.close_connection = True
        request.wfile.write(answer)

    server.faults = dict.fromkeys(("PROPFIND", "GET"), garbled)
    stays_silent(route, act)


def stays_silent(route: WebDav, act: Act) -> None:
    try:
        act(route)
    except Refused as refusal:
        assert not any(secret in repr(refusal.reasons) for secret in SECRETS)


def test_the_password_is_nowhere_to_be_seen(server: FaultyServer, route: WebDav, log: pytest.LogCaptureFixture) -> None:
    told = [route.address, repr(route), str(route), route.put(NAME, DATA), log.text]
    assert log.text
    assert [secret for secret in SECRETS if any(secret in text for text in told)] == []
