"""Old and new spellings find each other; numbers and places are searched alike."""

import pytest

from kpm_desktop.domain.name_search import fold, matches


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sukarni", "Soekarni"),
        ("joko", "Djoko Susilo"),
        ("cahyo", "Tjahyo"),
        ("syafi'i", "Safii"),
        ("nurhayati", "Nur-Hayati, Nurhayati"),
        ("SITI  rah", "Siti Rahmah"),
        ("rahmah siti", "Siti Rahmah"),
        ("andré", "Andre"),
        ("0114-2026", "KIA 0114-2026"),
        ("muhamad", "Muhammad"),
    ],
)
def test_what_people_type_finds_the_name(typed: str, name: str) -> None:
    assert matches(fold(typed), fold(name))


def test_what_is_not_there_is_not_found() -> None:
    assert not matches(fold("siti aminah"), fold("Siti Rahmah"))
    assert matches(fold("  "), fold("anybody"))
