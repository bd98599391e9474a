"""Entry by hand: rules and limits, only what changed, others' work respected, groups written as one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.save_records import Doubted, Edit, save_records
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.records.identity import derived_id, new_id
from tests.support.family import TODAY, Family, family
from tests.support.profiles import VILLAGE, cadre


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    opened.close()


def save(store: Store, *edits: Edit, sure: bool = True) -> list[UUID]:
    return save_records(store, edits, today=TODAY, sure=sure).ids


def values(store: Store, kind: str, record: UUID) -> dict[str, Any]:
    with store.reading() as tx:
        return heads.shown(heads.state_of(tx, kind, segments.region_no(tx, VILLAGE), record))


def objections(store: Store, *edits: Edit) -> list[tuple[int, str, str]]:
    with pytest.raises(Objected) as caught:
        save_records(store, edits, today=TODAY, sure=True)
    return [(one.record, one.field, one.why.code) for one in caught.value.objections]


def home(**more: Any) -> Edit:
    return Edit("household", {"village_code": VILLAGE, "head_name": "Pak Amir", **more})


def test_a_household_and_its_people_are_saved_together_or_not_at_all(store: Store) -> None:
    household = new_id()
    good = Edit("household", {"village_code": VILLAGE, "head_name": "Pak Amir"}, household)
    born_tomorrow = Edit(
        "person", {"household_id": household, "full_name": "Ani", "sex": "female", "birth_date": date(2026, 11, 20)}
    )
    assert objections(store, good, born_tomorrow) == [(1, "birth_date", "rules.in_future")]
    assert values(store, "household", household) == {}
    born_today = Edit("person", {**born_tomorrow.values, "birth_date": TODAY})
    _, person = save(store, good, born_today)
    assert values(store, "person", person)["birth_date"] == "2026-11-19"
    assert check_profile(store).is_sound


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("head_name", None, "rules.missing"),
        ("head_name", "   ", "rules.missing"),
        ("head_name", "x" * 121, "rules.too_long"),
        ("family_card_no", "123", "rules.not_digits"),
        ("village_code", "12.75.01.1002", "rules.outside_profile"),
        ("latitude_udeg", 90_000_001, "rules.outside"),
    ],
)
def test_limits_name_the_field(store: Store, field: str, value: object, code: str) -> None:
    assert objections(store, home(**{field: value})) == [(0, field, code)]


def test_pasted_rubbish_is_tidied(store: Store) -> None:
    (household,) = save(store, home(head_name="  Pak\u0000\u200b A\u0301mir\t\n"))
    assert values(store, "household", household)["head_name"] == "Pak \u00c1mir"


def test_only_what_changed_is_written(store: Store) -> None:
    (household,) = save(store, home(rt="02"))
    assert save_records(store, [home(rt="02")], today=TODAY).changes == 1, "another household"
    again = Edit("household", {"head_name": "Pak Amir", "rt": "03"}, household)
    assert save_records(store, [again], today=TODAY).changes == 1
    assert save_records(store, [again], today=TODAY).changes == 0
    assert values(store, "household", household)["rt"] == "03"


def test_a_warning_asks_first_and_is_saved_when_sure(store: Store) -> None:
    family_ = family(store)
    odd = Edit("person", {"nik": "1234567890123456"}, family_.mother)
    with pytest.raises(Doubted) as caught:
        save(store, odd, sure=False)
    assert [one.field for one in caught.value.objections] == ["nik"]
    assert "nik" not in values(store, "person", family_.mother)
    save(store, odd, sure=True)
    assert values(store, "person", family_.mother)["nik"] == "1234567890123456"


def test_what_somebody_changed_since_the_draft_began_is_not_overwritten_unasked(store: Store) -> None:
    made = family(store)
    with store.reading() as tx:
        begun = heads.state_of(tx, "household", segments.region_no(tx, VILLAGE), made.household)
    base = {name: state.base for name, state in begun.items()}
    save(store, Edit("household", {"rt": "09"}, made.household))
    mine = Edit("household", {"rt": "05", "rw": "07"}, made.household, base)
    assert objections(store, mine) == [(0, "rt", "rules.changed_meanwhile")]
    save_records(store, [mine], today=TODAY, overwrite=True)
    assert values(store, "household", made.household)["rt"] == "05"
    assert check_profile(store).is_sound


def test_the_key_of_a_monthly_row_never_changes(store: Store) -> None:
    made = family(store)
    row = derived_id("child_visit", {"person_id": str(made.child), "month": "2026-10"})
    found = objections(store, Edit("child_visit", {"month": "2026-09"}, row))
    assert ("month", "rules.key_fixed") in [(field, code) for _, field, code in found]


def test_a_correction_reaches_every_record_of_a_group(store: Store) -> None:
    """Two entries of one child: a save writes the value into both, never the link (docs/architecture.md)."""
    made = family(store)
    twin = twice(store, made)
    save(store, Edit("person", {"merged_into_id": str(made.child)}, twin))
    save(store, Edit("person", {"full_name": "Ahmad Fauzi bin Rahmat"}, made.child))
    assert values(store, "person", twin)["full_name"] == "Ahmad Fauzi bin Rahmat"
    assert values(store, "person", made.child).get("merged_into_id") is None
    month = {"month": "2026-10", "visit_date": date(2026, 10, 15)}
    row = derived_id("child_visit", {"person_id": str(made.child), "month": "2026-10"})
    (other,) = save(store, Edit("child_visit", {"person_id": twin, **month, "weight_g": 8000}))
    save(store, Edit("child_visit", {"weight_g": 8200}, row))
    assert values(store, "child_visit", other)["weight_g"] == 8200
    assert check_profile(store).is_sound


def twice(store: Store, made: Family) -> UUID:
    again = {
        "household_id": made.household,
        "full_name": "A. Fauzi",
        "sex": "male",
        "birth_date": date(2026, 1, 2),
    }
    return save(store, Edit("person", again))[0]
