"""Lists of records as `kpm` says them: one that cannot be said is one line or object that says so."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from kpm_desktop.cli.console import Console
from kpm_desktop.domain.row_by_row import row_by_row, unshown

T = TypeVar("T")
#: The kind and id of the record something is about.
Which = Callable[[T], tuple[str, UUID | str]]


def say_each(console: Console, found: Iterable[T], say: Callable[[T], None], which: Which[T]) -> None:
    """Says each."""

    def instead(one: T) -> None:
        console.result(console.wording.say(unshown(*which(one))))

    for _ in row_by_row(found, say, instead):
        pass


def json_of_each(console: Console, found: Iterable[T], plain: Callable[[T], Any], which: Which[T]) -> None:
    """A JSON list with each of them; `unshown` is true of one that cannot be told."""
    told = row_by_row(found, partial(_encodable, plain), lambda one: _unshown(*which(one)))
    console.result(json.dumps(list(told), ensure_ascii=False, indent=1))


def _encodable(plain: Callable[[T], Any], one: T) -> Any:
    """What it says of itself, once that is certain to be JSON."""
    told = plain(one)
    json.dumps(told)
    return told


def _unshown(kind: str, record: UUID | str) -> dict[str, Any]:
    return {"unshown": True, "kind": kind, "id": str(record)}
