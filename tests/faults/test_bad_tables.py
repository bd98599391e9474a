"""Bad interchange folders through the command line: file, line, field, value and limit are said; nothing is stored."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.journal import Entry, system_clock
from kpm_desktop.db.store import open_store
from tests.support.cli import PASSWORD, Finished, account, kpm_here, said, state
from tests.support.faults import (
    OTHER_VILLAGE,
    SECRET_NAME,
    SECRET_NIK,
    VILLAGE,
    Row,
    child,
    copied,
    fixed_id,
    household,
    read_table,
    visit,
    write_table,
    write_village,
)

TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011 - the program asks the clock as well
HOUSE = f"ref,village_code,head_name\nrt-7,{VILLAGE},Pak {SECRET_NAME}\n"
PERSON = "ref,household_id,full_name,sex,birth_date,nik,mother_id\n"
CHILD = f"{PERSON}anak-7,rt-7,{SECRET_NAME},female,2024-05-01,,\n"
VISIT = "person_id,month,visit_date,weight_g,was_weighed\n"
LONG = f"{SECRET_NAME} " * 20
NIK = SECRET_NIK + "05240007"
LOST = fixed_id("nobody")

#: What the folder holds besides a good household and child, and what must be said of it.
BAD: dict[str, tuple[dict[str, str | bytes], str]] = {
    "not a number": (
        {"child_visit": f"{VISIT}anak-7,2025-07,2025-07-10,berat,1\n"},
        "weight_g: berat: harus",
    ),
    "exponent": ({"child_visit": f"{VISIT}anak-7,2025-07,2025-07-10,1e5,1\n"}, "2: weight_g: 1e5: harus bilangan"),
    "decimal comma": ({"child_visit": f'{VISIT}anak-7,2025-07,2025-07-10,"8,5",1\n'}, "2: weight_g: 8,5: harus"),
    "huge": ({"child_visit": f"{VISIT}anak-7,2025-07,2025-07-10,{'9' * 30},1\n"}, "weight_g: … g: harus antara 900"),
    "endless": ({"child_visit": f"{VISIT}anak-7,2025-07,2025-07-10,{'9' * 9000},1\n"}, "2: weight_g: …: harus"),
    "too heavy": (
        {"child_visit": f"{VISIT}anak-7,2025-07,2025-07-10,58001,1\n"},
        "2: weight_g: 58001 g: harus antara 900 dan",
    ),
    "not yes or no": ({"child_visit": f"{VISIT}anak-7,2025-07,2025-07-10,8000,2\n"}, "was_weighed: 2: isi 1 (ya), 0"),
    "not a date": ({"child_visit": f"{VISIT}anak-7,2025-07,31/07/2025,8000,1\n"}, "visit_date: 31/07/2025: bukan"),
    "no such day": ({"child_visit": f"{VISIT}anak-7,2025-07,2025-02-30,8000,1\n"}, "visit_date: 2025-02-30: bukan"),
    "not a month": ({"child_visit": f"{VISIT}anak-7,2025-7,2025-07-10,8000,1\n"}, "2: month: 2025-7: bukan bulan"),
    "future visit": (
        {"child_visit": f"{VISIT}anak-7,{TOMORROW[:7]},{TOMORROW},8000,1\n"},
        f"visit_date: {TOMORROW}: belum terjadi; paling lambat 2",
    ),
    "future birth": (
        {"person": f"{PERSON}anak-7,rt-7,{SECRET_NAME},female,2099-01-01,,\n"},
        "birth_date: 2099-01-01: belum terjadi; paling lambat 2",
    ),
    "birth in another age": (
        {"person": f"{PERSON}anak-7,rt-7,{SECRET_NAME},female,2999-01-01,,\n"},
        "birth_date: 2999-01-01: tidak boleh setelah 2100-12-31",
    ),
    "birth after visit": (
        {"child_visit": f"{VISIT}anak-7,2023-07,2023-07-10,8000,1\n"},
        "visit_date: 2023-07-10: tidak boleh sebelum birth_date (2024-05-01)",
    ),
    "visit before its month": (
        {"child_visit": f"{VISIT}anak-7,2025-07,2025-06-30,8000,1\n"},
        "visit_date: 2025-06-30: tidak boleh sebelum hari pertama bulannya (2025-07-01)",
    ),
    "another village": (
        {"household": HOUSE.replace(VILLAGE, OTHER_VILLAGE)},
        f"household.csv:2: village_code: {OTHER_VILLAGE}: bukan desa profil ini ({VILLAGE})",
    ),
    "not a village": ({"household": HOUSE.replace(VILLAGE, "12.75")}, "2: village_code: 12.75: bukan kode desa"),
    "long name": ({"household": HOUSE.replace(SECRET_NAME, LONG)}, "2: head_name: 183 huruf: paling banyak 120"),
    "unknown choice": (
        {"person": CHILD.replace("female", "Perempuan")},
        "sex: Perempuan: tidak dikenal; pilihannya",
    ),
    "short NIK": ({"person": CHILD.replace("05-01,", f"05-01,{NIK[:15]}")}, "2: nik: harus 16 / 17 angka"),
    "NIK that is none": (
        {"person": CHILD.replace("mother_id", "nik_kind").replace("05-01,,", f"05-01,{NIK},none")},
        '2: nik_kind: ditulis "none", tetapi NIK terisi',
    ),
    "household nowhere": ({"person": CHILD.replace("rt-7", "rt-8")}, "2: household_id: rt-8: tidak ada catatan dengan"),
    "id nowhere": ({"person": CHILD.replace("rt-7", LOST)}, f"2: household_id: {LOST}: tidak ada household"),
    "child nowhere": ({"child_visit": f"{VISIT}anak-9,2025-07,2025-07-10,8000,1\n"}, "2: person_id: anak-9: tidak ada"),
    "own mother": ({"person": CHILD.replace("01,,", "01,,anak-7")}, "2: mother_id: seseorang tidak dapat menjadi"),
    "mothers in a circle": (
        {"person": f"{CHILD[:-1]}ibu-7\nibu-7,rt-7,{SECRET_NAME},female,1990-01-01,,anak-7\n"},
        "3: ?: baris ini menunjuk ke baris lain yang menunjuk kembali",
    ),
    "younger mother": (
        {"person": f"{CHILD[:-1]}ibu-7\nibu-7,rt-7,{SECRET_NAME},female,2025-01-01,,\n"},
        "2: mother_id: ibu lahir 2025-01-01, tidak lebih dulu dari anaknya (2024-05-01)",
    ),
    "one record twice": (
        {"child_visit": VISIT + "anak-7,2025-07,2025-07-10,8000,1\n" * 2},
        "child_visit.csv:3: id: catatan ini ada di dua baris",
    ),
    "one name twice": ({"household": HOUSE + HOUSE.splitlines()[1]}, "household.csv:3: id: rt-7: dipakai dua baris"),
    "no name": ({"household": HOUSE.replace("rt-7", "")}, "household.csv:2: id: tidak dapat dikenali: isi id atau ref"),
    "bad id": ({"household": HOUSE.replace("ref", "id")}, "household.csv:2: id: rt-7: bukan UUID"),
    "foreign id": (
        {"child_visit": f"id,{VISIT}{LOST},anak-7,2025-07,2025-07-10,8000,1\n"},
        f"child_visit.csv:2: id: {LOST}: id ini harus ",
    ),
    "missing column": ({"household": "ref,village_code\nrt-7,12.75.01.1001\n"}, "2: head_name: wajib diisi"),
    "unknown column": (
        {"household": HOUSE.replace("head_name", "nama")},
        "household.csv:1: nama: kolom ini tidak",
    ),
    "doubled column": ({"household": HOUSE.replace("ref", "head_name", 1)}, "1: head_name: kolom ini ada dua kali"),
    "no header": ({"household": HOUSE.splitlines()[1]}, "household.csv:1: ?: baris pertama harus nama kolom"),
    "semicolons": ({"household": HOUSE.replace(",", ";")}, 'household.csv:1: ?: kolom dipisahkan dengan ";"'),
    "unknown file": ({"rumah": HOUSE}, "rumah.csv:1: ?: nama berkas ini bukan jenis catatan"),
    "empty file": ({"household": ""}, "household.csv:1: ?: berkas kosong"),
    "not UTF-8": ({"household": HOUSE.encode() + b"rt-8,12.75.01.1001,Jos\xe9\n"}, "3: head_name: bukan teks UTF-8"),
    "UTF-16": ({"household": HOUSE.encode("utf-16")}, "household.csv:1: ?: bukan teks UTF-8"),
    "NUL": ({"household": HOUSE.replace("Pak ", "Pak\0")}, "household.csv:2: head_name: ada huruf yang tidak terlihat"),
    "too few cells": ({"household": HOUSE + "rt-8,12.75.01.1001\n"}, "3: ?: baris ini punya 2 kolom, judulnya 3"),
    "too many cells": ({"household": HOUSE + f"rt-8,{VILLAGE},Pak,B\n"}, "3: ?: baris ini punya 4 kolom, judulnya 3"),
    "loose quote": ({"household": HOUSE + f'rt-8,{VILLAGE},"Pak"B\n'}, "household.csv:3: ?: tanda kutip di baris ini"),
    "open quote": ({"household": HOUSE + f'rt-8,{VILLAGE},"Pak\n' * 2}, "household.csv:3: ?: tanda kutip di baris"),
    "endless cell": ({"household": HOUSE.replace("Pak", "A" * 140_000)}, "2: ?: satu isian lebih panjang dari 131072"),
}


def write_folder(folder: Path, files: dict[str, str | bytes]) -> Path:
    folder.mkdir()
    for kind, text in ({"household": HOUSE, "person": CHILD} | files).items():
        (folder / f"{kind}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def keeps_secrets(done: Finished) -> None:
    """No name and no NIK in anything that was said."""
    assert SECRET_NAME not in said(done)
    assert SECRET_NIK not in said(done)


@pytest.mark.parametrize("name", BAD)
def test_it_is_named_and_nothing_is_stored(profile: Path, name: str, tmp_path: Path) -> None:
    files, message = BAD[name]
    before = state(profile)
    refused = kpm_here("load", write_folder(tmp_path / "in", files), profile=profile, expect=1)
    assert message in refused.stderr, said(refused)
    assert "Tidak ada yang disimpan" in refused.stdout
    keeps_secrets(refused)
    assert state(profile) == before


@pytest.mark.parametrize("header", ["ref,village_code,nama", "ref,ref,head_name"])
def test_a_bad_header_is_said_once_and_not_for_every_row_below(profile: Path, header: str, tmp_path: Path) -> None:
    house = HOUSE.replace("ref,village_code,head_name", header)
    refused = kpm_here("load", write_folder(tmp_path / "in", {"household": house}), profile=profile, expect=1)
    assert not [line for line in refused.stderr.splitlines() if line.startswith("person.csv")]


@pytest.mark.parametrize("shift", [1, 2, 3, 4, 5])
def test_cells_in_the_wrong_columns_do_not_tell_names(profile: Path, shift: int, tmp_path: Path) -> None:
    """Somebody deleted cells: a name stands where a choice, a number or a `ref` belongs."""
    name = f"Siti {SECRET_NAME}"
    cells = ["anak-7", "rt-7", name, "female", "2024-05-01", NIK, ""]
    moved = cells[shift:] + cells[:shift]
    refused = kpm_here(
        "load", write_folder(tmp_path / "in", {"person": f"{PERSON}{','.join(moved)}\n"}), profile=profile, expect=1
    )
    keeps_secrets(refused)
    visits = f"{VISIT}{NIK},{name},{name},{NIK},{name}\n"
    refused = kpm_here("load", write_folder(tmp_path / "in2", {"child_visit": visits}), profile=profile, expect=1)
    assert "child_visit.csv:2: weight_g: …" in refused.stderr
    keeps_secrets(refused)


def edit(profile: Path, kind: str, record: str, values: Row) -> None:
    """What somebody does in the window after a load."""
    with open_store(profile, PASSWORD) as store, store.writing() as tx:
        states = heads.state_of(tx, kind, segments.region_no(tx, VILLAGE), UUID(record))
        batch = RecordBatch(tx, settings.read_identity(tx), system_clock)
        base = {name: states[name].base for name in values}
        batch.add(Entry(VILLAGE, kind, UUID(record), values, base), is_new=False)
        batch.flush()


def test_a_value_edited_since_is_reported_and_names_stay_unsaid(profile: Path, tmp_path: Path) -> None:
    rows = [household(70) | {"residency": "resident"}]
    folder = write_table(tmp_path / "in", "household", rows).parent
    kpm_here("load", folder, profile=profile)
    edit(profile, "household", rows[0]["id"], {"head_name": f"Bu {SECRET_NAME}", "residency": "non_resident"})
    before = state(profile)
    write_table(folder, "household", [rows[0] | {"head_name": f"Pak {SECRET_NAME} baru", "residency": ""}])
    refused = kpm_here("load", folder, profile=profile, expect=1)
    assert "household.csv:2: head_name: …: isian ini sudah diubah orang menjadi …" in refused.stderr
    keeps_secrets(refused)
    assert state(profile) == before


def test_text_of_every_kind_a_spreadsheet_writes_is_taken(profile: Path, tmp_path: Path) -> None:
    """A byte order mark, CRLF, quoted line ends and commas, empty lines, capital ids: all the same records."""
    plain, odd = tmp_path / "plain", tmp_path / "odd"
    rows = [household(60) | {"address": 'Jalan "Melati", 3\nRT 1', "note": "α, β"}, household(61)]
    text = write_table(plain, "household", [rows[0], rows[1] | {"address": "", "note": ""}]).read_text("utf-8")
    odd.mkdir()
    spelled = "\n" + text.replace(fixed_id("rt-60"), fixed_id("rt-60").upper()) + "\n,,,,,\n"
    inside = spelled.replace("3\nRT", "3\0RT").replace("\n", "\r\n").replace("\0", "\n")
    (odd / "household.csv").write_bytes(b"\xef\xbb\xbf" + inside.encode())
    other = copied(profile, tmp_path / "other")
    kpm_here("load", plain, profile=profile)
    kpm_here("load", odd, profile=other)
    assert state(profile) == state(other)


def woman(number: int, ref: str, born: str) -> Row:
    return child(number) | {"household_id": "rt-3", "ref": ref, "birth_date": born, "nik": "", "mother_id": ""}


def test_a_child_may_stand_above_its_mother_and_a_dump_loads_again(
    empty_profile: Path, profile: Path, tmp_path: Path
) -> None:
    rows = [
        child(3) | {"mother_id": "ibu-3"},
        woman(9, "ibu-3", "1990-01-01") | {"mother_id": "nenek-3"},
        woman(8, "nenek-3", "1960-01-01"),
    ]
    write_table(tmp_path / "in", "household", [household(3)])
    kpm_here("load", write_table(tmp_path / "in", "person", rows).parent, profile=profile)
    kpm_here("dump", tmp_path / "out", profile=profile)
    again = copied(empty_profile, tmp_path / "again")
    kpm_here("load", tmp_path / "out", profile=again)
    assert state(again) == state(profile)


@pytest.fixture(scope="module")
def large_village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """5,000 rows, one of them bad."""
    folder = write_village(tmp_path_factory.mktemp("large") / "in", range(1001, 3501))
    write_table(folder, "child_visit", [visit(1001), visit(1002) | {"weight_g": "5"}])
    return folder


def test_one_bad_row_among_thousands_keeps_all_out(profile: Path, large_village: Path) -> None:
    before = state(profile)
    refused = kpm_here("load", large_village, profile=profile, expect=1)
    assert refused.stderr.splitlines()[0] == "child_visit.csv:3: weight_g: 5 g: harus antara 900 dan 58000 g"
    assert "Kolom child_visit.csv: weight_g = Berat badan" in refused.stderr.splitlines()
    assert "1 isian perlu diperbaiki" in refused.stdout
    assert state(profile) == before
    assert not (large_village / "rejected").exists()


def test_skip_bad_stores_all_others_and_keeps_the_one(empty_profile: Path, large_village: Path, tmp_path: Path) -> None:
    profile = copied(empty_profile, tmp_path / "p")
    done = kpm_here("load", large_village, "--skip-bad", profile=profile, expect=1)
    assert "child_visit.csv:3: weight_g" in done.stderr
    found = account(profile)
    assert [found[kind] for kind in ("household", "person", "child_visit")] == ["2500", "2500", "1"]
    assert [path.name for path in (large_village / "rejected").iterdir()] == ["child_visit.csv"]
    assert read_table(large_village / "rejected" / "child_visit.csv") == [visit(1002) | {"weight_g": "5"}]


def test_skip_bad_keeps_every_row_it_cannot_take(empty_profile: Path, tmp_path: Path) -> None:
    """Whatever is wrong with a row: it is in rejected/, byte for byte, and the rows after it are taken."""
    bad = [b"rt-2,12.75.01.1001", b"rt-3,12.75.01.1001,Jos\xe9", b"rt-4,12.75.01.9999,Pak", b'rt-5,x,"Pak"B', b",x,y"]
    good = [b"rt-%d,12.75.01.1001,Pak" % number for number in range(10, 15)]
    lines = [line for pair in zip(good, bad, strict=True) for line in pair]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "household.csv").write_bytes(b"\n".join([b"ref,village_code,head_name", *lines]) + b"\n")
    profile = copied(empty_profile, tmp_path / "p")
    done = kpm_here("load", tmp_path / "in", "--skip-bad", profile=profile, expect=1)
    assert account(profile)["household"] == "5"
    kept = (tmp_path / "in" / "rejected" / "household.csv").read_bytes().splitlines()
    assert kept == [b"ref,village_code,head_name", *bad[:3], b'"rt-5,x,""Pak""B"', bad[4]]
    assert "5 baris tidak disimpan" in done.stdout


def test_skip_bad_takes_nothing_from_a_doubled_column(empty_profile: Path, tmp_path: Path) -> None:
    """Which of the two cells counts is nobody's to guess."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "household.csv").write_text(f"ref,village_code,head_name,head_name\nrt-1,{VILLAGE},A,B\n")
    profile, before = copied(empty_profile, tmp_path / "p"), state(empty_profile)
    kpm_here("load", folder, "--skip-bad", profile=profile, expect=1)
    assert state(profile) == before


@pytest.mark.parametrize(
    ("place", "message"),
    [("missing", "folder ini tidak ada"), ("file", "folder ini tidak ada"), ("empty", "tidak ada berkas CSV")],
)
def test_a_folder_that_is_none(profile: Path, place: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    refused = kpm_here("load", tmp_path / place, profile=profile, expect=1)
    assert f"{tmp_path / place}: {message}" in refused.stderr


def test_a_folder_with_the_name_of_a_table_is_not_passed_over(profile: Path, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", {})
    (folder / "child_visit.csv").mkdir()
    before = state(profile)
    refused = kpm_here("load", folder, profile=profile, expect=1)
    assert f"{folder / 'child_visit.csv'}: ini folder" in refused.stderr
    assert state(profile) == before
