"""WHO's tables as shipped are WHO's tables, and the formulas give their own standard deviations back."""

import hashlib
import subprocess
import sys

import pytest

from kpm_desktop.domain.growth import tables
from kpm_desktop.domain.growth.child import Child, growth_of
from kpm_desktop.domain.growth.columns import scores_of
from kpm_desktop.domain.growth.tables import Table
from tests.domain.growth.children import as_columns

#: SHA-256 of WHO's published rows, `sex,row,l,m,s` with a line end each, as in the growth standards' data files.
PUBLISHED = {
    "len": "e00e1081004900df36dc2073258c68489961c5344fb66d21ba2e67f83ab61bf0",
    "wei": "b882503e9444bd20be35953dbd502256604df25f7059502fa23bdb369f9193db",
    "bmi": "cf883f3f408d2dfd1aae8d77bd38a2e9e1288aa2df08c029277cf3b31d04d90a",
    "hc": "d072b755b2e136a6826c24883e329f6b3efa2f6bb4357cdc9e402a9608659b8b",
    "ac": "0045ec1e37f3390d0ec6b583da72c96da7fe79921e41b5e7b45272f879ad049d",
    "wfl": "bec6bd316ad4a75bca09f51ebd6c5624165795681270e93042919307f4662a4e",
    "wfh": "b186fe68f0a9a647748b8b76886d6becda1fc56b2e51ebe5bfd757e1f9e67805",
}
DEVIATIONS = (-3, -2, -1, 0, 1, 2, 3)


def _table(key: str) -> Table:
    return {"wfl": tables.for_length, "wfh": tables.for_height}.get(key, lambda: tables.for_age(key))()


def _measures(table: Table) -> list[tuple[str, int, int, float]]:
    """Sex, row, deviation and the measure there: M(1 + LSk)^(1/L), WHO Methods (2006), chapter 7."""
    return [
        (sex, row, k, m * (1 + l * s * k) ** (1 / l))
        for sex in ("male", "female")
        for row in range(table.first, table.first + len(table.boys))
        for l, m, s in [table.lms(sex == "female", row)]  # noqa: E741
        for k in DEVIATIONS
    ]


@pytest.mark.parametrize("key", PUBLISHED)
def test_the_numbers_are_those_published(key: str) -> None:
    """Source: WHO growth standards 2006/2007, data files."""
    table, in_cm = _table(key), key in ("wfl", "wfh")
    digest = hashlib.sha256()
    for code in (1, 2):
        for row in range(table.first, table.first + len(table.boys)):
            numbers = table.lms(code == 2, row)
            cells = [code, row / 10 if in_cm else row, *numbers]
            digest.update((",".join(format(cell, ".10g") for cell in cells) + "\n").encode())
    assert digest.hexdigest() == PUBLISHED[key]


@pytest.mark.parametrize(
    ("key", "field"), [("len", "length_cm"), ("wei", "weight_kg"), ("hc", "head_cm"), ("ac", "muac_cm")]
)
def test_every_row_by_age_gives_its_deviations_back(key: str, field: str) -> None:
    """WHO Methods, chapter 7: the measure at k standard deviations has z = k."""
    wanted = _measures(_table(key))
    children = [Child(sex, day)._replace(**{field: y}) for sex, day, _, y in wanted]  # type: ignore[arg-type]
    assert [growth_of(child).z(key) for child in children] == [k for _, _, k, _ in wanted]
    assert scores_of(as_columns(children)).z[key].tolist() == [k for _, _, k, _ in wanted]


def test_every_row_of_bmi_gives_its_deviations_back() -> None:
    """The same for BMI: at a length of one metre the weight is the BMI."""
    wanted = _measures(_table("bmi"))
    children = [Child(sex, day, weight_kg=y, length_cm=100.0) for sex, day, _, y in wanted]
    assert [growth_of(child).z("bmi") for child in children] == [k for _, _, k, _ in wanted]
    assert scores_of(as_columns(children)).z["bmi"].tolist() == [k for _, _, k, _ in wanted]


@pytest.mark.parametrize(("key", "day"), [("wfl", 400.0), ("wfh", 900.0)])
def test_every_row_by_length_gives_its_deviations_back(key: str, day: float) -> None:
    """The same for weight by length (below day 731) and by height (from it)."""
    wanted = _measures(_table(key))
    children = [Child(sex, day, weight_kg=y, length_cm=tenths / 10) for sex, tenths, _, y in wanted]
    assert [growth_of(child).z("wfl") for child in children] == [k for _, _, k, _ in wanted]
    assert scores_of(as_columns(children)).z["wfl"].tolist() == [k for _, _, k, _ in wanted]


def test_a_row_outside_is_an_error() -> None:
    """Arm circumference has no day 90, no table has day 1827."""
    for key, row in (("ac", 90), ("ac", 1827), ("len", -1), ("wei", 1827)):
        with pytest.raises(IndexError):
            tables.for_age(key).lms(False, row)


def test_one_child_needs_neither_numpy_nor_other_tables() -> None:
    """The form of one child starts quickly: numpy is not imported and only the tables it needs are read."""
    code = (
        "import sys\n"
        "from kpm_desktop.domain.growth import ages, child, classes, month_table, tables, weight_gain\n"
        "assert child.growth_of(child.Child('male', 0.0, weight_kg=3.3464)).z('wei') == 0\n"
        "assert 'numpy' not in sys.modules\n"
        "assert tables.for_age.cache_info().currsize == 1\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
