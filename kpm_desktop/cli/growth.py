"""`kpm growth`: WHO z-scores for a CSV file of children."""

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TextIO

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import force_argument
from kpm_desktop.commands.tables.compute_growth import GrowthAccount, compute_growth
from kpm_desktop.db.files import explained
from kpm_desktop.domain.errors import reason
from kpm_desktop.exchange.growth_extras import Classes, CorrectedAge, Extra
from kpm_desktop.exchange.growth_table import Problem

DONE, SOME_REFUSED = 0, 1


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares `kpm growth IN.csv [--out OUT.csv] [--force] [--classes] [--corrected-age]`."""
    parser.add_argument("source", type=Path, metavar="IN.csv")
    parser.add_argument("--out", type=Path, metavar="OUT.csv")
    force_argument(parser)
    parser.add_argument("--classes", action="store_true")
    parser.add_argument("--corrected-age", action="store_true")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Computes the table. 1 when a row was refused; its other z-scores and the other rows are written all the same."""

    def problem(found: Problem) -> None:
        console.progress_done()
        where = {"file": args.source, "line": found.line, "column": found.column}
        console.note(reason("growth.cell", **where, why=found.why))

    def progress(rows: int, percent: int | None) -> None:
        done = "" if percent is None else f" ({percent} %)"
        console.progress(reason("growth.progress", rows=rows, done=done))

    extras: list[Extra] = [Classes()] if args.classes else []
    extras += [CorrectedAge()] if args.corrected_age else []
    try:
        target = args.out or _stream(console)
        account = compute_growth(
            args.source, target, over=args.force, extras=extras, problem=problem, progress=progress
        )
        console.out.flush()
    except BrokenPipeError:
        raise
    except OSError as failure:  # a target file explains itself; this is standard output
        _discard_output(console)
        raise explained(failure, Path("stdout")) from failure
    finally:
        console.progress_done()
    _tell(account, args.out, console)
    return SOME_REFUSED if account.refused_rows else DONE


def _stream(console: Console) -> TextIO:
    """Standard output as a file of this program's kind: UTF-8, line ends as written."""
    if isinstance(console.out, io.TextIOWrapper):
        console.out.reconfigure(encoding="utf-8", newline="")
    return console.out


def _discard_output(console: Console) -> None:
    """What could not be written must not be tried again when the process ends."""
    if console.out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), console.out.fileno())


def _tell(account: GrowthAccount, out: Path | None, console: Console) -> None:
    """What was done, with WHO named as the source; on standard error when the table itself is on standard output."""
    if account.absent:
        console.note(reason("growth.absent_columns", names=account.absent))
    if account.replaced:
        console.note(reason("growth.replaced_columns", names=account.replaced))
    code = "growth.done_with_refusals" if account.refused_rows else "growth.done"
    done = reason(code, rows=account.rows, refused=account.refused_rows, source=reason("growth.source"))
    if out is None:
        console.note(done)
    else:
        console.result(console.wording.say(done))
