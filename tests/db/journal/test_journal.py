"""What one save writes."""

from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.db.journal.journal import MOST_HEADS, Entry, within_heads
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, quick_place
from tests.support.rival import write_in_as_rival

NAMES = [f"{at:032x}" for at in range(900)]


@given(st.dictionaries(st.sampled_from(("person_id", "month", "weight_g", "note")), st.integers(0, 900), min_size=1))
def test_every_head_is_named_once_and_by_no_change_too_many(counts: dict[str, int]) -> None:
    values = {name: name for name in ("person_id", "month", *counts)}
    base = {name: NAMES[:count] for name, count in counts.items()}
    parts = list(within_heads(Entry(VILLAGE, "child_visit", new_id(), values, base)))
    assert parts[0].values == values
    for part in parts:
        assert all(len(names) <= MOST_HEADS for names in part.base.values())
        assert part.base.keys() <= part.values.keys()
        assert len({"person_id", "month"} & part.values.keys()) in (0, 2)
    for name, names in base.items():
        assert [head for part in parts for head in part.base.get(name, ())] == names


def test_a_save_over_hundreds_of_heads_closes_them_all() -> None:
    """As a laptop with hundreds of copies makes them."""
    with quick_place() as place:
        device = place.cadre("Ibu Sari")
        record = new_id()
        device.save(record, {"village_code": VILLAGE, "head_name": "Pak Amir", "rt": "0"})
        with device.store.writing() as tx:
            for _ in range(MOST_HEADS + 40):
                write_in_as_rival(tx, VILLAGE, "household", record, {"rt": "1"}, clock=device.clock)
        before = len(device.names())
        device.save(record, {"rt": "2"})
        assert len(device.names()) == before + 2
        assert len(device.states(record)["rt"].heads) == 1
        assert device.shown(record)["rt"] == "2"
