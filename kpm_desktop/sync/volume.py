"""Which volume a folder lies on, so that another stick in the same place is not taken for the one that was meant."""

import os
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_BY_UUID = Path("/dev/disk/by-uuid")


def identity(folder: Path) -> str:
    """The volume a folder lies on, or would lie on if it were made; the same after unplugging and plugging in."""
    place = standing(folder)
    if sys.platform == "win32":
        return f"serial:{_windows(place)[0]:08x}"
    device = place.stat().st_dev
    named = _linux(os.major(device), os.minor(device))
    return named or f"fsid:{os.statvfs(place).f_fsid:x}"


def label(folder: Path) -> str:
    """What people call the volume: its label where the system knows it, or where it is attached."""
    place = standing(folder)
    if sys.platform == "win32":
        return _windows(place)[1] or place.drive
    while not os.path.ismount(place):
        place = place.parent
    return place.name


def standing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there; FileNotFoundError where not even a drive is."""
    place = folder.absolute()
    while not place.exists():
        if place == place.parent:
            raise FileNotFoundError(place)
        place = place.parent
    return place


def _linux(major: int, minor: int) -> str:
    """The file system's UUID; its kind and source where it has none (a network folder)."""
    if not _MOUNTS.exists():
        return ""
    for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
        own, _, other = line.partition(" - ")
        kind, source = other.split()[:2]
        if own.split()[2] == f"{major}:{minor}":
            return _uuid(source) or f"{kind}:{source}"
    return ""


def _uuid(source: str) -> str:
    if not _BY_UUID.is_dir():
        return ""
    device = Path(source).resolve()
    return next((f"uuid:{link.name}" for link in sorted(_BY_UUID.iterdir()) if link.resolve() == device), "")


def _windows(place: Path) -> tuple[int, str]:
    """The serial number and label of the volume."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    root, name, serial = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261), ctypes.c_ulong()
    kernel.GetVolumePathNameW(str(place), root, 261)
    kernel.GetVolumeInformationW(root, name, 261, ctypes.byref(serial), None, None, None, 0)
    return serial.value, name.value
