"""A program of its own in the middle of a correction, to be killed by a test:
`python -m tests.journeys.correcting FOLDER HOUSEHOLD`.

Types into the form of the mother's data through the real window, says on standard output what it knows to be kept, one
line a field, and waits for a line before it types the next.
"""

import json
import os
import sys
from pathlib import Path
from uuid import UUID

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt

from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.people.person_form import PersonForm
from scripts.gallery import application, opened_gallery
from tests.support.family import TODAY
from tests.support.profiles import PASSWORD, VILLAGE


def main(folder: Path, household: UUID) -> None:
    """Unlocks, opens the form and types until it is killed."""
    with opened_gallery(application(), folder, folder.parent, today=TODAY) as window:
        window.unlock(PASSWORD)
        window.page("sasaran", PeoplePage).open_household(Ref(VILLAGE, "household", household))
        window.settle()
        window.task(HouseholdTask)
        window.press(Qt.Key.Key_U)
        form = window.opened(PersonForm)
        for name, text in (("full_name", "Siti Aminah"), ("phone", "0812345678"), ("nik", "12")):
            field = form.parts[0].rows[name].field
            field.selectAll()  # type: ignore[attr-defined]
            window.type(field, text)
            window.settle()
            print(json.dumps({name: text}), flush=True)
            sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), UUID(sys.argv[2]))
