"""Whether measures were rounded: too many of them end in 0 or 5.

On a scale that is read to a tenth each last digit is as likely as any other, so one in five ends in 0 or 5. What chance
alone would bring less often than once in a thousand lists is told; nobody is accused, and nothing is kept back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import comb

#: Fewer measures say nothing; a list is told of below this probability.
LEAST, BELOW = 10, 0.001
#: Of ten last digits, those people round to.
_ROUND = (0, 5)
_SHARE = len(_ROUND) / 10


@dataclass(frozen=True, slots=True)
class Rounded:
    """So many of a list's measures end in 0 or 5."""

    rounded: int
    count: int


def rounding_of(tenths: Iterable[int]) -> Rounded | None:
    """tenths: measures in the smallest step that is read, tenths of a kilogram or of a centimetre. None where the list
    is too short, or as chance would have it."""
    last = [value % 10 for value in tenths]
    rounded = sum(digit in _ROUND for digit in last)
    if len(last) < LEAST or _at_least(rounded, len(last)) >= BELOW:
        return None
    return Rounded(rounded, len(last))


def _at_least(rounded: int, count: int) -> float:
    """The probability of so many, or more, by chance (binomial)."""
    return sum(comb(count, k) * _SHARE**k * (1 - _SHARE) ** (count - k) for k in range(rounded, count + 1))
