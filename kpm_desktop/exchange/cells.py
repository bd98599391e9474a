"""One cell of an interchange file and the field it belongs to: text in, JSON value out, and back."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.change import within_limits
from kpm_desktop.domain.errors import Named, Reason, reason, refused
from kpm_desktop.domain.limits import date_reason
from kpm_desktop.domain.records.catalogue import Field, fields
from kpm_desktop.domain.records.tidy import bare, tidied, unseen_signs
from kpm_desktop.domain.records.vocabulary import Spec
from kpm_desktop.domain.regions.region_code import region_code

_WHOLE = re.compile(r"\A[+-]?[0-9]{1,4000}\Z")
_LONGEST_SHOWN = 40
_MOST_DIGITS = 11  # a NIK has 16
HIDDEN = "…"


def shown(text: str) -> str:
    """A cell as a message may show it. What looks like a person's full name or a NIK that slipped into a wrong
    column, several words or a long number, is hidden; one short word or number is what its author needs to see."""
    if as_uuid(text) is not None:
        return text
    digits = sum(map(str.isdecimal, text))
    is_short = len(text) <= _LONGEST_SHOWN and digits <= _MOST_DIGITS and not re.search(r"\s", text)
    return text if is_short and text.isprintable() else HIDDEN


def as_uuid(text: str) -> UUID | None:
    """A UUID, or None for any other text."""
    try:
        return UUID(text) if len(text) in (32, 36) else None
    except ValueError:
        return None


def in_message(field: Field, value: Any) -> Any:
    """A stored value as a message may show it; what people wrote in words is never shown."""
    return HIDDEN if field.spec.form in ("text", "digits") else value


class BadCell(Exception):
    """A cell that cannot be taken, and why."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why.code)
        self.why = why


def parse(field: Field, text: str) -> Any:
    """The JSON value of a cell that is not empty; references stay text, and text of which nothing is left is None. What
    is invisible does no harm: it is left out, and named only where the rest is wrong. Raises BadCell."""
    if field.spec.form == "text":
        return _checked(field, tidied(field.spec, text))
    try:
        return _parsed(field, bare(text))
    except BadCell as bad:
        raise BadCell(naming_the_unseen(bad.why, text)) from None


def _parsed(field: Field, text: str) -> Any:
    parser = _PARSERS.get(field.spec.form)
    value = parser(field, text) if parser else text
    return value if field.spec.form in _WITHIN_LIMITS else _checked(field, value)


def naming_the_unseen(why: Reason, text: str) -> Reason:
    """Why a cell cannot be taken, and what nobody sees in it, where there is anything such."""
    signs = unseen_signs(text)
    return reason("rules.with_unseen", why=why, signs=signs) if signs else why


def _checked(field: Field, value: Any) -> Any:
    if field.spec.form == "text" and value == "":
        return None
    try:
        msgspec.convert(value, field.wire_type, strict=True)
    except msgspec.ValidationError:
        raise BadCell(_limit(field, value)) from None
    return value


def named_value(kind: str, field: str, text: str) -> Any:
    """The JSON value of a cell of a kind's field, also of a reference or several. Refused where it cannot be taken."""
    declared = fields(kind).get(field)
    if declared is None:
        raise refused("repair.no_field", field=field, kind=Named(kind))
    try:
        if declared.spec.form in ("reference", "references"):
            ids = sorted({_id(item) for item in text.split(";") if item.strip()})
            return ids if declared.is_list else _id(text)
        return parse(declared, text)
    except BadCell as bad:
        raise refused("repair.objection", name=Named(kind, field), field=field, why=bad.why) from None


def _id(text: str) -> str:
    found = as_uuid(bare(text))
    if found is None:
        raise BadCell(reason("rules.bad_id", value=shown(text)))
    return str(found)


def _yes_no(field: Field, text: str) -> bool:
    if text not in ("0", "1"):
        raise BadCell(reason("rules.not_yes_no", value=shown(text)))
    return text == "1"


def _whole(field: Field, text: str) -> int:
    if not _WHOLE.match(text):
        raise BadCell(reason("rules.not_whole", value=shown(text), unit=_unit(field.spec)))
    return int(text)


def _date(field: Field, text: str) -> str:
    return _dated(field, text)


def _month(field: Field, text: str) -> str:
    return _dated(field, text)


def _dated(field: Field, text: str) -> str:
    if not _is_dated(field.spec.form, text):
        raise BadCell(date_reason(field.spec.form, shown(text)))
    return text


@lru_cache(maxsize=4096)
def _is_dated(form: str, text: str) -> bool:
    """Whether a text is a date or month within the limits all of them have; a table names few of them many times."""
    kind, name = ("person", "birth_date") if form == "date" else ("child_visit", "month")
    return within_limits(fields(kind)[name], text) is None


def _choice(field: Field, text: str) -> str:
    if text not in field.spec.choices:
        raise BadCell(reason("rules.not_a_choice", value=shown(text), choices=field.spec.choices))
    return text


def _choices(field: Field, text: str) -> list[str]:
    return sorted({_choice(field, item.strip()) for item in text.split(";") if item.strip()})


def _region(field: Field, text: str) -> str:
    """A code may come without its points (docs/decisions/0013)."""
    return region_code(text) or text


_PARSERS: dict[str, Callable[[Field, str], Any]] = {
    "yes_no": _yes_no,
    "count": _whole,
    "measure": _whole,
    "date": _date,
    "month": _month,
    "choice": _choice,
    "choices": _choices,
    "village": _region,
    "region": _region,
}


#: Forms whose parser leaves nothing that could break a limit.
_WITHIN_LIMITS = frozenset({"yes_no", "date", "month", "choice", "choices"})


def _limit(field: Field, value: Any) -> Reason:
    """Names the limit a value breaks; personal values are counted, not shown."""
    spec = field.spec
    if spec.form in ("count", "measure"):
        return reason("rules.outside", value=shown(str(value)), low=spec.low, high=spec.high, unit=_unit(spec))
    if spec.form == "text":
        return reason("rules.too_long", count=len(value), limit=spec.high)
    if spec.form == "digits":
        return reason("rules.not_digits", limit=" / ".join(map(str, sorted({spec.low or 0, spec.high or 0}))))
    if spec.form in ("village", "region"):
        return reason(f"rules.not_a_{spec.form}", value=shown(value))
    return reason("rules.bad_id", value=shown(str(value)))


def _unit(spec: Spec) -> str:
    return f" {spec.unit}" if spec.unit else ""


def matches(pattern: str, text: str) -> bool:
    """Whether a text is of a declared pattern, whole."""
    return re.fullmatch(pattern, text) is not None


def render(value: Any) -> str:
    """A JSON value as a cell; a NUL, which no table holds, is left out."""
    if value is None:
        return ""
    if value is True or value is False:
        return "1" if value else "0"
    if isinstance(value, list):
        value = ";".join(value)
    return str(value).replace("\0", "")
