"""A disk whose n-th call fails: every file this process writes, syncs, renames or links goes through here."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

builtin_open = io.open
_CALLS = ("fsync", "replace", "rename", "link")


class FailingDisk:
    """Counts the calls and lets the one numbered `fails_at` fail with `number`; 0 lets all of them pass.

    A write that fails has written half of what it was given, as a full disk does.
    """

    def __init__(self, fails_at: int = 0, number: int = 0) -> None:
        self.fails_at = fails_at
        self.number = number
        self.calls: list[str] = []

    def call(self, what: str) -> bool:
        """Counts a call; says whether it is the one that fails."""
        self.calls.append(what)
        return len(self.calls) == self.fails_at

    def failure(self) -> OSError:
        """What a failing call raises."""
        return OSError(self.number, os.strerror(self.number))

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Stands between this process and the system while the block runs."""
        with pytest.MonkeyPatch.context() as patch:
            for name in _CALLS:
                patch.setattr(os, name, self._failing(name, getattr(os, name)))
            patch.setattr(io, "open", self._open)
            yield

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if self.call(name):
                raise self.failure()
            return real(*args, **options)

        return call

    def _open(
        self,
        file: str | Path,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> Any:
        if "w" not in mode:
            return builtin_open(file, mode, buffering, encoding, errors, newline)
        raw = _FailingFile(self, file)
        if buffering == 0:
            return raw
        buffered = io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, errors, newline)


class _FailingFile(io.FileIO):
    """A file open for writing on a failing disk."""

    def __init__(self, disk: FailingDisk, file: str | Path) -> None:
        self._disk = disk
        super().__init__(file, "w")

    def write(self, data: Any, /) -> int:
        if self._disk.call("write"):
            super().write(memoryview(data)[: len(data) // 2])
            raise self._disk.failure()
        return super().write(data)
