"""Rapor: every cell with its reason, any quarter, villages added, and the way to a person."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.scorecards.village_scorecard import village_scorecard
from kpm_desktop.commands.tables.load_folder import load_folder
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard.totals import add_totals
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.scorecard.scorecard import ScorecardPage
from kpm_desktop.ui.pages.scorecard.scorecard_contents import Contents
from kpm_desktop.ui.pages.scorecard.scorecard_numbers import NUMBERS, Numbers
from kpm_desktop.ui.pages.scorecard.scorecard_rows import SideRow
from kpm_desktop.ui.pages.scorecard.scorecard_shown import EVERY
from kpm_desktop.ui.pages.scorecard.scorecard_words import cell_sentence
from tests.support.profiles import CHILD, HOUSE, MONTH, MOTHER, PASSWORD, write_rows
from tests.support.rules import with_rules
from tests.support.village import DATA
from tests.ui.conftest import TODAY
from tests.ui.pages.district import shown
from tests.ui.program import Program

FIRST, SECOND = "12.75.01.1001", "12.75.01.1002"
DISTRICT = "12.75.01"
CTRL = Qt.KeyboardModifier.ControlModifier


def started(qtbot: QtBot, folder: Path, role: str, region: str, *loaded: Path) -> Program:
    made = init_profile(folder, role=role, name="Ibu Sari", villages=[region], password=PASSWORD)
    with made.store as store:
        for each in loaded:
            load_folder(store, each)
    program = Program(qtbot, folder, TODAY)
    program.unlock()
    return program


def second_village(folder: Path) -> Path:
    """A family in another village, its child weighed in one month."""
    return write_rows(
        folder / "kedua",
        household=[HOUSE | {"ref": "h-2", "village_code": SECOND}],
        person=[
            MOTHER | {"ref": "ibu-2", "household_id": "h-2"},
            CHILD | {"ref": "anak-2", "household_id": "h-2"},
        ],
        child_visit=[MONTH | {"person_id": "anak-2"}],
    )


@pytest.fixture
def cadre(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program = started(qtbot, tmp_path / "profil", "cadre", FIRST, DATA / "example_village")
    yield program
    program.close()


def page_of(program: Program, quarter: str = "2025-Q3") -> ScorecardPage:
    page = shown(program, "rapor", ScorecardPage)
    while str(page.shown.quarter) > quarter:
        page.step(-1)
    program.settle()
    return page


def side(page: ScorecardPage) -> list[SideRow]:
    return [row for row in page.side.list.rows.rows if isinstance(row, SideRow)]


def test_it_opens_with_the_quarter_of_today(cadre: Program) -> None:
    page = shown(cadre, "rapor", ScorecardPage)
    assert page.shown.quarter == Quarter(2026, 4)
    cadre.press(Qt.Key.Key_Left, CTRL)
    assert page.shown.quarter == Quarter(2026, 3)
    cadre.press(Qt.Key.Key_Right, CTRL, times=2)
    assert page.shown.quarter == Quarter(2027, 1)


def test_a_quarter_that_is_running_says_until_when(cadre: Program) -> None:
    page = shown(cadre, "rapor", ScorecardPage)
    assert page.heading.subtitle.text().startswith("Triwulan ini masih berjalan sampai 31 Desember 2026 · ")
    assert page.stepper.months.text() == "Okt–Des, masih berjalan"
    for quarters in (-1, 2):
        page.step(quarters)
        assert "berjalan" not in page.heading.subtitle.text() + page.stepper.months.text()
    cadre.settle()


def test_it_names_the_rules_of_the_quarter_shown(
    cadre: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    new = with_rules(monkeypatch, tmp_path, "KPM-2027", lambda rules: rules["quarters"].update({"from": "2027-Q1"}))
    page = page_of(cadre, "2026-Q4")
    before = page.heading.subtitle.text()
    page.step(1)
    assert (new.stem in before, new.stem in page.heading.subtitle.text()) == (False, True)
    cadre.settle()


def test_every_cell_shows_its_letter_and_its_reason(cadre: Program) -> None:
    page = page_of(cadre)
    wording, count = Wording("id"), 0
    view = page.source.view(FIRST, page.shown.quarter)
    assert view is not None
    for group, targets in (("pregnant", view.scorecard.mothers), ("children", view.scorecard.children)):
        for code in targets[0].cells:
            page.choose(group, code)
            rows = {row.key: row for row in side(page)}
            for target in targets:
                row, cell = rows[str(target.id)], target.cells[code]
                assert (row.letter, row.sentence) == (cell.value, cell_sentence(cell, wording))
                count += 1
    assert count == 8 * 3 + 10 * 3


def test_a_cell_that_rests_on_a_doubtful_dose_is_marked_and_leads_to_the_child(qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing but the letter would say that the third dose came five days after the second."""
    rows = [{"person_id": "anak", "vaccine": vaccine, "dose": dose, "given_date": day} for vaccine, dose, day in DOSES]
    folder = write_rows(
        tmp_path / "dosis",
        household=[HOUSE],
        person=[CHILD | {"birth_date": "2025-01-10"}],
        child_visit=[MONTH | {"month": "2025-09", "visit_date": "2025-09-10"}],
        immunization=rows,
    )
    program = started(qtbot, tmp_path / "profil", "cadre", FIRST, folder)
    page = page_of(program)
    page.choose("children", "immunization")
    (row,) = side(page)
    assert row.letter == "Y"
    assert "DPT-HB-Hib 3 hanya 5 hari setelah DPT-HB-Hib 2" in row.sentence
    assert row.warning
    view = page.source.view(FIRST, page.shown.quarter)
    assert view is not None
    child = view.scorecard.children[0].id
    assert {one.leads for one in Contents(Wording("id"), ",").to_look_at(view).rows} == {child}
    numbers = Numbers(Wording("id"), ",").rows(view.scorecard, "children")
    assert [one.indicator.code for one in numbers if one.is_disputed] == ["immunization"]
    program.close()


