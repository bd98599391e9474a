"""`kpm due`: what is to be done for whom, the most urgent first."""

import argparse
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day_told
from kpm_desktop.cli.listing import json_of_each, say_each
from kpm_desktop.cli.opening import opened, profile_argument
from kpm_desktop.commands.due.month_due import month_due
from kpm_desktop.domain.due.item import Due, turning, when
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.wording import Wording


class _Line(NamedTuple):
    """A row and the village it lies in."""

    region: str
    due: Due


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of the command."""
    parser.add_argument("--village", action="append", default=[], metavar="CODE")
    parser.add_argument("--on", metavar="YYYY-MM-DD")
    parser.add_argument("--json", action="store_true")
    profile_argument(parser)
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, console: Console) -> int:
    on = day_told(args.on)
    with opened(args) as store:
        villages = month_due(store, on=on, regions=args.village)
    lines = [_Line(village.region, due) for village in villages for due in village.rows]
    if args.json:
        json_of_each(console, lines, partial(_plain, console.wording, on), _which)
        return 0
    say_each(console, lines, partial(_say, console, on), _which)
    if not lines:
        console.say("due.none")
    return 0


def _which(line: _Line) -> tuple[str, UUID | str]:
    home = line.due.household
    return ("household", home.id) if home is not None else ("household", "")


def _plain(wording: Wording, on: date, line: _Line) -> dict[str, Any]:
    """A row as JSON; what is not known is null."""
    due = line.due
    return {
        "village": line.region,
        "household": _text(due.household.id if due.household is not None else None),
        "person": _text(due.person.id if due.person is not None else None),
        "pregnancy": _text(due.pregnancy),
        "head": due.household.head_name if due.household is not None else "",
        "name": due.name,
        "what": due.what,
        "detail": _detail(wording, due),
        "service": due.service or None,
        "turns_on": _text(due.turns_on),
        "since": _text(due.since),
        "due_on": _text(due.due_on),
        "late_days": due.late_days(on),
        "is_late": due.is_late(on),
        "risk": due.level,
        "why": " ".join(_sentences(wording, due)),
        "record": None if due.record is None else {"kind": due.record[0], "id": str(due.record[1])},
    }


def _text(value: date | UUID | None) -> str | None:
    return None if value is None else str(value)


def _detail(wording: Wording, due: Due) -> str:
    return wording.say(due.detail) if isinstance(due.detail, Reason) else due.detail


def _sentences(wording: Wording, due: Due) -> Iterator[str]:
    yield wording.say(due.why)
    turns = turning(due)
    if turns is not None:
        yield wording.say(turns)


def _say(console: Console, on: date, line: _Line) -> None:
    wording, due = console.wording, line.due
    detail = _detail(wording, due)
    said = wording.phrase(
        "due.line",
        name=due.name,
        head=due.household.head_name if due.household is not None else "-",
        what=wording.phrase(f"due.what.{due.what}"),
        detail=wording.phrase("due.line.detail", detail=detail) if detail else "",
        why=" ".join(_sentences(wording, due)),
    )
    console.say("due.line.on", when=wording.say(when(due, on)), line=said)
