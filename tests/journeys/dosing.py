"""A program of its own on the page of a child's doses, to be killed by a test:
`python -m tests.journeys.dosing FOLDER CHILD`.

Types dates through the real window, says on standard output which days stand there, one line a date, and waits for a
line before it types the next.
"""

import json
import os
import sys
from pathlib import Path
from uuid import UUID

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.doses.doses import DosesTask
from kpm_desktop.ui.pages.home.home import HomePage
from scripts.gallery import application, opened_gallery
from tests.support.family import TODAY
from tests.support.profiles import PASSWORD, VILLAGE


def main(folder: Path, child: UUID) -> None:
    """Unlocks, opens the page and types until it is killed."""
    with opened_gallery(application(), folder, folder.parent, today=TODAY) as window:
        window.unlock(PASSWORD)
        window.page("beranda", HomePage).go.emit("imunisasi", Ref(VILLAGE, "person", child))
        task = window.task(DosesTask)
        for typed in ("0201\n", "0202", "S", "0203SSS", "0204SSS"):
            window.keys(typed)
            assert task.book is not None
            days = {box.name: str(box.day) for box in task.book.boxes.values() if box.is_given}
            print(json.dumps(days), flush=True)
            sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), UUID(sys.argv[2]))
