"""`kpm comment assign`: questions about records with their answers, and who visits which household."""

import argparse
import json
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.cli.clock import warn_of_clock
from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day
from kpm_desktop.cli.listing import json_of_each, say_each
from kpm_desktop.cli.opening import opened, profile_argument, region_argument
from kpm_desktop.commands.households.assign_households import assign_households
from kpm_desktop.commands.households.end_assignment import end_assignment
from kpm_desktop.commands.questions.answer_comment import answer_comment
from kpm_desktop.commands.questions.close_comment import close_comment
from kpm_desktop.commands.questions.comment_list import Thread, comment_list
from kpm_desktop.commands.questions.comment_on import comment_on
from kpm_desktop.commands.records.assigned_targets import AssignedHome, assigned_targets

Run = Any


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands and of its actions."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="|".join(_ACTIONS[command]))
    for name, run in _ACTIONS[command].items():
        action = actions.add_parser(name)
        _declare(name, action)
        profile_argument(action)
        action.add_argument("--lang", choices=["id", "en"], default=argparse.SUPPRESS)
        action.set_defaults(run=run)


def _declare(name: str, action: argparse.ArgumentParser) -> None:
    if name == "list":
        action.add_argument("--json", action="store_true")
    elif name == "ask":
        action.add_argument("kind", metavar="KIND")
        action.add_argument("record", type=UUID, metavar="ID")
        action.add_argument("field", nargs="?", metavar="FIELD")
        action.add_argument("text", metavar="TEXT")
    elif name == "give":
        action.add_argument("households", nargs="+", type=UUID, metavar="HOUSEHOLD")
        action.add_argument("--to", required=True, metavar="CADRE")
    else:
        action.add_argument("id", type=UUID, metavar="ID")
    if name != "list":
        region_argument(action)
    if name == "answer":
        action.add_argument("text", metavar="TEXT")
    elif name == "close":
        action.add_argument("--reopen", action="store_true")


def _list_comments(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = comment_list(store)
    if args.json:
        json_of_each(console, found, _thread, _which)
        return 0
    say_each(console, found, partial(_say, console), _which)
    if not found:
        console.say("comments.none")
    return 0


def _which(one: Thread) -> tuple[str, UUID]:
    return "comment", one.id


def _say(console: Console, one: Thread) -> None:
    state = console.words.choice("comment", "progress", one.progress or "open")
    about = {"kind": console.words.kind(one.kind), "record": one.record}
    about["field"] = console.words.field(one.kind, one.field) if one.field else ""
    console.say("comments.thread", id=one.id, progress=state, **about)
    if not one.has_come:
        console.say("comments.awaited")
    for said in (one.question, *one.answers):
        console.say("comments.said", user=said.user, at=said.at, text=said.text)


def _thread(one: Thread) -> dict[str, Any]:
    """A thread as JSON: whom it is about, what the field shows now, and each thing said with its state."""
    said: list[dict[str, Any]] = [
        {"id": str(each.id), "text": each.text, "user": each.user, "role": each.role, "at": each.at}
        | {"own": each.own, "state": each.state.value}
        for each in (one.question, *one.answers)
    ]
    return {
        "id": str(one.id),
        "region": one.region,
        "progress": one.progress,
        "kind": one.kind,
        "record": str(one.record),
        "field": one.field or None,
        "has_come": one.has_come,
        "name": one.subject.name,
        "month": one.subject.month,
        "value": one.value,
        "question": said[0],
        "answers": said[1:],
    }


def _ask(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        warn_of_clock(store, console)
        made = comment_on(store, args.kind, args.record, args.text, field=args.field, region=args.region, today=day())
    console.say("comments.asked", id=made)
    return 0


def _answer(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        warn_of_clock(store, console)
        made = answer_comment(store, args.id, args.text, region=args.region, today=day())
    console.say("comments.answered", id=made)
    return 0


def _close(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        close_comment(store, args.id, reopen=args.reopen, region=args.region, today=day())
    console.say("comments.reopened" if args.reopen else "comments.closed", id=args.id)
    return 0


def _list_assigned(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = assigned_targets(store, today=day())
    lines = [line for home in found for line in _lines(home)]
    if args.json:
        console.result(json.dumps(msgspec.to_builtins(lines), ensure_ascii=False, indent=1))
        return 0
    for line in lines:
        console.say("assign.line", **line)
    if not lines:
        console.say("assign.none")
    return 0


def _lines(home: AssignedHome) -> list[dict[str, Any]]:
    about = {"household": home.household, "village": home.region, "name": home.name, "hamlet": home.hamlet}
    return [{"id": task.id, **about, "cadre": task.name, "since": task.since} for task in home.tasks]


def _give(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        warn_of_clock(store, console)
        count = assign_households(store, args.households, args.to, region=args.region, today=day())
    console.say("assign.given", count=count, name=args.to)
    return 0


def _end(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        end_assignment(store, args.id, region=args.region, today=day())
    console.say("assign.ended", id=args.id)
    return 0


_ACTIONS: dict[str, dict[str, Run]] = {
    "comment": {"list": _list_comments, "ask": _ask, "answer": _answer, "close": _close},
    "assign": {"list": _list_assigned, "give": _give, "end": _end},
}
