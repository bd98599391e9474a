"""What the account of a bundle says about waiting rooms, in the user's language."""

from pytestqt.qtbot import QtBot

from kpm_desktop.commands.bundles.take_bundle import Opened
from kpm_desktop.ui.words.bundle_words import standing_sentences


def test_what_found_no_room_and_what_made_room_is_said(qtbot: QtBot) -> None:
    opened = Opened(file="a.kpmsync", at="", outcome="taken", person="Ibu Baru", let_go=2, left=5)
    (left, one), (gone, other) = standing_sentences(opened)
    assert (one, other) == ("warn", "warn")
    assert "5" in left and "2" in gone
    assert standing_sentences(Opened(file="a.kpmsync", at="", outcome="taken")) == []
