"""`kpm growth` as it is typed: tables in, tables and sentences out."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from kpm_desktop.cli import main
from tests.domain.growth.children import KEYS, sample_rows

COLUMNS = ["id", "sex", "age_days", "weight", "lenhei", "measure", "headc", "muac", "oedema"]
HEADER = ",".join(COLUMNS)
#: A child of WHO's reference sample (id 95) and what WHO's program says of it.
GOOD = "a,1,94,6.8,64,L,39.5,12.1,n"
GOOD_RESULT = "0,1.14,0,0.47,0,-0.40,0,-0.23,0,-0.95,0,-1.45,0"


def _table(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "in.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return path


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _zs(row: dict[str, str]) -> set[str]:
    return {key for key in KEYS if row[f"z{key}"]}


def test_the_reference_sample_comes_back_cell_by_cell(tmp_path: Path) -> None:
    """WHO's program: every z-score and flag of 6,729 children, and the columns of the input before them."""
    sample = sample_rows()
    lines = [",".join(row[name] for name in COLUMNS) for row in sample]
    out = tmp_path / "out.csv"
    assert main(["growth", str(_table(tmp_path, *lines)), "--out", str(out)]) == 0
    wanted = [f"{mark}{key}" for key in KEYS for mark in "zf"] + ["c9mo_flag"]
    got = _rows(out)
    assert [row["id"] for row in got] == [row["id"] for row in sample]
    wrong = [
        (row["id"], name)
        for row, mine in zip(sample, got, strict=True)
        for name in wanted
        if row[name].replace("-0.00", "0.00") != mine[name]
    ]
    assert wrong == []


