"""The cells of a table for `kpm growth`: text in, number or code out, never a guess.

A number has a decimal point. `9,4` is refused with a sentence that says so: in a comma-separated file a comma that is
read as anything but a separator has already moved every cell after it.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.growth import rules
from kpm_desktop.domain.growth.rules import Limits
from kpm_desktop.domain.records.tidy import bare
from kpm_desktop.exchange.cells import naming_the_unseen

T = TypeVar("T")

#: Written by R, pandas and Excel for "not measured".
MISSING = frozenset(("", "na", "nan"))
#: As in the child's record (`gestation_at_birth_weeks`).
GESTATION_WEEKS = Limits(20, 44)

_SEXES = {"1": rules.MALE, "1.0": rules.MALE, "2": rules.FEMALE, "2.0": rules.FEMALE}
_POSITIONS = {"l": rules.LYING, "h": rules.STANDING}
_OEDEMA = {"y": True, "1": True, "1.0": True, "n": False, "2": False, "2.0": False}
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_WITH_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_LONGEST = 40


class Column(NamedTuple, Generic[T]):
    """A column of a block: its values, and by row what could not be read (its value is then the missing one)."""

    values: list[T]
    problems: dict[int, Reason]


def read_column(texts: Sequence[str], read: Callable[[str], T | Reason], missing: T) -> Column[T]:
    """Reads a column, each different text once: a block of many children holds few different measures."""
    understood: dict[str, T] = {}
    refused: dict[str, Reason] = {}
    for text in set(texts):
        value = read(text)
        if isinstance(value, Reason):
            refused[text] = value
            value = missing
        understood[text] = value
    problems = {row: refused[text] for row, text in enumerate(texts) if text in refused} if refused else {}
    return Column([understood[text] for text in texts], problems)


def number(text: str) -> float | Reason:
    """A finite number with a decimal point; NaN for a missing one."""
    plain = bare(text)
    if plain.lower() in MISSING:
        return math.nan
    if len(plain) <= _LONGEST and _NUMBER.fullmatch(plain):
        value = float(plain)
        return value if math.isfinite(value) else _not_a_number(plain)
    return naming_the_unseen(_not_a_number(plain), text)


def _not_a_number(text: str) -> Reason:
    if len(text) <= _LONGEST and _WITH_COMMA.fullmatch(text):
        return reason("growth.decimal_comma", text=text, better=text.replace(",", "."))
    return reason("growth.not_a_number", text=_shown(text))


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def within(limits: Limits, unit: object) -> Callable[[str], float | Reason]:
    """A reader of positive numbers within limits, in a unit named in the refusal."""

    def read(text: str) -> float | Reason:
        value = number(text)
        if isinstance(value, Reason) or math.isnan(value):
            return value
        if value <= 0:
            return reason("growth.not_positive", text=text)
        if not limits.low <= value <= limits.high:
            return reason("growth.absurd", text=text, low=limits.low, high=limits.high, unit=unit)
        return value

    return read


def age_days(text: str) -> float | Reason:
    """An age, fractions allowed, never negative; NaN for a missing one."""
    value = number(text)
    return reason("growth.negative_age", text=text) if isinstance(value, float) and value < 0 else value


def age_months(text: str) -> float | Reason:
    """Completed months; NaN for missing ones."""
    value = number(text)
    if isinstance(value, float) and not math.isnan(value) and (value < 0 or value != int(value)):
        return reason("growth.not_whole_months", text=text)
    return value


def _coded(codes: Mapping[str, T], missing: T, refusal: str) -> Callable[[str], T | Reason]:
    def read(text: str) -> T | Reason:
        code = bare(text).lower()
        if code in MISSING:
            return missing
        return codes[code] if code in codes else naming_the_unseen(reason(refusal, text=_shown(bare(text))), text)

    return read


weight_kg = within(rules.WEIGHT_KG, "kg")
length_cm = within(rules.LENGTH_CM, "cm")
head_cm = within(rules.HEAD_CM, "cm")
muac_cm = within(rules.MUAC_CM, "cm")
gestation_weeks = within(GESTATION_WEEKS, reason("growth.weeks"))
sex: Callable[[str], str | Reason | None] = _coded(_SEXES, None, "growth.unknown_sex")
position: Callable[[str], str | Reason | None] = _coded(_POSITIONS, None, "growth.unknown_position")
oedema: Callable[[str], bool | Reason] = _coded(_OEDEMA, False, "growth.unknown_oedema")
