"""A cadre's scenes: what needs a click or a key before it can be seen."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.households.register_person import register_person
from kpm_desktop.commands.profile.users import remove_user
from kpm_desktop.commands.records.begun_forms import begun_forms, drop_form
from kpm_desktop.db import vault
from kpm_desktop.ui.dialogs.merge import MergeDialog
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.dialogs.print_preview import PrintPreview
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.check import CheckTask
from kpm_desktop.ui.pages.due.due import LATE, DuePage
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.pages.people.begun_dialog import BegunDialog
from kpm_desktop.ui.pages.people.birth_form import BirthForm
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.people.people_lines import PersonLine
from kpm_desktop.ui.pages.people.person_form import PersonForm
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.pages.settings.ask_password import AskPassword
from kpm_desktop.ui.pages.settings.keys import KeysDialog
from kpm_desktop.ui.pages.settings.settings import SettingsPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.pages.visit.visits import VisitsPage
from kpm_desktop.ui.registers.household_lines import HouseholdLine
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.remotes.server import ServerDialog
from kpm_desktop.ui.window.navigation_buttons import NavigationButton
from scripts.gallery import PASSWORD, Gallery

#: The folder on the practice stick with the receipt the cadre opens.
RECEIPT = "tanda-terima"


def came_back(gallery: Gallery) -> None:
    """A receipt with a question, tasks and other people's work; the question on Beranda and in the history."""
    page = gallery.page("kirim", SendPage)
    page.take_files(sorted((gallery.stick / RECEIPT).glob("*.kpmsync")))
    gallery.take("kader-kirim-yang-kembali")
    page.returned.button.click()
    gallery.wait(lambda: gallery.dialog() is not None)
    gallery.take("kader-yang-kembali")
    gallery.close_dialog()
    gallery.page("beranda", HomePage)
    gallery.take("kader-beranda-pertanyaan")
    assert page.returned.found is not None
    asked = next(
        one for one in page.returned.found.records if one.thread is not None and one.subject.person is not None
    )
    assert asked.thread is not None and asked.subject.person is not None
    home = gallery.page("beranda", HomePage)
    dialog = ThreadDialog(home.context, Ref(asked.region, "comment", asked.thread.id), home)
    dialog.open()
    gallery.settle()
    gallery.type(dialog.answer, "Salah tulis. Sudah saya timbang lagi dan perbaiki.")
    gallery.take("kader-pertanyaan")
    gallery.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    home.go.emit("riwayat", Ref(asked.region, "person", asked.subject.person))
    gallery.take("riwayat-pertanyaan")
    gallery.press(Qt.Key.Key_Escape)


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
    _urgent_and_refused(gallery, task)
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
    asked = gallery.dialog()
    if isinstance(asked, OpenWarningsDialog):
        asked.save_button.click()
        gallery.settle()
    gallery.take("kunjungan-tersimpan")
    gallery.close_dialog()


def _urgent_and_refused(gallery: Gallery, task: VisitTask) -> None:
    """A danger sign, a thin arm and a number nobody understands; all of it is taken back."""
    names = ("danger_signs", "muac_mm", "hemoglobin_g_l")
    signs, arm, blood = (task.cards[task.current].row_of(name) for name in names)
    assert signs is not None and arm is not None and blood is not None
    for row, typed in ((arm, "22,5\n"), (blood, "1e5\n")):
        row.setFocus()
        gallery.keys(typed)
    signs.setFocus()
    gallery.keys("2")
    gallery.take("kunjungan-tanda-bahaya")
    gallery.press(Qt.Key.Key_F8)
    gallery.take("kunjungan-rujukan")
    form = gallery.dialog()
    assert isinstance(form, RegisterForm)
    form.save()
    gallery.settle()
    gallery.take("kunjungan-surat-rujukan")
    gallery.close_dialog()
    for row in (signs, arm, blood):
        row.setFocus()
        gallery.press(Qt.Key.Key_Backspace)


def due(gallery: Gallery) -> None:
    """Tugas, what of it is late, and the list to walk by."""
    page = gallery.page("tugas", DuePage)
    for _ in range(3):
        gallery.press(Qt.Key.Key_Down)
    gallery.take("tugas-bulan-ini")
    page.arrive(LATE)
    gallery.settle()
    gallery.take("tugas-terlambat")
    page.print_button.click()
    preview = gallery.opened(PrintPreview)
    gallery.wait(lambda: preview.print_button.isEnabled())
    gallery.take("tugas-daftar-jalan")
    gallery.close_dialog()


def another_month(gallery: Gallery) -> None:
    """Kunjungan of the month before, which says so."""
    page = gallery.page("kunjungan", VisitsPage)
    gallery.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    page.filter.choose("all")
    gallery.take("kunjungan-bulan-lain")
    page.arrive(None)
    gallery.settle()


