"""Posyandu of a village, added by hand (docs/records.md, posyandu)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kpm_desktop.commands.correct_record import correct_record
from kpm_desktop.commands.household_view import household_view
from kpm_desktop.commands.register_posyandu import register_posyandu
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from tests.support.family import TODAY, family
from tests.support.profiles import VILLAGE, cadre


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    opened.close()


def test_a_household_is_assigned_to_a_new_posyandu(store: Store) -> None:
    made = family(store)
    post = register_posyandu(store, {"village_code": VILLAGE, "name": "Melati"}, today=TODAY)
    correct_record(store, "household", made.household, {"posyandu_id": post}, today=TODAY)
    view = household_view(store, made.household)
    assert (view.posyandu, view.household.posyandu_id) == (((post, "Melati"),), post)


def test_one_name_is_one_posyandu(store: Store) -> None:
    post = register_posyandu(store, {"village_code": VILLAGE, "name": "Melati"}, today=TODAY)
    assert register_posyandu(store, {"village_code": VILLAGE, "name": "  MELATI "}, today=TODAY) == post


@pytest.mark.parametrize(("name", "code"), [("  ", "rules.missing"), ("x" * 121, "rules.too_long")])
def test_its_name_has_limits(store: Store, name: str, code: str) -> None:
    with pytest.raises(Objected) as caught:
        register_posyandu(store, {"village_code": VILLAGE, "name": name}, today=TODAY)
    assert [(one.field, one.why.code) for one in caught.value.objections] == [("name", code)]
