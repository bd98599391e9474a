"""`kpm invite join export import receipt open`: bundles both ways."""

import argparse
import json
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.opening import opened, profile_argument
from kpm_desktop.commands.export_bundle import export_bundle
from kpm_desktop.commands.import_bundle import Account, import_bundle
from kpm_desktop.commands.init_profile import ROLES
from kpm_desktop.commands.invite import Sheet, invite
from kpm_desktop.commands.join import join
from kpm_desktop.commands.make_receipt import make_receipt
from kpm_desktop.commands.open_bundle import open_bundle
from kpm_desktop.commands.send import Delivered
from kpm_desktop.db.files import replace_file
from kpm_desktop.domain.errors import Refused, reason


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands."""
    if command == "join":
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--confirm-words", action="store_true")
    elif command == "import":
        parser.add_argument("bundles", type=Path, nargs="+", metavar="BUNDLE")
    elif command == "open":
        parser.add_argument("bundle", type=Path, metavar="BUNDLE")
    profile_argument(parser)
    if command == "invite":
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")
        parser.add_argument("--village", nargs="+", action="extend", default=[], metavar="CODE")
        parser.add_argument("--role", choices=ROLES, default="cadre")
        parser.add_argument("--for", dest="person", default="", metavar="NAME")
        parser.add_argument("--sheet", type=Path, metavar="FILE")
    elif command in ("export", "receipt"):
        parser.add_argument("--to", type=Path, required=True, metavar="ROUTE")
        if command == "export":
            parser.add_argument("--all", action="store_true")
        else:
            parser.add_argument("--for", dest="device", required=True, metavar="DEVICE")
    parser.set_defaults(run=_RUN[command])


def _invite(args: argparse.Namespace, console: Console) -> int:
    def keep_sheet(sheet: Sheet) -> None:
        text = console.wording.phrase(
            "exchange.sheet",
            programme=sheet.programme,
            programme_secret=sheet.programme_secret,
            recovery=sheet.recovery,
            recovery_secret=sheet.recovery_secret,
        )
        if args.sheet is None:
            console.result(text)
        else:
            replace_file(args.sheet, text.encode() + b"\n")
            console.say("exchange.sheet_written", path=args.sheet)

    with opened(args) as store:
        made = invite(store, args.out, villages=args.village, role=args.role, person=args.person, keep_sheet=keep_sheet)
    console.say(
        "exchange.invited", path=args.out, regions=made.invitation.regions, until=made.invitation.expires_at[:10]
    )
    console.say("exchange.words", words=" ".join(made.words))
    return 0


def _join(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        joined = join(store, args.file, confirm_words=args.confirm_words)
    console.say("exchange.joined", name=joined.invitation.supervisor.name)
    console.say("exchange.words", words=" ".join(joined.words))
    if not joined.confirmed:
        console.say("exchange.not_confirmed", path=args.file)
    if joined.expired:
        console.note(reason("exchange.expired", until=joined.invitation.expires_at[:10]))
    return 0


def _export(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        delivered = export_bundle(store, args.to, everything=args.all)
    if not delivered:
        console.say("exchange.nothing_due")
    return _say_delivered(delivered, console)


def _receipt(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        return _say_delivered(make_receipt(store, args.device, args.to), console)


def _say_delivered(delivered: list[Delivered], console: Console) -> int:
    for bundle in delivered:
        console.say(
            "exchange.delivered",
            path=bundle.file,
            name=bundle.receiver.name,
            number=bundle.number,
            count=bundle.changes,
        )
    return 0


def _import(args: argparse.Namespace, console: Console) -> int:
    refused = False
    with opened(args) as store:
        for file in args.bundles:
            try:
                account = import_bundle(store, file)
            except Refused as refusal:
                refused = True
                for why in refusal.reasons:
                    console.note(reason("exchange.refused", path=file.name, why=why))
            else:
                refused |= bool(account.refused)
                _say_taken(file, account, console)
    return 1 if refused else 0


def _say_taken(file: Path, account: Account, console: Console) -> None:
    who = account.person or account.sender[:8]
    total = sum(account.new.values())
    if account.outcome == "newer":
        console.say("exchange.newer", path=file.name, name=who)
    elif account.outcome == "known":
        console.say("exchange.known", path=file.name, name=who)
    else:
        console.say("exchange.taken", path=file.name, name=who, count=total, held=account.held)
    for kind, count in account.new.items():
        console.say("exchange.kind", kind=kind, count=count)
    if account.enrolled:
        console.say("exchange.enrolled", name=account.enrolled, device=account.sender[:8])
    if account.enrolment_waits is not None:
        console.say("exchange.device_waits", why=account.enrolment_waits, device=account.sender[:8])
    for device, count in account.waiting:
        console.say("exchange.range_waits", device=device[:8], count=count)
    if account.withheld:
        console.say("exchange.withheld", count=account.withheld)
    for why in account.refused:
        console.note(reason("exchange.refused", path=file.name, why=why))


def _open(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        for line in open_bundle(store, args.bundle):
            console.result(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False, indent=1))
    return 0


_RUN = {
    "invite": _invite,
    "join": _join,
    "export": _export,
    "import": _import,
    "receipt": _receipt,
    "open": _open,
}
