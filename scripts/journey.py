"""The main job through the real windows, offscreen: what `make run` shows where there is no display.

    python -m scripts.journey [--out DIR]

Two people set up their laptops, the supervisor invites, the cadre enters a household, visits it, sends; the supervisor
opens the bundle, reads the scorecard and answers. Bundle, receipt, scorecard, pictures and a short account (in
Indonesian) are left in `demo-output/`. Ends with 1 when anything is not as it should be.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kpm_desktop import paths
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.scorecards.village_scorecard import village_scorecard
from kpm_desktop.commands.tables.load_folder import load_folder
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.domain.regions.region_list import name_of
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.scorecard_json import scorecard_document
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.entry.first_run import FirstRun
from kpm_desktop.ui.pages.incoming.incoming import IncomingPage
from kpm_desktop.ui.pages.invitations.invitations import InvitationsPage
from kpm_desktop.ui.pages.invitations.invite import InviteDialog
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.people.person_form import NewWomanForm
from kpm_desktop.ui.pages.scorecard.scorecard import ScorecardPage
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog
from kpm_desktop.ui.pages.visit.visits import VisitsPage
from scripts.gallery import PASSWORD, Gallery, application, opened_gallery

ROOT = Path(__file__).resolve().parent.parent
MARKER = ".kpm-demo"
#: A day on which the practice village's checklists of July to September are last quarter's.
TODAY = date(2025, 10, 20)
VILLAGE, QUARTER = "12.75.01.1001", "2025-Q3"
CADRE, SUPERVISOR, WOMAN = "Ibu Kader", "Pak Penyelia", "Dewi Lestari"


class Failed(Exception):
    """A step did not end as it should; the text says which and why."""


class Journey:
    """One run; `out` takes what it leaves, `place` what is thrown away."""

    def __init__(self, app: QApplication, out: Path, place: Path) -> None:
        self._app, self._out = app, out
        self._cadre, self._supervisor = place / "kader", place / "penyelia"
        self._invitation = place / "undangan.kpm"
        self._sheet = place / "lembar-program.txt"
        self.stick, self.receipts = out / "flashdisk", out / "tanda-terima"
        self._lines: list[str] = []
        for folder in (self.stick, self.receipts, out / "gambar"):
            folder.mkdir()

    def run(self) -> None:
        """Everything, step by step."""
        self.say("Dua laptop latihan, desa contoh, orangnya karangan. Semua lewat jendela, tanpa layar.", "")
        with self._window(self._supervisor) as window:
            self._set_up(window, SUPERVISOR, "binjai utara", Qt.Key.Key_2)
            self._invite(window)
        with self._window(self._cadre) as window:
            self._set_up(window, CADRE, "pahlawan binjai", Qt.Key.Key_1)
            self._load(window)
            self._enter(window)
            self._visit(window)
            self._send(window)
        with self._window(self._supervisor) as window:
            window.unlock()
            self._receive(window)
        with self._window(self._cadre) as window:
            window.unlock()
            self._take_receipt(window)
        (self._out / "laporan.txt").write_text("\n".join(self._lines) + "\n", encoding="utf-8")

    def say(self, *lines: str) -> None:
        """Prints lines and keeps them."""
        for line in lines:
            print(line, flush=True)
            self._lines.append(line)

    def step(self, text: str) -> None:
        """A numbered line."""
        number = sum(line[:2].strip().isdigit() for line in self._lines) + 1
        self.say(f"{number:2}. {text}")

    def _window(self, folder: Path) -> Any:
        return opened_gallery(self._app, folder, self._out / "gambar", today=TODAY)

    def _set_up(self, window: Gallery, name: str, place: str, role: Qt.Key) -> None:
        run = window.frame()
        assert isinstance(run, FirstRun)
        window.press(role)
        window.wait(lambda: run.step == 1)
        window.type(run.person_step.name, name)
        window.type(run.person_step.regions, place)
        window.press(Qt.Key.Key_Return)
        window.press(Qt.Key.Key_Return)
        window.type(run.password_step.password.first, PASSWORD)
        window.type(run.password_step.password.second, PASSWORD)
        window.press(Qt.Key.Key_Return)
        run.code_step.save_to(str(window.stick / f"kode-{name}.txt"))
        window.settle()
        run.next_button.click()
        window.settle()
        if self._invitation.exists():
            run.invitation_step.look_at(str(self._invitation))
            window.settle()
            run.invitation_step.part.compare.same_button.click()
            window.settle()
            window.take("02-undangan-diterima")
        run.next_button.click()
        window.shell()
        self.step(f"Pemakaian pertama: laptop {name} siap, dengan kata sandi dan kode pemulihan.")

    def _invite(self, window: Gallery) -> None:
        page = window.page("undangan", InvitationsPage)
        page.arrive("new")
        window.settle()
        dialog = window.opened(InviteDialog)
        dialog.name.setText(CADRE)
        for region in places((VILLAGE,)):
            dialog.regions.take(region)
        dialog.keep_sheet_at(str(self._sheet))
        window.take("01-mengundang")
        dialog.save_to(str(self._invitation))
        window.settle()
        if not self._invitation.exists():
            raise Failed("Undangan tidak tertulis.")
        self.step("Undangan: penyelia membuat berkas undangan; lembar program disimpan.")

    def _load(self, window: Gallery) -> None:
        """The months before, as if another program had held them; the window shows them at once."""
        from kpm_desktop.ui.frame.changes_hub import ALL

        context = window.context()
        account = load_folder(context.session.store, paths.resources() / "practice" / "example_village")
        context.hub.announce([ALL])
        window.settle()
        new = sum(account.new.values())
        self.step(f"Isian desa contoh Juli sampai September dimuat: {new} catatan.")

    def _enter(self, window: Gallery) -> None:
        """A household and a pregnant woman, through the forms."""
        window.page("sasaran", PeoplePage).arrive(("add", None))
        window.settle()
        window.press(Qt.Key.Key_Return)
        home = window.opened(NewHouseholdForm)
        window.fill(home.parts[0], head_name="Pak Amir", hamlet="Mawar", rt="02", rw="01")
        window.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        woman = window.opened(NewWomanForm)
        window.fill(woman.parts[0], full_name=WOMAN, birth_date="3 apr 98")
        window.fill(woman.parts[1], last_menstrual_date="1/5/25")
        window.take("03-ibu-hamil")
        window.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        window.take("04-rumah-tangga")
        window.press(Qt.Key.Key_Escape)
        self.step(f"Sasaran: rumah tangga baru dengan {WOMAN}, ibu hamil.")

    def _visit(self, window: Gallery) -> None:
        window.shell().show_page("beranda")
        window.take("05-beranda")
        page = window.page("kunjungan", VisitsPage)
        page.list.choose(next(line.key for line in page.lines if line.name == WOMAN))
        window.press(Qt.Key.Key_Return)
        task = window.task(VisitTask)
        who = ", ".join(card.answers.sheet.person.full_name for card in task.cards)
        for card in task.cards:
            for row in card.rows:
                if row.question.is_further or row.before is not None:
                    continue
                row.setFocus()
                window.keys("Y" if row.question.form.has_yes_no else "1")
                if row.box is not None and row.box.hasFocus():
                    window.keys("30\n" if row.question.field == "iron_taken" else "\n")
        window.take("06-kunjungan")
        window.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        asked = window.dialog()
        if isinstance(asked, OpenWarningsDialog):
            asked.save_button.click()
            window.settle()
        window.opened(VisitSavedDialog).reject()
        window.settle()
        if not any(line.is_visited for line in page.lines):
            raise Failed("Formulir tidak tersimpan.")
        self.step(f"Kunjungan Oktober diisi dengan keyboard dan disimpan: {who}.")

    def _send(self, window: Gallery) -> None:
        page = window.page("kirim", SendPage)
        page.adding.add_folder(str(self.stick))
        window.settle()
        window.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        window.wait(lambda: any(self.stick.glob("*.kpmsync")))
        window.take("07-kirim")
        self.step(f"Kirim: {_names(self.stick)} ditandatangani, dikunci dan ditaruh di flashdisk.")

    def _receive(self, window: Gallery) -> None:
        page = window.page("masuk", IncomingPage)
        page.open_files(sorted(self.stick.glob("*.kpmsync")))
        window.take("08-kiriman-masuk")
        rapor = window.page("rapor", ScorecardPage)
        rapor.show_village(VILLAGE)
        while str(rapor.shown.quarter) != QUARTER:
            rapor.step(-1)
        window.take("09-rapor")
        store = window.context().session.store
        self._scorecard = scorecard_document(village_scorecard(store, VILLAGE, QUARTER), Wording("id"))
        (self._out / "rapor.json").write_text(
            json.dumps(self._scorecard, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
        self._state = check_profile(store).state_hash
        place = name_of(VILLAGE) or VILLAGE
        self.step(f"Kiriman masuk: penyelia membukanya dan membaca rapor {place}, triwulan {QUARTER}.")
        page = window.page("masuk", IncomingPage)
        window.context().tools.preferences.receipt_folder = str(self.receipts)
        page.due.make_button.click()
        window.settle()
        if not any(self.receipts.glob("*.kpmsync")):
            raise Failed("Tanda terima tidak tertulis.")
        self.step(f"Tanda terima: {_names(self.receipts)}.")

    def _take_receipt(self, window: Gallery) -> None:
        page = window.page("kirim", SendPage)
        page.take_files(sorted(self.receipts.glob("*.kpmsync")))
        window.take("10-diterima")
        store = window.context().session.store
        changes = profile_status(store)["changes"]
        if changes["undelivered"]:
            raise Failed(f"Masih ada yang belum diterima penyelia: {changes}.")
        if check_profile(store).state_hash != self._state:
            raise Failed("Isi laptop kader dan penyelia tidak sama.")
        own = scorecard_document(village_scorecard(store, VILLAGE, QUARTER), Wording("id"))
        if own != self._scorecard:
            raise Failed("Rapor di laptop kader dan penyelia tidak sama.")
        self.step(f"Kader membaca tanda terima: {changes['total']} catatan, semuanya Diterima; rapor keduanya sama.")


def _names(folder: Path) -> str:
    return ", ".join(path.name for path in sorted(folder.glob("*.kpmsync")))


def prepare(out: Path) -> None:
    """An empty folder for the output. Takes away an earlier one only when it carries our marker."""
    if out.is_symlink() or (out.exists() and not (out / MARKER).is_file()):
        raise Failed(f"{out}: sudah ada dan bukan hasil latihan ini. Pindahkan dulu; tidak ada yang dihapus.")
    if out.exists():
        shutil.rmtree(out)
    out.mkdir()
    (out / MARKER).write_text("scripts/journey.py makes this folder anew each time.\n", encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs everything; 0 when it all went well."""
    parser = argparse.ArgumentParser(description="The main job through the windows, without a screen.")
    parser.add_argument("--out", type=Path, default=ROOT / "demo-output", metavar="DIR")
    out: Path = parser.parse_args(argv).out.absolute()
    try:
        prepare(out)
        with tempfile.TemporaryDirectory() as place:
            Journey(application(), out, Path(place)).run()
    except (Failed, OSError) as failure:
        print(f"\nLatihan ini tidak selesai.\n{failure}", file=sys.stderr)
        return 1
    print(f"\nHasilnya ada di {out}: flashdisk/, tanda-terima/, rapor.json, laporan.txt, gambar/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
