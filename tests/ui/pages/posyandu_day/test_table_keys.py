"""The table's keys: what is typed, answered, searched, chosen and confirmed, and what cannot be taken."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.pages.posyandu_day.day_search import DaySearch
from kpm_desktop.ui.pages.posyandu_day.open_rows import OpenRowsDialog
from tests.support.family import Family
from tests.support.posyandu import DAY, Child, months_old, morning
from tests.support.profiles import PASSWORD
from tests.ui.posyandu_morning import SAVE, PosyanduMorning, number


def weigh(day: PosyanduMorning, child: Child, change: int = 200) -> None:
    day.go_to(child.id, "weight_g")
    day.typed(f"{number(child.weight_g + change, 1000)}\n")


def test_typing_replaces_and_enter_goes_down(day: PosyanduMorning) -> None:
    first, second, *_ = day.made.children
    day.go_to(first.id, "weight_g")
    day.typed("8,6\n")
    assert day.current == (second.name, "weight_g")
    day.go_to(first.id, "weight_g")
    day.typed("8,7\t")
    assert day.row(first.id).answers.value("weight_g") == 8700
    assert day.current == (first.name, "length_mm")


def test_a_minus_in_the_weight_is_who_did_not_come_and_a_number_takes_it_back(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    day.go_to(first.id, "weight_g")
    day.typed("-")
    assert day.row(first.id).is_absent
    assert day.current == (first.name, "weight_g")
    day.typed("9,4\n")
    assert not day.row(first.id).is_absent
    assert day.row(first.id).answers.value("weight_g") == 9400
    day.go_to(first.id, "weight_g")
    day.typed("-")
    assert day.row(first.id).answers.value("weight_g") == 9400


def test_esc_in_a_cell_gives_up_what_is_typed_and_stays(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    day.go_to(first.id, "weight_g")
    day.typed("8,6\n")
    day.go_to(first.id, "weight_g")
    day.typed("12")
    day.press(Qt.Key.Key_Escape)
    assert day.row(first.id).answers.value("weight_g") == 8600
    assert day.current == (first.name, "weight_g")


def test_behind_the_last_row_the_next_column_begins(day: PosyanduMorning) -> None:
    first, *_, last = day.made.children
    day.go_to(last.id, "weight_g")
    day.typed("8,6\n")
    assert day.current == (first.name, "length_mm")


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("weight_g", "99", "Berat badan: Paling banyak 58 kg. Periksa lagi."),
        ("weight_g", "0,5", "Berat badan: Paling sedikit 0,9 kg. Periksa lagi."),
        ("weight_g", "1e5", "Berat badan: Tulis angka saja, misalnya 8,1. Ketik lagi."),
        ("length_mm", "-70", "Panjang/tinggi badan: Paling sedikit 38 cm. Periksa lagi."),
        ("length_mm", "7", "Panjang/tinggi badan: Paling sedikit 38 cm. Periksa lagi."),
        ("head_circumference_mm", "61,5", "Lingkar kepala: Paling banyak 60 cm. Periksa lagi."),
    ],
)
def test_what_cannot_be_names_field_and_limit_and_is_kept_as_it_was_typed(
    day: PosyanduMorning, column: str, text: str, told: str
) -> None:
    first = day.made.children[0]
    day.go_to(first.id, column)
    day.typed(f"{text}\n")
    assert day.said(first.id) == told
    day.press(*SAVE)
    assert told.partition(": ")[2] in day.task.banner.sentence()
    assert day.current == (first.name, column)
    assert day.stored(first.id).form.held == {}
    draft = day.stored(first.id).form.draft
    assert draft is not None
    assert draft.typed == {column: text}


def test_a_gain_no_child_has_is_asked_about_and_b_keeps_the_reason(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    weigh(day, first, 4000)
    assert "timbang ulang" in day.said(first.id)
    day.go_to(first.id, "weight_g")
    day.typed("b")
    dialog = day.dialog(ConfirmValueDialog)
    dialog.why.setText("ditimbang dua kali")
    day.press(Qt.Key.Key_Return)
    assert "timbang ulang" not in day.said(first.id)
    draft = day.stored(first.id).form.draft
    assert draft is not None
    assert list(draft.confirmed.values()) == ["ditimbang dua kali"]


def test_a_doubt_nobody_answered_is_told_before_saving(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    weigh(day, first, 4000)
    day.press(*SAVE)
    day.dialog(OpenRowsDialog).open_button.click()
    day.program.settle()
    dialog = day.dialog(OpenWarningsDialog)
    dialog.back_button.click()
    day.program.settle()
    assert day.current == (first.name, "weight_g")
    assert day.stored(first.id).form.held == {}


def test_the_position_follows_the_age_and_b_or_t_changes_it(day: PosyanduMorning) -> None:
    child = day.made.children[0]
    day.go_to(child.id, "length_mm")
    day.typed(f"{number(child.length_mm + 8, 10)}\n")
    usual = "lying" if months_old(child) < 24 else "standing"
    row = day.row(child.id)
    assert row.answers.value("measure_position") == usual
    day.go_to(child.id, "length_mm")
    day.typed("b")
    assert row.answers.value("measure_position") == "standing"
    day.typed("t")
    assert row.answers.value("measure_position") == "lying"


def test_letters_in_a_number_cell_search_a_name(day: PosyanduMorning) -> None:
    day.go_to(day.made.children[0].id, "length_mm")
    day.typed("an")
    focus = QApplication.focusWidget()
    assert isinstance(focus, DaySearch)
    assert focus.text() == "an"
    assert focus.accessibleDescription() == "1 dari 6 cocok"
    day.press(Qt.Key.Key_Down)
    day.press(Qt.Key.Key_Down)
    assert day.current[0] == day.made.children[2].name
    day.typed("\n")
    assert QApplication.focusWidget() is day.task.view
    assert day.current == (day.made.children[2].name, "length_mm")
    day.typed("7")
    assert day.task.view.editor() is not None


def test_esc_in_the_search_comes_back_to_the_table(day: PosyanduMorning) -> None:
    day.go_to(day.made.children[0].id, "weight_g")
    day.typed("zz")
    day.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is day.task.view
    assert day.task.search.text() == ""


def test_yes_and_no_answer_in_their_columns_alone(day: PosyanduMorning) -> None:
    first, second, *_ = day.made.children
    day.go_to(first.id, "counselling_mother")
    day.typed("yt")
    assert day.row(first.id).answers.value("counselling_mother") is True
    assert day.row(second.id).answers.value("counselling_mother") is False
    day.go_to(first.id, "counselling_mother")
    day.press(Qt.Key.Key_Delete)
    assert day.row(first.id).answers.value("counselling_mother") is None


def test_enter_in_the_doses_visits_those_who_lack_one(day: PosyanduMorning) -> None:
    one, other = day.made.lacking
    day.go_to(one.id, "DOSES")
    day.typed("y")
    assert day.current == (other.name, "DOSES")
    assert [box.day for box in day.row(one.id).boxes] == [DAY]
    day.go_to(one.id, "DOSES")
    day.typed("t")
    assert [box.day for box in day.row(one.id).boxes] == [None]
    stored = day.stored(one.id)
    assert all(each.entry.draft is None for each in stored.doses)
    assert stored.form.draft is None


def test_the_mouse_chooses_from_a_menu(day: PosyanduMorning) -> None:
    one = day.made.lacking[0]
    day.go_to(one.id, "DOSES")
    day.press(Qt.Key.Key_Space)
    menu = next(each for each in day.task.view.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == ["MR 1"]
    menu.actions()[0].trigger()
    menu.close()
    day.program.settle()
    assert [box.day for box in day.row(one.id).boxes] == [DAY]


def test_the_seldom_columns_are_a_key_away_and_say_what_their_digits_mean(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    day.go_to(first.id, "weight_g")
    day.press(Qt.Key.Key_F6)
    assert day.current[0] == first.name
    day.go_to(first.id, "illnesses")
    assert "1 " in day.task._strip._words._whole
    day.typed("13")
    assert day.row(first.id).answers.value("illnesses") == ["diarrhoea", "fever"]
    day.press(Qt.Key.Key_F6)
    assert day.current == (first.name, "weight_g")


def test_the_choices_above_say_how_many_fit(day: PosyanduMorning) -> None:
    first, second, *_ = day.made.children
    weigh(day, first)
    weigh(day, second, 4000)
    day.task._which.choose("look")
    day.program.settle()
    assert [row.form.person.full_name for row in day.task.view.people()] == [second.name]
    day.task._which.choose("open")
    day.program.settle()
    assert len(day.task.view.people()) == 4
    assert day.task._which.button("all").accessibleName() == "Semua 6"


def test_a_weight_that_fell_is_t_of_the_growth_card(day: PosyanduMorning) -> None:
    """Juknis KMS Balita 2021: flat or falling is T."""
    first = day.made.children[0]
    weigh(day, first, -200)
    assert day.row(first.id).status == "T"


def test_a_day_of_august_has_a_column_for_vitamin_a() -> None:
    from kpm_desktop.ui.pages.posyandu_day.day_columns import Kind, columns_of

    of_august = [one.kind for one in columns_of(mothers=False, day=date(2026, 8, 15))]
    assert Kind.CAPSULE in of_august
    assert Kind.CAPSULE not in [one.kind for one in columns_of(mothers=False, day=DAY)]


def test_a_list_of_round_weights_says_so(qtbot: QtBot, profile: Path) -> None:
    with open_store(profile, PASSWORD) as store:
        made = morning(store, children=12, lacking=0)
    day = PosyanduMorning(qtbot, profile, made)
    day.go_to(made.children[0].id, "weight_g")
    day.typed(
        "".join(f"{round((child.weight_g + 200) / 500) * 0.5:.1f}\n".replace(".", ",") for child in made.children)
    )
    assert day.task._rounded.text() == "12 dari 12 berat berakhir 0 atau 5: baca timbangan sampai 0,1 kg."
    day.close()


def test_a_field_begins_with_the_number_alone_and_looking_into_it_changes_nothing(
    mothers: PosyanduMorning, home: Family
) -> None:
    day, mother = mothers, home.pregnancy
    day.go_to(mother, "iron_tablets")
    day.typed("Y")
    day.go_to(mother, "anc_visits")
    day.typed("Y")
    day.go_to(mother, "systolic_mmhg")
    day.typed("120\n80\n")
    before = day.row(mother).answers.changed
    texts = {}
    for column in ("iron_tablets", "anc_visits", "systolic_mmhg", "weight_g", "counselling_sessions"):
        day.go_to(mother, column)
        day.press(Qt.Key.Key_F2)
        editor = day.task.view.editor()
        assert editor is not None
        texts[column] = editor.text()
        day.press(Qt.Key.Key_Return)
    assert list(texts.values()) == ["30", "1", "120/80", "", ""]
    assert day.row(mother).answers.changed == before
    assert day.row(mother).answers.untaken == {}


def test_a_lower_pressure_alone_stays_the_lower_one(mothers: PosyanduMorning, home: Family) -> None:
    day, answers = mothers, mothers.row(home.pregnancy).answers
    answers.set("diastolic_mmhg", 80)
    day.go_to(home.pregnancy, "systolic_mmhg")
    day.press(Qt.Key.Key_F2)
    editor = day.task.view.editor()
    assert editor is not None
    assert editor.text() == "/80"
    editor.home(False)
    day.typed("12\n")
    assert day.said(home.pregnancy).startswith("Tensi atas: Paling sedikit 60")
    day.go_to(home.pregnancy, "systolic_mmhg")
    day.press(Qt.Key.Key_F2)
    editor = day.task.view.editor()
    assert editor is not None
    editor.setCursorPosition(2)
    day.typed("0\n")
    assert (answers.value("systolic_mmhg"), answers.value("diastolic_mmhg")) == (120, 80)


def test_who_did_not_come_leaves_nothing_that_cannot_be_taken(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    day.go_to(first.id, "weight_g")
    day.typed("99\n")
    day.go_to(first.id, "weight_g")
    day.typed("-")
    assert day.row(first.id).is_absent
    assert day.row(first.id).answers.untaken == {}
    day.press(Qt.Key.Key_F2)
    day.press(Qt.Key.Key_Return)
    assert day.row(first.id).is_absent


def test_a_click_on_a_name_gives_the_keys_to_that_persons_first_cell(day: PosyanduMorning) -> None:
    third, view = day.made.children[2], day.task.view
    where = view.visualRect(day.task.model.index(day.task.model.place_of(day.row(third.id).key), 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where.center())
    assert day.current == (third.name, "weight_g")
    day.typed("9,4\n")
    assert day.row(third.id).answers.value("weight_g") == 9400


def test_a_click_elsewhere_takes_what_is_typed(day: PosyanduMorning) -> None:
    first, _, third, *_ = day.made.children
    view = day.task.view
    day.go_to(first.id, "weight_g")
    day.typed("8,6")
    where = view.visualRect(view.currentIndex().siblingAtRow(day.task.model.place_of(day.row(third.id).key)))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where.center())
    day.program.settle()
    assert view.editor() is None
    assert day.row(first.id).answers.value("weight_g") == 8600
    assert day.current == (third.name, "weight_g")
