"""What is due in the villages of this profile: *Tugas bulan ini* and `kpm due` show the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kpm_desktop.commands.households.target_list import villages_of
from kpm_desktop.commands.questions.comment_list import read_threads
from kpm_desktop.commands.records.recent_village import read_recent
from kpm_desktop.db import settings
from kpm_desktop.db.queries import village_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.due.homes import Asked
from kpm_desktop.domain.due.item import Due
from kpm_desktop.domain.due.village import Around, village_due
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.merging.groups import resolve
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.village import Village


@dataclass(frozen=True, slots=True)
class VillageDue:
    """What is due in one village, the most urgent first."""

    region: str
    rows: tuple[Due, ...]


def month_due(store: Store, *, on: date, regions: Sequence[str] = ()) -> list[VillageDue]:
    """What is due on a day in all villages that have records here, or in some. Refused on one that is none of this
    profile's."""
    with store.reading() as tx:
        return [
            VillageDue(region, tuple(due_in(tx, region, read_recent(tx, region, on), on)))
            for region in own_villages(tx, regions)
        ]


def own_villages(tx: Transaction, regions: Sequence[str]) -> Sequence[str]:
    """These villages, without any all that have records here. Refused on one that is none of this profile's."""
    own = settings.read_identity(tx).regions
    for region in regions:
        if not is_covered(region, own):
            raise refused("profile.outside", value=region, limit=own)
    return regions or villages_of(tx)


def due_in(tx: Transaction, region: str, village: Village, on: date) -> list[Due]:
    """What is due in one village that was read."""
    return village_due(village, _around(tx, region), region, on, official_rules(Quarter.of(month_of(on))))


def _around(tx: Transaction, region: str) -> Around:
    flags = village_records.acknowledged(tx, region)
    return Around(
        referrals=resolve(village_records.records_of(tx, "referral", region)).records,
        sponsorships=resolve(village_records.records_of(tx, "sponsorship", region)).records,
        deliveries=resolve(village_records.records_of(tx, "sponsorship_delivery", region)).records,
        asked=_asked(tx, region),
        acknowledged=flags,
    )


def _asked(tx: Transaction, region: str) -> list[Asked]:
    """The questions somebody here is to answer."""
    return [
        Asked(each.id, each.question.text, each.subject.person, each.subject.household, _day(each.question.at))
        for each in read_threads(tx, closed=False)
        if each.waits_for_us and each.region == region
    ]


def _day(at: str) -> date:
    return date.fromisoformat(at[:10])
