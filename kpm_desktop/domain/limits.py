"""A field's own limit as a sentence: what a value breaks, said to whoever entered it or has to repair it."""

from typing import Any

from kpm_desktop.domain.calendar import FIRST_DAY, LAST_DAY, month_of, parse_day
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.catalogue import Field

#: Forms whose values are one of a few shapes, and what is said of anything else.
_SHAPES = {
    "yes_no": "rules.not_yes_no",
    "village": "rules.not_a_village",
    "region": "rules.not_a_region",
    "reference": "rules.bad_id",
    "references": "rules.bad_id",
}


def limit_reason(declared: Field, value: Any) -> Reason:
    """Why a plain value is outside a field's own limits."""
    spec = declared.spec
    if spec.form == "text":
        return reason("rules.too_long", count=len(str(value)), limit=spec.high)
    if spec.form == "digits":
        many = f"{spec.low}" if spec.low == spec.high else f"{spec.low}–{spec.high}"
        return reason("rules.not_digits", limit=many)
    if spec.form in ("date", "month"):
        return date_reason(spec.form, str(value))
    if spec.form in _SHAPES:
        return reason(_SHAPES[spec.form], value=value)
    if spec.form in ("choice", "choices"):
        return reason("rules.not_a_choice", value=value, choices=spec.choices)
    unit = f" {spec.unit}" if spec.unit else ""
    return reason("rules.outside", value=value, low=spec.low, high=spec.high, unit=unit)


def date_reason(form: str, text: str) -> Reason:
    """Why a text is no date, or no month, of a record: it is none at all, or lies before 1900 or after 2100."""
    low, high = (FIRST_DAY, LAST_DAY) if form == "date" else (month_of(FIRST_DAY), month_of(LAST_DAY))
    try:
        day = parse_day(text if form == "date" else f"{text}-01")
    except ValueError:
        return reason(f"rules.not_a_{form}", value=text)
    if day < FIRST_DAY:
        return reason("rules.before_1900", value=text, limit=low)
    return reason("rules.after_2100", value=text, limit=high)


def broken_limit(code: str, declared: Field | None, value: Any) -> Reason:
    """Why a value is withheld, by the code it is withheld for; the limit itself where there is a number to name."""
    if code == "out_of_limits" and declared is not None and value is not None:
        return limit_reason(declared, value)
    return reason(f"repair.{code if code in _TOLD else 'out_of_limits'}")


_TOLD = frozenset({"out_of_limits", "not_sorted", "other_region", "wrong_id"})
