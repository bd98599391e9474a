"""Which volume a folder lies on, so that another stick in the same place is not taken for the one that was meant."""

import os
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_BY_UUID = Path("/dev/disk/by-uuid")
#: Where desktops attach sticks, and how many folders below: with the user's name between, or without.
_STICKS = {"/media": (1, 2), "/run/media": (2,), "/mnt": (1,), "/Volumes": (1,)}
_REMOVABLE = 2  # what Windows calls a drive whose disk is taken out


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


def removable() -> list[Path]:
    """The roots of the sticks and other disks that are attached now and can be taken out, as far as the system says."""
    if sys.platform == "win32":
        return _windows_sticks()
    if _MOUNTS.exists():
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
        return [place for line in lines if _is_stick(place := Path(_plain(line.split()[4])))]
    return [place for above in _STICKS for place in _below(Path(above)) if os.path.ismount(place)]


def _is_stick(place: Path) -> bool:
    found = ((place.relative_to(above), depths) for above, depths in _STICKS.items() if place.is_relative_to(above))
    return any(len(below.parts) in depths for below, depths in found)


def _plain(field: str) -> str:
    """A path of the list of mounts: blanks stand there as octal numbers."""
    for written, meant in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(written, meant)
    return field


def _below(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


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


def _windows_sticks() -> list[Path]:
    """Every drive that can be taken out and has a disk in it."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    drives = kernel.GetLogicalDrives()
    roots = [f"{chr(ord('A') + number)}:\\" for number in range(26) if drives >> number & 1]
    return [Path(root) for root in roots if kernel.GetDriveTypeW(root) == _REMOVABLE and Path(root).is_dir()]
