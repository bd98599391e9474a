"""Beranda of the cadre through the real window: what is left, what is to be remembered, and where it all leads."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.pages.decisions.check import CheckTask
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.registers.household_lines import HouseholdLine
from kpm_desktop.ui.registers.register_form import RegisterForm
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program


def save(profile: Path, *edits: Edit) -> list[UUID]:
    with open_store(profile, PASSWORD) as store:
        return save_records(store, edits, today=TODAY, sure=True).ids


@pytest.fixture
def families(profile: Path) -> tuple[Family, Family]:
    """Two households of one hamlet: the second has a risk and comes later in the alphabet."""
    with open_store(profile, PASSWORD) as store:
        return family(store, "Ani", "Budi"), family(store, "Wati", "Yusuf")


def home(program: Program) -> HomePage:
    page = program.unlock().page("beranda")
    program.settle()
    assert isinstance(page, HomePage)
    assert page.isVisible()
    return page


def lines(page: HomePage) -> list[HouseholdLine]:
    return [row for row in page.list.rows.rows if isinstance(row, HouseholdLine)]


def texts(page: HomePage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def mother_visit(made: Family, **answers: object) -> Edit:
    visit = {"pregnancy_id": made.pregnancy, "month": MONTH, "visit_date": date(2026, 11, 12), "home_visits": 1}
    return Edit("pregnancy_visit", {**visit, **answers})


def child_visit(made: Family, **answers: object) -> Edit:
    visit = {"person_id": made.child, "month": MONTH, "visit_date": date(2026, 11, 12), "home_visits": 1}
    return Edit("child_visit", {**visit, **answers})


def test_a_new_profile_says_what_to_do_first(program: Program) -> None:
    page = home(program)
    (button,) = [one for one in page.findChildren(Button) if one.isVisible() and "pertama" in one.text()]
    asked: list[tuple[str, object]] = []
    page.go.disconnect()
    page.go.connect(lambda key, what: asked.append((key, what)))
    button.click()
    assert asked == [("sasaran", ("add", None))]
    assert not page.list.isVisible()


def test_risks_stand_above_and_enter_starts_the_visit(
    profile: Path, families: tuple[Family, Family], program: Program
) -> None:
    _, second = families
    save(
        profile,
        Edit("child_visit", {"person_id": second.child, "month": "2026-10", "nutrition_class": "undernourished"}),
    )
    page = home(program)
    assert [line.name for line in lines(page)] == ["Wati", "Ani"]
    assert page.tiles.unvisited.accessibleName().startswith("4 ")
    program.press(Qt.Key.Key_Return)
    frame = program.shell().frame
    assert frame is not None
    assert isinstance(frame.task, VisitTask)
    assert frame.task.household.id == second.household


def test_who_was_visited_is_no_longer_on_the_list(
    profile: Path, families: tuple[Family, Family], program: Program
) -> None:
    first, second = families
    save(profile, mother_visit(first), child_visit(first), child_visit(second))
    page = home(program)
    (left,) = lines(page)
    assert left.household == second.household
    assert page.tiles.unvisited.accessibleName().startswith("1 ")


def test_everybody_visited_leads_to_sending(profile: Path, families: tuple[Family, Family], program: Program) -> None:
    save(profile, *(visit(made) for made in families for visit in (mother_visit, child_visit)))
    page = home(program)
    assert lines(page) == []
    assert any("sudah dikunjungi" in text for text in texts(page))


@pytest.mark.parametrize(("key", "leads_to"), [("B", "kunjungan"), ("K", "kirim")])
def test_each_tile_has_its_key(families: Sequence[Family], program: Program, key: str, leads_to: str) -> None:
    home(program)
    shell = program.shell()
    program.press(getattr(Qt.Key, f"Key_{key}"))
    program.qtbot.waitUntil(lambda: shell.current == leads_to)  # Qt shows the button pressed for a moment


def test_what_is_to_be_repaired_opens_its_list(families: Sequence[Family], program: Program) -> None:
    home(program)
    shell = program.shell()
    program.press(Qt.Key.Key_P)
    program.qtbot.waitUntil(lambda: shell.frame is not None)
    assert shell.frame is not None
    assert isinstance(shell.frame.task, CheckTask)


def test_only_what_is_open_is_to_be_remembered(
    profile: Path, families: tuple[Family, Family], program: Program
) -> None:
    first, second = families
    referral = {"referral_date": date(2026, 11, 7), "reason": "kek"}
    question = {"about_kind": "person", "text": "Mohon cek tanggal lahir.", "progress": "open"}
    save(
        profile,
        Edit("referral", {**referral, "person_id": first.mother, "progress": "open", "referred_to": "Puskesmas"}),
        Edit("referral", {**referral, "person_id": second.mother, "progress": "done"}),
        Edit("comment", {**question, "about_id": second.child, "progress": "answered"}),
        Edit("comment", {**question, "about_id": first.child, "progress": "closed"}),
    )
    said = " / ".join(texts(home(program)))
    assert "Rujukan Ani" in said
    assert "Rujukan Wati" not in said
    assert "Mohon cek tanggal lahir." in said
    assert "Yusuf" in said
    assert "Budi" not in said


def test_a_posyandu_is_reminded_of_who_was_not_weighed(
    families: Sequence[Family], profile: Path, program: Program
) -> None:
    (post,) = save(profile, Edit("posyandu", {"village_code": VILLAGE, "name": "Posyandu Melati"}))
    save(profile, Edit("household", {"posyandu_id": post}, families[0].household))
    save(profile, Edit("posyandu", {"village_code": VILLAGE, "name": "Posyandu Anggrek"}))
    page = home(program)
    said = texts(page)
    assert "Posyandu Melati" in said
    assert "1 anak belum ditimbang" in said
    (see,) = [one for one in page.findChildren(Button) if one.isVisible() and "Melati" in one.accessibleName()]
    see.click()
    program.settle()
    assert program.shell().current == "posyandu"
    opened = program.shell().page("posyandu")
    assert isinstance(opened, PosyanduPage)
    chosen = opened.chosen_day()
    assert chosen is not None
    assert chosen[0].name == "Posyandu Melati"


def test_the_months_tasks_are_a_link_away(families: Sequence[Family], program: Program) -> None:
    page = home(program)
    (link,) = [one for one in page.findChildren(Button) if one.isVisible() and one.text() == "Tugas bulan ini"]
    link.click()
    program.settle()
    assert program.shell().current == "tugas"


def test_a_date_alone_is_nobody_visited(profile: Path, families: tuple[Family, Family], program: Program) -> None:
    first, _ = families
    save(profile, mother_visit(first, home_visits=None), child_visit(first, home_visits=None))
    assert len(lines(home(program))) == 2


def test_a_referral_that_is_reminded_of_opens(profile: Path, families: tuple[Family, Family], program: Program) -> None:
    first, _ = families
    values = {"referral_date": date(2026, 11, 7), "reason": "kek", "progress": "open", "referred_to": "Puskesmas"}
    (referral,) = save(profile, Edit("referral", {**values, "person_id": first.mother}))
    page = home(program)
    (see,) = [one for one in page.findChildren(Button) if one.isVisible() and "Rujukan Ani" in one.accessibleName()]
    see.setFocus()
    program.press(Qt.Key.Key_Return)
    assert program.shell().current == "referral"
    (form,) = [one for one in program.window.findChildren(RegisterForm) if one.isVisible()]
    assert form.record == referral
