"""Numbers as people type them; what is kept is a whole number of the smallest step: 9,4 kg is 9400.

In a unit with decimals comma and point both mean the decimal sign, and there are no thousands. In a unit without any
they set off thousands, `550.000` or `550,000`, where the groups are well formed. Whatever else could mean two numbers
means none: it is said, never guessed.
"""

import re
from dataclasses import dataclass

_WITH_DECIMALS = re.compile(r"\A(-?)([0-9]*)(?:[.,]([0-9]*))?\Z")
_WHOLE = re.compile(r"\A(-?)([0-9]+)\Z")
_GROUPED = re.compile(r"\A(-?)([1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\3[0-9]{3})*)\Z")
#: Part of a whole: understood as a number, but not one of these.
_BROKEN = re.compile(r"\A-?[0-9]*[.,][0-9]*\Z")
#: How amounts end on paper, `550.000,-` and `550.000,00`: whole, where the sign is not the one of the thousands.
_MONEY = re.compile(
    r"\A(?:(-?[0-9.,]*[0-9])[.,]-|(-?[0-9]{4,})[.,]00"
    r"|(-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+),00|(-?[1-9][0-9]{0,2}(?:,[0-9]{3})+)\.00)\Z"
)
_MONEY_START = re.compile(r"\ARp\.?\s*", re.IGNORECASE)
_SEPARATORS = str.maketrans("", "", ".,")
_MINUS = str.maketrans("−–", "--")
#: Digits and signs of East Asian keyboards stand so far behind their own.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is typed: its word, how many decimals lead to the unit that is kept (kg to g: 3), how many digits
    there may be, and whether thousands are set off where it is written."""

    word: str
    decimals: int = 0
    longest: int = 12
    is_grouped: bool = False


#: The units records keep (`Spec.unit`), as people write them.
UNITS = {
    "g": Unit("kg", 3),
    "mm": Unit("cm", 1),
    "g/L": Unit("g/dL", 1),
    "mmHg": Unit("mmHg"),
    "Rp": Unit("Rp", longest=16, is_grouped=True),
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
    plain = _without_unit(text.translate(_FULL_WIDTH).translate(_MINUS).strip(), unit)
    if not plain:
        return Typed(problem="not_a_number" if text.strip() else "")
    typed = _with_decimals(plain, unit) if unit.decimals else _whole(plain, unit)
    value = typed.value
    if value is not None and low is not None and value < low:
        return Typed(value, "too_low")
    if value is not None and high is not None and value > high:
        return Typed(value, "too_high")
    return typed


def number_text(value: int, unit: Unit, comma: str = ",", *, least: int = 0) -> str:
    """A kept number as it is written: 9400 in kg is `9,4`, 550000 in Rp `550.000`; `least` decimals always shown."""
    digits = str(abs(value)).rjust(unit.decimals + 1, "0")
    whole, fraction = (digits[: -unit.decimals], digits[-unit.decimals :]) if unit.decimals else (digits, "")
    if unit.is_grouped:
        whole = f"{int(whole):,}".replace(",", "." if comma == "," else ",")
    fraction = fraction.rstrip("0").ljust(least, "0")
    sign = "−" if value < 0 else ""
    return f"{sign}{whole}{comma}{fraction}" if fraction else f"{sign}{whole}"


def _without_unit(plain: str, unit: Unit) -> str:
    """`Rp` stands before an amount and other units behind a number."""
    if unit.is_grouped:
        plain = _MONEY_START.sub("", plain)
        match = _MONEY.match(plain)
        return match[match.lastindex or 0] if match else plain
    if unit.word and plain.lower().endswith(unit.word.lower()):
        return plain[: -len(unit.word)].rstrip()
    return plain


def _with_decimals(plain: str, unit: Unit) -> Typed:
    match = _WITH_DECIMALS.match(plain)
    if match is None or not (match[2] or match[3]) or len(match[2]) > unit.longest:
        return Typed(problem="not_a_number")
    fraction = (match[3] or "").rstrip("0")
    if len(fraction) > unit.decimals:
        return Typed(problem="too_fine")
    return _made(match[1], (match[2] or "0") + fraction.ljust(unit.decimals, "0"))


def _whole(plain: str, unit: Unit) -> Typed:
    match = _WHOLE.match(plain) or _GROUPED.match(plain)
    if match is None:
        is_part = _BROKEN.match(plain) and any(sign.isdigit() for sign in plain)
        return Typed(problem="too_fine" if is_part else "not_a_number")
    digits = match[2].translate(_SEPARATORS)
    return Typed(problem="not_a_number") if len(digits) > unit.longest else _made(match[1], digits)


def _made(sign: str, digits: str) -> Typed:
    return Typed(-int(digits) if sign else int(digits))
