"""Danger as it is typed: what to do stands beside it, F8 refers, and A says why nobody is referred."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kpm_desktop.commands.due.month_due import month_due
from kpm_desktop.commands.registers.register_list import register_list
from kpm_desktop.domain.registers.referral import REFERRALS
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.dialogs.print_preview import PrintPreview
from kpm_desktop.ui.registers.register_form import RegisterForm
from tests.support.family import TODAY
from tests.ui.visiting import SAVE, Visiting


def type_pressure(visiting: Visiting, high: str, low: str) -> None:
    for field, text in (("systolic_mmhg", high), ("diastolic_mmhg", low)):
        row = visiting.task.cards[0].row_of(field)
        assert row is not None
        visiting.task.moving.go_to(row)
        visiting.number(text)
        visiting.keyed("\n")


def is_referring(visiting: Visiting) -> bool:
    side = visiting.task._side
    return side.currentWidget() is side.refer


def said(visiting: Visiting) -> list[str]:
    return [one.text() for one in visiting.task._side.refer.findChildren(QLabel) if not one.isHidden()]


def what_is_due(visiting: Visiting) -> list[tuple[str, tuple[str, object] | None]]:
    store = visiting.task.context.session.store
    (village,) = month_due(store, on=TODAY)
    return [(one.what, one.record) for one in village.rows if one.what == "referral"]


def test_from_140_over_90_on_the_side_says_what_to_do_and_why(visiting: Visiting) -> None:
    """140/90 mmHg: Buku KIA 2023, PNPK Preeklamsia 2016."""
    type_pressure(visiting, "139", "89")
    assert not is_referring(visiting)
    type_pressure(visiting, "180", "120")
    assert is_referring(visiting)
    assert "Rujuk sekarang" in said(visiting)
    assert "Hubungi bidan atau Puskesmas sekarang." in said(visiting)
    assert "Tensi 180 mmHg, batasnya 140: tekanan darah tinggi" in said(visiting)
    assert "Buku KIA 2023, PNPK Preeklamsia 2016 · belum dipastikan" in said(visiting)
    assert sum("tekanan darah tinggi" in one for one in said(visiting)) == 1  # both pressures are one risk
    type_pressure(visiting, "120", "80")
    assert not is_referring(visiting)


def test_f8_is_filled_in_saved_and_printed_and_comes_back_in_tugas(visiting: Visiting) -> None:
    type_pressure(visiting, "180", "120")
    visiting.program.press(Qt.Key.Key_F8)
    form = visiting.dialog(RegisterForm)
    assert isinstance(form, RegisterForm)
    values = form.asked.values()
    assert values["reason"] == "danger_sign"
    assert values["due_date"] == date(2026, 11, 20)
    assert "Tensi 180 mmHg" in values["note"]
    visiting.keyed("RSUD Harapan")
    visiting.program.press(*SAVE)
    visiting.program.settle()
    preview = visiting.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    assert preview._laid is not None
    assert preview._laid.page.right == "SEGERA"
    assert len(preview._laid.sheets) == 1
    preview.reject()
    (line,) = register_list(visiting.task.context.session.store, REFERRALS)
    assert line.values["referred_to"] == "RSUD Harapan"
    assert ("referral", ("referral", line.id)) in what_is_due(visiting)


def test_why_nobody_is_referred_is_kept_and_asked_no_more_until_the_value_changes(visiting: Visiting) -> None:
    type_pressure(visiting, "180", "120")
    visiting.keyed("A")
    dialog = visiting.dialog(ConfirmValueDialog)
    assert isinstance(dialog, ConfirmValueDialog)
    visiting.program.press(Qt.Key.Key_Return)  # without a reason it stays
    assert dialog.isVisible()
    visiting.program.write("sudah di Puskesmas")
    visiting.program.press(Qt.Key.Key_Return)
    assert not is_referring(visiting)
    visiting.save_all_the_same()
    visiting.program.settle()
    assert what_is_due(visiting) == []


def test_another_value_asks_again(visiting: Visiting) -> None:
    type_pressure(visiting, "180", "120")
    answers = visiting.task.cards[0].answers
    for one in answers.judged.urgent():
        answers.acknowledge(one, "sudah di Puskesmas")
    assert answers.judged.urgent() == []
    type_pressure(visiting, "190", "120")
    assert is_referring(visiting)


def test_without_room_for_the_side_it_stands_above_the_questions(visiting: Visiting) -> None:
    type_pressure(visiting, "180", "120")
    assert visiting.task.refer_call.sentence() == ""
    visiting.program.window.resize(1024, 600)
    visiting.program.settle()
    assert visiting.task._side.isHidden()
    assert "Tensi 180 mmHg, batasnya 140: tekanan darah tinggi" in visiting.task.refer_call.sentence()
    type_pressure(visiting, "120", "80")
    assert visiting.task.refer_call.sentence() == ""
