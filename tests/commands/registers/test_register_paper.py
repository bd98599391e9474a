"""A register on paper: each thing in a column of its own, under the headings of the list, names hidden when asked."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.registers.register_list import register_list
from kpm_desktop.commands.registers.register_paper import register_paper
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import Band, TablePage
from tests.support.devices import VILLAGE, Place
from tests.support.family import TODAY, family

PRINTED = datetime(2026, 11, 19, 8, 30, tzinfo=UTC)


@pytest.fixture
def store(place: Place) -> Store:
    return place.cadre("Ibu Sari").store


def page(store: Store, kind: str, *, mask: bool = False) -> TablePage:
    lines = register_list(store, REGISTERS[kind])
    return register_paper(REGISTERS[kind], lines, names_of([VILLAGE]), "id", ListPaper(printed=PRINTED, mask=mask))


def rows(page: TablePage) -> list[tuple[Any, ...]]:
    (band,) = page.bands
    assert isinstance(band, Band)
    return [tuple(cell.value for cell in row.cells) for row in (*band.header, *band.rows)]


def test_what_stands_in_a_row_stands_in_columns(store: Store) -> None:
    made = family(store)
    values = {"person_id": made.mother, "referral_date": date(2026, 11, 2), "reason": "kek", "progress": "open"}
    more = {"referred_to": "Puskesmas Binjai", "due_date": date(2026, 11, 16)}
    save_records(store, [Edit("referral", {**values, **more})], today=TODAY, sure=True)
    keep_draft(store, "referral", new_id(), {"reason": "kek"}, {}, region="")
    heads, group, row = rows(page(store, "referral"))
    assert dict(zip(heads, row, strict=True)) == {
        "No": 1,
        "Nama": "Siti Rahmah",
        "Umur": "28 tahun",
        "Dusun": "Mawar",
        "Alasan": "KEK",
        "Dirujuk ke": "Puskesmas Binjai",
        "Dirujuk": date(2026, 11, 2),
        "Batas waktu": date(2026, 11, 16),
        "Perkembangan": "Terbuka",
    }
    assert group == ("Terbuka · 1 catatan",)
    assert "Siti Rahmah" not in rows(page(store, "referral", mask=True))[2]


def test_amounts_and_counts_stay_numbers(store: Store) -> None:
    made = family(store)
    promised = {"person_id": made.child, "sponsor_name": "PT Tirta", "start_date": date(2026, 11, 1)}
    session = {"village_code": VILLAGE, "session_date": date(2026, 11, 2), "topic": "nutrition", "women_count": 12}
    edits = [
        Edit("sponsorship", {**promised, "monthly_amount_rp": 450_000}),
        Edit("education_session", {**session, "person_ids": sorted([str(made.mother), str(made.child)])}),
    ]
    save_records(store, edits, today=TODAY, sure=True)
    assert 450_000 in rows(page(store, "sponsorship"))[1]
    taught = rows(page(store, "education_session"))[1]
    assert 12 in taught
    assert 2 in taught


@pytest.mark.parametrize("kind", list(REGISTERS))
def test_an_empty_register_is_a_page_too(store: Store, kind: str) -> None:
    laid = lay_out(page(store, kind))
    assert len(laid.sheets) == 1
