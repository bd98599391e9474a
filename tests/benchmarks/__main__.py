"""`make bench`: every benchmark in one run, each as a ratio against its limit; exit 1 when one is over."""

import sys

from tests.benchmarks import growth, journal, scorecard


def main() -> int:
    """Prints a line per measure and gives the number of those over their limit, at most 1."""
    over = False
    for suite in (growth.run, scorecard.run, journal.run):
        for name, measured, limit in suite():
            over |= measured > limit
            print(f"{'ok  ' if measured <= limit else 'OVER'} {measured:9.2f} of {limit:7.2f}  {name}", flush=True)
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
