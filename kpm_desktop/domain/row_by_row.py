"""Rows made one by one: a record that cannot be shown is one row that says so, and takes no other with it.

Whoever makes rows of records for a list, a page or a report makes them by `row_by_row`, at the one place all rows of it
pass. What is caught is what a record's own values can bring about; a disk that fails is no matter of one row.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from kpm_desktop.domain.errors import Named, Reason, reason

OF_ITS_RECORD = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

T = TypeVar("T")
R = TypeVar("R")


def row_by_row(records: Iterable[T], row: Callable[[T], R], instead: Callable[[T], R]) -> Iterator[R]:
    """A row of each record, in order; `instead` makes the one of a record whose own cannot be made."""
    for record in records:
        try:
            made = row(record)
        except OF_ITS_RECORD:
            made = instead(record)
        yield made


def unshown(kind: str, record: UUID | str) -> Reason:
    """The sentence of such a row: which record it is, so that somebody can ask about it."""
    return reason("row.unshown", kind=Named(kind), id=record)
