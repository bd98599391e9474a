"""Children for the tests of growth: WHO's reference sample, random ones, and one child as columns."""

import csv
import gzip
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from kpm_desktop.domain.growth.child import Child, Growth, growth_of
from kpm_desktop.domain.growth.columns import POSITION_CODES, SEX_CODES, Children, Scores, scores_of
from kpm_desktop.domain.growth.rules import INDICATORS

SAMPLE = Path(__file__).parents[2] / "data" / "growth" / "who_reference_sample.csv.gz"
KEYS = tuple(indicator.key for indicator in INDICATORS)

#: What one child has: by indicator z and flag, then whether standing is implausible.
Outcome = tuple[tuple[tuple[float, bool] | None, ...], bool]


def sample_rows() -> list[dict[str, str]]:
    """The rows of WHO's reference sample as text."""
    with gzip.open(SAMPLE, "rt", newline="") as file:
        return list(csv.DictReader(file))


def sample_child(row: dict[str, str]) -> Child:
    """A row of the sample, its codes read as WHO's documentation gives them."""
    return Child(
        sex={"1": "male", "2": "female"}.get(row["sex"]),
        age_days=_number(row["age_days"]),
        weight_kg=_number(row["weight"]),
        length_cm=_number(row["lenhei"]),
        position={"l": "lying", "h": "standing"}.get(row["measure"].lower()),
        head_cm=_number(row["headc"]),
        muac_cm=_number(row["muac"]),
        oedema=row["oedema"].lower() in ("y", "1"),
    )


def sample_outcome(row: dict[str, str]) -> Outcome:
    """What WHO's program says of a row."""
    found = ((float(row[f"z{key}"]), row[f"f{key}"] == "1") if row[f"z{key}"] else None for key in KEYS)
    return tuple(found), row["c9mo_flag"] == "1"


def _number(text: str) -> float | None:
    return float(text) if text else None


def outcome(growth: Growth) -> Outcome:
    """One child's result in comparable form."""
    found = (growth.scores.get(key) for key in KEYS)
    return tuple(None if score is None else (score.z, score.flagged) for score in found), growth.standing_implausible


def outcomes(scores: Scores) -> list[Outcome]:
    """The columns' results in comparable form."""
    pairs = [zip(scores.z[key].tolist(), scores.flagged[key].tolist(), strict=True) for key in KEYS]
    implausible = scores.standing_implausible.tolist()
    return [
        (tuple(None if z != z else (z, flagged) for z, flagged in row), is_so)
        for row, is_so in zip(zip(*pairs, strict=True), implausible, strict=True)
    ]


def as_columns(children: Sequence[Child]) -> Children:
    """The same children as arrays."""

    def numbers(values: list[float | None]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array([np.nan if value is None else value for value in values], float)

    return Children(
        np.array([SEX_CODES[child.sex] for child in children], np.uint8),
        numbers([child.age_days for child in children]),
        numbers([child.weight_kg for child in children]),
        numbers([child.length_cm for child in children]),
        np.array([POSITION_CODES[child.position] for child in children], np.uint8),
        numbers([child.head_cm for child in children]),
        numbers([child.muac_cm for child in children]),
        np.array([child.oedema for child in children], bool),
    )


def both(child: Child) -> Growth:
    """One child's result, after making sure that the columns give the same."""
    growth = growth_of(child)
    assert outcomes(scores_of(as_columns([child]))) == [outcome(growth)]
    return growth


def random_children(count: int, seed: int) -> Iterator[Child]:
    """Plausible children, extreme ones and slips; ages on and between every boundary."""
    draw = random.Random(seed)
    edges = (0, 0.49, 0.5, 90.4, 90.5, 91, 273.9, 273.9375, 274, 730.4, 730.5, 731, 1826, 1826.24, 1826.25, 1827, 3000)
    for _ in range(count):
        age = draw.choice((draw.randrange(1900), draw.uniform(0, 1900), draw.randrange(731), draw.choice(edges), None))
        typical = 50 + 1.9 * (age or 400) ** 0.47
        length = draw.choice(
            (typical * draw.gauss(1, 0.05), draw.uniform(5, 130), draw.choice((45, 65, 86.9, 87, 110)))
        )
        weight = draw.choice(((length / 100) ** 2 * draw.gauss(16, 2.5), draw.uniform(0.05, 40)))
        yield Child(
            sex=draw.choice(("male", "female", "male", "female", None)),
            age_days=age,
            weight_kg=_rounded(draw, weight),
            length_cm=_rounded(draw, length),
            position=draw.choice(("lying", "standing", None)),
            head_cm=_rounded(draw, draw.uniform(25, 60)),
            muac_cm=_rounded(draw, draw.choice((draw.gauss(15, 2), draw.uniform(0.5, 110)))),
            oedema=draw.random() < 0.05,
        )


def _rounded(draw: random.Random, measure: float) -> float | None:
    return draw.choice((round(measure, 1), round(measure, 2), round(measure, 1), measure, None))
