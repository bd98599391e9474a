"""A remote is like its route, and one of a new kind is visited by what its route says of itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kpm_desktop.commands.remotes.remote_status import RemoteStatus
from kpm_desktop.commands.remotes.remotes import Remote, add_remote, add_server, read_remotes
from kpm_desktop.commands.remotes.sync_schedule import SyncSchedule
from kpm_desktop.commands.supervision.delivery_overview import places_seen
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync import routes
from kpm_desktop.sync.route import Route, RouteKind
from tests.support.places import SharedPlace
from tests.support.profiles import cadre

STICK = Remote(id="s", folder="/media/KPM-SARI", label="KPM-SARI", is_stick=True)
FOLDER = Remote(id="f", folder="/srv/kpm")
SERVER = Remote(id="w", url="https://awan.desa.id/kpm/")
NOON = datetime(2026, 11, 19, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("remote", "said"),
    [(STICK, ("stick", False, True)), (FOLDER, ("folder", False, False)), (SERVER, ("web", True, False))],
)
def test_a_remote_is_what_its_route_says_of_itself(remote: Remote, said: tuple[str, bool, bool]) -> None:
    kind = remote.kind
    assert kind == remote.route().kind
    assert (kind.name, kind.needs_line, kind.is_carried) == said


class Drawer(SharedPlace):
    """A place of a kind the program never heard of: a drawer that answers over a radio."""

    @property
    def kind(self) -> RouteKind:
        return RADIO


RADIO = RouteKind("radio", needs_line=True)


def _drawer(text: str, account: routes.Account) -> Route:
    return Drawer(text)


def test_a_new_kind_of_route_is_one_line_in_the_list_of_routes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        with pytest.raises(Refused, match=r"route\.bad_address"):
            add_server(store, "radio://kecamatan/kpm/", user="", password="")
        monkeypatch.setitem(routes._WAYS, "radio", routes._Way(RADIO, _drawer))
        added = add_server(store, "radio://kecamatan/kpm/", user="", password="")
        with store.reading() as tx:
            assert read_remotes(tx) == [added]
        (place,) = places_seen(store)
        assert (place.remote.kind, place.is_present) == (RADIO, True)
    assert added.name == "kecamatan"
    table = SyncSchedule()
    table.put([(added, RemoteStatus())], NOON)
    table.tried(added.id, NOON)
    table.line_changed(NOON + timedelta(minutes=1))
    assert table.due(NOON + timedelta(minutes=1)) == [added]
    assert not table.is_looked_for(added.id)


def test_a_folder_is_no_server(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        with pytest.raises(Refused, match=r"route\.not_https"):
            add_server(store, str(tmp_path), user="", password="")
        assert add_remote(store, tmp_path).kind.name == "folder"
