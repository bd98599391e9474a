"""A supervisor's window over real laptops: what cadres wrote comes in as the files it travels in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.window.shell import Shell
from tests.support.devices import PASSWORD, VILLAGE, Device, Place, acquaint
from tests.ui.conftest import TODAY
from tests.ui.program import Program

P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=QDialog)
HOUSE, CHILD = UUID(int=1), UUID(int=2)


def visit_id(month: str) -> UUID:
    """The id of the child's row of a month."""
    found = derived_id("child_visit", {"person_id": CHILD, "month": month})
    assert found is not None
    return found


@dataclass
class District:
    """A supervisor and two cadres of one village who know each other's laptop through her."""

    place: Place
    supervisor: Device
    sari: Device
    wati: Device

    @classmethod
    def acquainted(cls, place: Place) -> "District":
        """Everybody was let in, nobody has written anything."""
        made = cls(place, place.supervisor("Bu Rina"), place.cadre("Ibu Sari"), place.cadre("Ibu Wati"))
        for cadre in (made.sari, made.wati):
            acquaint(cadre, made.supervisor, VILLAGE)
        return made

    @contextmanager
    def window(self, qtbot: QtBot) -> Iterator[Program]:
        """The supervisor's window, unlocked; her profile is its own from now on."""
        with window_of(self.supervisor, qtbot) as program:
            yield program


@contextmanager
def window_of(device: Device, qtbot: QtBot, today: date = TODAY) -> Iterator[Program]:
    """Somebody's window, unlocked; the profile is its own from now on."""
    device.close()
    program = Program(qtbot, device.store.folder, today)
    program.unlock(PASSWORD)
    try:
        yield program
    finally:
        program.close()


def family(cadre: Device) -> None:
    """A household with a child and its earlier month."""
    cadre.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala", "hamlet": "Mawar"})
    child = {"household_id": str(HOUSE), "full_name": "Ahmad Fauzi", "sex": "male", "birth_date": "2026-01-14"}
    cadre.save(CHILD, child, "person")
    visit(cadre, 7500, "2026-09")


def visit(cadre: Device, weight_g: int, month: str = "2026-10") -> None:
    """A row of form 2B with a weight."""
    values = {"person_id": str(CHILD), "month": month, "visit_date": f"{month}-15", "weight_g": weight_g}
    cadre.save(visit_id(month), values, "child_visit")


def shown(program: Program, key: str, kind: type[P]) -> P:
    """A page, shown and filled."""
    shell: Shell = program.shell()
    shell.show_page(key)
    program.settle()
    page = shell.page(key)
    assert isinstance(page, kind)
    return page


def opened(program: Program, kind: type[D]) -> D:
    """The dialog that is open."""
    program.settle()
    found = [dialog for dialog in program.window.findChildren(kind) if dialog.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def stick(place: Place, name: str = "stik") -> Path:
    """A folder as a stick is one."""
    folder = place.new_folder(name)
    folder.mkdir()
    return folder
