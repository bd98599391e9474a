"""The few words in which every field is declared: unit, limits, choices, reference.

Each function returns a `msgspec.Meta`, so that `Annotated[int, grams(900, 58000)] | None = None` declares the
stored type, the limits the wire check enforces and, in a `Spec`, all that table, CSV column and form need.
"""

from dataclasses import dataclass, replace
from typing import Any

from msgspec import Meta

from kpm_desktop.domain.calendar import MONTH

VILLAGE_CODE = r"\A[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}\Z"
REGION_CODE = r"\A[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?\Z"

#: The most characters of a choice.
_LONGEST_CHOICE = 64

#: The years of facilities, budgets and convergence actions.
YEARS = (1900, 2100)


@dataclass(frozen=True, slots=True)
class Spec:
    """What a field is, beyond its stored type.

    form: text, digits, yes_no, count, measure, date, month, choice, choices, reference, references,
    village, region or key. unit: of a `measure`. choices: the known values. refers_to: the kinds an id may
    name, none for "any".
    past_only: at entry, not after today. lines: text of several lines. foreign: the reference may name a record of
    another region.
    """

    form: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    past_only: bool = False
    lines: bool = False
    foreign: bool = False
    low: int | None = None
    high: int | None = None


def spec_of(meta: Meta) -> Spec:
    """The `Spec` a vocabulary function put into a `Meta`."""
    extra = meta.extra or {}
    spec = extra["spec"]
    assert isinstance(spec, Spec)
    return spec


def item_of(meta: Meta) -> Meta | None:
    """The limits each value of a list keeps, beyond its type."""
    return (meta.extra or {}).get("item")


def _meta(spec: Spec, *, item: Meta | None = None, **limits: Any) -> Meta:
    return Meta(extra={"spec": spec, "item": item}, **limits)


def text(longest: int = 200) -> Meta:
    """Text of one line and at most `longest` characters."""
    return _meta(Spec("text", high=longest), min_length=1, max_length=longest)


def lines(longest: int = 2000) -> Meta:
    """Text of several lines and at most `longest` characters."""
    return _meta(Spec("text", high=longest, lines=True), min_length=1, max_length=longest)


def digits(fewest: int, most: int) -> Meta:
    """A number that is a name, kept as text: so many digits."""
    return _meta(Spec("digits", low=fewest, high=most), pattern=rf"\A[0-9]{{{fewest},{most}}}\Z")


def village() -> Meta:
    """A Kemendagri code of a desa or kelurahan, `12.75.01.1001`."""
    return _meta(Spec("village"), pattern=VILLAGE_CODE)


def region() -> Meta:
    """A Kemendagri code of any level, `12` to `12.75.01.1001`."""
    return _meta(Spec("region"), pattern=REGION_CODE)


def yes_no() -> Meta:
    """True, false or empty; empty means "not asked", never "no"."""
    return _meta(Spec("yes_no"))


def count(low: int, high: int) -> Meta:
    """A whole number of things or a year, within limits."""
    return _meta(Spec("count", low=low, high=high), ge=low, le=high)


def measure(unit: str, low: int, high: int) -> Meta:
    """A measured whole number in `unit` (g, mm, g/L, mmHg, Rp, microdegree), within limits."""
    return _meta(Spec("measure", unit=unit, low=low, high=high), ge=low, le=high)


def grams(low: int, high: int) -> Meta:
    """A mass in whole grams."""
    return measure("g", low, high)


def millimetres(low: int, high: int) -> Meta:
    """A length in whole millimetres."""
    return measure("mm", low, high)


def rupiah() -> Meta:
    """An amount of money in whole rupiah, not below zero; ± 2^53 is the wire's own limit."""
    return measure("Rp", 0, 2**53)


def day() -> Meta:
    """A civil date of 1900 to 2100 (`FIRST_DAY`, `LAST_DAY`) that may lie in the future."""
    return _meta(Spec("date"))


def past_day() -> Meta:
    """A civil date that, at entry, is not after today."""
    return _meta(Spec("date", past_only=True))


def month() -> Meta:
    """A calendar month, `2025-07`; at entry not after the current one."""
    return _meta(Spec("month", past_only=True), pattern=MONTH)


def choice(*known: str) -> Meta:
    """One of the known values at entry; an unknown one that arrives is kept (no limit on the wire)."""
    return _meta(Spec("choice", choices=known), min_length=1, max_length=_LONGEST_CHOICE)


def choices(*known: str) -> Meta:
    """A sorted list without doubles of known values; unknown ones that arrive are kept."""
    one = Meta(min_length=1, max_length=_LONGEST_CHOICE)
    return _meta(Spec("choices", choices=known), item=one, max_length=100)


def reference(*kinds: str, foreign: bool = False) -> Meta:
    """The id of a record of one of `kinds`, of the same region unless `foreign`."""
    return _meta(Spec("reference", refers_to=kinds, foreign=foreign))


def references(*kinds: str) -> Meta:
    """A sorted list without doubles of ids."""
    return _meta(Spec("references", refers_to=kinds), max_length=1000)


def key(length: int) -> Meta:
    """A public key, hash or signature of `length` bytes in lower-case hexadecimal."""
    return _meta(Spec("key"), pattern=rf"\A[0-9a-f]{{{2 * length}}}\Z")


def keys(length: int) -> Meta:
    """Several of them, sorted."""
    one = key(length)
    return _meta(replace(spec_of(one), form="keys"), item=Meta(pattern=one.pattern), max_length=100_000)
