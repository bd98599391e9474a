"""A bundle that takes as long to open as a test wants."""

import contextlib
import threading
from collections.abc import Iterator
from unittest import mock

from kpm_desktop.commands.bundles.received import Bytes, Newer, Opener
from kpm_desktop.sync.bundle import Opened
from tests.ui.program import PATIENCE_MS


@contextlib.contextmanager
def held_open() -> Iterator[threading.Event]:
    """Bundles that are begun within are not open before it ends; the event says that one is begun."""
    begun, may_end = threading.Event(), threading.Event()
    real = Opener.open

    def held(self: Opener, came: Bytes) -> Opened | Newer:
        begun.set()
        assert may_end.wait(PATIENCE_MS / 1000)
        return real(self, came)

    with mock.patch.object(Opener, "open", held):
        try:
            yield begun
        finally:
            may_end.set()
