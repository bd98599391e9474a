"""What can be said of a profile's folder before it is unlocked, without loading what opens it."""

import json
from pathlib import Path

KEY_FILE = "keys.json"
RECORDS_FILE = "records.db"
UNFINISHED_FILE = "unfinished"


def is_profile(folder: Path) -> bool:
    """Whether there is something to unlock, whole or damaged; else a new profile may be made. One whose making was
    interrupted is none yet."""
    if (folder / KEY_FILE).exists():
        return True
    return (folder / RECORDS_FILE).exists() and not (folder / UNFINISHED_FILE).exists()


def user_names(folder: Path) -> list[str]:
    """The users who may unlock; none when the key file cannot be read, which opening it will explain."""
    try:
        slots = json.loads((folder / KEY_FILE).read_bytes())["slots"]
        return sorted(str(slot["name"]) for slot in slots if slot["kind"] == "user")
    except (OSError, ValueError, KeyError, TypeError):
        return []
