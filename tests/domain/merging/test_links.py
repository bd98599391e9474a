"""Groups of records joined and parted: whatever the links are, the groups come out as meant."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.merging.groups import resolve
from kpm_desktop.domain.merging.links import joined, parted
from kpm_desktop.domain.records.household import Posyandu

IDS = [UUID(int=number) for number in range(1, 9)]
#: Any links at all, cycles and records nobody holds among them.
links = st.fixed_dictionaries(
    {one: st.none() | st.sampled_from([each for each in IDS if each != one]) for one in IDS[:5]}
)
Links = dict[UUID, UUID | None]


def groups(found: Links) -> dict[UUID, frozenset[UUID]]:
    """Every id with all that are read as one with it, the one they are read as known by `leads`."""
    read = resolve([Posyandu(id=one, village_code="12", name="x", merged_into_id=to) for one, to in found.items()])
    every = {*found, *(to for to in found.values() if to is not None)}
    by_lead: dict[UUID, set[UUID]] = {}
    for one in every:
        by_lead.setdefault(read.means(one), set()).add(one)
    return {one: frozenset(by_lead[read.means(one)]) for one in every}


def leads(found: Links, record: UUID) -> UUID:
    read = resolve([Posyandu(id=one, village_code="12", name="x", merged_into_id=to) for one, to in found.items()])
    return read.means(record)


def part(found: Links, record: UUID) -> Links:
    """The links of one group alone."""
    together = groups(found)[record]
    return {one: to for one, to in found.items() if one in together}


@given(links, st.sampled_from(IDS[:5]))
def test_one_leaves_and_the_others_stay(found: Links, record: UUID) -> None:
    before = groups(found)
    after = groups(found | parted(part(found, record), record))
    assert after[record] == {record}
    rest = before[record] - {record}
    held = {one for one in rest if one in found}
    assert all(after[one] >= held for one in held)
    assert all(after.get(one, {one}) == before[one] for one in before if one not in before[record])


@given(links, st.sampled_from(IDS[:5]), st.sampled_from(IDS[:5]))
def test_two_groups_become_one(found: Links, lead: UUID, other: UUID) -> None:
    before = groups(found)
    if other in before[lead]:
        return
    first, second = part(found, lead), part(found, other)
    changed = joined(first, leads(found, lead), second, leads(found, other))
    after = groups({**found, **changed})
    ends = {frozenset(to for to in each.values() if to not in each) for each in (first, second)}
    several_to_unheld = all(None not in end and end for end in ends)
    assert len(changed) == 1 or several_to_unheld
    assert after[lead] & found.keys() == (before[lead] | before[other]) & found.keys()
    if any(to is None for to in first.values()) and any(to is None for to in second.values()):
        assert leads({**found, **changed}, lead) == leads(found, lead)


@given(links, st.sampled_from(IDS[:5]), st.sampled_from(IDS[:5]))
def test_parting_undoes_joining(found: Links, lead: UUID, other: UUID) -> None:
    if other in groups(found)[lead] or len(groups(found)[other]) > 1:
        return
    link = joined(part(found, lead), leads(found, lead), part(found, other), leads(found, other))
    together = {**found, **link}
    assert groups(together | parted(part(together, other), other)) == groups(found)
