"""What a piece of work costs, counted and not timed: the same on every machine."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

#: Between so many steps of SQLite's machine it is asked whether to go on.
AT_A_TIME = 100


def steps(work: Callable[[], object]) -> float:
    """The lines of Python that were run, and the steps of SQLite's machine, of which ten cost about one line."""
    count = 0
    before = sys.gettrace()

    def trace(frame: FrameType, what: str, arg: object) -> Any:
        nonlocal count
        count += what == "line"
        return trace

    def go_on() -> int:
        nonlocal count
        count += AT_A_TIME // 10
        return 0

    with _asked_by_sqlite(go_on):
        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(before)
    return count


@contextmanager
def _asked_by_sqlite(go_on: Callable[[], int]) -> Iterator[None]:
    """Every connection that runs a statement from here on asks."""
    asking: list[Any] = []

    def listen(connection: Any, cursor: Any, *_: object) -> None:
        raw = cursor.connection
        if not any(raw is one for one in asking):
            asking.append(raw)
            raw.set_progress_handler(go_on, AT_A_TIME)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
        for raw in asking:
            raw.set_progress_handler(None, 0)