def search(gallery: Gallery) -> None:
    """The navigation walked through by Tab; Cari with a name, over the page it was found from, and what was opened."""
    page = gallery.page("beranda", HomePage)
    control = Qt.KeyboardModifier.ControlModifier
    row = page.list.rows.rows[1]
    assert isinstance(row, HouseholdLine)
    gallery.shell().findChildren(NavigationButton)[2].setFocus()
    gallery.take("kader-navigasi")
    gallery.press(Qt.Key.Key_K, control)
    gallery.keys(" ".join(row.members[0].name.lower().split()[:2]))
    gallery.take("kader-cari")
    gallery.press(Qt.Key.Key_Return)
    gallery.task(HistoryTask)
    gallery.press(Qt.Key.Key_Escape)
    gallery.press(Qt.Key.Key_K, control)
    gallery.take("kader-cari-terakhir")
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


def keys(gallery: Gallery) -> None:
    """Who can open the profile, with a second user; a new recovery code that is given up; what a new key means."""
    store = gallery.context().session.store
    held = vault.read_keys(store.folder)
    both = vault.with_password(held, "Ibu Wati", PASSWORD, vault.unlock(held, PASSWORD).data_key)
    vault.write_keys(store.folder, both, lambda made: vault.unlock(made, PASSWORD, "Ibu Wati"))
    page = gallery.page("settings", SettingsPage)
    page.keys_button.click()
    gallery.take("kunci-siapa")
    dialog = gallery.opened(KeysDialog)
    dialog.rekey_button.click()
    gallery.take("kunci-ulang")
    gallery.close_dialog()
    dialog.renew_button.click()
    gallery.settle()
    gallery.type(gallery.opened(AskPassword).password, PASSWORD)
    gallery.press(Qt.Key.Key_Return)
    gallery.take("kunci-kode-baru")
    gallery.close_dialog()
    gallery.close_dialog()
    remove_user(store, "Ibu Wati", PASSWORD)


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


def half_done(gallery: Gallery) -> None:
    """Forms somebody went away from: the birth of before, a correction, a household; all dropped again."""
    page = gallery.page("sasaran", PeoplePage)
    page.filter.choose("child")
    gallery.settle()
    line = page.chosen()
    assert isinstance(line, PersonLine)
    assert line.home is not None
    page.open_household(line.home, line.row.person_id)
    gallery.settle()
    gallery.task(HouseholdTask).act("change")
    gallery.settle()
    gallery.fill(gallery.opened(PersonForm).parts[0], phone="0812 6000 99", kia_number="12-2026")
    gallery.close_dialog()
    gallery.take("sasaran-rumah-tangga-draf")
    gallery.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    gallery.opened(PersonForm)
    gallery.take("sasaran-betulkan-draf")
    gallery.close_dialog()
    gallery.press(Qt.Key.Key_Escape)
    page.go.emit("riwayat", line.ref)
    gallery.take("riwayat-draf")
    gallery.press(Qt.Key.Key_Escape)
    page = gallery.page("sasaran", PeoplePage)
    page.add_home_button.click()
    gallery.settle()
    gallery.fill(gallery.opened(NewHouseholdForm).parts[0], head_name="Pak Amir")
    gallery.close_dialog()
    gallery.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    gallery.opened(BegunDialog)
    gallery.take("sasaran-belum-selesai")
    gallery.close_dialog()
    page.add_home_button.click()
    gallery.settle()
    gallery.opened(NewHouseholdForm)
    gallery.take("sasaran-rumah-tangga-baru-draf")
    gallery.close_dialog()
    store = gallery.context().session.store
    for begun in begun_forms(store):
        drop_form(store, begun.record)
    gallery.context().hub.announce([DRAFTS])
    page.banner.clear()
    page.filter.choose("all")
    page.list.choose("")
    gallery.settle()


def duplicates(gallery: Gallery) -> None:
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
    page.go.emit("riwayat", Ref(child.region, "person", child.person_id))
    gallery.take("riwayat")
    gallery.press(Qt.Key.Key_Escape)


def check(gallery: Gallery) -> None:
    """What a cadre should look at again."""
    gallery.page("beranda", HomePage).go.emit("periksa", None)
    gallery.task(CheckTask)
    gallery.take("kader-periksa")
    gallery.press(Qt.Key.Key_Escape)


def sending(gallery: Gallery) -> None:
    """A stick that is there, and the server of an office: entered, tried, and tried again later."""
    page = gallery.page("kirim", SendPage)
    stick = gallery.stick / "KPM-SARI"
    stick.mkdir(exist_ok=True)
    page.adding.add_folder(str(stick))
    gallery.settle()
    page.remotes.server_asked.emit()
    dialog = gallery.opened(ServerDialog)
    QTest.keyClicks(dialog.address, "https://awan.natar.invalid/remote.php/dav/files/kader/kpm/")
    QTest.keyClicks(dialog.user, "kader")
    QTest.keyClicks(dialog.password, "kata-sandi-server")
    dialog.try_button.click()
    gallery.take("kirim-server")
    dialog.anyway_button.click()
    gallery.settle()
    assert page.seen is not None
    page.send_to([place.remote for place in page.seen.places])
    gallery.settle()
    gallery.take("kirim-tempat")


#: In the order in which they are taken.
SCENES: tuple[Callable[[Gallery], None], ...] = (
    came_back,
    visit,
    due,
    another_month,
    register,
    half_done,
    duplicates,
    history,
    check,
    sending,
    search,
    dialogs,
    keys,
)
