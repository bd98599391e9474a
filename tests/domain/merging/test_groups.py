"""Records that are the same (merged_into_id): who represents a group and which values are read."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.merging.groups import resolve
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.education import EducationSession
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person

A, B, C, D = (UUID(int=number) for number in (1, 2, 3, 4))
MISSING = UUID(int=99)


def house(id_: UUID, into: UUID | None = None, status: str = "active", **values: Any) -> Household:
    given = {"head_name": f"Kepala {id_.int}", "status": status}
    return Household(id=id_, village_code="12.75.01.1001", merged_into_id=into, **{**given, **values})


def person(id_: UUID, home: UUID = D, into: UUID | None = None, status: str = "active") -> Person:
    born = date(2024, 11, 10)
    return Person(
        id=id_, household_id=home, full_name="N", sex="male", birth_date=born, merged_into_id=into, status=status
    )


def row(id_: UUID, child: UUID, month: str = "2025-07", status: str = "active", **values: Any) -> ChildVisit:
    seen = date(2025, 7, 10)
    return ChildVisit(id=id_, person_id=child, month=month, visit_date=seen, status=status, **values)


def test_without_links_everything_stands_for_itself() -> None:
    groups = resolve([house(A), house(B)])
    assert [record.id for record in groups.records] == [A, B]
    assert groups.means(A) == A
    assert groups.means(MISSING) == MISSING


@pytest.mark.parametrize(
    ("links", "representative"),
    [
        ({B: A}, A),
        ({A: B}, B),  # the one without a link, although its id is greater
        ({A: B, B: C}, C),  # a chain
        ({A: C, B: C}, C),
        ({A: B, B: A}, A),  # a cycle: the smallest id
        ({A: B, B: C, C: A}, A),
        ({B: B}, B),  # a record that names itself
        ({C: A, A: B, B: A}, A),  # a tail on a cycle
    ],
    ids=str,
)
def test_representative(links: dict[UUID, UUID], representative: UUID) -> None:
    ids = sorted({*links, *links.values()})
    groups = resolve([house(id_, links.get(id_)) for id_ in ids])
    assert [record.id for record in groups.records] == [representative]
    assert {groups.means(id_) for id_ in ids} == {representative}
    assert groups.members[representative] == tuple(ids)


def test_link_to_a_record_not_held() -> None:
    """Both say they are the same as a third; they are one, and references to the third mean it."""
    groups = resolve([house(B, MISSING), house(A, MISSING), house(C)])
    assert sorted(record.id for record in groups.records) == [A, C]
    assert groups.means(B) == groups.means(MISSING) == A


def test_an_empty_value_is_read_from_the_others_by_id() -> None:
    kept, one, other = house(C), house(B, C, hamlet="dari B"), house(A, C, hamlet="dari A", rt="001")
    (read,) = resolve([kept, one, other]).records
    assert (read.head_name, read.hamlet, read.rt) == ("Kepala 3", "dari A", "001")
    assert read.merged_into_id is None


@pytest.mark.parametrize("in_error", [A, B])
def test_hidden_only_if_all_are_in_error(in_error: UUID) -> None:
    one_of_two = [house(A, B, "entered_in_error" if in_error == A else "active")]
    one_of_two += [house(B, None, "entered_in_error" if in_error == B else "active")]
    (read,) = resolve(one_of_two).records
    assert (read.id, read.status) == (B, "active")
    both = resolve([house(A, B, "entered_in_error"), house(B, None, "entered_in_error")])
    assert both.records == ()
    assert both.hidden == {B}


def test_status_of_the_representative_is_read() -> None:
    (read,) = resolve([house(A), house(B, A, "moved_out")]).records
    assert read.status == "active"


def test_references_mean_the_representative() -> None:
    houses = resolve([house(A, B), house(B)])
    (read,) = resolve([person(C, home=A)], household_id=houses).records
    assert read.household_id == B


def test_of_several_references_two_that_mean_one_are_one() -> None:
    persons = resolve([person(A, into=C), person(B), person(C)])
    on = date(2025, 7, 10)
    came = [None, [], [A, B, C], [MISSING]]
    sessions = [
        EducationSession(id=UUID(int=at), village_code="12.75.01.1001", session_date=on, topic="other", person_ids=ids)
        for at, ids in enumerate(came, 10)
    ]
    assert [one.person_ids for one in resolve(sessions, person_ids=persons).records] == [None, [], [B, C], [MISSING]]


def test_rows_of_one_group_and_month_are_read_as_one() -> None:
    persons = resolve([person(A, into=B), person(B)])
    rows = [row(C, A, home_visits=1, muac_mm=130), row(D, B, home_visits=2)]
    (read,) = resolve(rows, person_id=persons).records
    assert (read.id, read.person_id, read.home_visits, read.muac_mm) == (D, B, 2, 130)


def test_rows_of_other_months_stay() -> None:
    persons = resolve([person(A, into=B), person(B)])
    rows = [row(C, A, "2025-07"), row(D, B, "2025-08")]
    assert {read.month for read in resolve(rows, person_id=persons).records} == {"2025-07", "2025-08"}


def test_a_row_in_error_says_nothing_while_the_other_stands() -> None:
    persons = resolve([person(A, into=B), person(B)])
    rows = [row(C, A, home_visits=1), row(D, B, status="entered_in_error", muac_mm=130)]
    (read,) = resolve(rows, person_id=persons).records
    assert (read.home_visits, read.muac_mm, read.status) == (1, None, "active")


def test_clearing_the_link_undoes_it() -> None:
    records = [house(A, B), house(B)]
    assert len(resolve(records).records) == 1
    assert resolve([house(A), house(B)]).records == (house(A), house(B))


some_ids = st.integers(min_value=1, max_value=8).map(lambda number: UUID(int=number))
villages = st.dictionaries(
    some_ids, st.tuples(st.none() | some_ids, st.sampled_from(["active", "entered_in_error", "moved_out"]))
)


def by_hand(links: dict[UUID, tuple[UUID | None, str]]) -> list[set[UUID]]:
    """Groups by repeated joining: the slow way, for comparison."""
    groups = [{id_} | ({into} if into else set()) for id_, (into, _) in links.items()]
    while True:
        joined = [set.union(*(other for other in groups if other & group)) for group in groups]
        if joined == groups:
            return [set(group) for group in {frozenset(group) for group in groups}]
        groups = joined


@given(villages)
def test_groups_as_joined_by_hand(links: dict[UUID, tuple[UUID | None, str]]) -> None:
    """Representative: smallest id without a link, else the smallest; order of arrival does not matter."""
    records = [house(id_, into, status) for id_, (into, status) in links.items()]
    groups = resolve(records)
    assert set(resolve(sorted(records, key=lambda r: -r.id.int)).records) == set(groups.records)
    for group in by_hand(links):
        held = sorted(id_ for id_ in group if id_ in links)
        free = [id_ for id_ in held if links[id_][0] is None]
        representative = min(free or held)
        assert {groups.means(id_) for id_ in group} == {representative}
        shown = any(links[id_][1] != "entered_in_error" for id_ in held)
        assert shown == any(record.id == representative for record in groups.records)
        assert shown != (representative in groups.hidden)


@given(villages)
def test_every_visible_group_is_read_once(links: dict[UUID, tuple[UUID | None, str]]) -> None:
    groups = resolve([house(id_, into, status) for id_, (into, status) in links.items()])
    ids = [record.id for record in groups.records]
    assert len(ids) == len(set(ids))
    assert all(groups.means(record.id) == record.id for record in groups.records)
    assert all(record.merged_into_id is None or record.id not in groups.members for record in groups.records)


@given(st.lists(st.tuples(some_ids, st.sampled_from(["2025-07", "2025-08"])), max_size=12), villages)
def test_one_row_for_each_person_and_month(
    rows: list[tuple[UUID, str]], links: dict[UUID, tuple[UUID | None, str]]
) -> None:
    persons = resolve([person(id_, into=into, status=status) for id_, (into, status) in links.items()])
    visits = [row(UUID(int=100 + n), child, month) for n, (child, month) in enumerate(rows)]
    read = resolve(visits, person_id=persons).records
    keys = [(visit.person_id, visit.month) for visit in read]
    assert len(keys) == len(set(keys))
    assert set(keys) == {(persons.means(child), month) for child, month in rows}
