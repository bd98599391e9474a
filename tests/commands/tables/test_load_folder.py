"""Loading an interchange folder: what is taken, what is refused and how it is said, what loading again means."""

import csv
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.tables.dump_folder import dump_folder
from kpm_desktop.commands.tables.load_folder import LoadAccount, load_folder
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.catalogue import DICTIONARY
from tests.support.profiles import (
    CHILD,
    HOUSE,
    MONTH,
    MOTHER,
    PREGNANCY,
    VILLAGE,
    cadre,
    changes,
    everything,
    load,
    problems,
    spoken,
    state,
    write_rows,
)

EXAMPLES = Path(__file__).parents[2] / "data"


def edit(store: Store, kind: str, record: UUID, **values: Any) -> None:
    """What a cadre does in the window after a load: a save on top of what is shown."""
    with store.writing() as tx:
        states = heads.state_of(tx, kind, 1, record)
        batch = RecordBatch(tx, settings.read_identity(tx), lambda: datetime(2025, 10, 2, tzinfo=UTC))
        base = {name: states[name].base for name in values if name in states}
        batch.add(Entry(VILLAGE, kind, record, values, base), is_new=False)
        batch.flush()


def only(store: Store, kind: str, column: str) -> Any:
    """The one row's value of a column."""
    with store.reading() as tx:
        return tx.exec_driver_sql(f"SELECT {column} FROM {kind}").scalar_one()


def test_every_kind_loads_dumps_and_loads_again_alike(tmp_path: Path) -> None:
    assert set(everything()) == set(DICTIONARY)
    with cadre(tmp_path, "satu") as one, cadre(tmp_path, "dua") as two:
        account = load(one, write_rows(tmp_path / "in", **everything()))
        assert spoken(account) == []
        dump_folder(one, tmp_path / "out")
        assert spoken(load(two, tmp_path / "out")) == []
        assert state(one) == state(two)
        before = changes(two)
        load(two, tmp_path / "out")
        assert changes(two) == before
        assert check_profile(two).is_sound


@pytest.mark.parametrize(("name", "village"), [("example_village", VILLAGE), ("example_village_2", "31.71.03.1004")])
def test_the_example_villages_survive_dump_and_load(name: str, village: str, tmp_path: Path) -> None:
    with cadre(tmp_path, "satu", village) as one, cadre(tmp_path, "dua", village) as two:
        load(one, EXAMPLES / name)
        dump_folder(one, tmp_path / "out")
        load(two, tmp_path / "out")
        assert state(one) == state(two)


def test_a_code_without_its_points_is_the_same_code(tmp_path: Path) -> None:
    with cadre(tmp_path, "satu", "1275011001") as store:
        rows = everything()
        load(store, write_rows(tmp_path / "in", **rows))
        before = changes(store), state(store)
        bare = {kind: [_without_points(row) for row in of_kind] for kind, of_kind in rows.items()}
        assert spoken(load(store, write_rows(tmp_path / "bare", **bare))) == []
        assert (changes(store), state(store)) == before


def _without_points(row: dict[str, str]) -> dict[str, str]:
    return {name: cell.replace(".", "") if name.endswith("_code") else cell for name, cell in row.items()}


def test_loading_again_changes_only_what_differs_in_the_file(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=[MONTH]))
        before = changes(store)
        account = load(store, write_rows(tmp_path / "in", child_visit=[MONTH | {"weight_g": 8200}]))
        assert (account.changed, account.new, changes(store)) == ({"child_visit": 1}, {}, before + 1)
        assert only(store, "child_visit", "weight_g") == 8200


def test_an_unchanged_cell_never_overwrites_a_later_edit(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        folder = write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=[MONTH])
        load(store, folder)
        edit(store, "child_visit", UUID(bytes=only(store, "child_visit", "id")), weight_g=8300)
        assert load(store, folder).problems == []
        load(store, write_rows(folder, child_visit=[MONTH | {"home_visits": 2}]))
        assert (only(store, "child_visit", "weight_g"), only(store, "child_visit", "home_visits")) == (8300, 2)


def test_a_changed_cell_against_an_edited_value_is_reported(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        folder = write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=[MONTH])
        load(store, folder)
        edit(store, "child_visit", UUID(bytes=only(store, "child_visit", "id")), weight_g=8300)
        account = load(store, write_rows(folder, child_visit=[MONTH | {"weight_g": 8500}]))
        assert problems(account) == [("child_visit.csv", 2, "weight_g", "rules.edited_since")]
        assert only(store, "child_visit", "weight_g") == 8300


