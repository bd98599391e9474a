"""`kpm demo`: a supervisor's and several cadres' practice profiles in a new folder."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day
from kpm_desktop.cli.opening import password, password_argument
from kpm_desktop.domain.calendar import MONTH
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.practice.demo import AGREES, SILENT, Made, MadeProfile, make_demo
from kpm_desktop.practice.plan import MOST_VILLAGES, SILENT_MONTHS, Wish, last_completed_month

MOST_HOUSEHOLDS, MOST_MONTHS = 1000, 120
#: So that no mother is born before a record may say so, and no child is due after.
EARLIEST, LATEST = "1970-01", "2099-12"


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of `kpm demo`."""
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--villages", type=_count(MOST_VILLAGES), default=Wish.villages, metavar="N")
    parser.add_argument("--households", type=_count(MOST_HOUSEHOLDS), default=Wish.households, metavar="N")
    parser.add_argument("--months", type=_count(MOST_MONTHS), default=Wish.months, metavar="N")
    parser.add_argument("--until", type=_month, metavar="YYYY-MM")
    parser.add_argument("--seed", type=int, default=Wish.seed, metavar="N")
    password_argument(parser)
    parser.set_defaults(run=_demo)


def _count(most: int) -> Callable[[str], int]:
    def count(text: str) -> int:
        number = int(text)
        if not 1 <= number <= most:
            raise argparse.ArgumentTypeError(f"1-{most}")
        return number

    return count


def _month(text: str) -> str:
    if not re.match(MONTH, text) or not EARLIEST <= text <= LATEST:
        raise argparse.ArgumentTypeError(f"YYYY-MM, {EARLIEST} – {LATEST}")
    return text


def _demo(args: argparse.Namespace, console: Console) -> int:
    last = last_completed_month(day())
    until = args.until or last
    wish = Wish(until, args.villages, args.households, args.months, args.seed)
    if until > last:
        console.note(reason("practice.in_future", month=_month_name(until)))

    def progress(done: int, of: int, name: str) -> None:
        console.progress(reason("practice.progress", no=done + 1, of=of, name=name))

    try:
        made = make_demo(args.folder, wish, password(args), progress=progress)
    finally:
        console.progress_done()
    _say_made(made, args.folder, console)
    return 0


def _say_made(made: Made, folder: Path, console: Console) -> None:
    wish = made.plan.wish
    console.say(
        "practice.made",
        path=folder,
        villages=len(made.plan.villages),
        households=made.households,
        people=made.people,
        saves=made.saves,
        first=_month_name(wish.all_months[0]),
        last=_month_name(wish.until),
    )
    console.say("practice.invented")
    names = {village.code: village.name for village in made.plan.villages}
    for profile in made.profiles:
        where = ", ".join(names.get(code, code) for code in profile.regions)
        role = reason(f"practice.role_{profile.role}")
        about = [] if profile.standing == AGREES else [console.wording.say(_standing(made, profile))]
        console.result(
            "  " + "  ".join([profile.folder.name, f"{profile.name} ({console.wording.say(role)}, {where})", *about])
        )
    if made.sights:
        console.say("practice.look_at", sights=[reason(f"practice.sight_{name}") for name in made.sights])
    console.say("practice.open", path=folder / "kader-1")


def _standing(made: Made, profile: MadeProfile) -> Reason:
    if profile.standing != SILENT:
        return reason("practice.standing_waiting")
    heard = made.plan.wish.all_months[-SILENT_MONTHS - 1]
    return reason("practice.standing_silent", month=_month_name(heard), path=made.stick)


def _month_name(month: str) -> Reason:
    return reason(f"scorecard.month.{month[5:]}", year=month[:4])
