"""The numbers both forms of the calculation obey, one child's and the columns'.

Source: WHO Child Growth Standards, Methods and development (2006, chapter 7; 2007), as WHO's program computes them.
"""

from typing import Final, NamedTuple

DAYS_PER_MONTH: Final = 30.4375
#: Ages in months are unrounded days / 30.4375. From 60 on there is no z-score; below 9 no child stands.
END_MONTHS: Final = 60
FIRST_STANDING_MONTHS: Final = 9
#: Rounded days. Below: measured lying, table of lengths. From it: measured standing, table of heights.
HEIGHT_DAY: Final = 731
#: A child is this much longer lying than standing.
LYING_MINUS_STANDING_CM: Final = 0.7
#: Age and position unknown: below this length the child was lying.
LYING_BELOW_CM: Final = 87
#: The tables of weight by length (lying) and by height (standing) hold these corrected lengths.
LENGTHS_CM: Final = (45, 110)
HEIGHTS_CM: Final = (65, 120)
#: A breath more than 100, so that the nearest whole number of hundredths is the one a person would choose: ties, also
#: those computed as 1.00499999999999, go away from zero.
HUNDRED: Final = 100 + 1e-9

MALE, FEMALE = "male", "female"
LYING, STANDING = "lying", "standing"


class Limits(NamedTuple):
    """What a measure can be at all. Outside it is a slip (grams for kilograms, metres for centimetres): no z-score."""

    low: float
    high: float


WEIGHT_KG: Final = Limits(0.1, 200)
LENGTH_CM: Final = Limits(10, 250)
HEAD_CM: Final = Limits(5, 100)
MUAC_CM: Final = Limits(1, 100)


class Indicator(NamedTuple):
    """One WHO indicator.

    tails: beyond z = ±3 the distance counts in steps of the last standard deviation (restricted LMS).
    low, high: a z-score outside is flagged as implausible.
    """

    key: str
    tails: bool
    low: float
    high: float


LENGTH_FOR_AGE: Final = Indicator("len", tails=False, low=-6, high=6)
WEIGHT_FOR_AGE: Final = Indicator("wei", tails=True, low=-6, high=5)
WEIGHT_FOR_LENGTH: Final = Indicator("wfl", tails=True, low=-5, high=5)
BMI_FOR_AGE: Final = Indicator("bmi", tails=True, low=-5, high=5)
HEAD_FOR_AGE: Final = Indicator("hc", tails=False, low=-5, high=5)
MUAC_FOR_AGE: Final = Indicator("ac", tails=True, low=-5, high=5)

#: In the order of WHO's program.
INDICATORS: Final = (
    LENGTH_FOR_AGE,
    WEIGHT_FOR_AGE,
    WEIGHT_FOR_LENGTH,
    BMI_FOR_AGE,
    HEAD_FOR_AGE,
    MUAC_FOR_AGE,
)
