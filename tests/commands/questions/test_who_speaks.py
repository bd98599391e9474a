"""Beside what was said stands whom the laptop is certified for; another name that was written stands behind it."""

from uuid import UUID

import pytest

from kpm_desktop.commands.households.person_history import person_history
from kpm_desktop.commands.questions.comment_list import comment_list
from kpm_desktop.commands.review.conflict_list import conflict_list
from tests.support.devices import VILLAGE, Device, Place, exchange

HOME, CHILD, ASKED = UUID(int=1), UUID(int=2), UUID(int=3)
BOTH = "Ibu Sari (“Bu Lurah”)"


@pytest.fixture
def supervisor(place: Place) -> Device:
    """A cadre invited as Ibu Sari writes as Bu Lurah."""
    above, below = place.supervisor("Bu Rina"), place.cadre("Bu Lurah")
    below.join(above.invite(VILLAGE, person="Ibu Sari"))
    exchange(below, above)
    below.save(HOME, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    born = {"full_name": "Ahmad", "sex": "male", "birth_date": "2024-11-02", "household_id": str(HOME)}
    below.save(CHILD, born, "person")
    said = {"about_kind": "person", "about_id": str(CHILD), "text": "Benar?", "progress": "open"}
    below.save(ASKED, said, "comment")
    exchange(below, above)
    above.save(CHILD, {"full_name": "Ahmad B"}, "person")
    below.save(CHILD, {"full_name": "Ahmad C"}, "person")
    exchange(below, above)
    return above


def test_of_a_question(supervisor: Device) -> None:
    assert [thread.question.user for thread in comment_list(supervisor.store)] == [BOTH]


def test_of_a_history_entry(supervisor: Device) -> None:
    assert {entry.user for entry in person_history(supervisor.store, CHILD).entries} == {BOTH, "Bu Rina"}


def test_of_values_that_differ(supervisor: Device) -> None:
    (view,) = conflict_list(supervisor.store)
    assert {choice.user for choice in view.conflict.choices} == {BOTH, "Bu Rina"}
