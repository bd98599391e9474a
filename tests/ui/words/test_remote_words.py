"""A remote is told of by what its route says of itself, not by which kind it is."""

import pytest
from PySide6.QtWidgets import QApplication

from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.sync import routes
from kpm_desktop.sync.route import RouteKind
from kpm_desktop.ui.words.remote_words import remote_icon, remote_name
from tests.support.places import SharedPlace

RADIO = RouteKind("radio", needs_line=True)


@pytest.mark.parametrize(
    ("remote", "told"),
    [
        (Remote(id="s", folder="/media/KPM-SARI", label="KPM-SARI", is_stick=True), ("Stick KPM-SARI", "usb-stick")),
        (Remote(id="f", folder="/srv/kpm"), ("kpm", "folder")),
        (Remote(id="w", url="https://awan.desa.id/kpm/"), ("Server awan.desa.id", "cloud")),
        (Remote(id="r", url="radio://kecamatan/kpm/"), ("Server kecamatan", "cloud")),
    ],
)
def test_name_and_picture(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, remote: Remote, told: tuple[str, str]
) -> None:
    monkeypatch.setitem(routes._WAYS, "radio", routes._Way(RADIO, lambda text, account: SharedPlace(text)))
    assert (remote_name(remote), remote_icon(remote)) == told
