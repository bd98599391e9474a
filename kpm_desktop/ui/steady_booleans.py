"""Keeps `True` and `False` alive on Python 3.11: PySide6 6.12.0 gives up one reference to `True` with every
`Signal.emit`, and to `False` with every `disconnect` that finds nothing, until the interpreter ends the process with
"bool_dealloc". Later Pythons never count these references. Can go once 6.12.0 is no longer allowed."""

import ctypes
import sys

_PLENTY = 1 << 40


def steady_booleans() -> None:
    """Gives both so many references that none of the lost ones matters."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for value in (True, False):
            ctypes.c_ssize_t.from_address(id(value)).value += _PLENTY
