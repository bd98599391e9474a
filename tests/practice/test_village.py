"""What is saved in made-up villages: every record passes the rules of entry, and everything worth seeing happens."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.calendar import completed_months, month_number
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.practice.plan import Wish, make_plan
from kpm_desktop.practice.village import live, newcomer_saves
from tests.practice.conftest import UNTIL, Judged, judged_villages
from tests.practice.village_world import codes, judged

WISHES = [
    Wish(UNTIL, villages=2, households=16, seed=2),
    Wish(UNTIL, villages=2, households=30, months=3, seed=3),
    Wish(UNTIL, households=3, months=1, seed=4),
    Wish("2026-02", villages=1, households=14, months=60, seed=5),
    Wish("2024-02", villages=1, households=14, months=12, seed=9),
    Wish("2025-12", villages=12, households=2, months=14, seed=7),
]


def of_kind(villages: list[Judged], kind: str) -> list[Any]:
    return [record for village in villages for record in village.world.of_kind(kind).values()]


def test_nothing_blocks_in_the_default_villages(villages: list[Judged]) -> None:
    assert [found for village in villages for found in village.findings if found.blocks] == []


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: f"{wish.villages}x{wish.households}x{wish.months}")
def test_nothing_blocks_whatever_is_wished(wish: Wish) -> None:
    for village in judged_villages(wish):
        assert [found for found in village.findings if found.blocks] == []
        for saves in village.life.saves:
            assert [save.day for save in saves] == sorted(save.day for save in saves)
            assert all(wish.start <= save.day <= wish.end for save in saves)


def test_a_new_cadre_s_first_days_pass_too() -> None:
    wish = WISHES[0]
    village = make_plan(wish).villages[-1]
    world, findings = judged(village.code, newcomer_saves(wish, village, "Ayu"))
    assert [found for found in findings if found.blocks] == []
    assert len(world.of_kind("household")) == 1


def test_a_few_saves_ask_for_a_second_look(villages: list[Judged]) -> None:
    warned = codes(found for village in villages for found in village.findings)
    assert warned["rules.nik_mismatch"] == 1
    assert 1 <= warned["rules.visit_late"] <= 20


def test_every_kind_a_cadre_writes_is_there(villages: list[Judged]) -> None:
    written = {kind for village in villages for kind, _ in village.world.values}
    assert set(DICTIONARY) - written == {"convergence_action", "training", "comment"}


def test_the_same_seed_gives_the_same_saves_and_another_does_not() -> None:
    def saves(seed: int) -> object:
        wish = Wish(UNTIL, villages=1, households=13, months=6, seed=seed)
        return live(wish, make_plan(wish).villages[0]).saves

    assert saves(1) == saves(1)
    assert saves(1) != saves(2)


def test_ids_tell_their_day(villages: list[Judged]) -> None:
    village = villages[0]
    own = [save for saves in village.life.saves for save in saves if save.kind == "household"]
    assert {save.id.version for save in own} == {7}
    moments = [datetime.fromtimestamp((save.id.int >> 80) / 1000, UTC) for save in own]
    assert [moment.date() for moment, save in zip(moments, own, strict=True) if save.is_new] == [
        save.day for save in own if save.is_new
    ]


def test_ids_are_met_once(villages: list[Judged]) -> None:
    new = [(save.kind, save.id) for v in villages for saves in v.life.saves for save in saves if save.is_new]
    assert len(new) == len(set(new))


def test_twins_are_two_children_of_one_pregnancy(villages: list[Judged]) -> None:
    people = [person for person in of_kind(villages, "person") if person.mother_id and not person.merged_into_id]
    born = Counter((person.mother_id, person.birth_date) for person in people if not person.moved_from_id)
    pairs = {key for key, count in born.items() if count == 2}
    assert pairs
    births = Counter((p.person_id, p.delivery_date) for p in of_kind(villages, "pregnancy") if p.delivery_date)
    assert {births[pair] for pair in pairs} <= {0, 1}
    assert 1 in {births[pair] for pair in pairs}


def test_who_moves_is_known_where_they_arrive(villages: list[Judged]) -> None:
    left, arrived = villages[0].world, villages[1].world
    households = [house for house in arrived.of_kind("household").values() if house.moved_from_id]
    assert households
    for house in households:
        assert left.of_kind("household")[house.moved_from_id].status == "moved_out"
    people = [person for person in arrived.of_kind("person").values() if person.moved_from_id]
    assert any(completed_months(person.birth_date, date(2026, 10, 31)) < 60 for person in people)
    for person in people:
        before = left.of_kind("person")[person.moved_from_id]
        assert before.status in ("moved_out", "died")
        assert (before.full_name, before.birth_date) == (person.full_name, person.birth_date)


def test_children_come_of_age_and_go_to_paud(villages: list[Judged]) -> None:
    for village in villages:
        people = village.world.of_kind("person")
        rows = list(village.world.of_kind("paud_attendance").values())
        visited = {visit.person_id for visit in village.world.of_kind("child_visit").values()}
        assert {row.attendance for row in rows} == {"attended", "absent", "not_yet"}
        assert any(row.person_id in visited for row in rows)
        ages = [completed_months(people[row.person_id].birth_date, date(2026, 10, 31)) for row in rows]
        assert min(ages) >= 24
        assert max(ages) > 60


def test_no_child_of_two_years_has_a_monthly_row(villages: list[Judged]) -> None:
    for village in villages:
        people = village.world.of_kind("person")
        for visit in village.world.of_kind("child_visit").values():
            assert 0 <= completed_months(people[visit.person_id].birth_date, visit.visit_date) < 24


def test_pregnancies_end_in_every_way(villages: list[Judged]) -> None:
    ends = Counter(pregnancy.outcome for pregnancy in of_kind(villages, "pregnancy"))
    assert set(ends) == {"ongoing", "live_birth", "stillbirth", "miscarriage"}
    assert ends["live_birth"] > 10 * (ends["stillbirth"] + ends["miscarriage"])


def test_mothers_are_of_an_age_to_be(villages: list[Judged]) -> None:
    for village in villages:
        people = village.world.of_kind("person")
        ages = [
            completed_months(people[person.mother_id].birth_date, person.birth_date) / 12
            for person in people.values()
            if person.mother_id
        ]
        assert min(ages) > 15
        assert max(ages) < 46
        assert 24 < sum(ages) / len(ages) < 32


def test_the_first_village_shows_what_forms_forget(villages: list[Judged]) -> None:
    world = villages[0].world
    people, houses = world.of_kind("person").values(), world.of_kind("household").values()
    assert any(house.residency == "non_resident" for house in houses)
    assert any(person.nik_kind == "temporary" and len(person.nik) == 17 for person in people)
    orphans = [person for person in people if person.guardian_name]
    mothers = [world.record("person", person.mother_id) for person in orphans]
    assert orphans
    assert {getattr(mother, "status", None) for mother in mothers} == {"died"}
    assert any(person.status == "died" and person.mother_id for person in people)
    (double,) = [person for person in people if person.merged_into_id]
    visits = Counter(visit.person_id for visit in world.of_kind("child_visit").values())
    assert visits[double.id] == 1
    assert visits[double.merged_into_id] > 1


def test_a_nik_is_given_once(villages: list[Judged]) -> None:
    for village in villages:
        numbers = [p.nik for p in village.world.of_kind("person").values() if p.nik and p.nik_kind == "permanent"]
        assert len(numbers) == len(set(numbers))
        assert all(number[12] == "9" for number in numbers)


def test_two_cadres_correct_one_weight(villages: list[Judged]) -> None:
    one, other = villages[0].life.corrections
    assert (one.kind, one.id) == (other.kind, other.id)
    assert one.values["weight_g"] != other.values["weight_g"]
    assert villages[1].life.corrections == ()


def test_services_are_sometimes_missed(villages: list[Judged]) -> None:
    """No month is full and none is empty; some rows are missing, some children were not weighed."""
    for village in villages:
        visits = list(village.world.of_kind("child_visit").values())
        weighed = sum(bool(visit.was_weighed) for visit in visits) / len(visits)
        assert 0.7 < weighed < 0.97
        months = Counter(visit.month for visit in visits)
        assert len(months) == 24
        rows: dict[UUID, set[int]] = {}
        for visit in visits:
            rows.setdefault(visit.person_id, set()).add(month_number(visit.month))
        assert any(len(numbers) <= max(numbers) - min(numbers) for numbers in rows.values())
