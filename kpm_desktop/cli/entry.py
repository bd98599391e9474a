"""What commands share: the day it is, a file that is written, and why a value entered by hand was not taken."""

import argparse
import contextlib
from collections.abc import Iterator
from datetime import date

from kpm_desktop.cli.console import Console
from kpm_desktop.commands.records.save_records import Doubted
from kpm_desktop.db.journal.journal import system_clock
from kpm_desktop.domain.calendar import FIRST_DAY, LAST_DAY, civil_day, parse_day
from kpm_desktop.domain.errors import Named, Objected, Refused, reason, refused
from kpm_desktop.domain.limits import date_reason


def day() -> date:
    """Today, where the machine stands."""
    return civil_day(system_clock())


def day_told(text: str | None) -> date:
    """The day somebody named, without one today; refused where it is none of 1900 to 2100."""
    if text is None:
        return day()
    try:
        told = parse_day(text)
    except ValueError:
        raise Refused(date_reason("date", text)) from None
    if not FIRST_DAY <= told <= LAST_DAY:
        raise Refused(date_reason("date", text))
    return told


def force_argument(parser: argparse.ArgumentParser) -> None:
    """`--force`: a file that is there already is replaced."""
    parser.add_argument("--force", action="store_true")


@contextlib.contextmanager
def entered(console: Console) -> Iterator[None]:
    """Names the field of each objection; a doubt is an objection until `--sure` is said."""
    try:
        yield
    except Objected as objected:
        for one in objected.objections:
            name = Named(one.kind, one.field)
            console.note(reason("repair.objection", name=name, field=one.field, why=one.why))
        raise refused("repair.doubted" if isinstance(objected, Doubted) else "repair.not_saved") from None
