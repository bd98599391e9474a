"""Work that goes back and forth between the store and elsewhere: a route, or what takes its time and needs no store.

The store is touched in one thread and a line may be slow, so such work is written as a generator: between its yields it
works with the store, and it yields what is to be done elsewhere. Whoever drives it decides where each half runs: the
command line does all of it here and now, the windows do the halves in different threads.
"""

from collections.abc import Callable, Generator
from typing import Any, TypeVar

from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync.route import Route

T = TypeVar("T")
R = TypeVar("R")
#: What is to be done at the route; its result, or its refusal, goes back into the steps.
AtRoute = Callable[[Route], Any]
Steps = Generator[AtRoute, Any, T]
#: The same of what needs no route: whatever it is handed means nothing to it.
Aside = Callable[[object], Any]
StepsAside = Generator[Aside, Any, T]


#: Why one file or box of a place can be closed while the place answers: it is locked, forbidden, lies on a bad spot of
#: the disk, or somebody put something else there.
_OF_ONE = frozenset(
    {
        "route.denied",
        "route.not_dav",
        "route.not_found",
        "route.trouble",
        "bundle.folder_crowded",
        "bundle.folder_denied",
        "bundle.folder_gone",
        "bundle.folder_no_folder",
    }
)


def probe(route: Route) -> None:
    """Asks the place itself."""
    route.probe()


def held_up(step: Callable[[Route], T], late: list[Refused]) -> Steps[T | None]:
    """Does a step about one file or box; None where that one is closed, and why stands in `late`: nothing else waits
    for it. The place is asked each time; where it does not answer either, that is the refusal."""
    try:
        done: T = yield step
    except Refused as refusal:
        if refusal.reasons[0].code not in _OF_ONE:
            raise
        yield probe
        late.append(refusal)
        return None
    return done


def run_steps(steps: Generator[Callable[[R], Any], Any, T], elsewhere: R) -> T:
    """Does all of them, one half after the other; each of those done elsewhere is handed the route they need."""
    try:
        held = [next(steps)]
        while True:
            held.append(next_step(steps, held.pop(), elsewhere))
    except StopIteration as done:
        result: T = done.value
        return result


def next_step(
    steps: Generator[Callable[[R], Any], Any, T], step: Callable[[R], Any], elsewhere: R
) -> Callable[[R], Any]:
    """Does one step elsewhere and goes on to the next with what came of it."""
    try:
        answer = step(elsewhere)
    except Refused as refusal:
        return steps.throw(refusal)
    del step  # what it held, a whole bundle perhaps, is not needed any more
    return steps.send(answer)
