"""An invitation, written with the programme's sheet where it makes a programme."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kpm_desktop.commands.access.invite import Invited, invite
from kpm_desktop.db.store import Store
from kpm_desktop.domain.wording import Wording
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.printing.sheet_file import check_apart, write_sheet


class NewFile(NamedTuple):
    """Where something is to be saved, and whether a file of that name may be replaced."""

    path: Path
    over: bool = False


def write_invitation(
    store: Store,
    out: NewFile,
    *,
    person: str,
    role: str,
    regions: Sequence[str],
    sheet: NewFile | None,
    language: str,
) -> Invited:
    """An invitation file; the programme's sheet is written first, where this makes a programme."""

    def keep(found: Sheet) -> None:
        assert sheet is not None
        check_apart(out.path, sheet.path)
        write_sheet(sheet.path, found, Wording(language), over=sheet.over)

    return invite(store, out.path, villages=regions, role=role, person=person, over=out.over, keep_sheet=keep)
