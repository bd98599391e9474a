"""The programme's sheet on the command line: rows from a text file or typed one after the other, never arguments."""

import sys
from pathlib import Path

from kpm_desktop.cli.console import Console
from kpm_desktop.db.files import read_little
from kpm_desktop.domain.errors import reason, refused
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from kpm_desktop.sync.sheet import (
    PROGRAMME,
    RECOVERY,
    programme_key,
    recovery_beside,
    recovery_key,
    recovery_key_in,
    row_is_right,
    row_names,
    rows_in,
)

#: What `--sheet` is given where the rows are to be typed.
TYPED = Path("-")


def both_keys(file: Path, console: Console) -> tuple[SigningKey, AgeIdentity]:
    """The programme's key and the recovery key."""
    rows = _typed(PROGRAMME + RECOVERY, console) if file == TYPED else rows_in(_text(file))
    return programme_key(rows), recovery_key(rows)


def the_programme_key(file: Path | None, console: Console) -> tuple[SigningKey | None, str | None]:
    """The programme's key, where a sheet was named, and the recovery recipient where its file tells that too."""
    if file is None:
        return None, None
    rows = _typed(PROGRAMME, console) if file == TYPED else rows_in(_text(file))
    return programme_key(rows), recovery_beside(rows)


def the_recovery_key(file: Path | None, console: Console) -> AgeIdentity | None:
    """The recovery key, where a file was named: the sheet's text, or age's own spelling of the key."""
    if file is None:
        return None
    return recovery_key(_typed(RECOVERY, console)) if file == TYPED else recovery_key_in(_text(file))


def _text(file: Path) -> str:
    data = read_little(file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("sheet.unreadable", path=file) from None


def _typed(parts: str, console: Console) -> dict[str, str]:
    """Each row until it is right; refused where there is nobody to ask."""
    if not sys.stdin.isatty():
        raise refused("cli.no_sheet")
    rows = {}
    for name in row_names(parts):
        while True:
            rows[name] = input(console.wording.phrase("cli.ask_row", name=name))
            if row_is_right(name, rows[name]):
                break
            console.note(reason("sheet.wrong_rows", rows=[name]))
    return rows
