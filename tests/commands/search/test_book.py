"""The book is read village by village, and again only where something was written or the day changed."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from kpm_desktop.commands.search.book import Book, VillagePart, bind, read_outline, read_village, villages_to_read
from kpm_desktop.commands.search.last_opened import OpenedEntry, last_opened, note_opened
from kpm_desktop.commands.search.search import search
from kpm_desktop.db.store import Store
from tests.support.devices import Device, acquaint, quick_place

TODAY = date(2026, 11, 19)
ONE, OTHER = "12.75.01.1001", "12.75.01.1002"


@pytest.fixture
def laptops() -> Iterator[tuple[Device, Device, Device]]:
    """A supervisor and the cadres of two villages; each has a household with a child."""
    with quick_place() as place:
        boss = place.supervisor("Bu Rina")
        one, other = place.cadre("Ibu Sari", ONE), place.cadre("Ibu Wati", OTHER)
        for number, (cadre, village, name) in enumerate(((one, ONE, "Ahmad Fauzi"), (other, OTHER, "Budi Fauzi"))):
            acquaint(cadre, boss, village)
            house, child = UUID(int=10 + number), UUID(int=20 + number)
            cadre.save(
                house, {"village_code": village, "head_name": f"Pak {number}", "hamlet": "Mawar"}, region=village
            )
            values = {"household_id": str(house), "full_name": name, "sex": "male", "birth_date": "2026-01-14"}
            cadre.save(child, values, "person", village)
            boss.take(*cadre.export())
        yield boss, one, other


def whole(
    store: Store, parts: dict[str, VillagePart], today: date = TODAY, former: Book | None = None
) -> tuple[Book, list[str]]:
    """The book, and which villages were read for it."""
    outline = read_outline(store, today=today)
    wanted = villages_to_read(outline, parts, today)
    parts.update({code: read_village(store, code, outline.marks[code], today=today) for code in wanted})
    return bind(outline, parts, former), wanted


def test_a_supervisor_finds_people_of_all_villages_and_their_cadres(laptops: tuple[Device, Device, Device]) -> None:
    book, read = whole(laptops[0].store, {})
    assert read == [ONE, OTHER]
    assert [one.key for one in search(book, "fauzi").people] == [f"{ONE} {UUID(int=20)}", f"{OTHER} {UUID(int=21)}"]
    assert [one.laptop.name for one in search(book, "sari").laptops] == ["Ibu Sari"]
    assert [(one.key, one.laptops, one.visited, one.targets) for one in book.villages] == [
        (ONE, 1, 0, 1),
        (OTHER, 1, 0, 1),
    ]


def test_only_the_village_something_was_written_of_is_read_again(laptops: tuple[Device, Device, Device]) -> None:
    boss, one, _ = laptops
    parts: dict[str, VillagePart] = {}
    whole(boss.store, parts)
    book, _ = whole(boss.store, parts)
    again, read = whole(boss.store, parts, former=book)
    assert read == []
    assert again.register is book.register
    one.save(UUID(int=20), {"full_name": "Ahmad Maulana"}, "person")
    boss.take(*one.export())
    book, read = whole(boss.store, parts)
    assert read == [ONE]
    assert search(book, "maulana").people
    assert whole(boss.store, parts, date(2026, 11, 20))[1] == [ONE, OTHER]


def test_until_all_are_read_what_is_there_is_found(laptops: tuple[Device, Device, Device]) -> None:
    outline = read_outline(laptops[0].store, today=TODAY)
    part = read_village(laptops[0].store, ONE, outline.marks[ONE], today=TODAY)
    book = bind(outline, {ONE: part})
    assert (len(book.register.parts), book.is_whole) == (1, False)
    assert len(search(book, "fauzi").people) == 1
    assert not search(book, "fauxi").people
    assert len(search(whole(laptops[0].store, {})[0], "fauxi").people) == 2


def test_a_cadre_has_no_laptops_and_her_own_village(laptops: tuple[Device, Device, Device]) -> None:
    book, read = whole(laptops[1].store, {})
    assert read == [ONE]
    assert not book.laptops


def test_what_was_opened_last_is_found_again_without_its_name_being_kept(
    laptops: tuple[Device, Device, Device],
) -> None:
    boss = laptops[0]
    child = OpenedEntry("person", f"{ONE} {UUID(int=20)}")
    for number in range(6):
        note_opened(boss.store, OpenedEntry("village", f"12.75.01.100{number}"))
    kept = note_opened(boss.store, child)
    assert kept == last_opened(boss.store) == note_opened(boss.store, child)
    assert (len(kept), kept[0]) == (5, child)
    book, _ = whole(boss.store, {})
    found = book.entry(child)
    assert found is not None
    assert found.key == child.key
    assert book.entry(OpenedEntry("person", f"{ONE} {UUID(int=99)}")) is None
    with boss.store.reading() as tx:
        settings = tx.exec_driver_sql("SELECT value FROM setting WHERE name LIKE 'last_opened%'").scalars().all()
    assert len(settings) == 1
    assert "Ahmad" not in settings[0]