DOSES = (
    ("HB0", 1, "2025-01-10"),
    ("BCG", 1, "2025-02-12"),
    ("OPV", 1, "2025-02-12"),
    ("OPV", 2, "2025-03-12"),
    ("OPV", 3, "2025-04-12"),
    ("OPV", 4, "2025-05-12"),
    ("DPT_HB_HIB", 1, "2025-03-12"),
    ("DPT_HB_HIB", 2, "2025-04-12"),
    ("DPT_HB_HIB", 3, "2025-04-17"),
    ("IPV", 1, "2025-05-12"),
)


def test_the_months_behind_a_cell_agree_with_its_reason(cadre: Program) -> None:
    page = page_of(cadre)
    page.choose("children", "weighing")
    view = page.source.view(FIRST, page.shown.quarter)
    assert view is not None
    cells = {str(child.id): child.cells["weighing"] for child in view.scorecard.children}
    for row in side(page):
        params = cells[row.key].why.params
        if "count" in params:
            assert sum(mark.is_met for mark in row.marks) == params["count"]
            assert len(row.marks) == params["months"]
        else:
            assert row.marks == ()


def test_by_keyboard_from_an_indicator_to_a_person(cadre: Program) -> None:
    page = page_of(cadre)
    page.indicators.list_of("pregnant").setFocus()
    cadre.press(Qt.Key.Key_Down)
    assert "Pil Fe" in page.side.title.text()
    cadre.press(Qt.Key.Key_Right)
    assert page.indicators.list_of("children").hasFocus()
    cadre.press(Qt.Key.Key_Return)
    assert page.side.list.hasFocus()
    chosen = page.side.list.current()
    assert isinstance(chosen, SideRow)
    page.go.disconnect()
    went: list[tuple[str, object]] = []
    page.go.connect(lambda key, what: went.append((key, what)))
    cadre.press(Qt.Key.Key_Return)
    assert isinstance(chosen.leads, UUID)
    assert went == [("riwayat", Ref(page.shown.village, "person", chosen.leads))]
    cadre.press(Qt.Key.Key_Escape)
    assert page.indicators.list_of("children").hasFocus()


