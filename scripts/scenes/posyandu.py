"""Scenes of a posyandu's day: just opened, half done with a slip and a child that did not come, mothers, saved."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_task import PosyanduDayTask
from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage
from scripts.gallery import Gallery

_ENTER = Qt.Key.Key_Return


def opened(gallery: Gallery) -> PosyanduDayTask:
    """The list of the first posyandu."""
    page = gallery.page("posyandu", PosyanduPage)
    page._on_open()
    return gallery.task(PosyanduDayTask)


def grown(row: DayRow, name: str, gain: int, usual: int) -> int:
    """A measure that follows from the one before it."""
    before = row.form.measures.get(name)
    return usual if before is None else before.value + gain


def typed(value: int, unit: int) -> str:
    """As it is typed."""
    return f"{value / unit:.1f}".replace(".", ",")


def fill(gallery: Gallery, task: PosyanduDayTask, rows: Iterable[DayRow]) -> None:
    """Weight and length of some children, by keyboard."""
    for row in rows:
        task.view.go_to(row.key, "weight_g")
        gallery.keys(typed(grown(row, "weight_g", 300, 9200), 1000))
        gallery.press(Qt.Key.Key_Tab)
        gallery.keys(typed(grown(row, "length_mm", 9, 760), 10))
        gallery.press(_ENTER)


def posyandu(gallery: Gallery) -> None:
    """A morning from its beginning to the end."""
    task = opened(gallery)
    gallery.take("posyandu-daftar-baru")
    rows = task.view.people()
    half = len(rows) // 2
    fill(gallery, task, rows[:half])
    for row in rows[:half]:
        for column, answer in (("mat_result", "H"), ("DOSES", "Y"), ("counselling_mother", "Y")):
            task.view.go_to(row.key, column)
            current = task.view.column()
            if current is not None and current.key == column:
                gallery.keys(answer)
    slip = rows[half]
    task.view.go_to(slip.key, "weight_g")
    gallery.keys(typed(grown(slip, "weight_g", 4000, 15000), 1000))
    gallery.press(_ENTER)
    gallery.keys("-\n")
    gallery.keys("7,")
    gallery.take("posyandu-setengah")
    editor = task.view.editor()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    task._who.choose("mothers")
    mothers = task.view.people()
    for at, row in enumerate(mothers[:2]):
        task.view.go_to(row.key, "weight_g")
        gallery.keys(typed(grown(row, "weight_g", 900, 54000), 1000))
        gallery.press(_ENTER)
        task.view.go_to(row.key, "systolic_mmhg")
        gallery.keys("150/95" if not at else "120/80")
        gallery.press(_ENTER)
        task.view.go_to(row.key, "iron_tablets")
        gallery.keys("Y")
    gallery.take("posyandu-ibu")
    gallery.press(Qt.Key.Key_F6)
    gallery.take("posyandu-ibu-isian-lain")
    gallery.press(Qt.Key.Key_F6)
    task._who.choose("children")
    gallery.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    gallery.take("posyandu-belum-diisi")
    gallery.close_dialog()
    task._add.click()
    gallery.take("posyandu-tambah")
    gallery.close_dialog()
    finish(gallery, task)


def finish(gallery: Gallery, task: PosyanduDayTask) -> None:
    """The rest is filled in, and everything saved."""
    slip = next(row for row in task.view.people() if row.findings())
    task.view.go_to(slip.key, "weight_g")
    gallery.keys(f"{typed(grown(slip, 'weight_g', 300, 7000), 1000)}\n")
    waiting = [row for row in task.view.people() if not row.is_weighed and not row.is_absent]
    fill(gallery, task, waiting)
    for row in task.view.people():
        for column, answer in (("counselling_mother", "Y"), ("counselling_father", "T")):
            task.view.go_to(row.key, column)
            current = task.view.column()
            if current is not None and current.key == column:
                gallery.keys(answer)
    gallery.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = gallery.dialog()
    if isinstance(dialog, OpenWarningsDialog):
        dialog.save_button.click()
    gallery.take("posyandu-selesai")
    gallery.press(Qt.Key.Key_Escape)


SCENES: tuple[Callable[[Gallery], None], ...] = (posyandu,)
