"""A program of its own in the middle of a visit, to be killed by a test: `python -m tests.journeys.visiting FOLDER`.

Types answers through the real window, says on standard output what it knows to be kept, one line an answer, and waits
for a line before it types the next.
"""

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt

from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.pages.visit.visits import VisitsPage
from scripts.gallery import application, opened_gallery
from tests.support.family import TODAY
from tests.support.profiles import PASSWORD


def main(folder: Path) -> None:
    """Unlocks, begins the visit and types until it is killed."""
    with opened_gallery(application(), folder, folder.parent, today=TODAY) as window:
        window.unlock(PASSWORD)
        window.page("kunjungan", VisitsPage)
        window.press(Qt.Key.Key_Return)
        task = window.task(VisitTask)
        for answer in ("T", "T", "2\n", "30\n", "3\n", "1\n", "S", "S"):
            window.keys(answer)
            print(json.dumps(task.cards[0].answers.changed), flush=True)
            sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
