"""`kpm recover`: a new supervisor's profile takes a programme over with the sheet that was locked away."""

import argparse
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.opening import opened, profile_argument
from kpm_desktop.cli.sheet_rows import TYPED, both_keys
from kpm_desktop.commands.access.recover_programme import recover_programme


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of the command."""
    parser.add_argument("--sheet", type=Path, default=TYPED, metavar="FILE")
    profile_argument(parser)
    parser.set_defaults(run=_recover)


def _recover(args: argparse.Namespace, console: Console) -> int:
    programme, recovery = both_keys(args.sheet, console)
    with opened(args) as store:
        recovered = recover_programme(store, programme, recovery)
    console.say("exchange.recovered", regions=list(recovered.regions))
    console.say("exchange.words", words=" ".join(recovered.words))
    console.say("exchange.recovered_next")
    return 0
