"""What an answer asks to be done as soon as it is known: danger signs, thin arms, a low birth weight.

An attention is no doubt: the value is believed, and nothing has to be confirmed. Signs and thresholds are data with
their sources (`resources/rules/attention.json`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.errors import Named, Reason, reason
from kpm_desktop.domain.records.catalogue import fields

Level = Literal["refer", "risk", "watch"]
#: How much of what records keep is one of what people say: grams of a kilogram, millimetres of a centimetre.
_SPOKEN = {"g": 1000, "mm": 10, "g/L": 10}


@dataclass(frozen=True, slots=True)
class Attention:
    """The answer it follows from, the sentence, how urgent (`refer` now, `risk`, or `watch`), and who says so; not
    `is_confirmed`: the source was recalled, not read."""

    field: str
    why: Reason
    level: Level = "risk"
    source: str = ""
    is_confirmed: bool = True

    @property
    def is_urgent(self) -> bool:
        """Whether somebody has to go to the midwife or the Puskesmas now."""
        return self.level == "refer"


class _Rule(msgspec.Struct, frozen=True):
    """below, at_least: in the kept unit. equals: one answer. filled: any at all. Months are completed ones. confirmed:
    the source was read, not recalled."""

    kind: str
    field: str
    code: str
    level: Level
    source: str
    below: int | None = None
    at_least: int | None = None
    equals: bool | str | None = None
    filled: bool = False
    confirmed: bool = False
    from_month: int | None = None
    until_month: int | None = None


class _Rules(msgspec.Struct, frozen=True):
    id: str
    source: str
    rules: tuple[_Rule, ...]


@cache
def _rules_of(kind: str) -> tuple[_Rule, ...]:
    file = paths.resources() / "rules" / "attention.json"
    held = msgspec.json.decode(file.read_bytes(), type=_Rules)
    return tuple(rule for rule in held.rules if rule.kind == kind)


@cache
def attention_fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind some rule looks at."""
    return tuple(dict.fromkeys(rule.field for rule in _rules_of(kind)))


def attentions(kind: str, values: Mapping[str, Any], *, months: int | None = None) -> Iterator[Attention]:
    """What the plain values of a record ask to be done, at most one of a field, the fields in the rules' order.

    months: completed months of the child's age; rules that hold between two ages are silent where it is not known.
    """
    told: set[str] = set()
    for rule in _rules_of(kind):
        value = values.get(rule.field)
        if rule.field not in told and _is_of_age(rule, months) and _holds(rule, value):
            told.add(rule.field)
            yield Attention(rule.field, _why(rule, value), rule.level, _named(rule.source), rule.confirmed)


def _named(source: str) -> str:
    """A source by its name alone, without what it says there."""
    return source.partition(":")[0]


def _is_of_age(rule: _Rule, months: int | None) -> bool:
    if rule.from_month is None or rule.until_month is None:
        return True
    return months is not None and rule.from_month <= months <= rule.until_month


def _holds(rule: _Rule, value: Any) -> bool:
    if value is None or value == []:
        return False
    if rule.below is not None:
        return bool(value < rule.below)
    if rule.at_least is not None:
        return bool(value >= rule.at_least)
    return rule.filled or value == rule.equals


def _why(rule: _Rule, value: Any) -> Reason:
    """The sentence names the value and the limit as people say them, and each sign."""
    code, limit = f"attention.{rule.code}", rule.below if rule.below is not None else rule.at_least
    if limit is not None:
        return reason(code, value=_spoken(rule, value), limit=_spoken(rule, limit))
    if isinstance(value, list):
        known = fields(rule.kind)[rule.field].spec.choices
        signs = sorted(value, key=lambda sign: known.index(sign) if sign in known else len(known))
        return reason(code, value=[Named(rule.kind, rule.field, sign) for sign in signs])
    return reason(code)


def _spoken(rule: _Rule, value: int) -> Decimal:
    return Decimal(value) / _SPOKEN.get(fields(rule.kind)[rule.field].spec.unit, 1)
