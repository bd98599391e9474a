"""What the command line says of a clock that looks wrong: a warning beside the result, never a refusal."""

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day
from kpm_desktop.commands.profile.check_clock import check_clock
from kpm_desktop.db.store import Store


def warn_of_clock(store: Store, console: Console) -> None:
    """Said before something is stored or sent with the date this laptop shows."""
    doubt = check_clock(store, day())
    if doubt is not None:
        console.note(doubt.reason())
