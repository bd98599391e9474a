"""Renders every page and dialog, offscreen and in Indonesian, into `docs/panduan/`.

    python -m scripts.pictures [--out DIR] [--lang id|en] [--theme light|contrast] [--scale 1.0]
        [--screen laptop|small]

Every page of a role is rendered by itself as `kader-KEY.png` and `penyelia-KEY.png`; what needs a click or a key first
is a scene in `scripts/scenes/`.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.backups.keep_backups import back_up_beside
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.households.assign_households import assign_households
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.questions.comment_on import comment_on
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.wording import Wording
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR
from kpm_desktop.ui.printing.sheet_file import sheet_page
from kpm_desktop.ui.printing.sheet_page import sheet_picture
from kpm_desktop.ui.window.page_list import pages_of
from scripts.gallery import PASSWORD, Gallery, application, opened_gallery
from scripts.scenes import cadre, doses, growth, paud, posyandu, pregnancy, registers, supervisor
from scripts.scenes.entry import first_run, locked, recovery, restoring
from scripts.screens import LAPTOP, SMALL

ROOT = Path(__file__).resolve().parent.parent
VILLAGE, DISTRICT = "12.75.01.1001", "12.75.01"


#: Role, name of the pictures, practice profile, and the day: at a month's end its work is done, then a new one begins.
PRACTICE = (
    (CADRE, "kader", "kader-1", date(2026, 12, 2)),
    (SUPERVISOR, "penyelia", "penyelia", date(2026, 11, 30)),
)
#: What is rendered beside the pages of an unlocked profile.
SCENES: dict[str, tuple[Callable[[Gallery], None], ...]] = {
    CADRE: (
        *registers.SCENES,
        *doses.SCENES,
        *growth.SCENES,
        *cadre.SCENES,
        *posyandu.SCENES,
        *pregnancy.SCENES,
        *paud.SCENES,
    ),
    SUPERVISOR: supervisor.SCENES,
}


def every_page(gallery: Gallery, role: str, name: str) -> None:
    """All pages of a role."""
    shell = gallery.shell()
    for spec in pages_of(role, "id"):
        for key in [tab.key for tab in spec.tabs] or [spec.key]:
            shell.show_page(key)
            gallery.take(f"{name}-{key}")


def new_laptop(place: Path) -> Sheet:
    """Writes an invitation for a laptop that is set up in the pictures; gives the sheet of its programme."""
    made = init_profile(
        place / "penyelia-lain", role=SUPERVISOR, name="Pak Budi", villages=[DISTRICT], password=PASSWORD
    )
    sheet: list[Sheet] = []
    with made.store as store:
        invite(store, place / "undangan", villages=[VILLAGE], person="Ibu Sari", keep_sheet=sheet.append)
    return sheet[0]


def write_receipt(practice: Path) -> None:
    """The supervisor asks about a weight, corrects a name, hands two households over and makes a receipt."""
    day = date(2026, 11, 30)
    with open_store(practice / "kader-1", PASSWORD) as store:
        device = str(profile_status(store)["device"])
        found = target_list(store, "2026-11", today=day)
    with open_store(practice / "penyelia", PASSWORD) as store:
        mine = found.mine or frozenset()
        others = [home.id for home in found.households if (home.region, home.id) not in mine and home.is_active]
        assign_households(store, others[:2], found_name(practice), today=day)
        child = next(
            row
            for row in found.rows
            if row.kind == "child" and row.visited_on and (row.region, row.household_id) in mine
        )
        visited = derived_id("child_visit", {"person_id": child.id, "month": "2026-11"})
        assert visited is not None
        asked = "Beratnya jauh berbeda dari bulan lalu. Mohon ditimbang lagi."
        comment_on(store, "child_visit", visited, asked, field="weight_g", today=day)
        correct_record(store, "person", child.person_id, {"guardian_name": "Bu Lurah"}, today=day, sure=True)
        make_receipt(store, device, FolderRoute(practice / "flashdisk" / cadre.RECEIPT))


def found_name(practice: Path) -> str:
    """The cadre of the pictures."""
    with open_store(practice / "kader-1", PASSWORD) as store:
        return str(profile_status(store)["name"])


def write_backups(profile: Path) -> None:
    """Backups as they lie beside a profile after a week."""
    with open_store(profile, PASSWORD) as store:
        for day in range(25, 31):
            back_up_beside(store, clock=partial(datetime, 2026, 11, day, 4, 12, tzinfo=UTC))


def prepare(place: Path) -> Sheet:
    """Everything the pictures are of; gives the sheet of the invited laptop's programme."""
    sheet = new_laptop(place)
    init_profile(
        place / "pulih", role=SUPERVISOR, name="Pak Baru", villages=[DISTRICT], password=PASSWORD
    ).store.close()
    practice = place / "latihan"
    make_demo(practice, Wish(villages=3, households=45, until="2026-11", seed=7), PASSWORD)
    write_receipt(practice)
    write_backups(practice / "kader-1")
    return sheet


def render(place: Path, sheet: Sheet, out: Path, choice: argparse.Namespace) -> None:
    """All pictures of what was prepared."""
    app = application()
    sheet_picture(sheet_page(sheet, Wording(choice.lang))).scaledToWidth(
        800, Qt.TransformationMode.SmoothTransformation
    ).save(str(out / "lembar-kunci.png"))
    with opened_gallery(app, place / "baru", out, choice) as gallery:
        first_run(gallery, place / "undangan")
    with opened_gallery(app, place / "pulih", out, choice) as gallery:
        gallery.unlock()
        recovery(gallery, sheet)
    practice = place / "latihan"
    for role, name, profile, today in PRACTICE:
        with opened_gallery(app, practice / profile, out, choice, today=today) as gallery:
            gallery.stick = practice / "flashdisk"
            if role == CADRE:
                locked(gallery)
            gallery.unlock()
            every_page(gallery, role, name)
            for scene in SCENES[role]:
                scene(gallery)
            if role == CADRE:
                restoring(gallery)


def main(argv: Sequence[str] | None = None) -> int:
    """Renders everything."""
    parser = argparse.ArgumentParser(description="Pictures of every page and dialog.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "panduan", metavar="DIR")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--theme", choices=("light", "contrast"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--screen", choices=(LAPTOP, SMALL), default=LAPTOP)
    choice = parser.parse_args(argv)
    choice.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        render(Path(folder), prepare(Path(folder)), choice.out, choice)
    return 0


if __name__ == "__main__":
    sys.exit(main())
