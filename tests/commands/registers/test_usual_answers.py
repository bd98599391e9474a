"""Where people are mostly sent: what differs only in its spelling is one, and nothing odd of another laptop shows."""

from datetime import date

import pytest

from kpm_desktop.commands.records.enter_in_error import enter_in_error
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.registers.usual_answers import usual_answers
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, Place
from tests.support.family import TODAY, Family, family
from tests.support.rival import write_as_rival


@pytest.fixture
def store(place: Place) -> Store:
    return place.cadre("Ibu Sari").store


@pytest.fixture
def made(store: Store) -> Family:
    return family(store)


def test_the_most_used_comes_first_in_its_most_used_spelling(store: Store, made: Family) -> None:
    places = ("RSUD Langsa", "puskesmas binjai", "Puskesmas Binjai", "Puskesmas Binjai", "Pustu", "Pustu")
    values = {"person_id": made.mother, "referral_date": date(2026, 11, 2), "reason": "kek", "progress": "open"}
    edits = [Edit("referral", {**values, "referred_to": place}) for place in places]
    saved = save_records(store, edits, today=TODAY, sure=True)
    assert usual_answers(store, "referral", "referred_to") == ["Puskesmas Binjai", "Pustu", "RSUD Langsa"]
    enter_in_error(store, "referral", saved.ids[0], today=TODAY)
    assert usual_answers(store, "referral", "referred_to") == ["Puskesmas Binjai", "Pustu"]


def test_what_another_laptop_wrote_is_one_line_that_can_be_read(store: Store, made: Family) -> None:
    for place in ("Puskesmas\n\u202eBinjai\t ", "\u200b", "…"):
        written = {"person_id": str(made.mother), "referral_date": "2026-11-02", "reason": "kek", "referred_to": place}
        write_as_rival(store, VILLAGE, "referral", new_id(), written)
    assert usual_answers(store, "referral", "referred_to") == ["Puskesmas Binjai"]
