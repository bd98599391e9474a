"""The results of `kpm growth` as cells, and the file they go to: whole under its name, or not there."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kpm_desktop.db.files import check_unused, explained, place, place_new
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.growth.rules import INDICATORS

IMPLAUSIBLE = "c9mo_flag"
#: In the order of WHO's program: z-score to two decimals and its flag, for each indicator.
SCORES = tuple(mark + indicator.key for indicator in INDICATORS for mark in "zf")


@contextmanager
def replacing(target: Path, *, over: bool) -> Iterator[TextIO]:
    """A new file beside `target` that gets its name when all went well, and is gone when not. over: what is there is
    replaced, a link and not what it leads to; else it is refused.

    Raises Refused when it cannot be written there: no such folder, not allowed, storage full, not an ordinary file.
    """
    if not target.parent.is_dir():
        raise refused("growth.no_folder", path=target.parent)
    if target.exists() and not target.is_file():
        raise refused("growth.not_a_file", path=target)
    if not over:
        check_unused(target)
    part = target.with_name(f".kpm-{secrets.token_hex(6)}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if over:
            place(part, target)
        else:
            place_new(part, target)
    except OSError as failure:
        raise explained(failure, target) from failure
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
