"""A supervisor's scenes: what needs a click or a key before it can be seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.households.register_person import register_person
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.supervision.decision_list import Dispute
from kpm_desktop.ui.dialogs.across import AcrossDialog
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.history.timeline_rows import EntryRow
from kpm_desktop.ui.pages.incoming.incoming import IncomingPage
from kpm_desktop.ui.pages.invitations.invitation_rows import InvitationRow
from kpm_desktop.ui.pages.invitations.invitations import InvitationsPage
from kpm_desktop.ui.pages.scorecard.scorecard import ScorecardPage
from kpm_desktop.ui.pages.scorecard.scorecard_numbers import ALL_SERVED
from kpm_desktop.ui.pages.scorecard.scorecard_shown import EVERY
from kpm_desktop.ui.pages.villages.hand_out import HandOutDialog
from kpm_desktop.ui.pages.villages.supervisor_home import SupervisorHomePage
from kpm_desktop.ui.pages.villages.village_rows import LaptopRow
from kpm_desktop.ui.pages.villages.villages import VillagesPage
from scripts.gallery import Gallery


def incoming(gallery: Gallery) -> None:
    """A bundle that was left on the stick comes in."""
    page = gallery.page("masuk", IncomingPage)
    page.open_files(sorted(gallery.stick.glob("*.kpmsync")))
    gallery.take("penyelia-masuk-dibuka")


def questions(gallery: Gallery) -> None:
    """Somebody asks about a row, and the questions that are not settled."""
    page = gallery.page("keputusan", DecisionsPage)
    person = next(
        Ref(row.what.region, "person", row.what.subject.person)
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


def two_villages(gallery: Gallery) -> None:
    """A child of one village was written down in another one as well."""
    context = gallery.context()
    store, today = context.session.store, context.tools.today()
    found = target_list(store, f"{today:%Y-%m}", today=today)
    child = next(row for row in found.rows if row.kind == "child" and row.nik)
    elsewhere = next(home for home in found.households if home.region != child.region and home.is_active)
    assert child.household_id is not None
    members = household_view(store, child.household_id).members
    person = next(each.person for each in members if each.person.id == child.person_id)
    again = {"full_name": person.full_name, "sex": person.sex, "birth_date": person.birth_date, "nik": person.nik}
    register_person(store, elsewhere.id, {**again, "nik_kind": person.nik_kind}, today=today, sure=True)
    context.hub.announce(["person"])
    page = gallery.page("keputusan", DecisionsPage)
    gallery.settle()
    row = next(
        row
        for row in page.list.rows.rows
        if isinstance(row, DecisionRow) and isinstance(row.what, LikelyPair) and row.what.is_across
    )
    page.list.choose(row.key)
    page.list.setFocus()
    gallery.press(Qt.Key.Key_Return)
    gallery.opened(AcrossDialog)
    gallery.take("penyelia-dua-desa")
    gallery.close_dialog()


def conflict(gallery: Gallery) -> None:
    """Two people wrote different values."""
    page = gallery.page("keputusan", DecisionsPage)
    rows = [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and isinstance(row.what, Dispute)]
    page.list.choose(rows[0].key)
    page.list.setFocus()
    gallery.press(Qt.Key.Key_Return)
    gallery.opened(ConflictDialog)
    gallery.take("penyelia-dua-isian")
    gallery.press(Qt.Key.Key_1)
    gallery.take("penyelia-dua-isian-dipilih")
    gallery.close_dialog()


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
    assert dialog.list.marked
    gallery.take("penyelia-serahkan")
    gallery.close_dialog()


def invitation_dialog(gallery: Gallery) -> None:
    """Somebody is invited; a laptop waits for its eight words."""
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


def search(gallery: Gallery) -> None:
    """Cari among all villages: a name, all people of it, and a village with its cadre."""
    gallery.page("beranda", SupervisorHomePage)
    control = Qt.KeyboardModifier.ControlModifier
    gallery.press(Qt.Key.Key_K, control)
    gallery.keys("sari")
    gallery.take("penyelia-cari")
    gallery.press(Qt.Key.Key_Down, control)
    gallery.take("penyelia-cari-semua")
    gallery.press(Qt.Key.Key_Escape)


def all_villages(gallery: Gallery) -> None:
    """All villages added, and the villages behind one of the numbers."""
    page = gallery.page("rapor", ScorecardPage)
    page.show_village(EVERY)
    gallery.wait(lambda: not page.source.is_busy)
    page.numbers.cards[ALL_SERVED].click()
    gallery.take("penyelia-rapor-semua-desa")


def confirm_many(gallery: Gallery) -> None:
    """Several entries that may be right are marked and confirmed together."""
    page = gallery.page("keputusan", DecisionsPage)
    page.list.choose(page.marks.markable()[0].key)
    page.list.setFocus()
    for _ in range(2):
        gallery.press(Qt.Key.Key_Space)
        gallery.press(Qt.Key.Key_Down)
    page.bulk_button.click()
    gallery.take("penyelia-sudah-benar")
    gallery.close_dialog()
    page.marks.mark(frozenset())


#: In the order in which they are taken.
SCENES: tuple[Callable[[Gallery], None], ...] = (
    incoming,
    search,
    all_villages,
    confirm_many,
    questions,
    conflict,
    two_villages,
    hand_out,
    invitation_dialog,
    revoked,
)
