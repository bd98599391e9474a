"""One danger sign's way: typed by a cadre, referred, seen by the supervisor, answered, and closed at the cadre's."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.due.month_due import month_due
from kpm_desktop.commands.registers.register_list import RegisterLine, register_list
from kpm_desktop.commands.registers.register_record import save_register_record
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.registers.referral import REFERRALS
from kpm_desktop.ui.dialogs.print_preview import PrintPreview
from kpm_desktop.ui.registers.register_form import RegisterForm
from tests.support.devices import PASSWORD, VILLAGE, acquaint, quick_place, settle
from tests.support.family import TODAY, family
from tests.ui.program import Program
from tests.ui.visiting import SAVE, Visiting


def refer_in_the_window(qtbot: QtBot, store: Store) -> None:
    """A swollen, bleeding mother: signs chosen by their digits, F8, a place, saved."""
    made = family(store)
    folder = store.folder
    store.close()
    program = Program(qtbot, folder, TODAY)
    visiting = Visiting(program, made, password=PASSWORD)
    row = visiting.task.cards[0].row_of("danger_signs")
    assert row is not None
    visiting.task.moving.go_to(row)
    visiting.keyed("1")
    visiting.program.press(Qt.Key.Key_F8)
    assert isinstance(visiting.dialog(RegisterForm), RegisterForm)
    visiting.keyed("Puskesmas Harapan")
    visiting.program.press(*SAVE)
    visiting.dialog(PrintPreview).reject()
    program.close()


def referrals(store: Store) -> list[RegisterLine]:
    return register_list(store, REFERRALS)


def due_referrals(store: Store, on: date) -> list[UUID]:
    rows = (one for village in month_due(store, on=on) for one in village.rows if one.what == "referral")
    return [one.record[1] for one in rows if one.record is not None]


def test_from_the_sign_to_the_supervisor_and_back_as_closed(qtbot: QtBot) -> None:
    with quick_place() as place:
        cadre, supervisor = place.cadre("Sari"), place.supervisor("Budi")
        acquaint(cadre, supervisor, VILLAGE)
        refer_in_the_window(qtbot, cadre.store)
        cadre.store = open_store(cadre.store.folder, PASSWORD)
        (made,) = referrals(cadre.store)
        assert (made.values["reason"], made.values["referred_to"]) == ("danger_sign", "Puskesmas Harapan")
        assert due_referrals(cadre.store, TODAY) == [made.id]

        settle((cadre, supervisor))
        (arrived,) = referrals(supervisor.store)
        assert (arrived.id, arrived.values["progress"]) == (made.id, "open")
        assert due_referrals(supervisor.store, TODAY) == [made.id]
        answer = {"progress": "done", "result_date": TODAY, "result": "dirawat"}
        save_register_record(supervisor.store, "referral", made.id, answer, region=VILLAGE, today=TODAY)

        settle((cadre, supervisor))
        (closed,) = referrals(cadre.store)
        assert (closed.values["progress"], closed.values["result"]) == ("done", "dirawat")
        assert due_referrals(cadre.store, TODAY) == []
