"""`kpm finding`: what the rules say of records as they stand, and what somebody says to it."""

import argparse
from functools import partial
from typing import Any
from uuid import UUID

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day, entered
from kpm_desktop.cli.listing import json_of_each, say_each
from kpm_desktop.cli.opening import opened, profile_argument, region_argument
from kpm_desktop.commands.review.confirm_finding import confirm_listed
from kpm_desktop.commands.review.finding_list import DataFinding, finding_list
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.regions.region_code import as_region
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.exchange.cells import in_message


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of its actions."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|confirm")
    for name, run in (("list", _list), ("confirm", _confirm)):
        action = actions.add_parser(name)
        if name == "list":
            action.add_argument("--village", default="", metavar="CODE")
            action.add_argument("--json", action="store_true")
        else:
            action.add_argument("record", type=UUID, metavar="ID")
            action.add_argument("rule", metavar="RULE")
            action.add_argument("--reason", default="", metavar="TEXT")
            region_argument(action)
        profile_argument(action)
        action.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
        action.set_defaults(run=run)


def _list(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = finding_list(store, today=day(), village=as_region(args.village))
    if args.json:
        json_of_each(console, found, _as_json, _which)
        return 0
    say_each(console, found, partial(_say, console), _which)
    if not found:
        console.say("repair.no_findings")
    return 0


def _which(one: DataFinding) -> tuple[str, UUID]:
    return one.kind, one.id


def _say(console: Console, one: DataFinding) -> None:
    code = "repair.finding" if one.blocks else "repair.finding_doubt"
    kind, field = console.words.kind(one.kind), console.words.field(one.kind, one.field)
    console.say(code, kind=kind, id=one.id, field=field, why=_spoken(one), rule=one.rule)


def _as_json(one: DataFinding) -> dict[str, Any]:
    author = one.author
    return {
        "region": one.region,
        "kind": one.kind,
        "id": str(one.id),
        "field": one.field,
        "rule": one.rule,
        "params": {name: str(value) for name, value in one.why.params.items()},
        "sentence": {language: Wording(language).say(one.why) for language in LANGUAGES},
        "must_change": one.blocks,
        "incomplete": one.is_incomplete,
        "month": one.subject.month or None,
        "person": str(one.subject.person) if one.subject.person else None,
        "household": str(one.subject.household) if one.subject.household else None,
        "user": author.user if author else None,
        "device": author.device[:8] if author else None,
        "at": author.at if author else None,
    }


def _spoken(one: DataFinding) -> Reason:
    """A sentence that names nobody: what people wrote in words is left out."""
    declared = fields(one.kind).get(one.field)
    if declared is None or "value" not in one.why.params:
        return one.why
    return Reason(one.why.code, one.why.params | {"value": in_message(declared, one.why.params["value"])})


def _confirm(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store, entered(console):
        confirm_listed(store, args.record, args.rule, args.reason, region=args.region, today=day())
    console.say("repair.confirmed", rule=args.rule)
    return 0
