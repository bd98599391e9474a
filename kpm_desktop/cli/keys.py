"""`kpm password recovery user rekey`: what opens a profile, and whose."""

import argparse
import json
import sys
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.opening import new_password, opened_with, password, profile_argument
from kpm_desktop.commands.profile.change_password import change_password
from kpm_desktop.commands.profile.rekey_profile import prepare_rekey, rekey_profile
from kpm_desktop.commands.profile.renew_recovery_code import begin_renewal, finish_renewal
from kpm_desktop.commands.profile.users import keyholders, remove_user
from kpm_desktop.db.vault import is_code
from kpm_desktop.domain.errors import Refused, reason, refused


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands."""
    if command == "user":
        actions = parser.add_subparsers(dest="action", required=True, metavar="list|remove")
        for name, run in (("list", _list_users), ("remove", _remove_user)):
            action = actions.add_parser(name)
            if name == "remove":
                action.add_argument("name", metavar="NAME")
            else:
                action.add_argument("--json", action="store_true")
            profile_argument(action)
            action.add_argument("--lang", choices=["id", "en"], default=argparse.SUPPRESS)
            action.set_defaults(run=run)
        return
    profile_argument(parser)
    if command == "password":
        parser.add_argument("--user", metavar="NAME")
        parser.add_argument("--recover", action="store_true")
        parser.add_argument("--new-password-file", type=Path, metavar="FILE")
    else:
        parser.add_argument("--yes", action="store_true")
    parser.set_defaults(run={"password": _password, "recovery": _recovery, "rekey": _rekey}[command])


def _password(args: argparse.Namespace, console: Console) -> int:
    old = password(args, console.wording.phrase("profile.ask_recovery" if args.recover else "profile.ask_old"))
    new = new_password(args, console.wording.phrase("profile.ask_new"))
    user = change_password(args.profile, old, new, user=args.user, recover=args.recover)
    console.say("profile.password_changed", name=user)
    console.say("profile.old_password_opens")
    return 0


def _recovery(args: argparse.Namespace, console: Console) -> int:
    _check_can_ask(args)
    known = password(args)
    with opened_with(args, known) as store:
        code = begin_renewal(store, known)
        if not _is_written_down(code, args, console):
            console.note(reason("vault.old_code_holds"))
            return 1
        try:
            finish_renewal(store, code)
        except Refused as refusal:
            if not keyholders(args.profile).has_unconfirmed:
                raise
            raise Refused(*refusal.reasons, reason("vault.old_code_holds")) from refusal
    console.say("profile.old_code_void")
    return 0


def _list_users(args: argparse.Namespace, console: Console) -> int:
    found = keyholders(args.profile)
    if args.json:
        told = {"users": found.users, "recovery": found.has_recovery, "unconfirmed": found.has_unconfirmed}
        console.result(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for name in found.users:
        console.say("profile.user", name=name)
    console.say("profile.user_recovery" if found.has_recovery else "profile.user_no_recovery")
    if found.has_unconfirmed:
        console.say("profile.user_unconfirmed")
    return 0


def _remove_user(args: argparse.Namespace, console: Console) -> int:
    known = password(args)
    with opened_with(args, known) as store:
        remove_user(store, args.name, known)
    console.say("profile.user_removed", name=args.name)
    return 0


def _rekey(args: argparse.Namespace, console: Console) -> int:
    _check_can_ask(args)
    known = password(args)
    with opened_with(args, known) as store:
        new = prepare_rekey(store, known)
        console.say("profile.rekey_means")
        if new.removed:
            console.say("profile.rekey_removes", names=list(new.removed))
        if not _is_written_down(new.code, args, console):
            console.note(reason("profile.rekey_not_begun"))
            return 1

        def tell(done: int, total: int) -> None:
            console.progress(reason("profile.rekeying", percent=100 * done // max(total, 1)))

        try:
            rekey_profile(store, new, new.code, tell=tell)
        finally:
            console.progress_done()
    console.say("profile.rekeyed")
    return 0


def _check_can_ask(args: argparse.Namespace) -> None:
    """Nothing is begun that nobody could end: the code is typed back, unless `--yes` says that it will be kept."""
    if not args.yes and not sys.stdin.isatty():
        raise refused("cli.nobody_types")


def _is_written_down(code: str, args: argparse.Namespace, console: Console) -> bool:
    """Shows a code and has it typed back, until it fits or somebody gives up."""
    console.say("profile.recovery_code", code=code)
    console.finish()
    if args.yes:
        return True
    try:
        while not is_code(input(console.wording.phrase("profile.type_back")), code):
            console.note(reason("vault.wrong_recovery"))
    except (EOFError, KeyboardInterrupt):
        print(file=console.err)
        return False
    return True
