"""Whether the laptop's clock can be believed, judged by what is certain about time: nobody ran this program before it
was made, and work that is held was done.

One laptop whose clock is far ahead must not make everybody's right clock look wrong. So what others wrote counts only
when most of them agree, and of one's own work the last few days are asked, not the latest alone: a clock that was wrong
for a day, in either direction, is outvoted by the days before it and, once it is right, by those that follow.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kpm_desktop import RELEASED
from kpm_desktop.domain.errors import Reason, reason

#: The release is a day of one zone; a laptop may stand in another.
ZONES = timedelta(days=1)
#: A clock this far behind work that was done is not merely a little slow.
CLEARLY_BEFORE = timedelta(days=90)
#: A laptop may lie idle for a year; beyond that a clock that runs ahead is likelier.
FAR_AHEAD = timedelta(days=400)
#: How many days of own work are asked, and how many of them speak for a date ahead.
OWN_DAYS, ENOUGH_DAYS = 7, 4


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What is held of time. own: the days of this laptop's last work, in whatever order, at most `OWN_DAYS`. others:
    of each other laptop the latest day it wrote on."""

    own: Sequence[date] = ()
    others: Sequence[date] = ()


NOTHING_HELD = Witnesses()


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """Why a clock looks wrong: `before_release`, `before_work` or `far_ahead`; the day it shows, and the one it is
    compared with."""

    code: str
    today: date
    limit: date

    @property
    def is_certain(self) -> bool:
        """Whether no laptop can be right that shows this day."""
        return self.code == "before_release"

    def reason(self, say: Callable[[date], object] = str) -> Reason:
        """The sentence, with days as `say` has them."""
        return reason(f"clock.{self.code}", today=say(self.today), limit=say(self.limit))


def clock_doubt(today: date, witnesses: Witnesses = NOTHING_HELD, released: date = RELEASED) -> ClockDoubt | None:
    """Whether a laptop that shows this day looks wrong; None where nothing speaks against it."""
    if is_impossible(today, released):
        return ClockDoubt("before_release", today, released)
    limit = _work_ahead(today, witnesses)
    if limit is not None:
        return ClockDoubt("before_work", today, limit)
    newest = max((released, *witnesses.others, *_own_newest(witnesses)))
    return ClockDoubt("far_ahead", today, newest) if today > newest + FAR_AHEAD else None


def _own_newest(witnesses: Witnesses) -> list[date]:
    """The day this laptop's own work has reached: so many days of work lie on it or after it that no slip of the clock
    made them all."""
    return sorted(witnesses.own, reverse=True)[ENOUGH_DAYS - 1 :][:1]


def is_impossible(today: date, released: date = RELEASED) -> bool:
    """Whether a day is over before the program was made, wherever the laptop stands."""
    return today < released - ZONES


def _work_ahead(today: date, witnesses: Witnesses) -> date | None:
    """A day of work that lies clearly ahead of today by the word of most: of the own last days, or of all laptops,
    among which this one speaks for its clock."""
    for days, all_voices in ((witnesses.own, len(witnesses.own)), (witnesses.others, len(witnesses.others) + 1)):
        ahead = sorted(day for day in days if day > today + CLEARLY_BEFORE)
        if 2 * len(ahead) > all_voices:
            return ahead[0]
    return None
