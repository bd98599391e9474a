"""What the system says of sleep and of its own lock screen. Where it says nothing, nothing is missing: the clock tells
afterwards that the laptop slept (`lock_watch`)."""

from __future__ import annotations

import contextlib
import ctypes
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtDBus import QDBusConnection

#: Of Windows' messages: what the system says of power, and of the session.
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 4
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 7

_LOGIND = "org.freedesktop.login1"
#: The lock screens of the desktops: each says `ActiveChanged` when it comes and goes.
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_ACTIVE, _LOCK = SLOT("_on_active(bool)"), SLOT("_on_lock()")


class SystemLock(QObject):
    """`locking` when the laptop is about to sleep or its screen is locked. This one never says anything."""

    locking = Signal()


class DBusLock(SystemLock):
    """Linux: logind and the desktop's screen saver, as far as they are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtDBus import QDBusConnection

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        self._listen(system, _LOGIND, f"{_LOGIND}.Manager", "PrepareForSleep", _ACTIVE)
        self._listen(system, _LOGIND, f"{_LOGIND}.Session", "Lock", _LOCK)
        for name in _SCREEN_SAVERS:
            self._listen(session, "", name, "ActiveChanged", _ACTIVE)

    def _listen(self, bus: QDBusConnection, service: str, interface: str, signal: str, slot: Any) -> None:
        if bus.isConnected():
            bus.connect(service, "", interface, signal, self, slot)

    @Slot(bool)
    def _on_active(self, is_active: bool) -> None:
        if is_active:
            self.locking.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.locking.emit()


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (("hwnd", ctypes.c_void_p), ("message", ctypes.c_uint), ("wparam", ctypes.c_size_t))


def says_lock(message: int, wparam: int) -> bool:
    """Whether a message of Windows says that the laptop is about to sleep, or that its screen is locked."""
    said = (message, wparam)
    return said in ((_WM_POWERBROADCAST, _PBT_APMSUSPEND), (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK))


class WindowsLock(SystemLock):
    """Windows: messages to the window. window: its handle."""

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
        with contextlib.suppress(OSError, AttributeError):  # then sleep alone is told of
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)  # type: ignore[attr-defined,unused-ignore]


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, lock: WindowsLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Sees every message and keeps none."""
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type,unused-ignore]
            told = _Message.from_address(int(message))
            if says_lock(told.message, told.wparam):
                self._lock.locking.emit()
        return False, 0


def system_lock(window: int, parent: QObject | None = None) -> SystemLock:
    """What this system says; nothing where Qt was built or installed without the way to hear it."""
    try:
        if sys.platform == "win32":
            return WindowsLock(window, parent)
        if sys.platform == "linux":
            return DBusLock(parent)
    except ImportError:
        pass
    return SystemLock(parent)
