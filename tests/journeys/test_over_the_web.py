"""Over a real server, through the real windows: entered, tried, sent by itself, fetched, answered, received."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.ui.pages.incoming.incoming import IncomingPage
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.remotes.remotes_card import RemotesCard
from kpm_desktop.ui.remotes.server import ServerDialog
from tests.support.devices import NOON, PASSWORD, VILLAGE, Device, Place
from tests.sync import real_servers
from tests.sync.certificates import Authority, Certificate
from tests.sync.real_servers import USER, Server
from tests.ui.conftest import TODAY
from tests.ui.pages.district import family, opened, shown
from tests.ui.program import PATIENCE_MS, Program

Start = Callable[[Certificate, Path], AbstractContextManager[Server]]


def wsgidav(certificate: Certificate, folder: Path) -> AbstractContextManager[Server]:
    return real_servers.wsgidav(certificate, folder)


def apache(certificate: Certificate, folder: Path) -> AbstractContextManager[Server]:
    return real_servers.apache(certificate)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    folder = tmp_path / "authority"
    folder.mkdir()
    return Authority(folder)


@pytest.fixture(params=[wsgidav, apache], ids=["wsgidav", "apache"])
def server(request: pytest.FixtureRequest, authority: Authority, tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "server"
    folder.mkdir()
    start: Start = request.param
    with start(authority.issue("server"), folder) as running:
        yield running


def window(qtbot: QtBot, device: Device) -> Program:
    device.close()
    program = Program(qtbot, device.store.folder, TODAY)
    program.unlock(PASSWORD)
    return program


def at_rest(program: Program) -> None:
    """Waits until the sync runner is back."""
    sync_runner = program.shell().context.sync_runner
    program.qtbot.waitUntil(lambda: program.jobs.is_idle and not sync_runner.is_busy, timeout=PATIENCE_MS)
    program.settle()


def enter_server(program: Program, card: RemotesCard, server: Server, authority: Authority, password: str) -> None:
    """Types address, user and password as a user does, with the office's certificate, and tries it."""
    card.server_asked.emit()
    dialog = opened(program, ServerDialog)
    QTest.keyClicks(dialog.address, server.url + "kiriman")
    QTest.keyClicks(dialog.user, USER)
    dialog.password.setText(password)
    dialog.trust(str(authority.file))
    dialog.try_button.click()
    program.settle()


def test_from_the_cadre_to_the_supervisor_and_back_over_a_server(
    qtbot: QtBot, place: Place, server: Server, authority: Authority
) -> None:
    today = datetime.now(UTC) - NOON  # the windows' sync runner goes by the real clock, and invitations expire
    supervisor, cadre = place.supervisor("Bu Rina", skew=today), place.cadre("Ibu Sari", skew=today)
    cadre.join(supervisor.invite(VILLAGE))
    family(cadre)

    program = window(qtbot, cadre)
    send = shown(program, "kirim", SendPage)
    enter_server(program, send.remotes, server, authority, "salah")
    dialog = opened(program, ServerDialog)
    assert "kata sandi" in dialog.banner.sentence().lower()
    assert not list(server.folder.rglob("*.kpmsync"))
    dialog.password.setText(real_servers.PASSWORD)
    dialog.password.edited.emit()
    dialog.try_button.click()
    program.settle()
    program.shell().context.sync_runner.start()
    at_rest(program)
    assert [file.name.startswith("kpm-") for file in server.folder.glob("kiriman/*.kpmsync")] == [True]
    assert send.seen is not None
    assert send.seen.counts[RecordState.EXPORTED] == 3
    assert "3 menunggu tanda terima" in program.shell().status_sentence()
    program.close()

    program = window(qtbot, supervisor)
    page = shown(program, "masuk", IncomingPage)
    enter_server(program, page.remotes, server, authority, real_servers.PASSWORD)
    program.shell().context.sync_runner.start()
    at_rest(program)
    assert program.shell().status_sentence().startswith("1 laptop mengirim ke sini")
    program.close()

    program = window(qtbot, cadre)
    send = shown(program, "kirim", SendPage)
    assert send.seen is not None
    send.send_to([send.seen.places[0].remote])
    at_rest(program)
    assert send.seen.counts[RecordState.RECEIVED] == 3
    assert program.shell().status_sentence() == "Semua sudah diterima penyelia"
    assert "1 kiriman diambil dari Server 127.0.0.1" in send.banner.sentence()
    program.close()


def test_a_server_nobody_can_reach_now_may_be_saved_all_the_same(
    qtbot: QtBot, place: Place, authority: Authority
) -> None:
    cadre = place.cadre("Ibu Sari")
    cadre.join(place.supervisor("Bu Rina").invite(VILLAGE))
    family(cadre)
    program = window(qtbot, cadre)
    send = shown(program, "kirim", SendPage)
    nowhere = Server("https://127.0.0.1:9/dav/", Path())
    enter_server(program, send.remotes, nowhere, authority, "rahasia")
    dialog = opened(program, ServerDialog)
    assert "127.0.0.1" in dialog.banner.sentence()
    dialog.anyway_button.click()
    program.settle()
    assert send.seen is not None
    remote = send.seen.places[0].remote
    send.send_to([remote])
    at_rest(program)
    assert "semua isian tetap ada di laptop ini" in send.banner.sentence()
    assert "Dicoba lagi" in send.remotes.sentence(remote.id)
    assert "dicoba lagi pukul" in program.shell().status_sentence()
    assert send.seen.counts[RecordState.SAVED] == 3
    program.close()
