"""A stranger's laptop is turned away and stays so; an unused invitation is taken back; nothing is lost by either."""

from uuid import UUID

import pytest

from kpm_desktop.commands.access.turn_away import take_back_invitation, turn_away_device
from kpm_desktop.commands.supervision.device_list import device_list
from kpm_desktop.commands.supervision.invitation_list import invitation_list
from kpm_desktop.domain.errors import Refused
from tests.support.devices import NOON, VILLAGE, Device, Place, acquaint

HOUSE = UUID(int=1)


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Bu Rina")


def stranger(place: Place, supervisor: Device) -> Device:
    """Somebody who came by an invitation another laptop used."""
    invitation = acquaint(place.cadre("Ibu Sari"), supervisor, VILLAGE)
    made = place.cadre("Orang lain")
    made.join(invitation)
    made.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
    supervisor.take(*made.export())
    return made


def waiting(supervisor: Device) -> list[str]:
    return [one["key"] for one in device_list(supervisor.store) if one["standing"] == "waiting" and "why" in one]


def test_who_is_turned_away_is_asked_about_no_more(place: Place, supervisor: Device) -> None:
    made = stranger(place, supervisor)
    assert waiting(supervisor) == [made.key]
    assert turn_away_device(supervisor.store, made.key).name
    assert waiting(supervisor) == []
    made.save(HOUSE, {"head_name": "Kepala lain"})
    supervisor.take(*made.export())
    assert waiting(supervisor) == []
    with pytest.raises(Refused, match="no_such_device"):
        turn_away_device(supervisor.store, made.key)


def test_a_fresh_invitation_lets_it_in_with_all_it_sent(place: Place, supervisor: Device) -> None:
    made = stranger(place, supervisor)
    turn_away_device(supervisor.store, made.key)
    made.join(supervisor.invite(VILLAGE, person="Ibu Desi"))
    supervisor.take(*made.export())
    assert supervisor.state() == made.state()


def test_an_invitation_taken_back_lets_nobody_in_by_itself(place: Place, supervisor: Device) -> None:
    invitation = supervisor.invite(VILLAGE, person="Ibu Desi")
    (written,) = invitation_list(supervisor.store, today=NOON.date()).written
    assert take_back_invitation(supervisor.store, written.id, clock=supervisor.clock) == "Ibu Desi"
    (ended,) = invitation_list(supervisor.store, today=NOON.date()).written
    assert ended.state == "expired"
    desi = place.cadre("Ibu Desi")
    desi.join(invitation)
    supervisor.take(*desi.export())
    assert waiting(supervisor) == [desi.key]


def test_one_that_was_used_is_not_taken_back(place: Place, supervisor: Device) -> None:
    acquaint(place.cadre("Ibu Sari"), supervisor, VILLAGE)
    (written,) = invitation_list(supervisor.store, today=NOON.date()).written
    with pytest.raises(Refused, match="invitation_used"):
        take_back_invitation(supervisor.store, written.id)
