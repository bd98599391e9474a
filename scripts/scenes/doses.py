"""Scenes of a child's doses: a book that is up to date, and one with missing doses and a date to be checked."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.ui.format.date_text import date_text
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.doses import DosesTask
from kpm_desktop.ui.pages.home.home import HomePage
from scripts.gallery import Gallery

#: From this age on most of the book is to be filled.
_OLD_ENOUGH = 12


def books(gallery: Gallery) -> list[DoseBook]:
    """Of the children of the village who are old enough, the most complete first."""
    context = gallery.context()
    store, today = context.session.store, context.tools.today()
    rows = target_list(store, f"{today:%Y-%m}", today=today).rows
    children = [row.person_id for row in rows if row.kind == "child"]
    found = [DoseBook(dose_sheet(store, child), today) for child in children]
    old = [book for book in found if completed_months(book.born, today) >= _OLD_ENOUGH]
    return sorted(old, key=lambda book: (book.late, -book.counted[0]))


def opened(gallery: Gallery, book: DoseBook) -> DosesTask:
    """The page of a child."""
    home = gallery.page("beranda", HomePage)
    home.go.emit("imunisasi", Ref(book.sheet.region, "person", book.sheet.person.id))
    return gallery.task(DosesTask)


def doses(gallery: Gallery) -> None:
    """Both books; nothing that is typed is left behind."""
    found = books(gallery)
    opened(gallery, found[0])
    gallery.take("imunisasi-lengkap")
    gallery.press(Qt.Key.Key_Escape)
    begun = (book for book in reversed(found) if any(box.day for box in book.boxes.values()) and _too_soon(book))
    book = next(begun)
    task = opened(gallery, book)
    key, day = _too_soon(book) or next(iter(book.boxes.items()))
    cell = task.paper.cell_of(key)
    assert cell is not None
    cell.field.setFocus()
    gallery.keys(str(day).replace("-", ""))
    gallery.take("imunisasi-cek-tanggal")
    gallery.press(Qt.Key.Key_Delete)
    recorded = next(box.key for box in book.boxes.values() if box.day is not None)
    cell = task.paper.cell_of(recorded)
    assert cell is not None
    cell.field.setFocus()
    gallery.press(Qt.Key.Key_Delete)
    gallery.take("imunisasi-hapus-tanggal")
    gallery.close_dialog()
    gallery.press(Qt.Key.Key_Escape)


def _too_soon(book: DoseBook) -> tuple[tuple[str, int], str] | None:
    """A dose that is missing after one that is recorded, and a day that comes too soon after it."""
    for (vaccine, number), box in book.boxes.items():
        before = book.boxes.get((vaccine, number - 1))
        if not box.is_given and before is not None and before.day is not None and number < 4 and vaccine != "RV":
            return (vaccine, number), date_text(before.day + timedelta(days=12))
    return None


SCENES: tuple[Callable[[Gallery], None], ...] = (doses,)
