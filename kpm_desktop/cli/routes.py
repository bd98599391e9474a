"""`ROUTE`: a folder, or a folder on a web server with the user and password it asks for."""

import argparse
from pathlib import Path

from kpm_desktop.cli.opening import route_password
from kpm_desktop.sync.route import Route
from kpm_desktop.sync.routes import route_at


def route_arguments(parser: argparse.ArgumentParser) -> None:
    """What a web server needs besides its address. A password is never an argument: others could read it."""
    parser.add_argument("--route-user", default="", metavar="NAME")
    parser.add_argument("--route-password-file", type=Path, metavar="FILE")
    parser.add_argument("--route-ca-file", type=Path, metavar="FILE")


def route_of(text: str, args: argparse.Namespace) -> Route:
    """The route of what was typed; what is no address is refused before a password is asked for."""
    route = route_at(text)
    if not route.kind.needs_line:
        return route
    return route_at(text, user=args.route_user, password=route_password(args), ca_file=args.route_ca_file)
