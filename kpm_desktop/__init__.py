"""Offline-first records of household visits, for the cadre and the supervisor."""

from datetime import date

__version__ = "0.1.0"
#: The day from which this program has been about: a clock that shows an earlier one is wrong (`domain/clock.py`). Moved
#: with every release, so that it is the date its heading in CHANGELOG.md says.
RELEASED = date(2026, 11, 1)
