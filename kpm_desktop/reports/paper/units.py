"""The unit of everything on paper: tenths of a point, whole numbers. A page that is made smaller has them scaled."""

from typing import NamedTuple

_TENTHS_PER_MM = 720 / 25.4

#: Room between a cell's line and its words, at the sides and above and below.
SIDE, ABOVE = 28, 13
#: From one line of words to the next, as a factor of the letter size: the font's own.
PITCH = 1.2


def tenths(millimetres: float) -> int:
    """A length on the paper."""
    return round(millimetres * _TENTHS_PER_MM)


class Scale(NamedTuple):
    """What letters, heights and gaps are multiplied with; widths follow the paper."""

    factor: float = 1.0

    def mm(self, millimetres: float) -> int:
        """A height or a gap."""
        return tenths(millimetres * self.factor)

    def pt(self, points: float) -> int:
        """A letter size."""
        return round(points * 10 * self.factor)


def pitch(size: int) -> int:
    """From one line of words to the next."""
    return round(size * PITCH)
