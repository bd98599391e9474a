"""Numbers as people type them. Comma and point both mean the decimal sign; there are no thousands; what is kept is a
whole number of the smallest step: 9,4 kg is 9400."""

import re
import unicodedata
from dataclasses import dataclass

_NUMBER = re.compile(r"\A(-?)([0-9]{0,12})(?:[.,]([0-9]*))?\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is typed: its word, and how many decimals lead to the unit that is kept (kg to g: 3)."""

    word: str
    decimals: int = 0


#: The units records keep (`Spec.unit`), as people write them.
UNITS = {
    "g": Unit("kg", 3),
    "mm": Unit("cm", 1),
    "g/L": Unit("g/dL", 1),
    "mmHg": Unit("mmHg"),
    "Rp": Unit("Rp"),
    "": Unit(""),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood: a whole number of the kept unit, or why not (`not_a_number`, `too_fine`, `too_low`,
    `too_high`); neither when nothing was typed."""

    value: int | None = None
    problem: str = ""


def parse_number(text: str, unit: Unit, low: int | None = None, high: int | None = None) -> Typed:
    """Reads what was typed; `low` and `high` are in the kept unit."""
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace(" ", "")
    if unit.word and plain.lower().endswith(unit.word.lower()):
        plain = plain[: -len(unit.word)]
    if not plain:
        return Typed()
    match = _NUMBER.match(plain)
    if match is None or not (match[2] or match[3]):
        return Typed(problem="not_a_number")
    fraction = (match[3] or "").rstrip("0")
    if len(fraction) > unit.decimals:
        return Typed(problem="too_fine")
    value = int((match[2] or "0") + fraction.ljust(unit.decimals, "0"))
    value = -value if match[1] else value
    if low is not None and value < low:
        return Typed(value, "too_low")
    if high is not None and value > high:
        return Typed(value, "too_high")
    return Typed(value)


def number_text(value: int, unit: Unit, comma: str = ",", *, least: int = 0) -> str:
    """A kept number as it is written: 9400 in kg is `9,4`; `least` decimals are always shown."""
    digits = str(abs(value)).rjust(unit.decimals + 1, "0")
    whole, fraction = (digits[: -unit.decimals], digits[-unit.decimals :]) if unit.decimals else (digits, "")
    fraction = fraction.rstrip("0").ljust(least, "0")
    sign = "−" if value < 0 else ""
    return f"{sign}{whole}{comma}{fraction}" if fraction else f"{sign}{whole}"
