"""Twenty laptops, one copied, one lost, one put back from an old backup, one silent for three months: the supervisor
sees on one page whom to call and why, and nobody else."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.ui.pages.villages.supervisor_home import CallRow, SupervisorHomePage
from tests.support.devices import NOON, PASSWORD, Device, Place
from tests.ui.conftest import TODAY
from tests.ui.pages.district import shown
from tests.ui.program import Program

DISTRICT = "12.75.01"
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 3, tzinfo=UTC)
MONTHS_AGO, WEEKS_AGO, LATELY = timedelta(days=95), timedelta(days=30), timedelta(days=3)


@dataclass
class Round:
    """Everybody's clock is set; then cadres write and deliver."""

    supervisor: Device
    ago: timedelta

    def of(self, cadre: Device, village: str, *, gets_receipt: bool = True) -> None:
        for device in (self.supervisor, cadre):
            device.skew = NOW - NOON - self.ago
        cadre.save(new_id(), {"village_code": village, "head_name": "Kepala"}, region=village)
        self.supervisor.take(*cadre.export())
        if gets_receipt and self.supervisor.knows(cadre.key):
            cadre.take(*self.supervisor.receipt(cadre.key))


def village(number: int) -> str:
    return f"{DISTRICT}.{1001 + number}"


@pytest.fixture
def supervisor(place: Place) -> Device:
    """What is in her laptop after three months in which all that happened."""
    rina = place.supervisor("Bu Rina", DISTRICT, skew=NOW - NOON - MONTHS_AGO)
    laptops = []
    for number in range(20):
        cadre = place.cadre(f"Ibu {number:02d}", village(number), skew=NOW - NOON - MONTHS_AGO)
        invitation = rina.invite(village(number), person=cadre.name)
        cadre.join(invitation)
        laptops.append((cadre, invitation))
        Round(rina, MONTHS_AGO).of(cadre, village(number))
    copied, lost, restored, silent = (cadre for cadre, _ in laptops[:4])
    backup = restored.backed_up()
    for number, (cadre, _) in enumerate(laptops):
        if cadre is not silent:
            Round(rina, WEEKS_AGO).of(cadre, village(number))
    second = copied.copied()
    after_theft = place.cadre("Ibu 01", village(1), skew=NOW - NOON - LATELY)
    after_theft.join(laptops[1][1])
    back = restored.restored(backup)
    for number, (cadre, _) in enumerate(laptops):
        if cadre not in (lost, restored, silent):
            Round(rina, LATELY).of(cadre, village(number))
    Round(rina, LATELY - timedelta(days=1)).of(second, village(0), gets_receipt=False)
    Round(rina, LATELY - timedelta(days=1)).of(copied, village(0), gets_receipt=False)
    Round(rina, LATELY).of(after_theft, village(1))
    Round(rina, LATELY).of(back, village(2), gets_receipt=False)
    return rina


def test_one_page_says_whom_to_call_and_why(qtbot: QtBot, supervisor: Device) -> None:
    supervisor.close()
    program = Program(qtbot, supervisor.store.folder, TODAY)
    program.unlock(PASSWORD)
    page = shown(program, "beranda", SupervisorHomePage)
    rows = [row for row in page.calls.rows.rows if isinstance(row, CallRow)]
    told = {(row.name, row.why.partition(" · ")[2]) for row in rows}
    assert told == {
        ("Ibu 00", "dua laptop berisi sama: pakai satu saja"),
        ("Ibu 01", "cocokkan delapan kata laptopnya"),
        ("Ibu 01", "minta kiriman berikutnya"),
        ("Ibu 02", "laptopnya dipulihkan dari cadangan: buat tanda terima, isinya kembali"),
        ("Ibu 03", "minta kiriman berikutnya"),
    }
    silent = next(row for row in rows if row.name == "Ibu 03")
    assert "95 hari" in silent.words
    assert rows[0].name == "Ibu 03", "the longest silent first"
    program.close()
