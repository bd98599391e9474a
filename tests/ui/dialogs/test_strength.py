"""A rough word on a new password."""

import pytest

from kpm_desktop.db.vault import SHORTEST_PASSWORD
from kpm_desktop.ui.dialogs.strength import SHORTEST, strength


def test_the_limit_is_the_vaults() -> None:
    assert SHORTEST == SHORTEST_PASSWORD


@pytest.mark.parametrize(
    ("password", "how"),
    [
        ("", "empty"),
        ("1234567", "short"),
        ("12345678", "guessable"),
        ("87654321", "guessable"),
        ("aaaaaaaaaaaa", "guessable"),
        ("qwertyui", "guessable"),
        ("posyandu1", "guessable"),
        ("ibusari2026", "guessable"),
        ("melati-9a", "fair"),
        ("sapi makan rumput", "good"),
    ],
)
def test_words(password: str, how: str) -> None:
    assert strength(password, "Ibu Sari") == how
