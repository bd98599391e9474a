"""What every record has, and what a kind says about itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

import msgspec

from kpm_desktop.domain.errors import Named, Reason, reason
from kpm_desktop.domain.records.vocabulary import choice, lines, reference, text


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule found in a record: the field to look at and why. A warning never blocks."""

    field: str
    why: Reason
    blocks: bool = True


def finding(field: str, code: str, /, **params: object) -> Finding:
    """A finding that blocks entry."""
    return Finding(field, reason(code, **params))


def warning(field: str, code: str, /, **params: object) -> Finding:
    """A finding that asks for a second look."""
    return Finding(field, reason(code, **params), blocks=False)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One merged record. A field without default is required; empty is `None`.

    KIND: its name in tables, files and on the wire. KEY: the fields a derived id is made of, empty where a new
    record takes a UUIDv7. HANGS_ON: the field that leads to its region.
    """

    KIND: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ()
    HANGS_ON: ClassVar[str] = "village_code"

    id: UUID
    status: Annotated[str, choice("active", "entered_in_error")] = "active"
    merged_into_id: Annotated[UUID, reference()] | None = None
    note: Annotated[str, lines()] | None = None
    ref: Annotated[str, text(64)] | None = None

    @classmethod
    def named(cls, field: str, choice: str = "") -> Named:
        """A field of this kind, or one of its choices, as the parameter of a reason."""
        return Named(cls.KIND, field, choice)

    def check(self) -> Iterator[Finding]:
        """Rules between the fields of this one record; they block at entry and are findings after a merge."""
        yield from ()


def expected(field: str, value: object, other: Named, answer: Named) -> Iterator[Finding]:
    """The rule that a field says something once another one has its answer; where it is not known, it stays empty."""
    if value is None:
        yield warning(field, "rules.expected_for", other=other, value=answer)


def not_before(later: str, late: object, earlier: Named, early: object) -> Iterator[Finding]:
    """The rule that one date does not lie before another; an empty one passes."""
    if late is not None and early is not None and late < early:  # type: ignore[operator]
        yield finding(later, "rules.before", value=late, other=earlier, limit=early)
