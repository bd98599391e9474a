"""What a NIK says of itself: where it was issued, and the birth date and sex of its holder.

Sixteen digits: six of the kecamatan, two each of day, month and year of birth, 40 added to a woman's day, and four of a
running number (PP 37/2007, pasal 37). It is kept for life, so the kecamatan may be gone from the list of today.
"""

from calendar import monthrange
from dataclasses import dataclass

from kpm_desktop.domain.regions.region_list import kecamatan_codes
from kpm_desktop.domain.regions.successors import is_gone

_ADDED_FOR_WOMEN = 40


@dataclass(frozen=True, slots=True)
class NikSays:
    """Day, month and the last two digits of the year of birth, and whether its holder is a woman."""

    day: int
    month: int
    year: int
    is_woman: bool


def read_nik(number: str) -> NikSays | None:
    """What a NIK of sixteen digits says; None where no list knows its kecamatan or its date of birth is none."""
    kecamatan = f"{number[:2]}.{number[2:4]}.{number[4:6]}"
    day, month, year = (int(number[at : at + 2]) for at in (6, 8, 10))
    is_woman = day > _ADDED_FOR_WOMEN
    says = NikSays(day - _ADDED_FOR_WOMEN * is_woman, month, year, is_woman)
    is_known = kecamatan in kecamatan_codes() or is_gone(kecamatan)
    return says if is_known and _is_a_day(says) else None


def _is_a_day(says: NikSays) -> bool:
    """Whether there is such a day in either century; 1900 had no 29th of February and 2000 had one."""
    return 1 <= says.month <= 12 and 1 <= says.day <= monthrange(2000 + says.year, says.month)[1]
