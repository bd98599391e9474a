"""What most commands begin with: which profile, which password, and the open profile."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.commands.bundles.take_bundle import Opened
from kpm_desktop.commands.profile.unlock_profile import unlock_profile
from kpm_desktop.db.files import read_little
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import reason, refused
from kpm_desktop.domain.regions.region_code import as_region
from kpm_desktop.domain.wording import Wording


def profile_argument(parser: argparse.ArgumentParser) -> None:
    """`--profile DIR`, which KPM_PROFILE may replace, and where the password comes from."""
    known = os.environ.get("KPM_PROFILE")
    parser.add_argument("--profile", type=Path, metavar="DIR", required=known is None, default=known and Path(known))
    password_argument(parser)


def region_argument(parser: argparse.ArgumentParser, *names: str) -> None:
    """`--region CODE`: which record is meant where several regions hold one of the id that is typed."""
    for name in names or ("--region",):
        parser.add_argument(name, type=as_region, default="", metavar="CODE")


def password_argument(parser: argparse.ArgumentParser) -> None:
    """`--password-file FILE`; else KPM_PASSWORD, else a prompt. Never an argument: others could read it."""
    parser.add_argument("--password-file", type=Path, metavar="FILE")


def password(args: argparse.Namespace, prompt: str = "Kata sandi: ") -> str:
    """The password; refused where there is nobody to ask."""
    return _secret(args.password_file, "KPM_PASSWORD", prompt)


def new_password(args: argparse.Namespace, prompt: str) -> str:
    """The password to change to, from `--new-password-file`, KPM_NEW_PASSWORD or a prompt; never the old one's
    place, or a change could change nothing and say it did."""
    return _secret(args.new_password_file, "KPM_NEW_PASSWORD", prompt)


def route_password(args: argparse.Namespace) -> str:
    """A web server's password, from `--route-password-file`, KPM_ROUTE_PASSWORD or a prompt."""
    return _secret(args.route_password_file, "KPM_ROUTE_PASSWORD", "Kata sandi server: ")


def _secret(file: Path | None, variable: str, prompt: str) -> str:
    if file is not None:
        return _first_text(file)
    known = os.environ.get(variable)
    if known is not None:
        return known
    if not sys.stdin.isatty():
        raise refused("cli.no_password")
    return getpass.getpass(prompt)


def _first_text(file: Path) -> str:
    data = read_little(file)
    try:
        return data.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise refused("cli.bad_password_file", path=file) from None


def opened(args: argparse.Namespace) -> Store:
    """The profile of a command, open; what had waited for this version of the program is taken in and named."""
    return opened_with(args, password(args))


def opened_with(args: argparse.Namespace, known: str) -> Store:
    """The same with a password that was asked for already."""
    console = Console(Wording(args.lang))

    def tell(taken: Opened) -> None:
        for why in taken.reasons:
            console.note(reason("exchange.refused", path=taken.file, why=why))
        if taken.outcome != "refused":
            console.note(reason("exchange.waited", name=taken.person or taken.sender[:8], count=taken.new))

    return unlock_profile(args.profile, known, tell=tell, note=console.note)
