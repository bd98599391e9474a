"""What a message bus says of sleep and lock screens, by a bus of the test's own."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.support.cli import ROOT

pytest.importorskip("PySide6.QtDBus")
pytestmark = pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no message bus here")

#: Listens on a bus that is both the system's and the session's, and says what logind and a lock screen would say.
PROGRAM = """
import os
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from kpm_desktop.ui.window.system_lock import system_lock
app = QCoreApplication([])
bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "speaker")
assert bus.registerService("org.freedesktop.login1")
lock, heard = system_lock(0), []
said = [
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [False]),
    ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", []),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
    ("/end", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
]
def heard_one():
    heard.append(1)
    if len(heard) == 4:
        app.quit()
lock.locking.connect(heard_one)
def speak():
    for path, interface, name, given in said:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(given)
        assert bus.send(message)
QTimer.singleShot(0, speak)
app.exec()
print(len(heard))
"""


def test_sleep_the_sessions_lock_and_the_desktops_lock_screen_are_heard() -> None:
    words = ["dbus-run-session", "--", sys.executable, "-c", PROGRAM]
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=quiet, timeout=60)
    assert done.stdout.strip() == "4", done.stderr
