"""Households are handed out, handed over and taken back; the laptop knows which of them are its user's."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from kpm_desktop.commands.households.assign_households import assign_households
from kpm_desktop.commands.households.end_assignment import end_assignment
from kpm_desktop.commands.households.register_household import register_household
from kpm_desktop.commands.records.assigned_targets import assigned_targets, own_households, village_tasks
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, Device, Place, quick_place, settle

TODAY = date(2025, 7, 2)
HOMES = tuple(UUID(int=number) for number in (1, 2, 3))


class Village:
    """A supervisor, two cadres and three households everybody knows."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.boss = place.supervisor("Bu Rina")
        self.sari, self.wati = place.cadre("Ibu Sari"), place.cadre("Ibu  WATI")
        for cadre, person in ((self.sari, "Sari Siregar"), (self.wati, "Ibu Wati")):
            cadre.join(self.boss.invite(VILLAGE, person=person))
        for number, home in enumerate(HOMES):
            self.sari.save(home, {"village_code": VILLAGE, "head_name": f"Pak {number}"})
        self.meet()

    def meet(self) -> None:
        settle((self.sari, self.boss), (self.wati, self.boss), (self.sari, self.boss))

    def give(self, *homes: UUID, to: str, today: date = TODAY) -> int:
        return assign_households(self.boss.store, homes, to, today=today, clock=self.boss.clock)

    def mine(self, device: Device, today: date = TODAY) -> set[UUID] | None:
        with device.store.reading() as tx:
            found = own_households(tx, today)
        return None if found is None else {home for _, home in found}

    def who_has(self, device: Device, today: date = TODAY) -> dict[UUID, list[str]]:
        return {home.household: [t.name for t in home.tasks] for home in assigned_targets(device.store, today=today)}


@pytest.fixture
def village() -> Iterator[Village]:
    with quick_place() as place:
        yield Village(place)


def test_given_to_the_person_of_a_laptop_and_known_there(village: Village) -> None:
    assert village.mine(village.sari) is None
    assert village.give(*HOMES[:2], to="sari siregar") == 2  # the name in her credential, not the one she typed
    assert village.give(HOMES[2], to="Ibu Wati") == 1  # the name she typed, spelt a little differently
    village.meet()
    assert village.mine(village.sari) == set(HOMES[:2])
    assert village.mine(village.wati) == {HOMES[2]}
    assert village.mine(village.boss) is None
    assert village.who_has(village.wati)[HOMES[0]] == ["Sari Siregar"]


def test_handing_over_ends_what_was_and_the_same_again_changes_nothing(village: Village) -> None:
    village.give(*HOMES, to="Sari Siregar")
    assert village.give(*HOMES, to="Sari Siregar") == 0
    assert village.give(HOMES[0], to="Ibu Wati", today=TODAY + timedelta(days=5)) == 1
    later = TODAY + timedelta(days=5)
    assert village.who_has(village.boss, later - timedelta(days=1))[HOMES[0]] == ["Sari Siregar"]
    assert village.who_has(village.boss, later)[HOMES[0]] == ["Ibu Wati"]
    assert village.give(HOMES[0], to="Sari Siregar", today=later) == 1  # given and taken on one day
    assert village.who_has(village.boss, later)[HOMES[0]] == ["Sari Siregar"]


def test_an_ended_task_is_nobodys(village: Village) -> None:
    village.give(HOMES[0], to="Sari Siregar")
    (home,) = assigned_targets(village.boss.store, today=TODAY)
    end_assignment(village.boss.store, home.tasks[0].id, today=TODAY)
    assert assigned_targets(village.boss.store, today=TODAY) == []
    with pytest.raises(Refused) as found:
        end_assignment(village.boss.store, home.tasks[0].id, today=TODAY)
    assert found.value.reasons[0].code == "assign.no_assignment"


def test_a_new_household_is_the_task_of_the_cadre_who_has_tasks(village: Village) -> None:
    before = register_household(village.sari.store, {"village_code": VILLAGE, "head_name": "Pak A"}, today=TODAY)
    village.give(HOMES[0], to="Sari Siregar")
    village.meet()
    after = register_household(village.sari.store, {"village_code": VILLAGE, "head_name": "Pak B"}, today=TODAY)
    assert village.mine(village.sari) == {HOMES[0], after}
    village.meet()
    assert before not in village.who_has(village.boss)
    assert village.who_has(village.boss)[after] == ["Sari Siregar"]


def test_a_linked_household_is_the_same_task(village: Village) -> None:
    village.give(HOMES[0], to="Sari Siregar")
    village.boss.save(HOMES[0], {"merged_into_id": str(HOMES[1])})
    village.meet()
    assert village.mine(village.sari) == set(HOMES[:2])


def test_who_is_not_there_gets_nothing(village: Village) -> None:
    other = new_id()
    village.boss.save(other, {"village_code": "12.75.01.1002", "head_name": "Pak Lain"}, region="12.75.01.1002")
    tries = {
        "assign.no_household": ((new_id(),), "Ibu Wati"),
        "assign.several_villages": ((HOMES[0], other), "Ibu Wati"),
        "assign.nobody": (HOMES, "Ibu Siapa"),
    }
    for code, (homes, to) in tries.items():
        with pytest.raises(Refused) as found:
            village.give(*homes, to=to)
        assert found.value.reasons[0].code == code
    assert assigned_targets(village.boss.store, today=TODAY) == []
    for number in (1, 2):
        values = {"full_name": "Kembar", "role": "kpm", "village_code": VILLAGE, "phone": str(number)}
        village.boss.save(UUID(int=90 + number), values, "cadre")
    with pytest.raises(Refused) as found:
        village.give(HOMES[0], to="kembar")
    assert found.value.reasons[0].code == "assign.several"
    assert village.give(HOMES[0], to=str(UUID(int=91))) == 1
    helpers = village_tasks(village.boss.store, VILLAGE, today=TODAY).helpers
    assert [(one.name, one.has_laptop) for one in helpers] == [
        ("Ibu Wati", True),
        ("Sari Siregar", True),
        ("Kembar", False),
        ("Kembar", False),
    ]
