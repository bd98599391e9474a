"""A program of its own on a posyandu's day, to be killed by a test: `python -m tests.journeys.weighing FOLDER`.

Types weights through the real window, says on standard output whose stand there, one line a weight, and waits for a
line before it types the next.
"""

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt

from kpm_desktop.ui.pages.posyandu_day.day_task import PosyanduDayTask
from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage
from scripts.gallery import application, opened_gallery
from tests.support.posyandu import DAY
from tests.support.profiles import PASSWORD


def main(folder: Path) -> None:
    """Unlocks, opens the list and types until it is killed."""
    with opened_gallery(application(), folder, folder.parent, today=DAY) as window:
        window.unlock(PASSWORD)
        window.page("posyandu", PosyanduPage)
        window.press(Qt.Key.Key_Return)
        task = window.task(PosyanduDayTask)
        for typed in ("8,6\n", "9,1\n", "-\n", "8,8\n", "9\n"):
            window.keys(typed)
            rows = {row.form.person.full_name: row.answers.changed for row in task.view.people() if row.has_draft}
            print(json.dumps(rows), flush=True)
            sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
