"""What a window does with a profile, as a program for tests: `python -m tests.support.by_hand WHAT --profile DIR`.

save: a household and its mother. draft: an answer of a visit. visit: *Simpan* of that draft. take FILE: a bundle.
Refused work is told as `kpm` tells it and tried again with what was entered, in the same open profile, as somebody at
a window does; the exit code is that of the first try.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.main import DONE, REFUSED
from kpm_desktop.commands.bundles.take_bundle import take_bundle
from kpm_desktop.commands.profile.unlock_profile import unlock_profile
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.save_visit import save_visit
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.wording import Wording
from tests.support.cli import PASSWORD
from tests.support.faults import VILLAGE, fixed_id

TODAY = date(2025, 7, 1)
HOUSE, MOTHER = UUID(fixed_id("rumah")), UUID(fixed_id("ibu"))
KEY = {"person_id": fixed_id("anak-1"), "month": "2025-02"}
ANSWERS = {**KEY, "visit_date": "2025-02-14", "was_weighed": True, "weight_g": 8400}
VISIT = derived_id("child_visit", KEY)
TRIES = 2


def clock() -> datetime:
    """The same in every run, so that runs can be compared."""
    return datetime(2025, 7, 1, 12, 0, tzinfo=UTC)


def save(store: Store) -> None:
    """Two records of one action."""
    house = {"village_code": VILLAGE, "head_name": "Pak Amir"}
    mother = {"household_id": str(HOUSE), "full_name": "Siti", "sex": "female", "birth_date": "1996-05-04"}
    edits = [Edit("household", house, HOUSE), Edit("person", mother, MOTHER)]
    save_records(store, edits, today=TODAY, sure=True, clock=clock)


def draft(store: Store) -> None:
    """One answer, kept at once."""
    assert VISIT is not None
    keep_draft(store, "child_visit", VISIT, ANSWERS, {}, clock=clock, region=VILLAGE)


def visit(store: Store) -> None:
    """The draft becomes a record."""
    assert VISIT is not None
    save_visit(store, [("child_visit", VISIT)], region=VILLAGE, today=TODAY, clock=clock)


def take(store: Store, file: Path) -> None:
    """A bundle is opened."""
    opened = take_bundle(store, file, clock=clock)
    if opened.reasons:
        raise Refused(*opened.reasons)


WORK: dict[str, Callable[..., None]] = {"save": save, "draft": draft, "visit": visit, "take": take}


def main(words: Sequence[str]) -> int:
    """Does it, and gives the exit code of the first try."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=WORK)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--profile", type=Path, required=True)
    args = parser.parse_args(words)
    console = Console(Wording("id"))
    code = DONE
    try:
        with unlock_profile(args.profile, PASSWORD) as store:
            for _ in range(TRIES):
                try:
                    WORK[args.what](store, *args.files)
                    break
                except Refused as refusal:
                    code = REFUSED
                    for why in refusal.reasons:
                        console.note(why)
            else:
                console.result("GAVE UP")
    except Refused as refusal:
        code = REFUSED
        console.result("NOT OPENED")
        for why in refusal.reasons:
            console.note(why)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
