"""`kpm conflict quarantine missing`: what waits for somebody's decision."""

import argparse
import json
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day, entered
from kpm_desktop.cli.listing import json_of_each, say_each
from kpm_desktop.cli.opening import opened, profile_argument, region_argument
from kpm_desktop.commands.bundles.missing_numbers import Missing, declare_lost, missing_numbers, want_again
from kpm_desktop.commands.review.conflict_list import conflict_list
from kpm_desktop.commands.review.conflict_view import ConflictView
from kpm_desktop.commands.review.repair_list import Repair, repair_list
from kpm_desktop.commands.review.repair_value import repair_value, set_aside
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.exchange.cells import in_message, named_value

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
        elif name == "repair":
            _repair_arguments(action)
        elif name == "set-aside":
            action.add_argument("record", type=UUID, metavar="ID")
        elif name in ("lost", "want"):
            action.add_argument("stream", type=UUID, metavar="STREAM")
            action.add_argument("first", type=int, metavar="FROM")
            action.add_argument("last", type=int, metavar="TO")
        elif command == "missing":
            action.add_argument("--all", action="store_true")
        if name in ("resolve", "repair", "set-aside"):
            region_argument(action)
        if name == "list":
            action.add_argument("--json", action="store_true")
        profile_argument(action)
        action.add_argument("--lang", choices=["id", "en"], default=argparse.SUPPRESS)
        action.set_defaults(run=run)


def _repair_arguments(action: argparse.ArgumentParser) -> None:
    action.add_argument("record", type=UUID, metavar="ID")
    action.add_argument("field", metavar="FIELD")
    value = action.add_mutually_exclusive_group(required=True)
    value.add_argument("value", nargs="?", metavar="VALUE")
    value.add_argument("--empty", action="store_true")
    action.add_argument("--sure", action="store_true")


def _conflicts(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = conflict_list(store)
    if args.json:
        json_of_each(console, found, _conflict, _disputed)
        return 0
    say_each(console, found, partial(_say_conflict, console), _disputed)
    if not found:
        console.say("repair.no_conflicts")
    return 0


def _disputed(view: ConflictView) -> tuple[str, UUID]:
    return view.conflict.kind, view.conflict.id


def _say_conflict(console: Console, view: ConflictView) -> None:
    conflict = view.conflict
    kind, field = console.words.kind(conflict.kind), console.words.field(conflict.kind, conflict.field)
    console.say("repair.conflict", kind=kind, id=conflict.id, field=field, code=conflict.field)
    for choice in conflict.choices:
        value = json.dumps(choice.value, ensure_ascii=False)
        console.say("repair.choice", change=choice.change[:12], value=value, user=choice.user, at=choice.at)


def _conflict(view: ConflictView) -> dict[str, Any]:
    """A conflict with all that helps to decide; `shown` is what everybody sees meanwhile."""
    found: dict[str, Any] = msgspec.to_builtins(view.conflict)
    for choice, offer in zip(found["choices"], view.offers, strict=True):
        choice |= {"role": offer.role, "laptop": offer.laptop, "own": offer.own}
    earlier = [{"month": month, "value": value} for month, value in view.earlier]
    return found | {
        "month": view.subject.month or None,
        "shown": view.conflict.choices[-1].change,
        "earlier": msgspec.to_builtins(earlier),
    }


def _resolve(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        value = resolve_conflict(store, args.record, args.field, args.change, region=args.region)
    console.say("repair.resolved", field=args.field, value=json.dumps(value, ensure_ascii=False))
    return 0


def _quarantine(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = repair_list(store)
    if args.json:
        json_of_each(console, found, lambda one: _withheld(one, console), _kept_back)
        return 0
    say_each(console, found, lambda one: _say_withheld(one, console), _kept_back)
    if not found:
        console.say("repair.nothing_withheld")
    return 0


def _kept_back(one: Repair) -> tuple[str, UUID]:
    return one.withheld.kind, one.withheld.id


def _say_withheld(repair: Repair, console: Console) -> None:
    one = repair.withheld
    declared = fields(one.kind).get(one.field) if one.kind in KINDS else None
    kind, field = console.words.kind(one.kind), console.words.field(one.kind, one.field)
    if repair.is_whole:
        console.say("repair.withheld_whole", kind=kind, id=one.id, why=repair.why)
    else:
        console.say("repair.withheld", kind=kind, id=one.id, field=field, code=one.field, why=repair.why)
    hidden = in_message(declared, repair.written) if declared is not None else None
    console.say(
        "repair.withheld_by",
        user=repair.author.user,
        device=repair.author.device[:8],
        at=repair.author.at,
        value=json.dumps(hidden, ensure_ascii=False),
    )
    if repair.is_whole:
        console.say("repair.whole", id=one.id)


def _withheld(repair: Repair, console: Console) -> dict[str, Any]:
    """A withheld value with its limits, its author and what counts meanwhile."""
    one = repair.withheld
    declared = fields(one.kind).get(one.field) if one.kind in KINDS else None
    spec = declared.spec if declared is not None else None
    limit = {"low": spec.low, "high": spec.high, "unit": spec.unit} if spec is not None else None
    found: dict[str, Any] = msgspec.to_builtins(one)
    return found | {
        "month": repair.subject.month or None,
        "value": repair.written,
        "shown": repair.shown,
        "limit": limit,
        "why": console.wording.say(repair.why),
        "user": repair.author.user,
        "device": repair.author.device[:8],
        "laptop": repair.laptop,
        "own": repair.own,
        "at": repair.author.at,
        "reported": repair.is_reported,
    }


def _repair(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store, entered(console):
        value = None if args.empty else _value(store, args)
        repair_value(store, args.record, args.field, value, region=args.region, today=day(), sure=args.sure)
    console.say("repair.repaired", field=args.field)
    return 0


def _set_aside(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store, entered(console):
        set_aside(store, args.record, region=args.region, today=day())
    console.say("repair.set_aside", value=args.record)
    return 0


def _value(store: Any, args: argparse.Namespace) -> Any:
    """The value of a cell as `kpm load` reads it. What is no field of the kind is refused where it is looked for."""
    held = (one.withheld for one in repair_list(store))
    kinds = [one.kind for one in held if one.id == args.record and args.region in ("", one.region)]
    return named_value(kinds[0], args.field, args.value) if kinds else args.value


def _missing(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = missing_numbers(store, given_up=args.all)
    if args.json:
        return _as_json([_hole(one) for one in found], console)
    for one in found:
        code = "repair.given_up" if one.is_lost else "repair.missing"
        console.say(code, first=one.first, last=one.last, name=one.person or one.device[:8], stream=one.stream)
    if not found:
        console.say("repair.nothing_missing")
    return 0


def _hole(one: Missing) -> dict[str, Any]:
    return {
        "stream": str(one.stream),
        "region": one.region,
        "from": one.first,
        "to": one.last,
        "device": one.device,
        "person": one.person,
        "lost": one.is_lost,
    }


def _lost(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        declare_lost(store, args.stream, args.first, args.last)
    console.say("repair.lost", first=args.first, last=args.last)
    return 0


def _want(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        want_again(store, args.stream, args.first, args.last)
    console.say("repair.wanted", first=args.first, last=args.last)
    return 0


def _as_json(found: Any, console: Console) -> int:
    console.result(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


_ACTIONS: dict[str, dict[str, Run]] = {
    "conflict": {"list": _conflicts, "resolve": _resolve},
    "quarantine": {"list": _quarantine, "repair": _repair, "set-aside": _set_aside},
    "missing": {"list": _missing, "lost": _lost, "want": _want},
}