def test_an_empty_cell_clears_only_when_asked(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        folder = write_rows(tmp_path / "in", household=[HOUSE | {"rt": "001"}])
        load(store, folder)
        write_rows(folder, household=[HOUSE | {"rt": ""}])
        load(store, folder)
        assert only(store, "household", "rt") == "001"
        load(store, folder, clear_empty=True)
        assert only(store, "household", "rt") is None
        account = load(store, write_rows(folder, household=[HOUSE | {"head_name": ""}]), clear_empty=True)
        assert [p[2] for p in problems(account)] == ["head_name"]


BAD = [
    pytest.param({"child_visit": [MONTH | {"weight_g": "8,1"}]}, "weight_g", "rules.not_whole", id="comma"),
    pytest.param({"child_visit": [MONTH | {"weight_g": "899"}]}, "weight_g", "rules.outside", id="too light"),
    pytest.param({"child_visit": [MONTH | {"was_weighed": "ya"}]}, "was_weighed", "rules.not_yes_no", id="not 1 or 0"),
    pytest.param(
        {"child_visit": [MONTH | {"was_weighed": 0}]}, "was_weighed", "rules.measured_but_no", id="weighed no"
    ),
    pytest.param({"child_visit": [MONTH | {"visit_date": "2025-06-30"}]}, "visit_date", "rules.visit_before_month"),
    pytest.param(
        {"child_visit": [MONTH | {"month": "2025-10", "visit_date": "2025-10-02"}]}, "visit_date", "rules.in_future"
    ),
    pytest.param(
        {"child_visit": [MONTH | {"month": "2024-11", "visit_date": "2024-11-01"}]}, "visit_date", "rules.before"
    ),
    pytest.param({"child_visit": [MONTH | {"place": "rumah"}]}, "place", "rules.not_a_choice"),
    pytest.param({"child_visit": [MONTH | {"person_id": "siapa"}]}, "person_id", "rules.not_an_id"),
    pytest.param({"child_visit": [MONTH, MONTH]}, "id", "load.record_twice"),
    pytest.param({"child_visit": [MONTH | {"id": str(UUID(int=5))}]}, "id", "rules.wrong_id"),
    pytest.param({"person": [CHILD | {"birth_date": "2025-10-02"}]}, "birth_date", "rules.in_future"),
    pytest.param({"person": [CHILD | {"birth_date": "31-12-2024"}]}, "birth_date", "rules.not_a_date"),
    pytest.param({"person": [CHILD | {"birth_date": "1899-12-31"}]}, "birth_date", "rules.before_1900"),
    pytest.param({"person": [CHILD | {"birth_date": "2024-W44-6"}]}, "birth_date", "rules.not_a_date", id="ISO week"),
    pytest.param({"person": [CHILD | {"birth_date": "２０２４-11-02"}]}, "birth_date", "rules.not_a_date", id="wide"),
    pytest.param({"person": [CHILD | {"status_date": "2101-01-01"}]}, "status_date", "rules.after_2100"),
    pytest.param({"child_visit": [MONTH | {"month": "1025-07"}]}, "month", "rules.before_1900"),
    pytest.param({"child_visit": [MONTH | {"month": "2025-13"}]}, "month", "rules.not_a_month"),
    pytest.param({"person": [CHILD | {"full_name": "x" * 121}]}, "full_name", "rules.too_long"),
    pytest.param({"person": [CHILD | {"sex": ""}]}, "sex", "rules.missing"),
    pytest.param({"person": [CHILD | {"nik": "123"}]}, "nik", "rules.not_digits"),
    pytest.param({"person": [CHILD | {"nik": "1" * 17}]}, "nik", "rules.nik_length"),
    pytest.param({"person": [CHILD | {"nik": "1" * 16, "nik_kind": "temporary"}]}, "nik", "rules.nik_length"),
    pytest.param({"person": [CHILD | {"mother_id": "anak"}]}, "mother_id", "rules.own_mother"),
    pytest.param({"person": [MOTHER | {"sex": "male"}], "pregnancy": [PREGNANCY]}, "person_id", "rules.not_a_woman"),
    pytest.param({"person": [CHILD | {"ref": ""}]}, "id", "load.no_name"),
    pytest.param({"person": [CHILD, CHILD | {"full_name": "Lain"}]}, "id", "load.ref_twice"),
    pytest.param({"household": [HOUSE | {"village_code": "12.75.01.1002"}]}, "village_code", "rules.outside_profile"),
    pytest.param({"household": [HOUSE | {"village_code": "12.75.01"}]}, "village_code", "rules.not_a_village"),
    pytest.param(
        {"person": [MOTHER], "pregnancy": [PREGNANCY | {"outcome": "live_birth"}]}, "delivery_date", "rules.needed_for"
    ),
    pytest.param(
        {"person": [MOTHER], "pregnancy": [PREGNANCY | {"outcome": "miscarriage"}]}, "ended_on", "rules.needed_for"
    ),
    pytest.param(
        {
            "person": [MOTHER],
            "pregnancy": [PREGNANCY],
            "pregnancy_visit": [
                {"pregnancy_id": "hamil", "month": "2025-07", "visit_date": "2025-07-10", "pnc_visits": 1}
            ],
        },
        "pnc_visits",
        "rules.no_delivery",
    ),
    pytest.param(
        {
            "person": [MOTHER],
            "pregnancy": [PREGNANCY],
            "pregnancy_visit": [
                {
                    "pregnancy_id": "hamil",
                    "month": "2025-07",
                    "visit_date": "2025-07-10",
                    "systolic_mmhg": 90,
                    "diastolic_mmhg": 90,
                }
            ],
        },
        "diastolic_mmhg",
        "rules.not_below",
    ),
    pytest.param(
        {
            "village_budget": [
                {"village_code": VILLAGE, "year": 2025, "empowerment_total_rp": 1, "empowerment_stunting_rp": 2}
            ]
        },
        "empowerment_stunting_rp",
        "rules.above",
    ),
]


@pytest.mark.parametrize(("tables", "field", "code"), BAD)
def test_a_bad_row_is_named_and_nothing_is_stored(
    tables: dict[str, Any], field: str, code: str, tmp_path: Path
) -> None:
    with cadre(tmp_path) as store:
        before = state(store)
        account = load(store, write_rows(tmp_path / "in", **{"household": [HOUSE], "person": [CHILD], **tables}))
        assert {(p[2], p[3]) for p in problems(account)} == {(field, code)}
        assert not account.stored
        assert (state(store), changes(store)) == (before, 0)
        for language in ("id", "en"):
            assert spoken(account, language)


@pytest.fixture
def jayapura() -> Iterator[None]:
    """A laptop in Papua, nine hours ahead of UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "WIT-9")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be set")
def test_today_is_the_laptops_day(jayapura: None, tmp_path: Path) -> None:
    """Half past seven in the morning of the 2nd is still the 1st in UTC."""
    with cadre(tmp_path) as store:
        born = CHILD | {"birth_date": "2025-10-02"}
        folder = write_rows(tmp_path / "in", household=[HOUSE], person=[born])
        account = load_folder(store, folder, clock=lambda: datetime(2025, 10, 1, 22, 30, tzinfo=UTC))
        assert spoken(account) == []
        late = load_folder(store, folder, clock=lambda: datetime(2025, 10, 1, 14, 59, tzinfo=UTC))
        assert late.unchanged == {"household": 1, "person": 1}
        write_rows(folder, person=[born | {"ref": "lain", "birth_date": "2025-10-03"}])
        refused = load_folder(store, folder, clock=lambda: datetime(2025, 10, 2, 14, 59, tzinfo=UTC))
        assert problems(refused) == [("person.csv", 2, "birth_date", "rules.in_future")]


def test_names_and_nik_stand_in_no_message(tmp_path: Path) -> None:
    secret = CHILD | {"full_name": "Rahasia" * 20, "nik": "9876543210", "kia_number": "K" * 101, "phone": "0" * 41}
    with cadre(tmp_path) as store:
        account = load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[secret]))
        said = " ".join(spoken(account))
        assert len(account.problems) == 4
        assert not any(text in said for text in ("Rahasia", "9876543210", "KKK", "000"))


def test_birth_after_a_visit_already_held_is_refused(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        folder = write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=[MONTH])
        load(store, folder)
        account = load(store, write_rows(folder, person=[CHILD | {"birth_date": "2025-07-11"}]))
        assert problems(account) == [("person.csv", 2, "birth_date", "rules.born_after_service")]


def test_rows_that_hang_on_a_bad_row_are_not_blamed(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        bad = HOUSE | {"head_name": "x" * 121}
        account = load(store, write_rows(tmp_path / "in", household=[bad], person=[CHILD], child_visit=[MONTH]))
        assert problems(account) == [("household.csv", 2, "head_name", "rules.too_long")]


def test_skip_bad_stores_the_good_rows_and_keeps_the_bad_ones_for_repair(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        rows = [MONTH | {"month": f"2025-0{m}", "visit_date": f"2025-0{m}-15"} for m in range(1, 9)]
        rows[3]["weight_g"] = 10
        folder = write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=rows)
        account = load(store, folder, skip_bad=True)
        assert (account.stored, account.new["child_visit"], account.rejected) == (True, 7, 1)
        with (folder / "rejected" / "child_visit.csv").open() as file:
            rejected = list(csv.DictReader(file))
        assert [row["month"] for row in rejected] == ["2025-04"]
        assert list((folder / "rejected").glob("*.part")) == []
        write_rows(folder, child_visit=[row | {"weight_g": 8000} for row in rejected])
        assert load(store, folder).new == {"child_visit": 1}


def test_records_linked_with_each_other_survive_dump_and_load(tmp_path: Path) -> None:
    with cadre(tmp_path, "satu") as one, cadre(tmp_path, "dua") as two:
        folder = write_rows(tmp_path / "in", household=[HOUSE | {"ref": "a"}, HOUSE | {"ref": "b"}])
        load(one, folder)
        write_rows(folder, household=[HOUSE | {"ref": r, "merged_into_id": o} for r, o in (("a", "b"), ("b", "a"))])
        assert spoken(load(one, folder)) == []
        dump_folder(one, tmp_path / "out")
        assert spoken(load(two, tmp_path / "out")) == []
        assert state(one) == state(two)


def test_what_was_said_of_somebody_before_the_entry_was_found_in_error_survives_dump_and_load(tmp_path: Path) -> None:
    with cadre(tmp_path, "satu") as one, cadre(tmp_path, "dua") as two:
        kinds = ("household", "posyandu", "person", "referral", "sponsorship", "education_session")
        load(one, write_rows(tmp_path / "in", **{kind: everything()[kind] for kind in kinds}))
        with one.reading() as tx:
            child = UUID(bytes=tx.exec_driver_sql("SELECT person_id FROM referral").scalar_one())
        edit(one, "person", child, status="entered_in_error")
        dump_folder(one, tmp_path / "out")
        account = load(two, tmp_path / "out")
        assert spoken(account) == []
        assert state(one) == state(two)
        assert "rules.person_in_error" in {warned.why.code for warned in account.warnings}


def test_a_file_that_is_no_table_of_records_is_named(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        folder = write_rows(tmp_path / "in", household=[HOUSE | {"warna": "merah"}], child_visits=[MONTH])
        assert {p[3] for p in problems(load(store, folder))} == {"load.unknown_column", "load.unknown_file"}
        with pytest.raises(Refused, match=r"load\.no_folder"):
            load(store, tmp_path / "tidak-ada")
        (tmp_path / "kosong").mkdir()
        with pytest.raises(Refused, match=r"load\.empty_folder"):
            load(store, tmp_path / "kosong")


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00a0", "\u200e"])
def test_what_nobody_sees_does_no_harm(sign: str, tmp_path: Path) -> None:
    dirty = CHILD | {
        "full_name": f"A{sign}nak" if sign != "\u00a0" else "Anak\u00a0",
        "nik": f"12750102112{sign}40001",
        "birth_date": f"{sign}2024-11-02",
        "birth_weight_g": f"3{sign}100",
        "sex": f"male{sign}",
        "household_id": f"{sign}h",
        "note": sign,
    }
    with cadre(tmp_path) as store:
        assert spoken(load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[dirty]))) == []
        with store.reading() as tx:
            row = tx.exec_driver_sql("SELECT full_name, nik, birth_date, birth_weight_g, sex, note FROM person").one()
    assert tuple(row) == ("Anak", "1275010211240001", "2024-11-02", 3100, "male", None)


def test_what_nobody_sees_is_named_where_the_rest_is_wrong(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        account = load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD | {"nik": "12\u200b75"}]))
    assert spoken(account) == [
        "person.csv:2: nik: harus 16 / 17 angka, tanpa spasi dan tanda lain (ada tanda tak terlihat: U+200B)"
    ]


def test_one_hamlet_is_one_however_it_was_pasted(tmp_path: Path) -> None:
    hamlets = ["Dusun Melati", " Dusun  Melati", "Dusun\u00a0Mela\u200bti", "Dusun\r\nMelati"]
    rows = [HOUSE | {"ref": f"h{at}", "hamlet": hamlet} for at, hamlet in enumerate(hamlets)]
    with cadre(tmp_path) as store:
        assert spoken(load(store, write_rows(tmp_path / "in", household=rows))) == []
        assert only(store, "household", "group_concat(DISTINCT hamlet)") == "Dusun Melati"


def test_notes_keep_their_lines(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        load(
            store,
            write_rows(tmp_path / "in", household=[HOUSE | {"note": "satu\r\ndua\rtiga \n\n  empat\u2028lima\n"}]),
        )
        assert only(store, "household", "note") == "satu\ndua\ntiga\n\n  empat\nlima"


def text_of(folder: Path, name: str, text: str) -> Path:
    """A folder with one file of exactly this text."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def test_columns_without_a_name_and_blank_rows_are_left_out(tmp_path: Path) -> None:
    text = (
        f"ref,village_code,head_name,,\u200b\n,,,,\nh,{VILLAGE},Kepala,,\n\u00a0,,,\u200b,\ni,{VILLAGE},Dua\n,,,,,,,\n"
    )
    with cadre(tmp_path) as store:
        account = load(store, text_of(tmp_path / "in", "household.csv", text))
        assert spoken(account) == []
        assert account.new == {"household": 2}


def test_a_column_without_a_name_that_holds_something_is_named(tmp_path: Path) -> None:
    text = f"ref,,village_code,head_name,\nh,,{VILLAGE},Kepala,\ni,,{VILLAGE},Dua,RT 3\nj,,{VILLAGE},Tiga,RT 4\n"
    with cadre(tmp_path) as store:
        account = load(store, text_of(tmp_path / "in", "household.csv", text))
        assert problems(account) == [("household.csv", 3, "E", "load.unnamed_column")]
        assert not account.stored


def test_dump_does_not_overwrite(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        folder = write_rows(tmp_path / "in", household=[HOUSE])
        load(store, folder)
        with pytest.raises(Refused, match=r"load\.dump_not_empty"):
            dump_folder(store, folder)


def warned(account: LoadAccount) -> list[tuple[int, str, str]]:
    """(line, field, reason code) of every warning."""
    return [(p.line, p.field, p.why.code) for p in account.warnings]


def test_growth_no_child_has_is_told_whatever_the_order_of_rows(tmp_path: Path) -> None:
    rows = [MONTH | {"month": f"2025-{m:02d}", "visit_date": f"2025-{m:02d}-10", "weight_g": w} for m, w in WEIGHTS]
    with cadre(tmp_path, "satu") as one, cadre(tmp_path, "dua") as two:
        folder = write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=rows)
        assert warned(load(one, folder)) == [(3, "weight_g", "measure.gained")]
        folder = write_rows(tmp_path / "back", household=[HOUSE], person=[CHILD], child_visit=rows[::-1])
        account = load(two, folder)
        assert warned(account) == [(4, "weight_g", "measure.later_gained")]
        assert account.stored


#: 5.95 kg, then 12, the child is ten months old.
WEIGHTS = ((7, 5950), (8, 12_000), (9, 12_100))


def test_correcting_a_month_is_compared_with_the_later_one(tmp_path: Path) -> None:
    rows = [MONTH | {"month": f"2025-{m:02d}", "visit_date": f"2025-{m:02d}-10", "weight_g": 8000} for m in (8, 9)]
    with cadre(tmp_path) as store:
        load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=rows))
        rows[0]["weight_g"] = 9800
        account = load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=rows))
        assert warned(account) == [(2, "weight_g", "measure.later_weight_lost")]


