"""`kpm duplicate`: records that may be the same one entered twice, merged, taken apart again, told apart, or moved."""

import argparse
import json
from collections.abc import Callable
from datetime import date
from uuid import UUID

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day, entered
from kpm_desktop.cli.opening import opened, profile_argument, region_argument
from kpm_desktop.commands.records.save_records import Doubted
from kpm_desktop.commands.review.likely_duplicates import LikelyPair, likely_duplicates
from kpm_desktop.commands.review.mark_distinct import mark_distinct
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.review.note_move import note_move
from kpm_desktop.commands.review.unmerge_record import unmerge_record
from kpm_desktop.domain.errors import reason
from kpm_desktop.exchange.cells import named_value

#: What is done with people of two villages.
_TWO_VILLAGES = ("distinct", "moved")
Run = Callable[[argparse.Namespace, Console], int]


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of the command and of its actions."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="|".join(_ACTIONS))
    for name, run in _ACTIONS.items():
        action = actions.add_parser(name)
        if name == "list":
            action.add_argument("--json", action="store_true")
        elif name == "merge":
            action.add_argument("records", type=UUID, nargs="+", metavar="ID")
            action.add_argument("--sure", action="store_true")
        elif name == "moved":
            action.add_argument("left", type=UUID, metavar="OLD")
            action.add_argument("arrived", type=UUID, metavar="NEW")
            action.add_argument("--on", default="", metavar="YYYY-MM-DD")
            action.add_argument("--sure", action="store_true")
        elif name == "unmerge":
            action.add_argument("record", type=UUID, metavar="ID")
        else:
            action.add_argument("records", type=UUID, nargs=2, metavar="ID")
        if name != "list":
            region_argument(action, *(("--region", "--other-region") if name in _TWO_VILLAGES else ()))
        profile_argument(action)
        action.add_argument("--lang", choices=["id", "en"], default=argparse.SUPPRESS)
        action.set_defaults(run=run)


def _list(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        found = likely_duplicates(store)
    if args.json:
        console.result(json.dumps([_plain(pair) for pair in found], ensure_ascii=False, indent=1))
        return 0
    for pair in found:
        why = [reason(f"duplicates.why_{rule}") for rule in pair.rules]
        kind = console.words.kind(pair.kind)
        console.say("duplicates.pair", kind=kind, first=pair.first.id, second=pair.second.id, why=why)
        if pair.is_across:
            for face, place in zip((pair.first, pair.second), pair.regions, strict=True):
                console.say("duplicates.lives", id=face.id, place=place, household=face.household, user=face.author)
            console.say("duplicates.across")
    if not found:
        console.say("duplicates.none")
    return 0


def _plain(pair: LikelyPair) -> dict[str, object]:
    """Ids and reasons; names stay inside the profile."""
    ids = [str(pair.first.id), str(pair.second.id)]
    plain: dict[str, object] = {"region": pair.region, "kind": pair.kind, "ids": ids, "rules": list(pair.rules)}
    faces = (pair.first, pair.second)
    homes = [str(face.household) if face.household is not None else None for face in faces]
    users = [face.author for face in faces]
    return plain | ({"regions": list(pair.regions), "households": homes, "users": users} if pair.is_across else {})


def _merge(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        try:
            merged = merge_records(store, args.records, region=args.region, today=day(), sure=args.sure)
        except Doubted as doubted:
            return _in_doubt(doubted, console)
    console.say("duplicates.merged", kind=console.words.kind(merged.kind), id=merged.id)
    if merged.pregnancies:
        console.say("duplicates.merged_pregnancies", count=merged.pregnancies)
    return 0


def _in_doubt(doubted: Doubted, console: Console) -> int:
    for why in doubted.reasons:
        console.note(reason("duplicates.doubt", why=why))
    console.note(reason("duplicates.sure"))
    return 1


def _unmerge(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        unmerge_record(store, args.record, region=args.region, today=day())
    console.say("duplicates.unmerged", id=args.record)
    return 0


def _moved(args: argparse.Namespace, console: Console) -> int:
    on = named_value("person", "status_date", args.on) if args.on else day().isoformat()
    with opened(args) as store, entered(console):
        try:
            note_move(
                store,
                args.left,
                args.arrived,
                date.fromisoformat(on),
                region=args.region,
                other_region=args.other_region,
                today=day(),
                sure=args.sure,
            )
        except Doubted as doubted:
            return _in_doubt(doubted, console)
    console.say("duplicates.moved", old=args.left, new=args.arrived, on=on)
    return 0


def _distinct(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        one, other = args.records
        mark_distinct(store, one, other, region=args.region, other_region=args.other_region, today=day())
    console.say("duplicates.distinct")
    return 0


_ACTIONS: dict[str, Run] = {"list": _list, "merge": _merge, "unmerge": _unmerge, "distinct": _distinct, "moved": _moved}
