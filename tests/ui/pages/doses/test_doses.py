"""Imunisasi through the real window: a whole book by keyboard, the same date again, doubts, what is taken away."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.immunization.dose_entries import KIND
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.pages.doses.removed_dose import RemovedDoseDialog
from tests.support.family import TODAY, Family
from tests.support.profiles import PASSWORD
from tests.ui.dosing import Dosing

#: Twenty doses on seven dates: four digits a date, S for each further dose, one Enter after the date that stands alone,
#: Ctrl+S.
WHOLE_BOOK_KEYS = 7 * 4 + 13 + 1 + 1
BORN = date(2025, 1, 2)
BOOK = {
    "HB0 1": "2025-01-02",
    **dict.fromkeys(("BCG 1", "OPV 1"), "2025-02-12"),
    **dict.fromkeys(("DPT_HB_HIB 1", "OPV 2", "PCV 1", "RV 1"), "2025-03-14"),
    **dict.fromkeys(("DPT_HB_HIB 2", "OPV 3", "PCV 2", "RV 2"), "2025-04-18"),
    **dict.fromkeys(("DPT_HB_HIB 3", "OPV 4", "IPV 1", "RV 3"), "2025-05-20"),
    **dict.fromkeys(("MR 1", "IPV 2", "PCV 3"), "2026-01-08"),
    **dict.fromkeys(("DPT_HB_HIB 4", "MR 2"), "2026-08-11"),
}


def older(profile: Path, made: Family) -> Family:
    """A child of 22 months, whose book is full."""
    with open_store(profile, PASSWORD) as store:
        save_records(store, [Edit("person", {"birth_date": BORN}, made.child)], today=TODAY, sure=True)
    return made


def give(profile: Path, made: Family, **doses: date | None) -> None:
    with open_store(profile, PASSWORD) as store:
        edits = []
        for name, day in doses.items():
            vaccine, _, number = name.rpartition("_")
            key = {"person_id": made.child, "vaccine": vaccine, "dose": int(number)}
            edits.append(Edit(KIND, {**key, "given_date": day, "source": "kia_book"}))
        save_records(store, edits, today=TODAY, sure=True)


def test_a_whole_book_is_entered_by_keyboard_in_43_keys(qtbot: QtBot, profile: Path, made: Family) -> None:
    dosing = Dosing(qtbot, profile, older(profile, made).child)
    assert dosing.current == "HB0"
    dosing.keyed("0201\n")
    for day, further in (("1202", 1), ("1403", 3), ("1804", 3), ("2005", 3), ("0801", 2), ("1108", 1)):
        dosing.keyed(day + further * "S")
    assert dosing.task._side._count.text() == "20 dari 20 dosis tercatat"
    dosing.save()
    assert dosing.keys == WHOLE_BOOK_KEYS == 43
    assert dosing.days() == BOOK
    assert not any(one.draft for one in dosing.stored().values())
    assert {one.held.source for one in dosing.stored().values() if one.held is not None} == {"kia_book"}
    assert dosing.task.banner.sentence() == "20 dosis tersimpan."
    dosing.program.close()


def test_today_the_same_and_no_date(dosing: Dosing) -> None:
    dosing.go_to("BCG", 1)
    dosing.keyed("H")
    assert (dosing.box("BCG", 1).day, dosing.current) == (TODAY, "OPV 1")
    dosing.keyed("S")
    assert dosing.box("OPV", 1).day == TODAY
    dosing.keyed("T")
    box = dosing.box("DPT_HB_HIB", 1)
    assert (box.is_given, box.day) == (True, None)
    dosing.go_to("OPV", 1)
    dosing.keyed("I")
    dosing.save()
    held = {key: one.held for key, one in dosing.stored().items() if one.held is not None}
    assert [(key, one.given_date, one.source) for key, one in held.items()] == [
        (("BCG", 1), TODAY, "kia_book"),
        (("OPV", 1), TODAY, "recall"),
        (("DPT_HB_HIB", 1), None, "kia_book"),
    ]


@pytest.mark.parametrize(
    ("vaccine", "dose", "typed", "day"),
    [
        ("BCG", 1, "0202", date(2026, 2, 2)),
        ("MR", 1, "1911", date(2026, 11, 19)),
        ("MR", 1, "05-10-26", date(2026, 10, 5)),
        ("MR", 1, "5/1/26\n", date(2026, 1, 5)),
    ],
)
def test_the_year_completes_itself_and_can_be_typed(
    dosing: Dosing, vaccine: str, dose: int, typed: str, day: date
) -> None:
    dosing.go_to(vaccine, dose)
    dosing.keyed(typed)
    dosing.task.entering.take_typed()
    assert dosing.box(vaccine, dose).day == day


def test_of_two_years_the_one_that_fits_the_dose_is_meant(qtbot: QtBot, profile: Path, made: Family) -> None:
    dosing = Dosing(qtbot, profile, older(profile, made).child)
    dosing.keyed("0201\n1202")
    assert dosing.box("BCG", 1).day == date(2025, 2, 12)
    assert dosing.cell("BCG", 1).field.text() == "12-02-2025"
    dosing.go_to("MR", 2)
    dosing.keyed("1202")
    assert dosing.box("MR", 2).day == date(2026, 2, 12)
    dosing.program.close()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31-12-2025\n", ("31-12-2025", "sebelum tanggal lahir", "2 Jan 2026")),
        ("2011\n", ("20-11-2026", "belum terjadi", "19 Nov 2026")),
        ("3102\n", ("31-02", "tidak ada di kalender", "Periksa lagi")),
        ("3\n", ("“3”", "bukan tanggal", "19-11")),
    ],
)
def test_what_cannot_be_is_refused_naming_dose_value_and_limit(
    dosing: Dosing, typed: str, told: tuple[str, str, str]
) -> None:
    dosing.go_to("MR", 1)
    dosing.keyed(typed)
    dosing.save()
    sentence = dosing.task.banner.sentence()
    assert all(part in sentence for part in ("MR 1", "tidak ada yang hilang", *told)), sentence
    assert (dosing.current, dosing.days()) == ("MR 1", {})
    dosing.keyed("0510")
    dosing.save()
    assert dosing.days() == {"MR 1": "2026-10-05"}


def test_what_is_pasted_and_is_no_day_is_refused(dosing: Dosing) -> None:
    dosing.go_to("MR", 1)
    QGuiApplication.clipboard().setText("belum tahu")
    dosing.program.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dosing.save()
    assert "belum tahu" in dosing.task.banner.sentence()
    QGuiApplication.clipboard().setText("5 okt 2026")
    dosing.program.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dosing.box("MR", 1).day == date(2026, 10, 5)


def test_enter_comes_by_what_is_empty_and_arrows_by_everything(dosing: Dosing) -> None:
    dosing.go_to("DPT_HB_HIB", 3)
    dosing.keyed("\n")
    assert dosing.current == "OPV 4"
    for key, name in (
        (Qt.Key.Key_Down, "IPV 2"),
        (Qt.Key.Key_Down, "PCV 3"),
        (Qt.Key.Key_Right, "DPT-HB-Hib 4"),
        (Qt.Key.Key_Up, "PCV 3"),
        (Qt.Key.Key_Up, "MR 1"),
        (Qt.Key.Key_Left, "RV 3"),
    ):
        dosing.program.press(key)
        assert dosing.current == name
    dosing.go_to("IPV", 2)
    dosing.keyed("\n")
    assert dosing.task.save_button.hasFocus(), "what is not of age yet is left out"


def test_a_dose_that_is_given_no_longer_is_left_out_unless_its_days_are_copied(
    qtbot: QtBot, profile: Path, made: Family
) -> None:
    give(profile, made, OPV_4=date(2026, 5, 16))
    dosing = Dosing(qtbot, profile, made.child)
    dosing.go_to("IPV", 1)
    dosing.keyed("\n")
    assert dosing.current == "MR 1", "RV 3 is for nobody of ten months"
    dosing.go_to("IPV", 1)
    dosing.keyed("1811SS")
    assert (dosing.box("RV", 3).is_given, dosing.box("MR", 1).day) == (False, date(2026, 11, 18))
    dosing.go_to("PCV", 2)
    dosing.keyed("1804S")
    assert dosing.box("RV", 2).day == date(2026, 4, 18)
    dosing.program.close()


def test_a_doubt_is_told_asks_before_saving_and_is_believed_with_its_reason(
    qtbot: QtBot, profile: Path, made: Family
) -> None:
    give(profile, made, DPT_HB_HIB_1=date(2026, 3, 14), DPT_HB_HIB_2=date(2026, 4, 18))
    dosing = Dosing(qtbot, profile, made.child)
    dosing.go_to("DPT_HB_HIB", 3)
    dosing.keyed("1005\n")
    doubt = dosing.task._side.doubt
    assert doubt.isVisible()
    assert (doubt.title.text(), "22 hari" in doubt.sentence.text()) == ("DPT-HB-Hib 3: cek tanggal", True)
    assert "Bisa sejak 16 Mei" in doubt.sentence.text()
    dosing.save()
    asked = dosing.dialog(OpenWarningsDialog)
    assert isinstance(asked, OpenWarningsDialog)
    asked.back_button.click()
    dosing.program.settle()
    assert (dosing.current, len(dosing.days())) == ("DPT-HB-Hib 3", 2)
    dosing.keyed("B")
    dialog = dosing.dialog(ConfirmValueDialog)
    assert isinstance(dialog, ConfirmValueDialog)
    dialog.why.setText("tertulis begitu di buku")
    dosing.program.press(Qt.Key.Key_Return)
    assert doubt.isHidden()
    dosing.save()
    assert dosing.days()["DPT_HB_HIB 3"] == "2026-05-10"
    assert dosing.stored()["DPT_HB_HIB", 3].confirmed == {"too_soon"}
    dosing.open()
    assert dosing.task._side.doubt.isHidden(), "nobody is asked again"
    dosing.program.close()


@pytest.mark.parametrize(("button", "left"), [("undated", "None"), ("error", None), ("", "2026-10-05")])
def test_a_recorded_date_that_is_taken_away_is_asked_about(
    qtbot: QtBot, profile: Path, made: Family, button: str, left: str | None
) -> None:
    give(profile, made, MR_1=date(2026, 10, 5))
    dosing = Dosing(qtbot, profile, made.child)
    dosing.go_to("MR", 1)
    dosing.program.press(Qt.Key.Key_Delete)
    dialog = dosing.dialog(RemovedDoseDialog)
    assert isinstance(dialog, RemovedDoseDialog)
    if button:
        (dialog.undated_button if button == "undated" else dialog.error_button).click()
    else:
        dosing.program.press(Qt.Key.Key_Return)
    dosing.program.settle()
    dosing.save()
    assert dosing.days().get("MR 1") == left
    dosing.program.close()


def test_del_takes_back_what_is_entered_here_first(qtbot: QtBot, profile: Path, made: Family) -> None:
    give(profile, made, MR_1=date(2026, 10, 5))
    dosing = Dosing(qtbot, profile, made.child)
    for name, was in (("MR", date(2026, 10, 5)), ("IPV", None)):
        dosing.go_to(name, 1)
        dosing.keyed("1211")
        dosing.program.press(Qt.Key.Key_Delete)
        assert dosing.box(name, 1).day == was
        assert dosing.stored()[name, 1].draft is None
    dosing.program.close()


def test_the_quarter_says_what_is_missing_while_it_is_typed(qtbot: QtBot, profile: Path, made: Family) -> None:
    days = {name.replace(" ", "_"): date.fromisoformat(day).replace(year=2026) for name, day in BOOK.items()}
    lacking = ("IPV_1", "MR_1", "IPV_2", "PCV_3", "DPT_HB_HIB_4", "MR_2")
    give(profile, made, **{name: day for name, day in days.items() if name not in lacking})
    dosing = Dosing(qtbot, profile, made.child)
    with_a_visit_in_this_month(dosing, made)
    said = [one.text() for one in dosing.task._child._quarter.findChildren(QLabel)]
    assert {"9 dari 11 dosis", "kurang IPV 1 dan MR 1; masih bisa dikejar"} <= set(said)
    dosing.go_to("IPV", 1)
    dosing.keyed("HH")
    assert dosing.task.book is not None and dosing.task.book.cell is not None
    assert dosing.task.book.cell.value == "Y"
    dosing.program.close()


def with_a_visit_in_this_month(dosing: Dosing, made: Family) -> None:
    """So that the child is ten months old for the scorecard."""
    visit = {"person_id": made.child, "month": "2026-11", "visit_date": date(2026, 11, 12)}
    save_records(dosing.program.shell().context.session.store, [Edit("child_visit", visit)], today=TODAY, sure=True)
    dosing.task.context.hub.announce(["child_visit"])
    dosing.program.settle()
