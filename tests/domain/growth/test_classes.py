"""Classes of Permenkes 2/2020 by z-score and by arm circumference, at each bound."""

import msgspec
import pytest

from kpm_desktop import paths
from kpm_desktop.domain.growth.child import Child, Growth, Score, growth_of
from kpm_desktop.domain.growth.classes import class_by_muac, class_rules, classes_by_day
from kpm_desktop.domain.wording import LANGUAGES, Wording

WEIGHT_FOR_LENGTH = [
    (-3.01, "Gizi buruk"),
    (-3.0, "Gizi kurang"),
    (-2.01, "Gizi kurang"),
    (-2.0, "Gizi baik"),
    (1.0, "Gizi baik"),
    (1.01, "Berisiko gizi lebih"),
    (2.0, "Berisiko gizi lebih"),
    (2.01, "Gizi lebih"),
    (3.0, "Gizi lebih"),
    (3.01, "Obesitas"),
]
BOUNDS = {
    "wei": [
        (-3.01, "Berat badan sangat kurang"),
        (-3.0, "Berat badan kurang"),
        (-2.01, "Berat badan kurang"),
        (-2.0, "Berat badan normal"),
        (1.0, "Berat badan normal"),
        (1.01, "Risiko berat badan lebih"),
    ],
    "len": [
        (-3.01, "Sangat pendek"),
        (-3.0, "Pendek"),
        (-2.01, "Pendek"),
        (-2.0, "Normal"),
        (3.0, "Normal"),
        (3.01, "Tinggi"),
    ],
    "wfl": WEIGHT_FOR_LENGTH,
    "bmi": WEIGHT_FOR_LENGTH,
}


def _of(key: str, z: float) -> Growth:
    return Growth({key: Score(z, False)}, None, None, False)


@pytest.mark.parametrize(("key", "z", "name"), [(key, *bound) for key, bounds in BOUNDS.items() for bound in bounds])
def test_classes_at_their_bounds(key: str, z: float, name: str) -> None:
    """Permenkes 2/2020, table of thresholds, on the z-score rounded to two decimals."""
    found = classes_by_day(_of(key, z))[key]
    assert found.basis == "by_day"
    assert Wording("id").phrase(f"growth.{found.code}") == name


def test_the_rounded_z_score_decides() -> None:
    """Permenkes 2/2020 on two decimals: a girl with z = -3.004 is "gizi kurang", -3.006 "gizi buruk"."""
    m, l, s = 49.1477, 1, 0.0379  # noqa: E741 - WHO, girls, day 0, length
    for z, code in ((-3.004, "stunted"), (-3.006, "severely_stunted")):
        growth = growth_of(Child("female", 0, length_cm=m * (1 + l * s * z)))
        assert classes_by_day(growth)["len"].code == code


def test_oedema_is_severe_wasting() -> None:
    """WHO and Permenkes: whatever the weight; no class of weight or BMI for age."""
    child = Child("male", 400, 12.0, 75.0, oedema=True)
    found = classes_by_day(growth_of(child), oedema=True)
    assert {key: one.code for key, one in found.items()} == {"len": "normal_length", "wfl": "severely_wasted"}


@pytest.mark.parametrize(
    ("cm", "code"), [(11.4, "severely_wasted"), (11.5, "wasted"), (12.4, "wasted"), (12.5, "well_nourished")]
)
def test_arm_circumference(cm: float, code: str) -> None:
    """Permenkes 2/2020: below 11.5 cm gizi buruk, below 12.5 cm gizi kurang."""
    found = class_by_muac(cm, 24)
    assert found is not None and found == ("by_muac", code)


@pytest.mark.parametrize(("months", "classed"), [(5, False), (6, True), (59, True), (60, False), (None, False)])
def test_arm_circumference_from_6_to_59_months(months: int | None, classed: bool) -> None:
    """Permenkes 2/2020: LILA is for 6 to 59 months."""
    assert (class_by_muac(12.0, months) is not None) is classed


def test_an_unmeasured_or_absurd_arm_has_no_class() -> None:
    """120 is millimetres."""
    assert class_by_muac(None, 24) is None and class_by_muac(120, 24) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_says_its_name_and_basis(language: str) -> None:
    """A class by day can never be read as one of the monthly table."""
    wording = Wording(language)
    codes = {step.code for steps in class_rules().by_z.values() for step in steps}
    for code in codes:
        day, month = (wording.phrase(f"growth.{basis}", name=wording.phrase(f"growth.{code}")) for basis in BASES)
        assert day != month
    found = classes_by_day(_of("wfl", 0.0))["wfl"]
    assert wording.say(found.sentence) == wording.phrase("growth.by_day", name=wording.phrase("growth.well_nourished"))


BASES = ("by_day", "by_month_table")


def test_both_languages_have_the_same_sentences() -> None:
    """Every code has an Indonesian and an English sentence with the same parameters."""
    texts = [
        msgspec.json.decode((paths.resources() / "text" / language / "growth.json").read_bytes(), type=dict[str, str])
        for language in LANGUAGES
    ]
    assert texts[0].keys() == texts[1].keys()
    for code in texts[0]:
        fields = [{part.partition("}")[0] for part in text[code].split("{")[1:]} for text in texts]
        assert fields[0] == fields[1], code
