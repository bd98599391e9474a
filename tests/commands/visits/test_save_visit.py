"""Drafts and Simpan: durable at each answer, outside everything that counts, saved whole or not at all."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.visits.form_sheet import FormSheet
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.save_visit import save_visit
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.errors import Objected
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE, cadre


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    opened.close()


def form(store: Store, made: Family, kind: str = "child_visit", month: str = MONTH) -> FormSheet:
    found = visit_sheet(store, made.household, month, today=TODAY).forms
    return next(one for one in found if one.kind == kind)


def draft(store: Store, sheet: FormSheet, month: str = MONTH, **answers: object) -> tuple[str, UUID]:
    first = {} if sheet.held else {**sheet.key, "month": month, "visit_date": "2026-11-19"}
    keep_draft(store, sheet.kind, sheet.record, {**first, **answers}, {}, region=VILLAGE)
    return sheet.kind, sheet.record


def test_a_draft_outlives_the_program_and_counts_nowhere(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        made = family(store)
        before = profile_status(store)
        draft(store, form(store, made), weight_g=8400)
        assert profile_status(store)["changes"] == before["changes"]
        assert profile_status(store)["drafts"] == 1
        folder = store.folder
    with open_store(folder, PASSWORD) as store:
        kept = form(store, made).draft
        assert kept is not None
        assert kept.answers["weight_g"] == 8400
        assert form(store, made).held == {}


def test_saving_makes_one_change_of_each_draft(store: Store) -> None:
    made = family(store)
    records = [draft(store, form(store, made), weight_g=8400)]
    records.append(draft(store, form(store, made, "pregnancy_visit"), anc_visits=1))
    assert save_visit(store, records, region=VILLAGE, today=TODAY).changes == 2
    assert form(store, made).held["weight_g"] == 8400
    assert form(store, made).draft is None
    assert check_profile(store).is_sound


def test_one_bad_answer_keeps_everything_a_draft(store: Store) -> None:
    made = family(store)
    mother = form(store, made, "pregnancy_visit")
    records = [draft(store, mother, pnc_visits=1), draft(store, form(store, made), weight_g=8400)]
    with pytest.raises(Objected) as caught:
        save_visit(store, records, region=VILLAGE, today=TODAY)
    assert [(one.record, one.field) for one in caught.value.objections] == [(0, "pnc_visits")]
    assert form(store, made).held == {}
    assert form(store, made).draft is not None


def test_what_arrived_since_the_draft_began_is_asked_about(store: Store) -> None:
    made = family(store)
    sheet = form(store, made, month="2026-10")
    record = draft(store, sheet, weight_g=8000, home_visits=1)
    save_records(store, [Edit("child_visit", {"weight_g": 8200}, sheet.record)], today=TODAY)
    with pytest.raises(Objected) as caught:
        save_visit(store, [record], region=VILLAGE, today=TODAY)
    assert [(one.field, one.why.code) for one in caught.value.objections] == [("weight_g", "rules.changed_meanwhile")]
    save_visit(store, [record], region=VILLAGE, today=TODAY, overwrite=True)
    assert form(store, made, month="2026-10").held["weight_g"] == 8000


def test_another_users_draft_is_named_and_not_shown(store: Store) -> None:
    made = family(store)
    sheet = form(store, made)
    with store.writing() as tx:
        drafts.keep(
            tx, "Ibu Wati", VILLAGE, sheet.kind, sheet.record, {"weight_g": 7000}, {}, {}, "2026-11-19T03:00:00.000000Z"
        )
    again = form(store, made)
    assert again.draft is None
    assert again.others == ("Ibu Wati",)


def test_a_draft_without_answers_is_given_up(store: Store) -> None:
    made = family(store)
    sheet = form(store, made)
    draft(store, sheet, weight_g=8400)
    keep_draft(store, sheet.kind, sheet.record, {}, {}, region=VILLAGE)
    assert form(store, made).draft is None


def test_the_sheet_offers_what_was_said_before(store: Store) -> None:
    made = family(store)
    child = form(store, made)
    assert (child.before["has_safe_water"].value, child.before["has_safe_water"].month) == (True, "2026-10")
    assert child.measures["length_mm"].value == 701
    assert child.months == 10
    assert form(store, made, "pregnancy_visit").months == 7
