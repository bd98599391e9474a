"""`kpm conflict quarantine missing`: what waits for somebody's decision."""

import argparse
import dataclasses
import json
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.opening import opened, profile_argument
from kpm_desktop.commands.conflict_list import conflict_list
from kpm_desktop.commands.missing_numbers import declare_lost, missing_numbers
from kpm_desktop.commands.quarantine_list import quarantine_list
from kpm_desktop.commands.resolve_conflict import resolve_conflict
from kpm_desktop.domain.errors import reason

Run = Any


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands and of its actions."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="|".join(_ACTIONS[command]))
    for name, run in _ACTIONS[command].items():
        action = actions.add_parser(name)
        if name == "resolve":
            action.add_argument("record", type=UUID, metavar="ID")
            action.add_argument("field", metavar="FIELD")
            action.add_argument("change", metavar="CHANGE")
        elif name == "lost":
            action.add_argument("stream", type=UUID, metavar="STREAM")
            action.add_argument("first", type=int, metavar="FROM")
            action.add_argument("last", type=int, metavar="TO")
        else:
            action.add_argument("--json", action="store_true")
        profile_argument(action)
        action.add_argument("--lang", choices=["id", "en"], default=argparse.SUPPRESS)
        action.set_defaults(run=run)


def _conflicts(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = conflict_list(store)
    if args.json:
        return _as_json(msgspec.to_builtins(found), console)
    for conflict in found:
        console.say("repair.conflict", kind=conflict.kind, id=conflict.id, field=conflict.field)
        for choice in conflict.choices:
            value = json.dumps(choice.value, ensure_ascii=False)
            console.say("repair.choice", change=choice.change[:12], value=value, user=choice.user, at=choice.at)
    if not found:
        console.say("repair.no_conflicts")
    return 0


def _resolve(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        value = resolve_conflict(store, args.record, args.field, args.change)
    console.say("repair.resolved", field=args.field, value=json.dumps(value, ensure_ascii=False))
    return 0


def _quarantine(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = quarantine_list(store)
    if args.json:
        return _as_json(msgspec.to_builtins(found), console)
    for one in found:
        why = reason(f"repair.{one.code}")
        console.say("repair.withheld", kind=one.kind, id=one.id, field=one.field or "*", why=why)
    if not found:
        console.say("repair.nothing_withheld")
    return 0


def _missing(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = missing_numbers(store)
    if args.json:
        return _as_json(msgspec.to_builtins([dataclasses.asdict(one) for one in found]), console)
    for one in found:
        console.say("repair.missing", first=one.first, last=one.last, name=one.person, stream=one.stream)
    if not found:
        console.say("repair.nothing_missing")
    return 0


def _lost(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        declare_lost(store, args.stream, args.first, args.last)
    console.say("repair.lost", first=args.first, last=args.last)
    return 0


def _as_json(found: Any, console: Console) -> int:
    console.result(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


_ACTIONS: dict[str, dict[str, Run]] = {
    "conflict": {"list": _conflicts, "resolve": _resolve},
    "quarantine": {"list": _quarantine},
    "missing": {"list": _missing, "lost": _lost},
}
