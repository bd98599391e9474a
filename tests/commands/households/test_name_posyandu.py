"""A posyandu is found by its name, or registered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kpm_desktop.commands.households.household_view import village_names
from kpm_desktop.commands.households.name_posyandu import name_posyandu
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db.store import Store
from tests.support.profiles import PASSWORD, VILLAGE

TODAY = date(2026, 11, 19)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = init_profile(tmp_path / "profil", role="cadre", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        yield store


def test_a_name_is_registered_once_however_it_is_spelled(store: Store) -> None:
    first = name_posyandu(store, VILLAGE, "Melati", today=TODAY)
    assert name_posyandu(store, VILLAGE, " MELATTI ", today=TODAY) == first
    other = name_posyandu(store, VILLAGE, "Anggrek", today=TODAY)
    assert village_names(store, VILLAGE).posyandu == ((other, "Anggrek"), (first, "Melati"))
