"""`kpm load dump scorecard`: records in and out as tables, and what they add up to."""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from kpm_desktop.cli.clock import warn_of_clock
from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day, force_argument
from kpm_desktop.cli.opening import opened, profile_argument
from kpm_desktop.commands.scorecards.scorecard_view import other_codes
from kpm_desktop.commands.scorecards.village_scorecard import village_scorecard
from kpm_desktop.commands.tables.dump_folder import dump_folder
from kpm_desktop.commands.tables.load_folder import LoadAccount, load_folder
from kpm_desktop.db.files import new_file
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.exchange.csv_folder import Problem
from kpm_desktop.reports.scorecard_json import scorecard_document

MOST_WARNINGS = 50


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands."""
    if command in ("load", "dump"):
        parser.add_argument("folder", type=Path, metavar="DIR")
    profile_argument(parser)
    if command == "load":
        parser.add_argument("--skip-bad", action="store_true")
        parser.add_argument("--clear-empty", action="store_true")
    elif command == "scorecard":
        parser.add_argument("--village", required=True, metavar="CODE")
        parser.add_argument("--quarter", required=True, metavar="YYYY-Qn")
        parser.add_argument("--format", choices=["json"], default="json")
        parser.add_argument("--rules", default="", metavar="ID")
        parser.add_argument("--out", type=Path, metavar="FILE")
        force_argument(parser)
    parser.set_defaults(run={"load": _load, "dump": _dump, "scorecard": _scorecard}[command])


def _load(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        warn_of_clock(store, console)
        account = load_folder(
            store,
            args.folder,
            skip_bad=args.skip_bad,
            clear_empty=args.clear_empty,
            progress=lambda file, rows: console.progress(reason("load.progress", file=file, count=rows)),
        )
    console.progress_done()
    for problem in account.problems:
        console.note(problem.spoken())
    for problem in account.warnings[:MOST_WARNINGS]:
        console.note(reason("load.warning", text=problem.spoken()))
    if len(account.warnings) > MOST_WARNINGS:
        console.note(reason("load.more_warnings", count=len(account.warnings) - MOST_WARNINGS))
    _say_columns([*account.problems, *account.warnings[:MOST_WARNINGS]], console)
    _say_loaded(account, args, console)
    return 1 if account.problems else 0


def _say_columns(told: Iterable[Problem], console: Console) -> None:
    """What the columns that were named are called on the forms and in the windows, a line for each file."""
    named: dict[str, dict[str, str]] = {}
    for problem in told:
        kind = problem.file.removesuffix(".csv")
        if kind in DICTIONARY and problem.field in fields(kind):
            named.setdefault(problem.file, {})[problem.field] = console.words.field(kind, problem.field)
    for file, words in named.items():
        console.note(reason("load.columns", file=file, columns=[f"{name} = {word}" for name, word in words.items()]))


def _say_loaded(account: LoadAccount, args: argparse.Namespace, console: Console) -> None:
    if not account.stored:
        console.say("load.nothing_stored", count=len(account.problems))
        return
    for kind in dict.fromkeys([*account.new, *account.changed, *account.unchanged]):
        counts = (found.get(kind, 0) for found in (account.new, account.changed, account.unchanged))
        new, changed, unchanged = counts
        name = console.words.many(kind)
        console.say("load.kind", name=name, kind=kind, new=new, changed=changed, unchanged=unchanged)
    if account.rejected:
        console.say("load.rejected", count=account.rejected, path=args.folder / "rejected")


def _dump(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        dumped = dump_folder(
            store, args.folder, progress=lambda rows: console.progress(reason("load.dumping", count=rows))
        )
    console.progress_done()
    for kind, rows in dumped.rows.items():
        console.say("load.dumped", name=console.words.many(kind), kind=kind, count=rows)
    if dumped.conflicts:
        console.note(reason("load.dump_conflicts", count=dumped.conflicts))
    if dumped.unknown:
        console.note(reason("load.dump_unknown", count=dumped.unknown))
    return 0


def _scorecard(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        scorecard = village_scorecard(store, args.village, args.quarter, rules=args.rules)
        others = other_codes(store, scorecard.region_code)
    if others:
        console.note(reason("scorecard.other_codes", value=scorecard.region_code, others=others))
    if scorecard.quarter.is_running(day()):
        console.note(reason("scorecard.still_running", value=scorecard.quarter, until=scorecard.quarter.last))
    text = json.dumps(scorecard_document(scorecard, console.wording), ensure_ascii=False, indent=1)
    if args.out is None:
        console.result(text)
    else:
        new_file(args.out, text.encode() + b"\n", over=args.force)
    return 0
