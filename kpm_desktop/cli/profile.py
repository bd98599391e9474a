"""`kpm init check rebuild backup restore`: a profile's life."""

import argparse
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import force_argument
from kpm_desktop.cli.opening import opened, password, profile_argument
from kpm_desktop.commands.backups.back_up import back_up
from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.commands.profile.check_profile import Checked, check_profile
from kpm_desktop.commands.profile.init_profile import ROLES, init_profile
from kpm_desktop.commands.profile.rebuild_rows import rebuild_rows
from kpm_desktop.db.files import is_private
from kpm_desktop.domain.errors import reason


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands."""
    if command == "restore":
        parser.add_argument("file", type=Path, metavar="FILE")
    profile_argument(parser)
    if command == "init":
        parser.add_argument("--role", choices=ROLES, required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--village", nargs="+", action="extend", required=True, metavar="CODE")
        parser.add_argument("--old-code", action="store_true")
    elif command == "backup":
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")
        force_argument(parser)
    parser.set_defaults(run=_RUN[command])


def _init(args: argparse.Namespace, console: Console) -> int:
    made = init_profile(
        args.profile,
        role=args.role,
        name=args.name,
        villages=args.village,
        password=password(args),
        old_codes=args.old_code,
    )
    made.store.close()
    console.say("profile.made", path=args.profile, role=reason(f"profile.role_{args.role}"), name=args.name)
    console.say("profile.recovery_code", code=made.recovery_code)
    for code in made.unlisted:
        console.note(reason("rules.region_not_listed", value=code))
    for region in made.gone:
        console.note(region.told())
    return 0


def _check(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        checked = check_profile(store)
    for line in _check_lines(checked):
        console.result(line)
    for kind, record in checked.differing[:20]:
        console.note(reason("profile.row_differs", kind=console.words.kind(kind), id=record))
    for place in [*checked.integrity, *checked.broken_chain][:20]:
        console.note(reason("profile.broken", place=place))
    if not is_private(args.profile):
        console.note(reason("status.folder_open", path=args.profile))
    console.say("profile.sound" if checked.is_sound else "profile.not_sound")
    return 0 if checked.is_sound else 1


def _check_lines(checked: Checked) -> list[str]:
    """One `name: value` a line, so that two accounts can be compared as text."""
    lines = [f"state: {checked.state_hash}", f"journal: {checked.journal_hash}", f"rules: {checked.rule_version}"]
    lines += [f"{kind}: {count}" for kind, count in checked.counts.items()]
    lines += [f"changes: {checked.changes}", f"conflicts: {checked.conflicts}", f"waiting: {checked.waiting}"]
    lines += [f"quarantine: {checked.quarantine}"]
    return lines + [f"dangling {name}: {count}" for name, count in checked.dangling.items()]


def _rebuild(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        console.say("profile.rebuilt", count=rebuild_rows(store))
    return 0


def _backup(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        console.say("profile.backed_up", path=args.out, count=back_up(store, args.out, over=args.force).changes)
    return 0


def _restore(args: argparse.Namespace, console: Console) -> int:
    restore_backup(args.file, args.profile, password(args)).close()
    console.say("profile.restored", path=args.profile)
    return 0


_RUN = {
    "init": _init,
    "check": _check,
    "rebuild": _rebuild,
    "backup": _backup,
    "restore": _restore,
}
