"""What the z-scores cost: many children against numpy's bare formula, one child and the tables against the clock.

`python -m tests.benchmarks.growth` prints name, measured ratio and limit; exit 1 when a limit is missed.
"""

import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kpm_desktop.domain.growth.child import Child, growth_of
from kpm_desktop.domain.growth.column_tables import DAYS, ORDER, age_tables
from kpm_desktop.domain.growth.columns import Children, scores_of

CHILDREN = 1_000_000
ROUNDS = 15
ONE_CHILD_US = 20
TABLES_MS = 20

Floats = NDArray[np.float64]


def run() -> list[tuple[str, float, float]]:
    """(name, measured ratio, limit) of each; the ratios of the arrays come from alternating runs.

    Beyond 3 standard deviations the rules ask for two more powers, so a table of such children has its own limit.
    """
    return [
        ("z-scores, a million likely children / bare formula", _columns(spread=0.04), 3.0),
        ("z-scores, a million, most beyond 3 SD / bare formula", _columns(spread=0.25), 4.0),
        (f"one child / {ONE_CHILD_US} µs", _one_child_us() / ONE_CHILD_US, 1.0),
        (f"all tables, first use / {TABLES_MS} ms", _tables_ms() / TABLES_MS, 1.0),
    ]


def _columns(spread: float) -> float:
    """Every rule on a million children, relative to ((y/M)^L - 1)/(S·L) alone, L, M and S already at hand."""
    children, lms = _children(spread)
    ours, formula = [], []
    scores_of(children)
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: scores_of(children)))
        formula.append(_seconds(lambda: _bare_formula(children, lms)))
    return min(ours) / min(formula)


def _children(spread: float) -> tuple[Children, list[tuple[Floats, Floats, Floats]]]:
    draw = np.random.default_rng(7)
    sex = draw.integers(1, 3, CHILDREN).astype(np.uint8)
    age = draw.integers(0, DAYS, CHILDREN).astype(float)
    at = (age + (sex == 2) * DAYS).astype(int)
    table, keys = age_tables(), [indicator.key for indicator in ORDER]

    def median(key: str) -> Floats:
        found: Floats = table.m[keys.index(key)][at]
        found[found == 1] = 13.0  # arms before day 91 have no median
        return found

    def varied(middle: Floats, times: float, decimals: int) -> Floats:
        found: Floats = np.round(middle * draw.normal(1, spread * times, CHILDREN).clip(0.4, 2), decimals)
        return found

    children = Children(
        sex,
        age,
        varied(median("wei"), 3, 2),
        varied(median("len"), 1, 1),
        draw.integers(0, 3, CHILDREN).astype(np.uint8),
        varied(median("hc"), 0.8, 1),
        varied(median("ac"), 2, 1),
        draw.random(CHILDREN) < 0.01,
    )
    return children, [_lms(median(key), draw) for key in ("len", "wei", "wei", "bmi", "hc", "ac")]


def _lms(m: Floats, draw: np.random.Generator) -> tuple[Floats, Floats, Floats]:
    return draw.uniform(-0.5, 0.5, CHILDREN), m, draw.uniform(0.03, 0.15, CHILDREN)


def _bare_formula(children: Children, lms: list[tuple[Floats, Floats, Floats]]) -> None:
    weight, length = children.weight_kg, children.length_cm
    measures = (length, weight, weight, weight, children.head_cm, children.muac_cm)
    for y, (l, m, s) in zip(measures, lms, strict=True):  # noqa: E741
        ((y / m) ** l - 1) / (s * l)


def _one_child_us() -> float:
    child = Child("female", 500.0, 9.4, 77.35, "standing", 45.5, 14.1)
    growth_of(child)
    best = min(_seconds(lambda: [growth_of(child) for _ in range(1000)]) for _ in range(50))
    return best * 1e6 / 1000


def _tables_ms() -> float:
    """The first z-scores of a fresh process, which read five tables by age and both by length."""
    code = (
        "import time\n"
        "from kpm_desktop.domain.growth.child import Child, growth_of\n"
        "start = time.perf_counter()\n"
        "growth_of(Child('male', 500.0, 9.4, 77.3, None, 45.5, 14.1))\n"
        "growth_of(Child('male', 800.0, 9.4, 77.3))\n"
        "print((time.perf_counter() - start) * 1000)\n"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(7)]
    return min(float(done.stdout) for done in runs)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    results = run()
    for name, ratio, limit in results:
        print(f"{name:60} {ratio:6.2f}  limit {limit:.2f}  {'ok' if ratio <= limit else 'MISSED'}")
    sys.exit(any(ratio > limit for _, ratio, limit in results))
