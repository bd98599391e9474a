"""A posyandu's morning: how many keys it takes, and what is in the store afterwards."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.db.store import open_store
from kpm_desktop.ui.pages.posyandu_day.open_rows import OpenRowsDialog
from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage
from tests.support.posyandu import DAY, MISSING, morning
from tests.support.profiles import PASSWORD
from tests.ui.posyandu_morning import SAVE, PosyanduMorning, number

_GAIN_G, _GROWN_MM = 200, 8


def test_sixty_children_take_under_three_hundred_keys_beside_the_digits(qtbot: QtBot, profile: Path) -> None:
    with open_store(profile, PASSWORD) as store:
        made = morning(store, children=60, lacking=10)
    day = PosyanduMorning(qtbot, profile, made)
    day.typed("".join(f"{number(child.weight_g + _GAIN_G, 1000)}\n" for child in made.children))
    assert day.current == (made.children[0].name, "length_mm")
    day.typed("".join(f"{number(child.length_mm + _GROWN_MM, 10)}\n" for child in made.children))
    while day.current[1] != "DOSES":
        day.typed("\t")
    if day.current[0] != made.lacking[0].name:
        day.typed("\n")
    day.typed("Y" * len(made.lacking))
    day.press(*SAVE)
    assert day.keys < 300
    sheet = day.sheet()
    assert len(sheet.children) == 60
    for child in made.children:
        held = day.stored(child.id).form.held
        assert held["weight_g"] == child.weight_g + _GAIN_G
        assert held["length_mm"] == child.length_mm + _GROWN_MM
        assert (held["visit_date"], held["place"]) == (DAY.isoformat(), "posyandu")
        assert (held["was_weighed"], held["was_length_measured"]) == (True, True)
        is_small = (DAY - child.born).days < 731
        assert held["measure_position"] == ("lying" if is_small else "standing")
    given = {
        child.name: [one.given_date for one in day.stored(child.id).given if (one.vaccine, one.dose) == MISSING]
        for child in made.lacking
    }
    assert given == {child.name: [DAY] for child in made.lacking}
    assert all(day.stored(child.id).form.held["basic_immunization_received"] is True for child in made.lacking)
    day.close()


def test_the_foot_counts_by_the_letters_of_the_recap(day: PosyanduMorning) -> None:
    """S, K, D, N, T, O, B (Juknis KMS Balita 2021): all were weighed last month, so of three weighed one that lost
    weight did not gain."""
    first, second, third, *_ = day.made.children
    for child, change in ((first, 400), (second, 400), (third, -300)):
        day.go_to(child.id, "weight_g")
        day.typed(f"{number(child.weight_g + change, 1000)}\n")
    fourth = day.made.children[3]
    day.go_to(fourth.id, "weight_g")
    day.typed("-")
    foot = {each.letter or each.words: each.number for each in day.task._foot._counts}
    assert [foot[letter] for letter in "SKDNTOB"] == [6, 6, 3, 2, 1, 0, 0]
    assert (foot["tidak hadir"], foot["belum diisi"]) == (1, 2)


def test_who_did_not_come_is_asked_about_once_and_stays_a_task(day: PosyanduMorning) -> None:
    first, *others = day.made.children
    day.go_to(first.id, "weight_g")
    day.typed(f"{number(first.weight_g + _GAIN_G, 1000)}\n")
    day.press(*SAVE)
    dialog = day.dialog(OpenRowsDialog)
    assert dialog.windowTitle() == "5 anak belum diisi"
    dialog.absent_button.click()
    day.program.settle()
    for child in others:
        stored = day.stored(child.id).form
        assert stored.held["was_weighed"] is False
        assert "weight_g" not in stored.held
    day.press(Qt.Key.Key_Escape)
    shell = day.program.shell()
    page = shell.page("posyandu")
    assert isinstance(page, PosyanduPage)
    row = page._posts.list.current()
    assert row is not None
    assert "1 dari 6" in row.words


def test_rows_may_stay_open(day: PosyanduMorning) -> None:
    first, second, *_ = day.made.children
    day.go_to(first.id, "weight_g")
    day.typed(f"{number(first.weight_g + _GAIN_G, 1000)}\n")
    day.press(*SAVE)
    day.dialog(OpenRowsDialog).open_button.click()
    day.program.settle()
    assert day.stored(first.id).form.held["weight_g"] == first.weight_g + _GAIN_G
    assert day.stored(second.id).form.held == {}
    assert day.task.banner.sentence() == "Tersimpan: catatan 1 orang."


def test_nothing_is_saved_where_nothing_was_entered(day: PosyanduMorning) -> None:
    day.press(*SAVE)
    assert day.task.banner.sentence() == "Belum ada isian baru di sini."


def test_mothers_are_filled_in_alike(qtbot: QtBot, profile: Path) -> None:
    from tests.support.family import family

    with open_store(profile, PASSWORD) as store:
        made = morning(store, children=1, lacking=0)
        home = family(store)
        from kpm_desktop.commands.records.save_records import Edit, save_records

        save_records(store, [Edit("household", {"posyandu_id": made.post}, home.household)], today=DAY, sure=True)
    day = PosyanduMorning(qtbot, profile, made)
    day.task._who.choose("mothers")
    day.program.settle()
    day.go_to(home.pregnancy, "weight_g")
    day.typed("58,9\t24\t150\n95\t10,6\t")
    assert day.current == ("Siti Rahmah", "anc_visits")
    day.typed("Y")
    day.go_to(home.pregnancy, "iron_tablets")
    day.typed("Y")
    assert day.said(home.pregnancy).startswith("Rujuk hari ini: Tensi 150 mmHg")
    day.press(*SAVE)
    day.dialog(OpenRowsDialog).open_button.click()
    day.program.settle()
    held = day.stored(home.pregnancy).form.held
    assert (held["weight_g"], held["muac_mm"], held["hemoglobin_g_l"]) == (58_900, 240, 106)
    assert (held["systolic_mmhg"], held["diastolic_mmhg"], held["anc_visits"]) == (150, 95, 1)
    assert (held["iron_taken"], held["iron_tablets"], held["place"]) == (True, 30, "posyandu")
    day.close()
