"""`kpm open`: what is inside a bundle, for its receiver or its sender; changes nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kpm_desktop.db import settings
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import Store
from kpm_desktop.sync.bundle import MAX_FILE, describe, unpack
from kpm_desktop.sync.seal import AgeIdentity


def open_bundle(store: Store, file: Path) -> Iterator[dict[str, Any] | str]:
    """First the manifest and header as plain values, then every change line as it travelled."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
    with explaining(file), file.open("rb") as source:
        opened = unpack(source.read(MAX_FILE + 1), AgeIdentity.from_text(identity.age_secret))
    yield describe(opened)
    for _, lines in opened:
        for line in lines:
            yield line.decode()
