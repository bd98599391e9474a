"""A posyandu's day as it is read: who belongs to it, which doses, and what two laptops make of one day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kpm_desktop.commands.due.month_due import month_due
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.posyandu.day_paper import day_paper
from kpm_desktop.commands.posyandu.day_sheet import DayPerson, day_sheet, others_of_day
from kpm_desktop.commands.posyandu.guests import add_guests
from kpm_desktop.commands.posyandu.posyandu_days import posyandu_days
from kpm_desktop.commands.posyandu.posyandu_named import posyandu_named
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import derived_id, new_id
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.table_page import Band
from tests.support.devices import Place, quick_place
from tests.support.family import family
from tests.support.posyandu import DAY, LAST, Morning, morning
from tests.support.profiles import VILLAGE, cadre


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with cadre(tmp_path) as made:
        yield made


def save(store: Store, kind: str, values: dict[str, object], record: UUID | None = None) -> UUID:
    saved = save_records(store, [Edit(kind, values, record)], today=DAY, sure=True)
    return saved.ids[0]


def of_day(store: Store, made: Morning, day: date = DAY) -> dict[str, DayPerson]:
    sheet = day_sheet(store, region=VILLAGE, posyandu=made.post, day=day)
    return {each.form.person.full_name: each for each in (*sheet.children, *sheet.mothers)}


def test_children_stay_to_their_fifth_birthday_and_mothers_to_the_end_of_nifas(store: Store) -> None:
    made = morning(store, children=1, lacking=0)
    home = save(store, "household", {"village_code": VILLAGE, "head_name": "Pak Rt", "posyandu_id": made.post})
    born = {"59 bulan": date(2021, 11, 20), "5 tahun": date(2021, 11, 19)}
    for name, day in born.items():
        save(store, "person", {"household_id": home, "full_name": name, "sex": "male", "birth_date": day})
    for name, ago in (("Nifas 42", 42), ("Nifas 43", 43)):
        woman = {"household_id": home, "full_name": name, "sex": "female", "birth_date": date(1998, 4, 3)}
        mother = save(store, "person", woman)
        ended = {"outcome": "live_birth", "delivery_date": DAY - timedelta(days=ago)}
        save(store, "pregnancy", {"person_id": mother, **ended})
    found = of_day(store, made)
    assert set(found) == {"Anak 00", "59 bulan", "Nifas 42"}


def test_the_age_is_that_of_the_day_and_not_of_the_months_end(store: Store) -> None:
    made = morning(store, children=1, lacking=0)
    home = save(store, "household", {"village_code": VILLAGE, "head_name": "Pak Rt", "posyandu_id": made.post})
    baby = {"household_id": home, "full_name": "Bayi", "sex": "male", "birth_date": date(2026, 5, 20)}
    save(store, "person", baby)
    assert of_day(store, made)["Bayi"].form.months == 5
    assert of_day(store, made, date(2026, 11, 12))["Bayi"].form.months == 5


def test_whose_household_names_no_posyandu_is_in_the_list_of_those(store: Store) -> None:
    made = morning(store, children=1, lacking=0)
    family(store)
    without = day_sheet(store, region=VILLAGE, posyandu=None, day=DAY)
    assert [each.form.person.full_name for each in without.children] == ["Ahmad Fauzi"]
    assert [each.form.person.full_name for each in without.mothers] == ["Siti Rahmah"]
    assert set(of_day(store, made)) == {"Anak 00"}


def test_a_dose_given_on_the_day_still_stands_there_once_it_is_saved(store: Store) -> None:
    made = morning(store, children=3, lacking=1)
    (child,) = made.lacking
    assert [each.planned.name for each in of_day(store, made)[child.name].doses] == ["MR 1"]
    given = {"person_id": child.id, "vaccine": "MR", "dose": 1, "given_date": DAY}
    save(store, "immunization", given)
    (dose,) = of_day(store, made)[child.name].doses
    assert dose.entry.held is not None
    assert of_day(store, made, DAY - timedelta(days=1))[child.name].doses == ()


def test_who_did_not_come_was_not_visited_and_is_still_to_be_weighed(store: Store) -> None:
    made = morning(store, children=1, lacking=0)
    (child,) = made.children
    absent = {"person_id": child.id, "month": "2026-11", "visit_date": DAY, "place": "posyandu", "was_weighed": False}
    save(store, "child_visit", absent)
    rows = [row for row in target_list(store, "2026-11", today=DAY).rows if row.person_id == child.id]
    assert all(row.visited_on is None for row in rows)
    due = [one for village in month_due(store, on=DAY) for one in village.rows if one.what == "weighing"]
    assert [one.name for one in due] == [child.name]


def test_the_village_of_somebody_else_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match=r"profile\.outside"):
        day_sheet(store, region="12.75.01.1002", posyandu=None, day=DAY)


def test_a_guest_stays_in_the_days_list_and_is_no_longer_among_the_others(store: Store) -> None:
    made = morning(store, children=1, lacking=0)
    home = family(store)
    others = others_of_day(store, region=VILLAGE, shown=[made.children[0].id], day=DAY, mothers=False)
    assert [each.person.full_name for each in others] == ["Ahmad Fauzi"]
    add_guests(store, VILLAGE, made.post, DAY, people=[home.child, home.child, uuid4()])
    found = of_day(store, made)
    assert found["Ahmad Fauzi"].is_guest
    assert "Ahmad Fauzi" not in of_day(store, made, DAY - timedelta(days=1))


def test_the_posyandu_tell_how_far_the_month_is_and_which_days_were_held(store: Store) -> None:
    made = morning(store, children=4, lacking=2)
    first, second, *_ = made.children
    for child, grams, place in ((first, 300, "posyandu"), (second, -300, "home")):
        row = {"person_id": child.id, "month": "2026-11", "visit_date": DAY, "place": place}
        save(store, "child_visit", row | {"weight_g": child.weight_g + grams, "was_weighed": True})
    found = posyandu_days(store, on=DAY)
    (post,) = found.posts
    assert (post.name, post.children, post.mothers, post.at_home, post.held) == ("Melati", 4, 0, 1, DAY)
    assert (post.month.s, post.month.d, post.month.n, post.month.t) == (4, 2, 1, 1)
    assert (post.weighed_before, post.children_with_doses, post.doses) == (4, 2, (("MR 1", 2),))
    (past,) = found.past
    assert (past.day, past.weighed, past.children) == (LAST, 4, 4)


def test_which_posyandu_is_meant_is_never_guessed(store: Store) -> None:
    made = morning(store, children=1, lacking=0)
    assert posyandu_named(store, VILLAGE, None) == made.post
    other = save(store, "posyandu", {"village_code": VILLAGE, "name": "Anggrek"})
    assert posyandu_named(store, VILLAGE, other) == other
    with pytest.raises(Refused, match=r"posyandu\.which"):
        posyandu_named(store, VILLAGE, None)
    with pytest.raises(Refused, match=r"posyandu\.no_posyandu"):
        posyandu_named(store, VILLAGE, new_id())


def test_the_empty_list_has_everybody_and_nothing_of_today(store: Store) -> None:
    made = morning(store, children=3, lacking=1)
    child = made.children[0]
    row = {"person_id": child.id, "month": "2026-11", "visit_date": DAY, "place": "posyandu", "weight_g": 8700}
    save(store, "child_visit", row)
    sheet = day_sheet(store, region=VILLAGE, posyandu=made.post, day=DAY)
    how = ListPaper(printed=datetime(2026, 11, 19, 12, 0, tzinfo=UTC))
    pages = {blank: day_paper(Wording("id"), sheet, "Sukamaju", how, is_blank=blank) for blank in (False, True)}
    texts = {}
    for blank, page in pages.items():
        (band,) = page.bands
        assert isinstance(band, Band)
        texts[blank] = [[cell.value for cell in line.cells] for line in band.rows]
    weights = {blank: [line[4] for line in lines if len(line) > 4] for blank, lines in texts.items()}
    assert [str(value) for value in weights[False]] == ["8.7", "None", "None"]
    assert weights[True] == [None, None, None]
    assert any("MR 1" in line for line in texts[True])


def test_two_laptops_that_fill_one_day_are_merged_field_by_field() -> None:
    with quick_place() as place:
        _two_laptops(place)


def _two_laptops(place: Place) -> None:
    one, other = place.cadre("Ibu Sari"), place.cadre("Ibu Wati")
    supervisor = place.supervisor("Bu Rina")
    for laptop in (one, other):
        laptop.join(supervisor.invite(VILLAGE, person=laptop.name))
    made = morning(one.store, children=2, lacking=0)
    first, second = made.children
    records = [derived_id("child_visit", {"person_id": str(each.id), "month": "2026-11"}) for each in (first, second)]
    key = {"month": "2026-11", "visit_date": DAY.isoformat(), "place": "posyandu"}
    assert records[0] is not None
    assert records[1] is not None
    one.save(records[0], {"person_id": str(first.id), **key, "weight_g": 8600, "was_weighed": True}, "child_visit")
    other.save(records[0], {"person_id": str(first.id), **key, "length_mm": 701}, "child_visit")
    one.save(records[1], {"person_id": str(second.id), **key, "weight_g": 9000}, "child_visit")
    other.save(records[1], {"person_id": str(second.id), **key, "weight_g": 9900}, "child_visit")
    supervisor.take(*one.export(supervisor), *other.export(supervisor))
    found = of_day(supervisor.store, made)
    merged, disputed = found[first.name].form, found[second.name].form
    assert (merged.held["weight_g"], merged.held["length_mm"]) == (8600, 701)
    assert merged.marks.get("conflict", []) == []
    assert disputed.marks["conflict"] == ["weight_g"]


def test_who_is_born_after_the_day_is_not_in_its_list(store: Store) -> None:
    made = morning(store, children=1, lacking=0)
    home = save(store, "household", {"village_code": VILLAGE, "head_name": "Pak Rt", "posyandu_id": made.post})
    for name, born in (("Lahir 12", date(2026, 11, 12)), ("Lahir 13", date(2026, 11, 13))):
        save(store, "person", {"household_id": home, "full_name": name, "sex": "male", "birth_date": born})
    assert set(of_day(store, made, date(2026, 11, 12))) == {"Anak 00", "Lahir 12"}


def test_guests_stay_where_their_posyandu_turned_out_to_be_another_ones_entry(store: Store) -> None:
    made, home = morning(store, children=1, lacking=0), family(store)
    twice = save(store, "posyandu", {"village_code": VILLAGE, "name": "Melati 2"})
    add_guests(store, VILLAGE, twice, DAY, people=[home.child])
    save(store, "posyandu", {"merged_into_id": made.post}, twice)
    assert of_day(store, made)["Ahmad Fauzi"].is_guest


def test_who_was_weighed_longer_ago_than_a_year_is_not_weighed_for_the_first_time(store: Store) -> None:
    """B is who never was (Juknis KMS Balita 2021)."""
    made = morning(store, children=1, lacking=0)
    home = save(store, "household", {"village_code": VILLAGE, "head_name": "Pak Rt", "posyandu_id": made.post})
    for name in ("Lama", "Baru"):
        born: dict[str, object] = {
            "household_id": home,
            "full_name": name,
            "sex": "male",
            "birth_date": date(2024, 1, 5),
        }
        one = save(store, "person", born)
        days = [(date(2025, 1, 15), 9000), (DAY, 12_400)] if name == "Lama" else [(DAY, 12_400)]
        for day, grams in days:
            weighed = {"visit_date": day, "weight_g": grams, "was_weighed": True}
            save(store, "child_visit", {"person_id": one, "month": f"{day:%Y-%m}", **weighed})
    assert {name: each.was_weighed for name, each in of_day(store, made).items()} == {
        "Anak 00": True,
        "Lama": True,
        "Baru": False,
    }
    (post,) = posyandu_days(store, on=DAY).posts
    assert (post.month.s, post.month.k, post.month.d, post.month.o, post.month.b) == (3, 3, 2, 1, 1)
