"""Whom a register may name: somebody of the village, born by then, not entered in error; linked entries are one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.enter_in_error import enter_in_error
from kpm_desktop.commands.records.save_records import Doubted, Edit, save_records
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.db.queries.open_matters import open_referrals
from kpm_desktop.db.queries.village_records import records_of
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.merging.groups import resolve
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.wording import LANGUAGES, Wording
from tests.support.profiles import PASSWORD

TODAY = date(2026, 11, 19)
BORN = date(2026, 1, 2)
ONE, OTHER = "12.75.01.1001", "12.75.01.1002"
#: Of each register: the field that names people, the field of its day, and what else it needs.
REGISTERS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "referral": ("person_id", "referral_date", {"reason": "kek", "progress": "open"}),
    "sponsorship": ("person_id", "start_date", {"sponsor_name": "Koperasi"}),
    "obstacle": (
        "person_id",
        "reported_date",
        {"village_code": ONE, "category": "access", "description": "Jembatan putus", "progress": "open"},
    ),
    "education_session": ("person_ids", "session_date", {"village_code": ONE, "topic": "nutrition"}),
}
EACH = pytest.mark.parametrize("kind", REGISTERS)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A cadre of two villages."""
    made = init_profile(tmp_path / "k", role="cadre", name="K", villages=[ONE, OTHER], password=PASSWORD)
    with made.store as opened:
        yield opened


def add(store: Store, kind: str, record: UUID | None = None, **values: Any) -> UUID:
    return save_records(store, [Edit(kind, values, record)], today=TODAY, sure=True).ids[0]


def child(store: Store, village: str = ONE, born: date = BORN) -> UUID:
    home = add(store, "household", new_id(), village_code=village, head_name="Pak Rahmat")
    values = {"household_id": home, "full_name": "Ahmad", "sex": "male", "birth_date": born}
    return add(store, "person", new_id(), **values)


def entry(kind: str, people: list[UUID], day: date = TODAY) -> dict[str, Any]:
    """A register's values about these people."""
    field, on, more = REGISTERS[kind]
    return {field: people if field.endswith("s") else people[0], on: day, **more}


def refusals(store: Store, kind: str, record: UUID | None = None, **values: Any) -> list[tuple[str, str]]:
    with pytest.raises(Objected) as caught:
        save_records(store, [Edit(kind, values, record)], today=TODAY, sure=True)
    for one in caught.value.objections:
        assert all(Wording(language).say(one.why) for language in LANGUAGES)
    return [(one.field, one.why.code) for one in caught.value.objections]


@EACH
def test_nothing_happened_to_anybody_before_the_birth(store: Store, kind: str) -> None:
    who, day = child(store), REGISTERS[kind][1]
    assert refusals(store, kind, **entry(kind, [who], date(2026, 1, 1))) == [(day, "rules.before_birth")]
    assert add(store, kind, **entry(kind, [who], BORN))


def test_the_sentence_names_the_day_and_the_limit(store: Store) -> None:
    who = child(store)
    with pytest.raises(Objected) as caught:
        add(store, "referral", **entry("referral", [who], date(2026, 1, 1)))
    (why,) = caught.value.reasons
    assert Wording("id").say(why) == "2026-01-01: tidak boleh sebelum tanggal lahir orangnya (2026-01-02)"
    assert Wording("en").say(why) == "2026-01-01: not before the person's date of birth (2026-01-02)"


def test_of_a_session_everybody_is_looked_at(store: Store) -> None:
    older, younger = child(store), child(store, born=date(2026, 6, 1))
    wrong = refusals(store, "education_session", **entry("education_session", [older, younger], date(2026, 5, 1)))
    assert wrong == [("session_date", "rules.before_birth")]


@EACH
def test_nobody_of_another_village(store: Store, kind: str) -> None:
    here, there = child(store), child(store, OTHER)
    made = add(store, kind, **entry(kind, [here]))
    field = REGISTERS[kind][0]
    assert refusals(store, kind, made, **{field: entry(kind, [there])[field]}) == [(field, "rules.other_region")]


@EACH
def test_who_was_entered_in_error_is_not_named_anew_and_hinders_nothing_else(store: Store, kind: str) -> None:
    who, other = child(store), child(store)
    made = add(store, kind, **entry(kind, [who]))
    for one in (who, other):
        enter_in_error(store, "person", one, today=TODAY)
    field = REGISTERS[kind][0]
    assert refusals(store, kind, **entry(kind, [other])) == [(field, "rules.person_in_error")]
    assert refusals(store, kind, made, **{field: entry(kind, [other])[field]}) == [(field, "rules.person_in_error")]
    add(store, kind, made, note="Catatan lama tetap dapat diubah.")
    assert [one.rule for one in finding_list(store, today=TODAY)] == []


@EACH
def test_linked_entries_are_one_person_whichever_is_named(store: Store, kind: str) -> None:
    """One of them was entered in error, but not the other: the person stands."""
    wrong, right = child(store), child(store)
    enter_in_error(store, "person", wrong, today=TODAY)
    add(store, "person", wrong, merged_into_id=right)
    made = add(store, kind, **entry(kind, [wrong]))
    with store.reading() as tx:
        people = resolve(records_of(tx, "person", ONE))
        (read,) = resolve(records_of(tx, kind, ONE), **{REGISTERS[kind][0]: people}).records
    assert (read.id, getattr(read, REGISTERS[kind][0])) == (made, entry(kind, [right])[REGISTERS[kind][0]])
    enter_in_error(store, "person", right, today=TODAY)
    assert refusals(store, kind, **entry(kind, [right])) == [(REGISTERS[kind][0], "rules.person_in_error")]


def test_a_referral_waits_for_the_person_its_entries_are_read_as(store: Store) -> None:
    one, other, gone = (child(store) for _ in range(3))
    for who in (one, other, gone):
        add(store, "referral", **entry("referral", [who]))
    merge_records(store, [one, other], today=TODAY, sure=True)
    enter_in_error(store, "person", gone, today=TODAY)
    with store.reading() as tx:
        assert [waits.person for waits in open_referrals(tx)] == [min(one, other)] * 2
    enter_in_error(store, "person", one, today=TODAY)
    with store.reading() as tx:
        assert open_referrals(tx) == []


@pytest.mark.parametrize(
    ("kind", "told", "empty"),
    [
        ("referral", {"progress": "done"}, ["result_date"]),
        ("obstacle", {"progress": "resolved"}, ["resolution", "resolved_date"]),
        ("obstacle", {"progress": "resolved", "resolution": "Jembatan baru"}, ["resolved_date"]),
    ],
)
def test_what_came_of_it_is_asked_for_and_never_forced(
    store: Store, kind: str, told: dict[str, Any], empty: list[str]
) -> None:
    made = add(store, kind, **entry(kind, [child(store)]))
    with pytest.raises(Doubted) as caught:
        save_records(store, [Edit(kind, told, made)], today=TODAY)
    assert [(one.field, one.why.code) for one in caught.value.objections] == [
        (field, "rules.expected_for") for field in empty
    ]
    add(store, kind, made, **told)
    listed = [(one.field, one.blocks) for one in finding_list(store, today=TODAY)]
    assert listed == [(field, False) for field in empty]
    add(store, kind, made, **{field: TODAY if field.endswith("_date") else "selesai" for field in empty})
    assert finding_list(store, today=TODAY) == []
