"""The villages somebody may choose among, with names: the profile's own and those of which records are held."""

from kpm_desktop.commands.scorecards.scorecard_view import villages_held
from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.domain.regions.place_names import own_first, places
from kpm_desktop.domain.regions.region_index import VILLAGE_LENGTH, Region


def villages_of(store: Store) -> tuple[Region, ...]:
    """The profile's own villages and those of which records are held, its own first, by name."""
    with store.reading() as tx:
        regions = settings.read_identity(tx).regions
    own = [code for code in regions if len(code) == VILLAGE_LENGTH]
    return tuple(own_first(places(sorted({*own, *villages_held(store)})), regions))