def test_the_share_of_a_group_is_said(cadre: Program) -> None:
    page = page_of(cadre, "2026-Q4")
    for card in page.indicators.groups.values():
        head = QAccessible.queryAccessibleInterface(card.head)
        assert head.role() is QAccessible.Role.Heading
        assert re.search(r"\d+ (of|dari) \d+", head.text(QAccessible.Text.Name))


def test_who_was_not_reported_is_listed(cadre: Program) -> None:
    page = page_of(cadre, "2026-Q4")
    view = page.source.view(FIRST, page.shown.quarter)
    assert view is not None and view.scorecard.not_reported
    cadre.press(Qt.Key.Key_B)
    assert [row.name for row in side(page)] == [each.name for each in view.scorecard.not_reported]
    assert str(len(view.scorecard.not_reported)) in page.numbers.cards["all_served"].accessibleName()


def test_a_change_is_counted_anew(cadre: Program) -> None:
    page = page_of(cadre)
    before = page.source.view(FIRST, page.shown.quarter)
    cadre.shell().context.hub.announce(["child_visit"])
    cadre.settle()
    after = page.source.view(FIRST, page.shown.quarter)
    assert after is not None and after is not before


def test_villages_are_added_and_entered(qtbot: QtBot, tmp_path: Path) -> None:
    second = second_village(tmp_path)
    program = started(qtbot, tmp_path / "profil", "supervisor", DISTRICT, DATA / "example_village", second)
    page = page_of(program)
    page.show_village(EVERY)
    program.settle()
    assert not page.source.is_busy
    added = page.source.added([FIRST, SECOND], page.shown.quarter)
    assert added is not None
    store = program.shell().context.session.store
    parts = [village_scorecard(store, code, "2025-Q3").totals for code in (FIRST, SECOND)]
    assert added.totals == add_totals(parts)
    page.choose("children", "weighing")
    rows = side(page)
    assert {row.leads for row in rows} == {FIRST, SECOND}
    shares = [row.share for row in rows if row.share is not None]
    assert [one.percent for one in shares] == sorted(one.percent for one in shares if one.percent is not None)
    assert sum(share.should for share in shares) == sum(
        indicator.share.should for part in parts for indicator in part.indicators if indicator.code == "weighing"
    )
    page.side.list.setFocus()
    program.press(Qt.Key.Key_Return)
    assert page.shown.village == rows[0].leads
    assert page.source.view(page.shown.village, page.shown.quarter) is not None
    program.close()


def test_every_number_of_all_villages_leads_to_the_village_and_who_is_behind_it(qtbot: QtBot, tmp_path: Path) -> None:
    second = second_village(tmp_path)
    program = started(qtbot, tmp_path / "profil", "supervisor", DISTRICT, DATA / "example_village", second)
    page = page_of(program)
    shown_behind = set()
    for code in NUMBERS:
        page.show_village(EVERY)
        program.settle()
        page.numbers.cards[code].click()
        assert page.numbers.cards[code].isChecked()
        rows = side(page)
        assert {row.leads for row in rows} == {FIRST, SECOND}
        shares = [row.share.received / row.share.should if row.share and row.share.should else 1.0 for row in rows]
        assert shares == sorted(shares), "where most is to do stands first"
        shown_behind.add(tuple((row.leads, row.share) for row in rows))
        page.side.list.choose(FIRST)
        page.side.list.setFocus()
        program.press(Qt.Key.Key_Return)
        assert page.shown.village == FIRST
        assert page.numbers.cards[code].isChecked(), "the village shows who is behind the same number"
    assert len(shown_behind) == len(NUMBERS)
    page.show_village(EVERY)
    program.settle()
    program.press(Qt.Key.Key_B)
    store = program.shell().context.session.store
    totals = {code: village_scorecard(store, code, "2025-Q3").totals for code in (FIRST, SECOND)}
    missing = {code: one.not_reported_pregnant + one.not_reported_children for code, one in totals.items()}
    assert {row.leads: int(row.right) for row in side(page)} == missing
    program.close()
