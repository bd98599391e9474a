"""The windows' composition root: builds everything once and passes it in. `kpm-desktop` starts here."""

import builtins
import gc
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

NO_DISPLAY = {
    "id": "Tidak ada layar di sini, jadi jendela KPM Desktop tidak dapat dibuka. Dari baris perintah: kpm --help. "
    "Catatan tidak berubah.",
    "en": "There is no display here, so the window of KPM Desktop cannot open. From the command line: kpm --help. "
    "The records are unchanged.",
}
USAGE = 2


class Options(NamedTuple):
    """What the program was started with; nothing of it when it was chosen in a menu."""

    profile: Path | None = None
    role: str | None = None
    lang: str | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Opens the window and stays until it is closed; 2 where there is no display."""
    words = sys.argv[1:] if argv is None else argv
    options = _parse(words) if words else Options()
    if not _has_display():
        print(NO_DISPLAY[options.lang or "id"], file=sys.stderr)
        return USAGE
    return _run(options)


def _parse(words: Sequence[str]) -> Options:
    import argparse

    parser = argparse.ArgumentParser(prog="kpm-desktop", description="Catatan kunjungan KPM, dengan jendela.")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="folder profil")
    parser.add_argument("--role", choices=("cadre", "supervisor"), help="peran pada pemakaian pertama")
    parser.add_argument("--lang", choices=("id", "en"), help="bahasa jendela")
    return Options(**vars(parser.parse_args(words)))


def _has_display() -> bool:
    """Whether Qt will find a screen; where it does not, it ends the process with nothing to read."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run(options: Options) -> int:
    # Nothing that is made until the window stands is rubbish; looking for it costs a tenth of the start. Afterwards
    # `Jobs` looks for it, in this thread alone.
    gc.disable()
    from PySide6.QtWidgets import QApplication

    _import_plainly()

    from kpm_desktop.ui.entry.attempts import Attempts
    from kpm_desktop.ui.frame.jobs import Jobs
    from kpm_desktop.ui.frame.preferences import Preferences
    from kpm_desktop.ui.look.fonts import register_fonts
    from kpm_desktop.ui.window.entrance import Entrance, Start
    from kpm_desktop.ui.window.theming import Theming
    from kpm_desktop.ui.window.window import Window

    app = QApplication(["kpm-desktop", "-style", "fusion"])
    app.setApplicationName("KPM Desktop")
    register_fonts()
    folder = options.profile or _usual_folder()
    jobs = Jobs()
    preferences = Preferences(folder, options.lang)
    theming = Theming(app, jobs, preferences, date.today)
    window = Window(preferences)
    start = Start(folder, options.role, acts_by_itself=True)
    entrance = Entrance(window, start, theming.dress, Attempts(folder, time.time))
    entrance.show()
    window.open()
    gc.freeze()  # what stands now stays; nobody has to look through it again
    code = app.exec()
    jobs.close()
    return code


def _import_plainly() -> None:
    """Takes out what PySide adds to every `import`: it reads the source of each module to see whether that asks for
    `from __feature__ import`, which nothing here does. That is a tenth of the start, and the texts stay in memory."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _usual_folder() -> Path:
    """KPM_PROFILE, or a folder where the system keeps programs' data."""
    from PySide6.QtCore import QStandardPaths

    known = os.environ.get("KPM_PROFILE")
    if known:
        return Path(known)
    kept = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(kept) / "kpm-desktop" / "profil"


if __name__ == "__main__":
    sys.exit(main())
