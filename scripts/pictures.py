"""Renders every page and dialog, offscreen and in Indonesian, into `docs/panduan/`.

    python -m scripts.pictures [--out DIR] [--lang id|en] [--theme light|contrast] [--scale 1.0]

Every page of a role is rendered by itself as `kader-KEY.png` and `penyelia-KEY.png`; what needs a click or a key first
is a function in `SCENES`.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpm_desktop.commands.assign_households import assign_households
from kpm_desktop.commands.comment_list import Thread
from kpm_desktop.commands.comment_on import comment_on
from kpm_desktop.commands.correct_record import correct_record
from kpm_desktop.commands.household_view import household_view
from kpm_desktop.commands.init_profile import init_profile
from kpm_desktop.commands.invite import invite
from kpm_desktop.commands.make_receipt import make_receipt
from kpm_desktop.commands.profile_status import profile_status
from kpm_desktop.commands.register_person import register_person
from kpm_desktop.commands.target_list import target_list
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.wording import Wording
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.hand_out import HandOutDialog
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.dialogs.merge import MergeDialog
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.dialogs.server import ServerDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.entry.first_run import FirstRun
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.forms.birth_form import BirthForm
from kpm_desktop.ui.models.people_lines import PersonLine
from kpm_desktop.ui.page_list import pages_of
from kpm_desktop.ui.pages.check import CheckTask
from kpm_desktop.ui.pages.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions import DecisionsPage
from kpm_desktop.ui.pages.history import HistoryTask
from kpm_desktop.ui.pages.home import HomePage
from kpm_desktop.ui.pages.household import HouseholdTask
from kpm_desktop.ui.pages.incoming import IncomingPage
from kpm_desktop.ui.pages.invitation_rows import InvitationRow
from kpm_desktop.ui.pages.invitations import InvitationsPage
from kpm_desktop.ui.pages.people import PeoplePage
from kpm_desktop.ui.pages.send import SendPage
from kpm_desktop.ui.pages.settings import SettingsPage
from kpm_desktop.ui.pages.timeline_rows import EntryRow
from kpm_desktop.ui.pages.village_rows import LaptopRow
from kpm_desktop.ui.pages.villages import VillagesPage
from kpm_desktop.ui.pages.visit import VisitTask
from kpm_desktop.ui.pages.visits import VisitsPage
from kpm_desktop.ui.session import CADRE, SUPERVISOR
from kpm_desktop.ui.sheet_file import sheet_page
from kpm_desktop.ui.sheet_page import sheet_picture
from scripts.gallery import PASSWORD, Gallery, application, opened_gallery

#: The folder on the practice stick with the receipt the cadre opens.
RECEIPT = "tanda-terima"
ROOT = Path(__file__).resolve().parent.parent
VILLAGE, DISTRICT = "12.75.01.1001", "12.75.01"


def first_run(gallery: Gallery, invitation: Path) -> None:
    """The first run, step by step."""
    run = gallery.frame()
    assert isinstance(run, FirstRun)
    gallery.take("mulai-1-peran")
    gallery.press(Qt.Key.Key_1)
    gallery.wait(lambda: run.step == 1)
    gallery.type(run.person_step.name, "Ibu Sari")
    gallery.type(run.person_step.regions, "pahlawan binjai")
    gallery.take("mulai-2-nama-dan-desa")
    gallery.press(Qt.Key.Key_Return)
    gallery.press(Qt.Key.Key_Return)
    gallery.type(run.password_step.password.first, PASSWORD)
    gallery.type(run.password_step.password.second, PASSWORD)
    gallery.take("mulai-3-kata-sandi")
    gallery.press(Qt.Key.Key_Return)
    gallery.take("mulai-4-kode-pemulihan")
    run.code_step.kept.setChecked(True)
    run.next_button.click()
    gallery.settle()
    run.invitation_step.look_at(str(invitation))
    gallery.take("mulai-5-undangan")
    run.invitation_step.part.compare.same_button.click()
    gallery.settle()
    run.next_button.click()
    gallery.shell()


def locked(gallery: Gallery) -> None:
    """The lock screen in its states."""
    frame = gallery.frame()
    assert isinstance(frame, Unlock)
    gallery.take("buka")
    gallery.type(frame.password, "bukan ini")
    gallery.press(Qt.Key.Key_Return)
    gallery.take("buka-tidak-cocok")
    gallery.wait(lambda: frame.open_button.isEnabled())
    frame.forgot_button.click()
    gallery.take("buka-lupa-kata-sandi")
    frame.forgot_button.click()
    frame.password.clear()


def visit(gallery: Gallery) -> None:
    """A visit of a mother and her child, with a warning, the further answers and what follows on Simpan."""
    page = gallery.page("kunjungan", VisitsPage)
    home = next(line for line in page.lines if {"pregnancy", "child"} <= {row.kind for row in line.members})
    page.list.choose(home.key)
    gallery.press(Qt.Key.Key_Return)
    task = gallery.task(VisitTask)
    gallery.keys("TT2\n30\n")
    gallery.take("kunjungan-2A")
    gallery.press(Qt.Key.Key_L)
    gallery.take("kunjungan-2A-isian-lain")
    gallery.press(Qt.Key.Key_L)
    gallery.press(Qt.Key.Key_PageDown)
    row = task.cards[task.current].row_of("length_mm")
    assert row is not None
    gallery.keys("1T1Y8,1\n")
    row.setFocus()
    gallery.keys("50,1\n")
    row.setFocus()
    gallery.take("kunjungan-2B-peringatan")
    gallery.keys("B")
    gallery.take("kunjungan-sudah-benar")
    gallery.close_dialog()
    row.setFocus()
    gallery.press(Qt.Key.Key_Backspace)
    gallery.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    if isinstance(gallery.dialog(), OpenWarningsDialog):
        gallery.press(Qt.Key.Key_Return)
    gallery.take("kunjungan-tersimpan")
    gallery.close_dialog()


def came_back(gallery: Gallery) -> None:
    """A receipt with a question, tasks and other people's work; the question on Beranda and in the history."""
    page = gallery.page("kirim", SendPage)
    page.take_files(sorted((gallery.stick / RECEIPT).glob("*.kpmsync")))
    gallery.take("kader-kirim-yang-kembali")
    page.returned_button.click()
    gallery.wait(lambda: gallery.dialog() is not None)
    gallery.take("kader-yang-kembali")
    gallery.close_dialog()
    gallery.page("beranda", HomePage)
    gallery.take("kader-beranda-pertanyaan")
    assert page.returned is not None
    asked = next(one for one in page.returned.records if one.thread is not None and one.subject.person is not None)
    assert asked.thread is not None
    home = gallery.page("beranda", HomePage)
    dialog = ThreadDialog(home.context, asked.thread.id, home)
    dialog.open()
    gallery.settle()
    gallery.type(dialog.answer, "Salah tulis. Sudah saya timbang lagi dan perbaiki.")
    gallery.take("kader-pertanyaan")
    gallery.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    home.go.emit("riwayat", asked.thread.subject.person)
    gallery.take("riwayat-pertanyaan")
    gallery.press(Qt.Key.Key_Escape)


