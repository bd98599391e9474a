"""Work that goes back and forth between the store and a route.

The store is touched in one thread and a line may be slow, so such work is written as a generator: between its yields it
works with the store, and it yields what is to be done at the route. Whoever drives it decides where each half runs: the
command line does all of it here and now, the windows do the halves in different threads.
"""

from collections.abc import Callable, Generator
from typing import Any, TypeVar

from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync.route import Route

T = TypeVar("T")
#: What is to be done at the route; its result, or its refusal, goes back into the steps.
AtRoute = Callable[[Route], Any]
Steps = Generator[AtRoute, Any, T]


def run_steps(steps: Steps[T], route: Route) -> T:
    """Does all of them, one half after the other."""
    try:
        step = next(steps)
        while True:
            try:
                answer = step(route)
            except Refused as refusal:
                step = steps.throw(refusal)
            else:
                step = steps.send(answer)
    except StopIteration as done:
        result: T = done.value
        return result