def test_without_out_the_table_goes_to_standard_output(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """And only the table; what else is said goes to standard error and names WHO as the source."""
    assert main(["growth", str(_table(tmp_path, GOOD))]) == 0
    out, err = capfd.readouterr()
    header, row = out.splitlines()
    assert header == f"{HEADER},c9mo_flag,zlen,flen,zwei,fwei,zwfl,fwfl,zbmi,fbmi,zhc,fhc,zac,fac"
    assert row == f"{GOOD},{GOOD_RESULT}"
    assert "WHO" in err


@pytest.mark.parametrize(
    ("row", "column", "english", "left"),
    [
        ("a,m,100,6.2,61,L,40,13,n", "sex", "is not known", set()),
        ("a,1,-3,6.2,61,L,40,13,n", "age_days", "an age of -3 days cannot be", set()),
        ("a,1,abc,6.2,61,L,40,13,n", "age_days", "is not a number", set()),
        ("a,1,100,0,61,L,40,13,n", "weight", "0 cannot be", {"len", "hc", "ac"}),
        ("a,1,100,6200,61,L,40,13,n", "weight", "check the unit", {"len", "hc", "ac"}),
        ('a,1,100,"6,2",61,L,40,13,n', "weight", "write 6.2", {"len", "hc", "ac"}),
        ("a,1,100,6.2,-61,L,40,13,n", "lenhei", "-61 cannot be", {"wei", "hc", "ac"}),
        ("a,1,100,6.2,61,lying,40,13,n", "measure", "write l (lying)", {"wei", "hc", "ac"}),
        ("a,1,100,6.2,61,L,x,13,n", "headc", "is not a number", {"len", "wei", "wfl", "bmi", "ac"}),
        ("a,1,100,6.2,61,L,40,130,n", "muac", "check the unit", {"len", "wei", "wfl", "bmi", "hc"}),
        ("a,1,100,6.2,61,L,40,13,?", "oedema", "write y, n", {"len", "hc", "ac"}),
        ("a,1,100,6,2,61,L,40,13,n", "10", "a decimal comma?", set()),
        ("a,1,100,6.2,61", "measure", "only 5 of 9 cells", set()),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_computed(
    row: str, column: str, english: str, left: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`file:line: column: reason`; the row keeps its place and what does not depend on the bad cell."""
    source, out = _table(tmp_path, GOOD, row, GOOD), tmp_path / "out.csv"
    assert main(["growth", "--lang", "en", str(source), "--out", str(out)]) == 1
    complaints = [line for line in capsys.readouterr().err.splitlines() if line.startswith(f"{source}:")]
    assert len(complaints) == 1
    assert complaints[0].startswith(f"{source}:3: {column}: ") and english in complaints[0]
    assert [_zs(found) for found in _rows(out)] == [set(KEYS), left, set(KEYS)]


def test_a_missing_sex_is_told_but_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """WHO: no sex, no z-score; the row is in order."""
    source, out = _table(tmp_path, GOOD.replace("a,1", "a,")), tmp_path / "out.csv"
    assert main(["growth", str(source), "--out", str(out)]) == 0
    assert f"{source}:2: sex: " in capsys.readouterr().err
    assert _zs(_rows(out)[0]) == set()


def test_lines_are_counted_as_in_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty lines are left out, a cell may hold a line end; the line named is where the row begins."""
    bad = GOOD.replace("a,1,", '"b\nc",7,')
    source = _table(tmp_path, "", GOOD, bad, "", bad)
    assert main(["growth", str(source), "--out", str(tmp_path / "out.csv")]) == 1
    err = capsys.readouterr().err
    assert f"{source}:4: sex: " in err and f"{source}:7: sex: " in err
    assert len(_rows(tmp_path / "out.csv")) == 3


def test_rows_of_nothing_but_commas_are_no_children(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blank = "," * HEADER.count(",")
    source, out = _table(tmp_path, GOOD, blank, f"\u00a0{blank}\u200b", blank + ",,"), tmp_path / "out.csv"
    assert main(["growth", str(source), "--out", str(out)]) == 0
    assert len(_rows(out)) == 1


def test_what_nobody_sees_in_a_number_does_no_harm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clean, out = _table(tmp_path, GOOD), tmp_path / "out.csv"
    assert main(["growth", str(clean), "--out", str(out)]) == 0
    wanted = _zs(_rows(out)[0])
    dirty = ",".join(f"\u200b{cell}\u00a0" for cell in GOOD.split(","))
    assert main(["growth", str(_table(tmp_path, dirty)), "--out", str(out), "--force"]) == 0
    assert _zs(_rows(out)[0]) == wanted
    assert main(["growth", str(_table(tmp_path, GOOD.replace("a,1", "a,7\u200b"))), "--out", str(out), "--force"]) == 1
    assert "U+200B" in capsys.readouterr().err


def test_optional_columns_may_be_absent_and_names_ignore_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not there means not measured, and is said. Values: WHO's program, sample id 81."""
    source = _table(tmp_path, "1,61,5.3,80", header="\ufeffSEX, LenHei ,weight,age_days")
    assert main(["growth", str(source), "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1] == "1,61,5.3,80,0,0.31,0,-1.16,0,-2.07,0,-1.88,0,,,,"
    assert "measure, headc, muac, oedema" in err


def test_old_results_are_replaced(tmp_path: Path) -> None:
    """Running on one's own output, in place, changes nothing."""
    source = _table(tmp_path, GOOD)
    assert main(["growth", str(source), "--out", str(source), "--force"]) == 0
    first = source.read_bytes()
    assert main(["growth", str(source), "--out", str(source), "--force"]) == 0
    assert source.read_bytes() == first


@pytest.mark.parametrize(
    ("content", "line", "english"),
    [
        (b"", 1, "the file is empty"),
        (b"id,sex,age_days,lenhei\n", 1, "weight: this column is not there"),
        (b"sex;age_days;weight;lenhei\n", 1, "save as CSV with commas"),
        (b"sex,sex,age_days,weight,lenhei\n", 1, "sex: this column is there twice"),
        (b"sex,age_days,weight,lenhei\n1,2,3,60\n1,2,\xe9,60\n", 3, "not UTF-8"),
        ("sex,age_days,weight,lenhei\n".encode("utf-16"), 1, "not UTF-8"),
        (b'sex,age_days,weight,lenhei\n1,2,"3,60\n', 2, "check the quotation marks"),
    ],
)
def test_a_file_that_is_no_such_table_leaves_nothing_behind(
    content: bytes, line: int, english: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused with the place and the way out; no output, no remains."""
    source = tmp_path / "in.csv"
    source.write_bytes(content)
    assert main(["growth", "--lang", "en", str(source), "--out", str(tmp_path / "out.csv")]) == 1
    err = capsys.readouterr().err
    assert f"{source}:{line}: " in err and english in err
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_only_a_header_is_a_table_of_no_children(tmp_path: Path) -> None:
    """Nothing to compute is not an error."""
    out = tmp_path / "out.csv"
    assert main(["growth", str(_table(tmp_path)), "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith(HEADER) and _rows(out) == []


def test_files_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No such file, a folder for a file, no such output folder, an output that is no ordinary file."""
    source = str(_table(tmp_path, GOOD))
    for words in (
        [str(tmp_path / "none.csv")],
        [str(tmp_path)],
        [source, "--out", str(tmp_path / "none" / "out.csv")],
        [source, "--out", str(tmp_path)],
        [source, "--out", "/dev/null"],
    ):
        assert main(["growth", *words]) == 1
        assert capsys.readouterr().err.strip()
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full storage to write to")
def test_standard_output_on_a_full_storage(tmp_path: Path) -> None:
    """A sentence and 1, no traceback."""
    source = _table(tmp_path, GOOD)
    command = [
        sys.executable,
        "-c",
        "import sys; from kpm_desktop.cli import main; sys.exit(main())",
        "growth",
        str(source),
    ]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "penuh" in done.stderr and "Traceback" not in done.stderr


def test_classes_on_both_bases_beside_each_other(tmp_path: Path) -> None:
    """Permenkes 2/2020 by day and by completed month: 390 days, 7.75 kg differ; months by the calendar if given."""
    header = "sex,age_days,weight,lenhei,muac,oedema,age_months"
    source = _table(tmp_path, "1,390,7.75,75,11.4,n,12", "1,390,7.75,75,11.4,y,", "2,365,9,74,13,n,12", header=header)
    out = tmp_path / "out.csv"
    assert main(["growth", str(source), "--classes", "--out", str(out)]) == 0
    first, second, third = _rows(out)
    assert (first["class_by_day_wei"], first["class_by_month_table_wei"]) == ("underweight", "normal_weight")
    assert first["class_by_muac"] == "severely_wasted"
    assert (second["class_by_day_wfl"], second["class_by_day_wei"]) == ("severely_wasted", "")
    assert (second["completed_months"], third["completed_months"]) == ("12", "12")


def test_corrected_age_is_a_second_result(tmp_path: Path) -> None:
    """Born at 36 weeks, 122 days old: the corrected columns are those of 94 days; at term they are empty."""
    header = f"{HEADER},gestation_weeks"
    aged = GOOD.replace(",94,", ",122,")
    source, out = _table(tmp_path, f"{aged},36", f"{GOOD},40", f"{aged},", header=header), tmp_path / "out.csv"
    assert main(["growth", str(source), "--corrected-age", "--out", str(out)]) == 0
    early, term, unknown = _rows(out)
    assert early["corrected_age_days"] == "94"
    assert {early[f"corrected_z{key}"] == term[f"z{key}"] for key in KEYS} == {True}
    assert early["zlen"] != early["corrected_zlen"]
    assert {term["corrected_zlen"], term["corrected_age_days"], unknown["corrected_zlen"]} == {""}


def test_corrected_age_needs_its_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Refused before anything is written."""
    assert main(["growth", str(_table(tmp_path, GOOD)), "--corrected-age"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and ":1: gestation_weeks: " in err