def doses(*given: tuple[str, int, str]) -> list[dict[str, Any]]:
    return [{"person_id": "anak", "vaccine": v, "dose": n, "given_date": day} for v, n, day in given]


def test_doses_are_doubted_among_all_rows_of_the_folder(tmp_path: Path) -> None:
    """The child was born on 2 November 2024; the third dose stands above the second."""
    rows = doses(
        ("DPT_HB_HIB", 3, "2025-03-15"),
        ("DPT_HB_HIB", 2, "2025-03-10"),
        ("DPT_HB_HIB", 1, "2025-01-10"),
        ("OPV", 5, "2025-05-10"),
        ("MR", 1, "2025-04-10"),
    )
    with cadre(tmp_path) as store:
        account = load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], immunization=rows))
        assert account.stored
        assert warned(account) == [
            (2, "given_date", "doses.too_soon"),
            (5, "dose", "doses.above_highest"),
            (5, "dose", "doses.without_earlier"),
            (6, "given_date", "doses.too_young"),
        ]
        rows[1]["given_date"] = "2025-02-14"
        rows[2]["given_date"] = "2025-02-10"
        again = load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], immunization=rows))
        assert warned(again) == [(3, "given_date", "doses.too_soon")]


def test_a_corrected_dose_is_compared_with_the_one_after_it(tmp_path: Path) -> None:
    rows = doses(("OPV", 2, "2025-02-10"), ("OPV", 1, "2025-01-10"))
    with cadre(tmp_path) as store:
        assert (
            warned(load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], immunization=rows))) == []
        )
        rows[1]["given_date"] = "2025-02-05"
        again = load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], immunization=rows))
        assert warned(again) == [(3, "given_date", "doses.next")]
