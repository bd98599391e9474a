"""`kpm target`: the places bundles go to and come from, and a visit to them."""

import argparse
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from kpm_desktop.cli.clock import warn_of_clock
from kpm_desktop.cli.console import Console
from kpm_desktop.cli.opening import opened, profile_argument, route_password
from kpm_desktop.cli.routes import route_arguments
from kpm_desktop.commands.bundles.exchange_with import Round, Urge, exchange_with
from kpm_desktop.commands.remotes.exchange_steps import run_steps
from kpm_desktop.commands.remotes.remotes import Remote, add_remote, add_server, remove_remote
from kpm_desktop.commands.supervision.delivery_overview import Place, places_seen
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import reason, refused
from kpm_desktop.sync.routes import route_at


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of the command and of its actions."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|add|remove|visit")
    for name, run in (("list", _list), ("add", _add), ("remove", _remove), ("visit", _visit)):
        action = actions.add_parser(name)
        if name == "add":
            action.add_argument("route", metavar="ROUTE")
            route_arguments(action)
        elif name == "remove":
            action.add_argument("target", metavar="TARGET")
        elif name == "visit":
            action.add_argument("targets", nargs="*", metavar="TARGET")
            action.add_argument("--again", action="store_true")
        if name in ("list", "visit"):
            action.add_argument("--json", action="store_true")
        profile_argument(action)
        action.add_argument("--lang", choices=["id", "en"], default=argparse.SUPPRESS)
        action.set_defaults(run=run)


def _list(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        places = places_seen(store)
    if args.json:
        console.result(json.dumps([described(place) for place in places], ensure_ascii=False, indent=1))
        return 0
    for place in places:
        console.say(f"targets.{place.status.phase}", address=place.remote.address, since=place.status.since or "–")
        for why in place.status.why:
            console.note(why.reason())
    if not places:
        console.say("targets.none")
    return 0


def described(place: Place) -> dict[str, Any]:
    """A target as JSON says it; never its password."""
    status = place.status
    return {
        "target": place.remote.address,
        "kind": place.remote.kind.name,
        "present": place.is_present,
        "phase": status.phase,
        "since": status.since or None,
        "until": status.until or None,
        "failures": status.failures,
        "why": [why.code for why in status.why],
        "last_bundle": place.last_at,
    }


def _add(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        place = route_at(args.route)
        if place.kind.needs_line:
            user = args.route_user or unquote(urlsplit(args.route.strip()).username or "")
            password = route_password(args)
            added = add_server(store, args.route, user=user, password=password, ca_file=args.route_ca_file)
        else:
            added = add_remote(store, Path(place.address))
    console.say("targets.added", address=added.address)
    return 0


def _remove(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        (remote,) = _asked(store, [args.target])
        remove_remote(store, remote.id)
    console.say("targets.removed", address=remote.address)
    return 0


def _asked(store: Store, addresses: list[str]) -> list[Remote]:
    """The targets of these addresses, or all of them."""
    known = {place.remote.address: place.remote for place in places_seen(store)}
    for address in addresses:
        if address not in known:
            raise refused("targets.unknown", address=address)
    return [known[address] for address in addresses] if addresses else list(known.values())


def _visit(args: argparse.Namespace, console: Console) -> int:
    urge = Urge.AGAIN if args.again else Urge.ASKED
    with opened(args) as store:
        warn_of_clock(store, console)
        asked = _asked(store, args.targets)
        rounds = [run_steps(exchange_with(store, each.id, urge=urge), each.route()) for each in asked]
    if args.json:
        console.result(json.dumps([_told(done) for done in rounds], ensure_ascii=False, indent=1))
    elif not rounds:
        console.say("targets.none")
    for done in rounds:
        if not args.json:
            _say(done, console)
    return 1 if any(done.reasons or done.refused or done.left_out for done in rounds) else 0


def _told(done: Round) -> dict[str, Any]:
    return {
        "target": done.remote.address,
        "taken": [{"file": one.file, "outcome": one.outcome, "new": one.new} for one in done.opened],
        "sent": [{"number": one.number, "to": one.receiver.device[:8], "changes": one.changes} for one in done.sent],
        "left_out": [
            {"key": one.device, "name": one.name, "region": one.region, "first": one.first, "last": one.last}
            for one in done.left_out
        ],
        "why": [each.code for each in done.reasons],
    }


def _say(done: Round, console: Console) -> None:
    for one in done.opened:
        if one.outcome == "refused":
            for why in one.reasons:
                console.note(reason("exchange.refused", path=one.file, why=why))
        else:
            console.say(
                "exchange.taken", path=one.file, name=one.person or one.sender[:8], count=one.new, held=one.held
            )
    for bundle in done.sent:
        params = {"path": bundle.address, "name": bundle.receiver.name, "number": bundle.number}
        console.say("exchange.delivered", **params, count=bundle.changes)
    for why in (*(one.why for one in done.left_out), *done.reasons):
        console.note(why)
    if not (done.did_something or done.left_out or done.reasons):
        console.say("targets.nothing_new", address=done.remote.address)
