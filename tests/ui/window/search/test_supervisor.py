"""A supervisor's Cari: people of all villages, cadres, villages and what can be done with them."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.commands.search.book import VillagePart, read_village
from kpm_desktop.commands.search.search import search
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.incoming.incoming import IncomingPage
from kpm_desktop.ui.pages.invitations.invite import InviteDialog
from kpm_desktop.ui.pages.scorecard.scorecard import ScorecardPage
from kpm_desktop.ui.pages.villages.hand_out import HandOutDialog
from kpm_desktop.ui.pages.villages.village_rows import LaptopRow
from kpm_desktop.ui.pages.villages.villages import VillagesPage
from kpm_desktop.ui.window.search import book_keeper
from kpm_desktop.ui.window.search.hit_words import HitWords
from tests.support.devices import VILLAGE, Device, acquaint, quick_place
from tests.support.search_book import KARANGSARI, MEKARJAYA, OTHER_MEKARJAYA, book_of, person
from tests.ui.pages.district import CHILD, District, family, opened, stick
from tests.ui.program import Program
from tests.ui.window.search.searching import Searching

#: Another kelurahan of the same kecamatan.
OTHER = "12.75.01.1002"


@pytest.fixture
def district() -> Iterator[District]:
    """A supervisor of a kecamatan; two cadres of one village, a third one of another; records of both have come."""
    with quick_place() as place:
        made = District.acquainted(place)
        family(made.sari)
        made.supervisor.take(*made.sari.export())
        third = place.cadre("Ibu Yuni", OTHER)
        acquaint(third, made.supervisor, OTHER)
        _save(third)
        made.supervisor.take(*third.export())
        yield made


def _save(cadre: Device) -> None:
    house, mother, child = UUID(int=30), UUID(int=31), UUID(int=32)
    cadre.save(house, {"village_code": OTHER, "head_name": "Pak Joko", "hamlet": "Kenanga"}, region=OTHER)
    values = {"household_id": str(house), "full_name": "Fauziah Sari", "sex": "female", "birth_date": "1999-05-02"}
    cadre.save(mother, values, "person", OTHER)
    values = {"household_id": str(house), "full_name": "Bima", "sex": "male", "birth_date": "2026-03-01"}
    cadre.save(child, values | {"mother_id": str(mother)}, "person", OTHER)


@pytest.fixture
def program(district: District, qtbot: QtBot) -> Iterator[Program]:
    with district.window(qtbot) as program:
        yield program


def test_everybody_is_found_with_the_village(program: Program) -> None:
    searching = Searching(program)
    assert searching.type("fauzi")[:3] == ["Ahmad Fauzi", "Fauziah Sari", "Bima"]
    here, there = [row.detail.split(" · ")[1] for row in searching.hits()[:2]]
    assert here.startswith("Kel. ")
    assert there.startswith("Kel. ")
    assert here.split(",")[0] != there.split(",")[0]
    assert "nama ibunya: Fauziah Sari" in searching.hit("Bima").detail
    assert searching.overlay._where.text() == "di 2 desa, 2 sasaran"
    program.press(Qt.Key.Key_Return)
    frame = program.shell().frame
    assert frame is not None
    assert isinstance(frame.task, HistoryTask)
    assert frame.task.about.id == CHILD


def test_a_cadre_is_found_by_name_and_her_village(program: Program) -> None:
    searching = Searching(program)
    searching.type("yuni")
    row = searching.hit("Ibu Yuni")
    assert row.detail.startswith("kader KPM · Kel. ")
    assert "kiriman" in row.detail
    assert row.does == "Buka kadernya"
    searching.open("yuni", "Ibu Yuni")
    page = program.shell().page("desa")
    assert isinstance(page, VillagesPage)
    chosen = page.list.current()
    assert isinstance(chosen, LaptopRow)
    assert chosen.name == "Ibu Yuni"


def test_a_village_leads_to_its_cadres_and_its_scorecard(program: Program) -> None:
    searching = Searching(program)
    searching.type(OTHER)
    titles = searching.titles()
    village = next(title for title in titles if title.startswith("Kel. "))
    assert f"Rapor {village}" in titles
    assert searching.hit(village).detail == "1 kader, 1 sasaran"
    assert searching.hit(f"Rapor {village}").detail == "0 dari 1 sasaran dikunjungi bulan ini"
    searching.open(OTHER, f"Rapor {village}")
    page = program.shell().page("rapor")
    assert isinstance(page, ScorecardPage)
    assert page.shown.village == OTHER
    assert Searching(program).titles()[0] == village
    program.press(Qt.Key.Key_Return)
    assert program.shell().current == "desa"


def test_the_receipt_of_a_laptop_is_made(program: Program, district: District) -> None:
    folder = stick(district.place)
    program.shell().context.tools.preferences.receipt_folder = str(folder)
    Searching(program).open("wati", "Buat tanda terima untuk Ibu Wati")
    program.qtbot.waitUntil(lambda: program.jobs.is_idle and bool(list(folder.glob("*.kpmsync"))))
    (account,) = district.wati.take(*folder.glob("*.kpmsync"))
    assert account.outcome == "taken"


@pytest.mark.parametrize(
    ("title", "page", "dialog"),
    [
        ("Undang kader…", "undangan", InviteDialog),
        ("Bagi tugas rumah tangga…", "desa", HandOutDialog),
        ("Buka kiriman…", "masuk", QFileDialog),
        ("Simpan cadangan…", "settings", QFileDialog),
    ],
)
def test_what_can_be_done(program: Program, title: str, page: str, dialog: type[QFileDialog]) -> None:
    Searching(program).open(title[:-1], title)
    assert program.shell().current == page
    opened(program, dialog)


def test_receipts_that_are_due_are_made(program: Program, district: District) -> None:
    folder = stick(district.place)
    program.shell().context.tools.preferences.receipt_folder = str(folder)
    Searching(program).open("terima", "Buat tanda terima yang belum dibuat")
    page = program.shell().page("masuk")
    assert isinstance(page, IncomingPage)
    program.qtbot.waitUntil(lambda: program.jobs.is_idle and len(list(folder.glob("*.kpmsync"))) == 3)


def test_tabs_are_found_as_pages(program: Program) -> None:
    Searching(program).open("undangan", "Undangan")
    assert program.shell().current == "undangan"


def test_who_comes_in_while_it_is_open_is_found_and_nobody_is_read_twice(
    program: Program, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(store: Store, code: str, mark: str, *, today: date) -> VillagePart:
        read.append(code)
        return read_village(store, code, mark, today=today)

    monkeypatch.setattr(book_keeper, "read_village", counted)
    searching = Searching(program)
    assert sorted(read) == [VILLAGE, OTHER]
    program.press(Qt.Key.Key_Escape)
    Searching(program)
    assert len(read) == 2
    searching.type("maulana")
    assert searching.titles() == []
    store = program.shell().context.session.store
    district.sari.save(CHILD, {"full_name": "Ahmad Maulana"}, "person")
    for file in district.sari.export():
        import_bundle(store, file)
    program.shell().context.hub.announce([ALL])
    program.settle()
    assert searching.titles() == ["Ahmad Maulana"]
    assert read[2:] == [VILLAGE]


def test_nothing_is_read_once_the_profile_is_being_closed(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(book_keeper, "read_village", lambda store, code, mark, *, today: read.append(code))
    shell = program.shell()
    shell.search()
    shell.leave()
    program.settle()
    assert read == []


def test_what_cannot_be_read_is_said(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise refused("files.disk_full", path="/x")

    monkeypatch.setattr(book_keeper, "read_outline", refuse)
    searching = Searching(program)
    assert "penuh" in searching.overlay._trouble.text()
    assert searching.overlay._trouble.isVisible()
    assert searching.type("kiriman masuk")[0] == "Kiriman masuk"


def test_the_kecamatan_stands_there_where_a_name_comes_twice(program: Program) -> None:
    people = [person("Sari", ("hamlet", "Mawar"), region=code) for code in (KARANGSARI, MEKARJAYA, OTHER_MEKARJAYA)]
    book = book_of(people)
    words = HitWords(program.shell().context, book)
    assert [words.row(one, "sari").detail.split(" · ")[1] for one in search(book, "sari").people] == [
        "Desa Karangsari, Mawar",
        "Desa Mekarjaya, Kec. Harapan, Mawar",
        "Desa Mekarjaya, Kec. Suka Damai, Mawar",
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("430499", "NIK …430499…"), ("1275 0143", "NIK 12750143…"), ("990001", "NIK …990001")],
)
def test_of_a_nik_only_what_was_typed_is_shown(program: Program, typed: str, shown: str) -> None:
    book = book_of([person("Dimas", ("nik", "1275014304990001"))])
    words = HitWords(program.shell().context, book)
    (found,) = search(book, typed).people
    assert words.row(found, typed).detail.endswith(shown)
