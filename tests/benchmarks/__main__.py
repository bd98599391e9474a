"""`make bench`: every benchmark, each suite in a process of its own, as ratios against limits; exit 1 when one is over.

`python -m tests.benchmarks SUITE` runs one of them in this process.
"""

import subprocess
import sys
from collections.abc import Callable

from tests.benchmarks import (
    charts,
    district,
    exchange,
    growth,
    journal,
    memory,
    opening,
    posyandu,
    scorecard,
    standing,
    windows,
)
from tests.benchmarks.journal import Result

SUITES: dict[str, Callable[[], list[Result]]] = {
    "growth": growth.run,
    "scorecard": scorecard.run,
    "journal": journal.run,
    "memory": memory.run,
    "district": district.run,
    "exchange": exchange.run,
    "standing": standing.run,
    "windows": windows.run,
    "charts": charts.run,
    "posyandu": posyandu.run,
    "opening": opening.run,
}


def one(suite: str) -> int:
    """Prints a line per measure and gives 1 when one is over its limit."""
    over = False
    for name, measured, limit in SUITES[suite]():
        over |= measured > limit
        print(f"{'ok  ' if measured <= limit else 'OVER'} {measured:9.2f} of {limit:7.2f}  {name}", flush=True)
    return int(over)


def main() -> int:
    """Runs the suite that is named, or all of them one after the other, so that none inherits another's memory."""
    if len(sys.argv) > 1:
        return one(sys.argv[1])
    codes = [
        subprocess.run([sys.executable, "-m", "tests.benchmarks", suite], check=False).returncode for suite in SUITES
    ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
