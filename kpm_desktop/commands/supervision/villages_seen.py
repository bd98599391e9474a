"""The overview of villages with the names of places, and what was opened last."""

from dataclasses import dataclass
from datetime import date

from kpm_desktop.commands.bundles.take_bundle import Opened, last_opened
from kpm_desktop.commands.supervision.village_overview import Overview, village_overview
from kpm_desktop.db.store import Store
from kpm_desktop.domain.regions.place_names import Names, names_of


@dataclass(frozen=True, slots=True)
class VillagesSeen:
    """The overview, the names of its regions, and the account of the last bundle that was opened."""

    overview: Overview
    names: Names
    opened: Opened | None


def villages_seen(store: Store, today: date) -> VillagesSeen:
    """Everything but the month's completeness."""
    overview = village_overview(store, today=today)
    return VillagesSeen(overview, names_of([village.code for village in overview.villages]), last_opened(store))
