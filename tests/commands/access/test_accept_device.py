"""Who is let in by a person: a code that proves nothing lends nothing, and eight words tell laptops apart."""

import pytest

from kpm_desktop.commands.access import find_device as finding
from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.access.find_device import find_device
from kpm_desktop.commands.supervision.device_list import device_list
from kpm_desktop.commands.supervision.invitation_list import invitation_list
from kpm_desktop.commands.supervision.laptop_details import laptop_details
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.words import words_of
from tests.support.devices import DISTRICT, VILLAGE, Device, Place, acquaint, exchange, settle
from tests.sync.refusals import refusing


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Pak Camat")


def saved(device: Device) -> None:
    device.save(new_id(), {"village_code": VILLAGE, "head_name": "Pak Amir"})


def listed(device: Device, key: str) -> dict[str, object]:
    return next(each for each in device_list(device.store) if each["key"] == key)


@pytest.fixture
def asking(place: Place, supervisor: Device) -> Device:
    """It answers an invitation for a supervisor, which that one has used."""
    invitation = supervisor.invite(DISTRICT, role="supervisor", person="Bu Rina")
    rina, asking = place.supervisor("Bu Rina"), place.cadre("Ibu Asing")
    rina.join(invitation)
    exchange(rina, supervisor)
    asking.join(invitation)
    saved(asking)
    supervisor.take(*asking.export())
    return asking


def test_an_invitation_whose_code_proves_nothing_lends_neither_role_nor_name(
    supervisor: Device, asking: Device
) -> None:
    details = laptop_details(supervisor.store, asking.key)
    assert (details.standing, details.role, details.regions) == ("waiting", "cadre", (VILLAGE,))
    accepted = accept_device(supervisor.store, asking.key[:8], clock=supervisor.clock)
    assert (accepted.name, accepted.role, accepted.regions) == ("Ibu Asing", "cadre", (VILLAGE,))
    assert (listed(supervisor, asking.key)["role"], accepted.changes) == ("cadre", 1)


def test_a_person_may_say_that_it_is_a_supervisors(supervisor: Device, asking: Device) -> None:
    accept_device(supervisor.store, asking.key[:8], role="supervisor", clock=supervisor.clock)
    found = listed(supervisor, asking.key)
    assert (found["role"], found["regions"]) == ("supervisor", [VILLAGE])


def test_a_supervisor_restored_from_a_backup_lets_nobody_in_by_a_code_of_before(
    place: Place, supervisor: Device
) -> None:
    """The code was used after the backup was made, so that only a person can tell who is meant."""
    invitation, backup = supervisor.invite(VILLAGE, person="Ibu Sari"), supervisor.backed_up()
    meant, second = place.cadre("Ibu Sari"), place.cadre("Orang Lain")
    meant.join(invitation)
    exchange(meant, supervisor)
    assert supervisor.waiting_devices() == []
    supervisor.close()
    restored = supervisor.restored(backup)
    (written,) = invitation_list(restored.store, today=civil_day(restored.clock())).written
    assert written.state == "doubted"
    second.join(invitation)
    saved(second)
    (account,) = restored.take(*second.export())
    assert account.enrolled == "" and account.enrolment_waits is not None
    assert account.enrolment_waits.code == "access.enrolment_restored"
    assert restored.waiting_devices() == [second.key]
    settle((meant, restored))
    assert restored.waiting_devices() == [second.key]  # whom it let in before needs no code
    fresh = place.cadre("Ibu Wati")
    acquaint(fresh, restored, VILLAGE)
    assert listed(restored, fresh.key)["standing"] == "let_in"


def test_six_words_of_before_and_eight_find_a_laptop() -> None:
    key = "00" * 32
    words = words_of(key)
    for asked in (" ".join(words), "-".join(words).upper(), " ".join(words[:6])):
        assert find_device(asked, [key, "11" * 32]) == key
    for asked in (" ".join(words[:7]), " ".join(words[:5]), " ".join((*words, words[0]))):
        with refusing("access.no_such_device"):
            find_device(asked, [key])


def test_a_laptop_whose_first_six_words_are_anothers_is_told_apart_by_eight(monkeypatch: pytest.MonkeyPatch) -> None:
    """48 bits may be searched for; nobody is let in in another's place by words that fit both."""
    honest, hostile = "00" * 32, "11" * 32
    same = words_of(honest)[:6]
    words = {honest: words_of(honest), hostile: (*same, "zaitun", "zaitun")}
    monkeypatch.setattr(finding, "words_of", words.__getitem__)
    with refusing("access.several_devices"):
        find_device(" ".join(same), words)
    assert find_device(" ".join(words[honest]), words) == honest
    assert find_device(" ".join(words[hostile]), words) == hostile
