"""An invitation, written with the programme's sheet where it makes a programme."""

from collections.abc import Sequence
from pathlib import Path

from kpm_desktop.commands.access.invite import Invited, invite
from kpm_desktop.db.store import Store
from kpm_desktop.domain.wording import Wording
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.printing.sheet_file import write_sheet


def write_invitation(
    store: Store, out: Path, *, person: str, role: str, regions: Sequence[str], sheet: Path | None, language: str
) -> Invited:
    """An invitation file; the programme's sheet is written first, where this makes a programme."""

    def keep(found: Sheet) -> None:
        assert sheet is not None
        write_sheet(sheet, found, Wording(language))

    return invite(store, out, villages=regions, role=role, person=person, keep_sheet=keep)
