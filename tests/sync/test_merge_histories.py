"""Merges and unmerges on two laptops, in any order, with bundles carried at any moment: the groups come out the same
everywhere, and without links everything is shown as if nobody had merged anything."""

import contextlib
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.conflict_list import conflict_list
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.commands.review.unmerge_record import unmerge_record
from kpm_desktop.db.queries import village_records
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.merging.groups import Groups, resolve
from tests.support.devices import NOON, VILLAGE, Device, exchange, quick_place, settle
from tests.support.devices import acquaint as let_in

TODAY = NOON.date()
RECORDS = [UUID(int=number) for number in range(1, 6)]
NAMES = {record: f"Pak {number}" for number, record in enumerate(RECORDS)}

which = st.sampled_from(RECORDS)
laptop = st.integers(0, 1)
steps = st.lists(
    st.tuples(st.just("merge"), laptop, which, which)
    | st.tuples(st.just("unmerge"), laptop, which, which)
    | st.tuples(st.just("save"), laptop, which, which)
    | st.tuples(st.just("carry"), laptop, which, which),
    max_size=14,
)


def step(device: Device, action: str, one: UUID, other: UUID) -> None:
    """What somebody does; what is refused changes nothing."""
    with contextlib.suppress(Refused):
        if action == "merge":
            merge_records(device.store, [one, other], today=TODAY, sure=True, clock=device.clock)
        elif action == "unmerge":
            unmerge_record(device.store, one, today=TODAY, clock=device.clock)
        else:
            edit = Edit("household", {"rt": f"0{int(other)}"}, one)
            save_records(device.store, [edit], today=TODAY, clock=device.clock)


def read(device: Device) -> Groups[object]:  # type: ignore[type-var]
    with device.store.reading() as tx:
        return resolve(village_records.records_of(tx, "household", VILLAGE))


def take_all_apart(device: Device) -> None:
    """Clears every link, choosing first where laptops linked one record with two."""
    for conflict in [each.conflict for each in conflict_list(device.store)]:
        if conflict.field != "merged_into_id":
            continue
        resolve_conflict(device.store, conflict.id, conflict.field, conflict.choices[0].change, clock=device.clock)
    for record in RECORDS:
        with contextlib.suppress(Refused):
            unmerge_record(device.store, record, today=TODAY, clock=device.clock)


@settings(max_examples=25, deadline=None)
@given(steps)
def test_groups_agree_and_come_apart_again(taken: list[tuple[str, int, UUID, UUID]]) -> None:
    with quick_place() as place:
        above, cadres = place.supervisor("Pak Camat"), [place.cadre("Ibu Sari"), place.cadre("Ibu Lain")]
        for cadre in cadres:
            let_in(cadre, above, VILLAGE)
        for record, name in NAMES.items():
            cadres[0].save(record, {"village_code": VILLAGE, "head_name": name})
        pairs = [(cadre, above) for cadre in cadres]
        settle(*pairs)
        for action, at, one, other in taken:
            if action == "carry":
                exchange(cadres[at], above)
            else:
                step(cadres[at], action, one, other)
        settle(*pairs)
        first, second = (read(cadre) for cadre in cadres)
        assert first == second == read(above)
        take_all_apart(cadres[1])
        settle(*pairs)
        for device in (*cadres, above):
            found = read(device)
            assert found.members == {}
            assert {one.id: one.head_name for one in found.records} == NAMES  # type: ignore[attr-defined]
            assert check_profile(device.store).is_sound