def dialogs(gallery: Gallery) -> None:
    """Help and change of password."""
    page = gallery.page("settings", SettingsPage)
    gallery.press(Qt.Key.Key_F1)
    gallery.take("bantuan")
    gallery.close_dialog()
    page.password_button.click()
    gallery.take("ganti-kata-sandi")
    gallery.close_dialog()


def register(gallery: Gallery) -> None:
    """Somebody is added; a household with everybody in it; a birth."""
    page = gallery.page("sasaran", PeoplePage)
    page.add()
    gallery.take("sasaran-tambah")
    gallery.close_dialog()
    page.filter.choose("pregnant")
    gallery.settle()
    gallery.keys("U")
    gallery.take("sasaran-rumah-tangga")
    gallery.keys("L")
    form = gallery.opened(BirthForm)
    gallery.fill(form.parts[0], delivery_date="1 des 26")
    gallery.take("sasaran-kelahiran")
    form.done(0)
    gallery.press(Qt.Key.Key_Escape)


def twins(gallery: Gallery) -> None:
    """One household entered again: what is proposed, both side by side, and the merged record."""
    if gallery.shell().frame is not None:
        gallery.task(HouseholdTask).ask_leave()
    page = gallery.page("sasaran", PeoplePage)
    page.filter.choose("all")
    gallery.settle()
    _enter_again(gallery)
    gallery.take("sasaran-mungkin-sama")
    gallery.press(Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    gallery.opened(MergeDialog)
    gallery.take("sasaran-gabungkan")
    gallery.press(Qt.Key.Key_Return)
    if gallery.dialog() is not None:
        gallery.close_dialog()
    page.list.setFocus()
    gallery.take("sasaran-digabung")
    gallery.keys("U")
    gallery.take("sasaran-gabungan")
    gallery.keys("S")
    gallery.take("sasaran-pisahkan")
    gallery.close_dialog()
    gallery.press(Qt.Key.Key_Escape)


def _enter_again(gallery: Gallery) -> None:
    """The first target once more, as another cadre would have written it down."""
    page = gallery.page("sasaran", PeoplePage)
    line = page.list.rows.rows[0]
    assert isinstance(line, PersonLine)
    context = gallery.context()
    view = household_view(context.session.store, line.household or UUID(int=0))
    person = next(each.person for each in view.members if each.person.id == line.row.person_id)
    first, *rest = person.full_name.split()
    again = {
        "full_name": " ".join((f"{first[:1]}.", *rest)),
        "sex": person.sex,
        "birth_date": person.birth_date,
        "phone": "0812 6000 1234",
    }
    register_person(context.session.store, view.household.id, again, today=context.tools.today(), sure=True)
    context.hub.announce(["person"])
    gallery.settle()


def history(gallery: Gallery) -> None:
    """The history of a child with a value two people wrote differently."""
    page = gallery.page("kunjungan", VisitsPage)
    child = next(row for line in page.lines for row in line.members if row.kind == "child" and row.last_visit)
    page.go.emit("riwayat", child.person_id)
    gallery.take("riwayat")
    gallery.press(Qt.Key.Key_Escape)


def sending(gallery: Gallery) -> None:
    """A stick that is there, and the server of an office: entered, tried, and tried again later."""
    page = gallery.page("kirim", SendPage)
    stick = gallery.stick / "KPM-SARI"
    stick.mkdir(exist_ok=True)
    page.adding.add_folder(str(stick))
    gallery.settle()
    page.targets.server_asked.emit()
    dialog = gallery.opened(ServerDialog)
    QTest.keyClicks(dialog.address, "https://awan.natar.invalid/remote.php/dav/files/kader/kpm/")
    QTest.keyClicks(dialog.user, "kader")
    QTest.keyClicks(dialog.password, "kata-sandi-server")
    dialog.try_button.click()
    gallery.take("kirim-server")
    dialog.anyway_button.click()
    gallery.settle()
    assert page.seen is not None
    page.send_to([place.target for place in page.seen.places])
    gallery.settle()
    gallery.take("kirim-tempat")


def check(gallery: Gallery) -> None:
    """What a cadre should look at again."""
    gallery.page("beranda", HomePage).go.emit("periksa", None)
    gallery.task(CheckTask)
    gallery.take("kader-periksa")
    gallery.press(Qt.Key.Key_Escape)


def incoming(gallery: Gallery) -> None:
    """A bundle that was left on the stick comes in."""
    page = gallery.page("masuk", IncomingPage)
    page.open_files(sorted(gallery.stick.glob("*.kpmsync")))
    gallery.take("penyelia-masuk-dibuka")


def conflict(gallery: Gallery) -> None:
    """Two people wrote different values."""
    gallery.page("keputusan", DecisionsPage)
    gallery.press(Qt.Key.Key_Return)
    gallery.take("penyelia-dua-isian")
    gallery.press(Qt.Key.Key_1)
    gallery.take("penyelia-dua-isian-dipilih")
    gallery.close_dialog()


def questions(gallery: Gallery) -> None:
    """Somebody asks about a row, and the questions that are not settled."""
    page = gallery.page("keputusan", DecisionsPage)
    person = next(
        row.what.subject.person
        for row in page.list.rows.rows
        if isinstance(row, DecisionRow) and isinstance(row.what, Thread) and row.what.subject.person is not None
    )
    page.go.emit("riwayat", person)
    task = gallery.task(HistoryTask)
    visited = next(row for row in task.list.rows.rows if isinstance(row, EntryRow) and row.entry.kind == "child_visit")
    task.list.choose(visited.key)
    gallery.keys("T")
    gallery.take("penyelia-tanyakan")
    gallery.close_dialog()
    gallery.press(Qt.Key.Key_Escape)
    page = gallery.page("keputusan", DecisionsPage)
    page.list.choose(page.list.rows.rows[-1].key)
    gallery.take("penyelia-pertanyaan")


def hand_out(gallery: Gallery) -> None:
    """Households are given to a cadre."""
    page = gallery.page("desa", VillagesPage)
    page.tasks_button.click()
    gallery.wait(lambda: gallery.dialog() is not None)
    dialog = gallery.opened(HandOutDialog)
    gallery.settle()
    for _ in range(2):
        gallery.press(Qt.Key.Key_Space)
        gallery.press(Qt.Key.Key_Down)
    assert dialog.marked()
    gallery.take("penyelia-serahkan")
    gallery.close_dialog()


def invitation_dialog(gallery: Gallery) -> None:
    """Somebody is invited; a laptop waits for its six words."""
    page = gallery.page("undangan", InvitationsPage)
    page.arrive("new")
    gallery.take("penyelia-mengundang")
    gallery.close_dialog()
    waiting = next(row for row in page.list.rows.rows if isinstance(row, InvitationRow) and row.device)
    page.list.choose(waiting.key)
    gallery.press(Qt.Key.Key_Return)
    gallery.take("penyelia-laptop-menunggu")
    gallery.close_dialog()


def revoked(gallery: Gallery) -> None:
    """A laptop is revoked, goes on sending, and its work is released."""
    page = gallery.page("desa", VillagesPage)
    row = next(row for row in page.list.rows.rows if isinstance(row, LaptopRow) and row.laptop.last_number)
    page.list.choose(row.key)
    gallery.press(Qt.Key.Key_Return)
    gallery.take("penyelia-laptop-diterima")
    dialog = gallery.opened(LaptopDialog)
    assert dialog.action_button is not None
    dialog.action_button.click()
    gallery.settle()
    gallery.take("penyelia-laptop-cabut")
    for asked in gallery.window.findChildren(ConfirmDialog):
        asked.confirm_button.click()
    gallery.settle()
    page.list.choose(row.key)
    gallery.press(Qt.Key.Key_Return)
    gallery.take("penyelia-laptop-dicabut")
    gallery.close_dialog()


def recovery(gallery: Gallery, sheet: Sheet) -> None:
    """A new supervisor's laptop takes a programme over with its sheet."""
    gallery.page("undangan", InvitationsPage).recover_button.click()
    dialog = gallery.opened(KeySheetDialog)
    rows = {f"{part}{no}": row for part in "AB" for no, row in enumerate(sheet.rows(part), start=1)}
    rows["B3"] = rows["B3"].replace(rows["B3"][0], "7" if rows["B3"][0] != "7" else "8")
    del rows["B4"]
    dialog.rows.show_rows(rows)
    gallery.settle()
    gallery.take("penyelia-pulihkan")
    gallery.close_dialog()


#: Role, name of the pictures, practice profile, and the day: at a month's end its work is done, then a new one begins.
PRACTICE = (
    (CADRE, "kader", "kader-1", date(2026, 12, 2)),
    (SUPERVISOR, "penyelia", "penyelia", date(2026, 11, 30)),
)
#: What is rendered beside the pages of an unlocked profile.
SCENES: dict[str, tuple[Callable[[Gallery], None], ...]] = {
    CADRE: (came_back, visit, register, twins, history, check, sending, dialogs),
    SUPERVISOR: (incoming, questions, conflict, hand_out, invitation_dialog, revoked),
}


def every_page(gallery: Gallery, role: str, name: str) -> None:
    """All pages of a role."""
    shell = gallery.shell()
    for spec in pages_of(role):
        shell.show_page(spec.key)
        gallery.take(f"{name}-{spec.key}")


def new_laptop(place: Path) -> tuple[Path, Sheet]:
    """An invitation for a laptop that is set up in the pictures, and the sheet of its programme."""
    made = init_profile(
        place / "penyelia-lain", role=SUPERVISOR, name="Pak Budi", villages=[DISTRICT], password=PASSWORD
    )
    sheet: list[Sheet] = []
    with made.store as store:
        invite(store, place / "undangan", villages=[VILLAGE], person="Ibu Sari", keep_sheet=sheet.append)
    return place / "undangan", sheet[0]


def write_receipt(practice: Path) -> None:
    """The supervisor asks about a weight, corrects a name, hands two households over and makes a receipt."""
    day = date(2026, 11, 30)
    with open_store(practice / "kader-1", PASSWORD) as cadre:
        device = str(profile_status(cadre)["device"])
        found = target_list(cadre, "2026-11", today=day)
    with open_store(practice / "penyelia", PASSWORD) as store:
        mine = found.mine or frozenset()
        others = [home.id for home in found.households if home.id not in mine and home.is_active]
        assign_households(store, others[:2], found_name(practice), today=day)
        child = next(row for row in found.rows if row.kind == "child" and row.visited_on and row.household_id in mine)
        visited = derived_id("child_visit", {"person_id": child.id, "month": "2026-11"})
        assert visited is not None
        asked = "Beratnya jauh berbeda dari bulan lalu. Mohon ditimbang lagi."
        comment_on(store, "child_visit", visited, asked, field="weight_g", today=day)
        correct_record(store, "person", child.person_id, {"guardian_name": "Bu Lurah"}, today=day, sure=True)
        make_receipt(store, device, FolderRoute(practice / "stik" / RECEIPT))


def found_name(practice: Path) -> str:
    """The cadre of the pictures."""
    with open_store(practice / "kader-1", PASSWORD) as cadre:
        return str(profile_status(cadre)["name"])


def render(out: Path, choice: argparse.Namespace) -> None:
    """All pictures."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        invitation, sheet = new_laptop(place)
        sheet_picture(sheet_page(sheet, Wording(choice.lang))).scaledToWidth(
            800, Qt.TransformationMode.SmoothTransformation
        ).save(str(out / "lembar-kunci.png"))
        with opened_gallery(app, place / "baru", out, choice) as gallery:
            first_run(gallery, invitation)
        init_profile(
            place / "pulih", role=SUPERVISOR, name="Pak Baru", villages=[DISTRICT], password=PASSWORD
        ).store.close()
        with opened_gallery(app, place / "pulih", out, choice) as gallery:
            gallery.unlock()
            recovery(gallery, sheet)
        practice = place / "latihan"
        make_demo(practice, Wish(villages=3, households=45, until="2026-11", seed=7), PASSWORD)
        write_receipt(practice)
        for role, name, profile, today in PRACTICE:
            with opened_gallery(app, practice / profile, out, choice, today=today) as gallery:
                gallery.stick = practice / "stik"
                if role == CADRE:
                    locked(gallery)
                gallery.unlock()
                every_page(gallery, role, name)
                for scene in SCENES[role]:
                    scene(gallery)


def main(argv: Sequence[str] | None = None) -> int:
    """Renders everything."""
    parser = argparse.ArgumentParser(description="Pictures of every page and dialog.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "panduan", metavar="DIR")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--theme", choices=("light", "contrast"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    choice = parser.parse_args(argv)
    choice.out.mkdir(parents=True, exist_ok=True)
    render(choice.out, choice)
    return 0


if __name__ == "__main__":
    sys.exit(main())
