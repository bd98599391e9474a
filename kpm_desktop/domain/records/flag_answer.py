"""Warnings somebody looked at again (docs/records.md)."""

from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import choice, lines, reference, text


class FlagAnswer(Record, frozen=True, kw_only=True):
    """A warning somebody looked at again and confirmed, with the reason."""

    KIND: ClassVar[str] = "flag_answer"
    KEY: ClassVar[tuple[str, ...]] = ("about_kind", "about_id", "rule")
    HANGS_ON: ClassVar[str] = "about_id"

    about_kind: Annotated[str, text(64)]
    about_id: Annotated[UUID, reference()]
    rule: Annotated[str, text(64)]
    answer: Annotated[str, choice("confirmed", "acknowledged")]
    reason: Annotated[str, lines()] | None = None


def short_rule(rule: str) -> str:
    """A rule's code without its topic: `measure.gained` as `gained`. A visit keeps what was confirmed under the one
    name, the list of findings under the other; both say the same."""
    return rule.partition(".")[2] or rule
