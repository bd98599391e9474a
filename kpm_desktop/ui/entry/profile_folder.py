"""What can be said of a profile's folder before it is unlocked, without loading what opens it."""

import contextlib
import json
from pathlib import Path

from kpm_desktop.db.files import is_ordinary

KEY_FILE = "keys.json"
#: No key file is larger.
LARGEST = 64 * 1024
RECORDS_FILE = "records.db"
UNFINISHED_FILE = "unfinished"
#: Where a backup is laid out before it takes the profile's place, and what its mark says once it shall.
RESTORING = "{name}.restoring"
RESTORING_MARK, TAKEN = "restoring", b"taken"


def is_profile(folder: Path) -> bool:
    """Whether there is something to unlock, whole or damaged; else a new profile may be made. One whose making was
    interrupted is none yet."""
    if (folder / KEY_FILE).exists():
        return True
    return (folder / RECORDS_FILE).exists() and not (folder / UNFINISHED_FILE).exists()


def finish_restore(folder: Path) -> None:
    """Does the last step of a restore where the program was killed before it: the former profile was put aside, and the
    one laid out is not yet in its place."""
    laid_out = folder.with_name(RESTORING.format(name=folder.name))
    with contextlib.suppress(OSError):
        mark = laid_out / RESTORING_MARK
        if not folder.exists() and is_ordinary(mark, len(TAKEN)) and mark.read_bytes() == TAKEN:
            laid_out.rename(folder)
    with contextlib.suppress(OSError):
        (folder / RESTORING_MARK).unlink(missing_ok=True)


def user_names(folder: Path) -> list[str]:
    """The users who may unlock; none when the key file cannot be read, which opening it will explain."""
    file = folder / KEY_FILE
    try:
        slots = json.loads(file.read_bytes() if is_ordinary(file, LARGEST) else b"")["slots"]
        return sorted(str(slot["name"]) for slot in slots if slot["kind"] == "user")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
