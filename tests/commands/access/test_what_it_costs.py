"""The short form of `make bench standing`: counted steps for one size and for twice as much."""

from tests.benchmarks.standing import Size, district
from tests.support.steps import steps

SMALL = Size(villages=4, cadres=32, stopped=250, told=20, waiting=60)
#: Counted, it varies with nothing: twice, and a little for how a tree of twice as much is deeper.
MOST = 2.2


def test_who_may_and_who_waits_costs_twice_for_twice_as_much() -> None:
    with district(SMALL, steps) as one, district(SMALL.twice, steps) as two:
        for what in ("judge", "tell", "release", "wait"):
            small, large = getattr(one, what)(), getattr(two, what)()
            assert small > 1000, f"{what}: too little to tell"
            assert large / small < MOST, what
