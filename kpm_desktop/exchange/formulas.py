"""Cells of a table that a spreadsheet would run: written so that it shows them, and read back as they were.

What begins like a formula (`=1+1`, `@SUM(A1)`, `+cmd|…`, a tab, a carriage return) gets an apostrophe before it; so
does what already begins with an apostrophe before one of these, so that taking it away is exact. A telephone number or
a measure, `+62 812-3456` or `-6.2`, does nothing and stays.
"""

import re

_RUNS = re.compile(r"\A(?![+-][0-9 .,()-]*\Z)'*[=+\-@\t\r]")
_GUARDED = re.compile(r"\A''*[=+\-@\t\r]")


def without_formula(cell: str) -> str:
    """A cell as it is written."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def as_it_was(cell: str) -> str:
    """A cell as it was before it was written."""
    return cell[1:] if _GUARDED.match(cell) else cell
