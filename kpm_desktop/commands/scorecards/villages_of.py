"""The villages somebody may choose among, with names: the profile's own and those of which records are held."""

from kpm_desktop.commands.scorecards.scorecard_view import villages_held
from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.domain.regions.region_index import VILLAGE_LENGTH, Region


def villages_of(store: Store) -> tuple[Region, ...]:
    """The profile's own villages and those of which records are held, by name."""
    with store.reading() as tx:
        own = [code for code in settings.read_identity(tx).regions if len(code) == VILLAGE_LENGTH]
    found = places(sorted({*own, *villages_held(store)}))
    return tuple(sorted(found, key=lambda place: place.name))
