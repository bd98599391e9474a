"""The real program on a real screen, with a window manager that puts a title bar around it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.ui.frame.preferences import Preferences
from tests.support.profiles import PASSWORD

NEEDED = ("Xvfb", "openbox", "xprop")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 120
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is asked for"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}; scripts/setup.sh installs them"),
]

#: Runs the program as it is started, unlocks it, goes through its pages, opens the help, and says after each step
#: where the window is. Every step waits for what it needs.
DRIVER = """
import json, sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from kpm_desktop import app
from kpm_desktop.db import vault
from kpm_desktop.commands.supervision.decision_list import Dispute
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.window.shell import Shell
from kpm_desktop.ui.window.window import Window

#: So many steps the system has for moving a window.
PATIENCE = 200
vault.MEMORY_KIB, vault.PASSES = 32, 1

def window():
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))

def tell(what, shown):
    screen, inner = shown.screen().geometry(), shown.geometry()
    print(json.dumps({"what": what, "id": int(shown.winId()), "at": inner.getRect(), "screen": screen.getRect()}))
    sys.stdout.flush()
    sys.stdin.readline()

def framed(shown):
    handle = shown.windowHandle()  # the widget itself learns of its frame only when it is moved next
    return shown.isVisible() and handle.isExposed() and not handle.frameMargins().isNull()

def is_on_screen(shown):
    return shown.screen().geometry().contains(shown.geometry().marginsAdded(shown.windowHandle().frameMargins()))

def steps():
    while not framed(window()):
        yield
    tell("locked", window())
    unlock = window().centralWidget()
    assert isinstance(unlock, Unlock)
    QTest.keyClicks(unlock.password, sys.argv[2])
    unlock.open_button.click()
    while not isinstance(window().centralWidget(), Shell) or not window().centralWidget().status_sentence():
        yield
    shell = window().centralWidget()
    for key in shell._specs:
        shell.show_page(key)
        while not shell.context.tools.jobs.is_idle:
            yield
        yield
        tell(key, window())
    shell._on_help()
    while not [each for each in shell.findChildren(QDialog) if framed(each)]:
        yield
    help = shell.findChildren(QDialog)[0]
    tell("help", help)
    help.reject()
    dialog = Dialog(shell.context.look, parent=shell)
    dialog.open()
    tell("before its frame is known", dialog)
    assert dialog.frameGeometry() == dialog.geometry(), "its frame is known before it could grow"
    for _ in range(60):
        dialog.body.addWidget(label(shell.context.look, "what it is opened for comes at once"))
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for _ in range(PATIENCE):
        if framed(dialog) and is_on_screen(dialog):
            break
        yield
    tell("grown before its frame is known", dialog)
    dialog.reject()
    if "keputusan" in shell._specs:
        shell.show_page("keputusan")
        page = shell.page("keputusan")
        while not page.list.rows.rows or not shell.context.tools.jobs.is_idle:
            yield
        page._on_opened(next(row for row in page.list.rows.rows if isinstance(row.what, Dispute)))
        while not [each for each in page.findChildren(QDialog) if framed(each)]:
            yield
        while not shell.context.tools.jobs.is_idle:
            yield
        dialog = page.findChildren(QDialog)[0]
        for _ in range(PATIENCE):  # the answer makes it grow, and the system moves it
            if is_on_screen(dialog):
                break
            yield
        tell("what is decided", dialog)
        dialog.reject()
    window().close()

def step():
    try:
        next(walk)
    except StopIteration:
        return
    except BaseException:
        import traceback
        traceback.print_exc()
        QApplication.exit(9)
        return
    QTimer.singleShot(20, step)

walk = steps()
QTimer.singleShot(0, step)
sys.exit(app.main(["--profile", sys.argv[1]]))
"""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("practice") / "latihan"
    make_demo(folder, Wish("2026-11", villages=1, households=14, months=4, seed=7), PASSWORD)
    for name in ("kader-1", "penyelia"):
        Preferences(folder / name).scale = 1.3
    return folder


@pytest.fixture(params=["1366x768", "1024x600"])
def display(request: pytest.FixtureRequest) -> Iterator[str]:
    """An X server of such a size with a window manager in it; the server chooses a free number itself."""
    with ExitStack() as stack:
        reading, writing = os.pipe()
        server = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{request.param}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]
        _started(stack, server, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            number = f":{told.readline().strip()}"
        manager = _started(stack, ["openbox", "--sm-disable"], env={**os.environ, "DISPLAY": number})
        while "window id" not in _property(number, "-root", "_NET_SUPPORTING_WM_CHECK"):
            assert manager.poll() is None, "openbox ended"
        yield number


def _started(stack: ExitStack, words: list[str], **how: Any) -> "subprocess.Popen[bytes]":
    """A process that ends with the stack."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, **how)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    return process


def _property(display: str, *words: str) -> str:
    done = subprocess.run(
        ["xprop", "-display", display, *words], capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    return done.stdout


def _frame(display: str, window: int) -> list[int]:
    """What the window manager draws around a window, once it does; the program itself may not know yet."""
    while not (found := re.findall(r"\d+", _property(display, "-id", str(window), "_NET_FRAME_EXTENTS"))):
        pass
    return [int(each) for each in found]


@pytest.mark.parametrize("name", ["kader-1", "penyelia"])
def test_the_frame_lies_within_the_screen(practice: Path, display: str, name: str) -> None:
    screen = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", DRIVER, str(practice / name), PASSWORD]
    outside, seen = {}, 0
    with ExitStack() as stack:
        program = stack.enter_context(
            subprocess.Popen(words, env=screen, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        )
        stack.callback(program.kill)  # one that waits for what never comes is not waited for
        assert program.stdin is not None and program.stdout is not None
        for line in program.stdout:
            told = json.loads(line)
            left, right, top, bottom = extents = _frame(display, told["id"])
            x, y, width, height = told["at"]
            _, _, across, down = told["screen"]
            assert top > 0, "no title bar"
            if x - left < 0 or y - top < 0 or x + width + right > across or y + height + bottom > down:
                outside[told["what"]] = (told["at"], extents, told["screen"])
            seen += 1
            program.stdin.write("\n")
            program.stdin.flush()
        assert program.wait(PATIENCE_S) == 0
    assert outside == {}
    assert seen > 8
