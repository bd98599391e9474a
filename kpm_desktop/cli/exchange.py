"""`kpm invite join export import receipt open`: bundles both ways."""

import argparse
import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from kpm_desktop.cli import accounts
from kpm_desktop.cli.clock import warn_of_clock
from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import force_argument
from kpm_desktop.cli.opening import opened, profile_argument
from kpm_desktop.cli.routes import route_arguments, route_of
from kpm_desktop.cli.sheet_rows import the_programme_key, the_recovery_key
from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.bundles.import_bundle import Account, import_bundle
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.bundles.open_bundle import BundleSeen, look_into, open_bundle
from kpm_desktop.commands.bundles.send import Sent
from kpm_desktop.commands.profile.init_profile import ROLES
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.errors import Refused, reason
from kpm_desktop.reports.programme_sheet import as_text
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.printing.sheet_file import check_apart, sheet_page, write_sheet


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands."""
    if command == "join":
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--confirm-words", action="store_true")
        parser.add_argument("--sheet", type=Path, metavar="FILE")
    elif command == "import":
        parser.add_argument("bundles", type=Path, nargs="+", metavar="BUNDLE")
        parser.add_argument("--recovery-file", type=Path, metavar="FILE")
    elif command == "open":
        parser.add_argument("bundle", type=Path, metavar="BUNDLE")
        parser.add_argument("--lines", action="store_true")
    profile_argument(parser)
    if command in ("export", "receipt", "import", "open"):
        parser.add_argument("--json", action="store_true")
    if command == "invite":
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")
        parser.add_argument("--village", nargs="+", action="extend", default=[], metavar="CODE")
        parser.add_argument("--role", choices=ROLES, default="cadre")
        parser.add_argument("--for", dest="person", default="", metavar="NAME")
        parser.add_argument("--sheet", type=Path, metavar="FILE")
        force_argument(parser)
    elif command in ("export", "receipt"):
        parser.add_argument("--to", required=True, metavar="ROUTE")
        route_arguments(parser)
        if command == "export":
            parser.add_argument("--all", action="store_true")
        else:
            parser.add_argument("--for", dest="device", required=True, metavar="DEVICE")
    parser.set_defaults(run=_RUN[command])


def _invite(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        warn_of_clock(store, console)
        whom = {"villages": args.village, "role": args.role, "person": args.person}
        made = invite(store, args.out, **whom, over=args.force, keep_sheet=partial(_keep_sheet, args, console))
    console.say(
        "exchange.invited", path=args.out, regions=made.invitation.regions, until=_day(made.invitation.expires_at)
    )
    console.say("exchange.words", words=" ".join(made.words))
    return 0


def _keep_sheet(args: argparse.Namespace, console: Console, sheet: Sheet) -> None:
    """On standard output, or in a file: text, or a page to print where its name ends in `.pdf`."""
    if args.sheet is None:
        console.result(as_text(sheet_page(sheet, console.wording)))
        console.finish()
    else:
        check_apart(args.out, args.sheet)
        write_sheet(args.sheet, sheet, console.wording, over=args.force)
        console.say("exchange.sheet_written", path=args.sheet)


def _join(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        key, recovery = the_programme_key(args.sheet, console)
        joined = join(store, args.file, confirm_words=args.confirm_words, key=key, recovery=recovery)
    console.say("exchange.joined", name=joined.invitation.supervisor.name)
    console.say("exchange.words", words=" ".join(joined.words))
    if not joined.is_recovery_signed:
        console.say("exchange.recovery_unsigned")
    if not joined.confirmed:
        console.say("exchange.not_confirmed", path=args.file)
    if joined.expired:
        console.note(reason("exchange.expired", until=_day(joined.invitation.expires_at)))
    return 0


def _day(instant: str) -> date:
    """The day an instant of the journal is, where the laptop stands."""
    return civil_day(datetime.fromisoformat(instant))


def _export(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        warn_of_clock(store, console)
        sent = export_bundle(store, route_of(args.to, args), everything=args.all)
    if not (sent.delivered or sent.left_out or args.json):
        console.say("exchange.nothing_due")
    return _say_sent(sent, args, console)


def _receipt(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        warn_of_clock(store, console)
        return _say_sent(make_receipt(store, args.device, route_of(args.to, args)), args, console)


def _say_sent(sent: Sent, args: argparse.Namespace, console: Console) -> int:
    if args.json:
        _as_json([accounts.delivered(bundle) for bundle in sent.delivered], console)
    else:
        for bundle in sent.delivered:
            console.say(
                "exchange.delivered",
                path=bundle.address,
                name=bundle.receiver.name,
                number=bundle.number,
                count=bundle.changes,
            )
    for one in sent.left_out:
        console.note(one.why)
    return 1 if sent.left_out else 0


def _import(args: argparse.Namespace, console: Console) -> int:
    refused, told = False, []
    recovery = the_recovery_key(args.recovery_file, console)
    with opened(args) as store:
        for file in args.bundles:
            try:
                account = import_bundle(store, file, recovery=recovery)
            except Refused as refusal:
                refused = True
                for why in refusal.reasons:
                    console.note(reason("exchange.refused", path=file.name, why=why))
                told.append(accounts.refused(file, refusal, console.wording))
            else:
                refused |= bool(account.refused)
                told.append(accounts.taken(file, account, console.wording))
                if args.json:
                    _say_refused(file, account, console)
                else:
                    _say_taken(file, account, console)
    if args.json:
        _as_json(told, console)
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
        console.say("exchange.kind", kind=console.words.many(kind), count=count)
    if account.enrolled:
        console.say("exchange.enrolled", name=account.enrolled, device=account.sender[:8])
    if account.enrolment_waits is not None:
        console.say("exchange.device_waits", why=account.enrolment_waits, device=account.sender[:8])
    for device, count in account.waiting:
        console.say("exchange.range_waits", device=device[:8], count=count)
    if account.set_aside or account.is_revoked:
        console.say("exchange.set_aside", name=who, count=account.set_aside)
    if account.full:
        console.say("exchange.full", name=who, count=account.full)
    if account.left:
        console.say("exchange.left", name=who, count=account.left)
    if account.let_go:
        console.say("exchange.let_go", devices=[device[:8] for device in account.let_go])
    if account.receiver:
        console.say("exchange.new_receiver", name=account.receiver)
    if account.programme:
        console.say("exchange.went_over", words=" ".join(account.programme))
    if account.withheld:
        console.say("exchange.withheld", count=account.withheld)
    _say_refused(file, account, console)


def _say_refused(file: Path, account: Account, console: Console) -> None:
    for why in account.refused:
        console.note(reason("exchange.refused", path=file.name, why=why))


def _open(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        if args.json:
            bundle = iter(open_bundle(store, args.bundle))
            _say_document(next(bundle), bundle, console)
        elif args.lines:
            for line in open_bundle(store, args.bundle):
                console.result(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False))
        else:
            _say_bundle(args.bundle, look_into(store, args.bundle), console)
    return 0


def _say_document(head: Any, lines: Iterator[Any], console: Console) -> None:
    """One JSON document, written change by change: a bundle may hold 200,000."""
    text = json.dumps(head, ensure_ascii=False, indent=1)
    console.result(text[: text.rindex("}")].rstrip() + ',\n "changes": [')
    before = ""
    for line in lines:
        if before:
            console.result(f"  {before},")
        before = line
    if before:
        console.result(f"  {before}")
    console.result(" ]\n}")


def _say_bundle(file: Path, seen: BundleSeen, console: Console) -> None:
    unknown = console.wording.phrase("exchange.unknown")
    sender = seen.sender or unknown
    console.say("exchange.inside", path=file.name, number=seen.number, name=sender, device=seen.sender_key[:8])
    console.say("exchange.inside_made", at=seen.created_at, receiver=seen.receiver or unknown)
    for kind, count in seen.counts.items():
        console.say("exchange.kind", kind=console.words.many(kind), count=count)
    if not seen.ranges:
        console.say("exchange.inside_empty")
    for piece in seen.ranges:
        console.say(
            _INSIDE.get(piece.fault.code if piece.fault is not None else "", "exchange.inside_broken"),
            first=piece.first,
            last=piece.last,
            region=piece.region,
            name=piece.person or unknown,
            device=piece.device[:8],
        )
        if not piece.is_vouched:
            console.say("exchange.inside_unvouched")
    if seen.withheld:
        console.say("exchange.inside_withheld", count=seen.withheld)
    if seen.introduces:
        console.say("exchange.inside_introduces")


def _as_json(found: Any, console: Console) -> int:
    console.result(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


#: What is said of a range, by why it would not be taken.
_INSIDE = {"": "exchange.inside_range", "bundle.range_large": "exchange.inside_large"}

_RUN = {
    "invite": _invite,
    "join": _join,
    "export": _export,
    "import": _import,
    "receipt": _receipt,
    "open": _open,
}
