"""`kpm status device`: how this device and the others stand."""

import argparse
import json
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.opening import opened, profile_argument
from kpm_desktop.cli.sheet_rows import the_programme_key
from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.access.revoke_device import release_device, revoke_device
from kpm_desktop.commands.access.turn_away import turn_away_device
from kpm_desktop.commands.profile.init_profile import ROLES
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.supervision.device_list import device_list
from kpm_desktop.domain.regions.place_names import renumbered


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of one of these commands."""
    if command == "device":
        actions = parser.add_subparsers(dest="action", required=True, metavar="list|accept|decline|revoke|release")
        for name, run in _ACTIONS.items():
            action = actions.add_parser(name)
            if name != "list":
                action.add_argument("device", metavar="DEVICE")
            if name == "accept":
                action.add_argument("--role", choices=ROLES, default=ROLES[0])
            if name == "release":
                action.add_argument("changes", nargs="*", metavar="CHANGE")
                action.add_argument("--lift", action="store_true")
            if name in ("revoke", "release"):
                action.add_argument("--sheet", type=Path, metavar="FILE")
            profile_argument(action)
            action.add_argument("--lang", choices=["id", "en"], default=argparse.SUPPRESS)
            if name == "list":
                action.add_argument("--json", action="store_true")
            action.set_defaults(run=run)
        return
    profile_argument(parser)
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_status)


def _status(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        status = profile_status(store)
    if args.json:
        console.result(json.dumps(status, ensure_ascii=False, indent=1))
        return 0
    changes = status["changes"]
    console.say("status.device", device=status["device"], words=" ".join(status["words"]), name=status["name"])
    console.say("status.regions", regions=status["regions"])
    for region in renumbered(status["regions"]):
        console.result(console.wording.say(region.told()))
    for kind, count in status["counts"].items():
        console.say("status.kind", kind=console.words.many(kind), count=count)
    console.say("status.changes", **changes)
    for name in ("drafts", "conflicts", "waiting", "quarantine"):
        console.say(f"status.{name}", count=status[name])
    for hole in status["missing"]:
        console.say("status.missing", first=hole["from"], last=hole["to"], stream=hole["stream"], name=hole["name"])
    for hole in status["given_up"]:
        console.say("status.given_up", first=hole["from"], last=hole["to"], stream=hole["stream"], name=hole["name"])
    if status["copies"] > 1:
        console.say("status.copied")
    for device in status["devices"]:
        console.say("status.other", **device | {"last_bundle": device["last_bundle"] or "–"})
    for told in status["revoked"]:
        console.say("status.revoked_here", region=told["region"], by=told["by"], count=told["set_aside"])
    if status["recovery"] == "unsigned":
        console.say("status.recovery_unsigned")
    if not status["words_confirmed"]:
        console.say("status.not_confirmed")
    if status["clock"]["seems_wrong"]:
        told = status["clock"]
        console.say(f"clock.{told['why']}", today=told["today"], limit=told["limit"])
    if not status["folder_is_private"]:
        console.say("status.folder_open", path=args.profile)
    console.say("status.state", state=status["state"])
    return 0


def _list(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        devices = device_list(store)
    if args.json:
        console.result(json.dumps(devices, ensure_ascii=False, indent=1))
        return 0
    if not devices:
        console.say("status.no_devices")
    for device in devices:
        console.say(f"status.device_{device['standing']}", **device | {"words": " ".join(device["words"])})
        if device["copies"] > 1:
            console.say("status.device_copies", since=device["copied_since"])
        if device["waiting"]:
            console.say("status.device_waits", count=device["waiting"])
        for day in device["release"]:
            console.say("status.device_set_aside", day=day["day"], count=day["changes"], changes=" ".join(day["name"]))
    return 0


def _accept(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        accepted = accept_device(store, args.device, role=args.role)
    told = {"name": accepted.name, "device": accepted.device[:8], "regions": accepted.regions}
    console.say(f"status.accepted_{accepted.role}", **told, count=accepted.changes)
    return 0


def _decline(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        declined = turn_away_device(store, args.device)
    console.say("status.declined", name=declined.name, device=declined.device[:8])
    return 0


def _revoke(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        key, recovery = the_programme_key(args.sheet, console)
        ordered = revoke_device(store, args.device, key=key, recovery=recovery)
    told = {"name": ordered.name, "device": ordered.device[:8], "counting": ordered.counting}
    console.say("status.revoked", **told, set_aside=ordered.set_aside)
    if ordered.fallen_papers:
        console.say("status.papers_fell", names=", ".join(ordered.fallen_papers))
    if ordered.fallen_orders:
        console.say("status.orders_fell", count=ordered.fallen_orders)
    return 0


def _release(args: argparse.Namespace, console: Console) -> int:
    with opened(args) as store:
        key, recovery = the_programme_key(args.sheet, console)
        ordered = release_device(store, args.device, args.changes, lift=args.lift, key=key, recovery=recovery)
    console.say("status.released", name=ordered.name, counting=ordered.counting, set_aside=ordered.set_aside)
    if ordered.still_by:
        console.say("status.still_revoked", by=ordered.still_by)
    return 0


_ACTIONS = {"list": _list, "accept": _accept, "decline": _decline, "revoke": _revoke, "release": _release}
