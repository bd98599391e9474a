"""The list to walk by: the order of the road, the number of importance, room to write, no NIK."""

from datetime import date, datetime
from uuid import UUID

import pytest

from kpm_desktop.domain.due.item import Due
from kpm_desktop.domain.due.tasks import DueHome, tasks_of
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.risks.attention import Level
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.lists.walking_list import Walk, walking_list
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import Band, TablePage

TODAY = date(2026, 11, 19)
NIK = "1275010101260001"


def home(number: int, hamlet: str, rt: str, name: str, level: Level | None = None) -> DueHome:
    household = Household(id=UUID(int=number), village_code="18.01.04.2001", head_name=f"Pak {name}")
    person = Person(
        id=UUID(int=100 + number),
        household_id=household.id,
        full_name=name,
        sex="male",
        birth_date=date(2026, 1, 1),
        nik=NIK,
    )
    dose = Due(
        what="dose",
        why=reason("due.why.weighing"),
        household=household,
        person=person,
        detail="MR 1",
        due_on=date(2026, 10, 10),
        on_time_until=date(2027, 1, 9),
        service="immunization",
        turns_on=date(2026, 12, 31),
        level=level,
    )
    return DueHome(
        region="18.01.04.2001",
        household=household.id,
        number=number,
        head=household.head_name,
        hamlet=hamlet,
        rt=rt,
        rw="01",
        posyandu="",
        cadres=(),
        tasks=tasks_of([dose]),
        visited=(),
    )


HOMES = [
    home(1, "Melati", "02", "Ali", "refer"),
    home(2, "Mawar", "03", "Budi"),
    home(3, "Mawar", "2", "Cici", "watch"),
]


def made(language: str = "id", *, mask: bool = False) -> TablePage:
    walk = Walk(day=TODAY, title="Daftar jalan: bulan ini", dated="Kamis, 19 November 2026", villages="Desa Sukamaju")
    how = ListPaper(printed=datetime(2026, 11, 19, 10, 42), mask=mask)  # noqa: DTZ001 - the wall's clock
    return walking_list(Wording(language), HOMES, walk, how)


def cells(page: TablePage) -> list[list[str]]:
    band = page.bands[0]
    assert isinstance(band, Band)
    return [[str(cell.value) for cell in row.cells] for row in band.rows]


def test_hamlet_by_hamlet_and_rt_by_rt_with_the_number_of_importance() -> None:
    found = cells(made())
    assert [row[0] for row in found] == ["Dusun Mawar · 2 rumah", "3", "2", "Dusun Melati · 1 rumah", "! 1"]
    assert found[1][1:] == [
        "Pak Cici\nRT 2/RW 01",
        "[  ] Cici: imunisasi MR 1\ntertunda 40 hari · bila lewat 2026-12-31, imunisasi jadi T",
        "",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mask", [False, True])
def test_no_nik_stands_on_it_and_no_name_where_it_is_masked(language: str, mask: bool) -> None:
    page = made(language, mask=mask)
    text = "\n".join(cell for row in cells(page) for cell in row)
    assert NIK not in text
    assert ("Pak Cici" in text) is not mask
    assert ("Cici:" in text) is not mask
    assert len(lay_out(page).sheets) == 1
