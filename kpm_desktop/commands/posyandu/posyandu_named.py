"""Which posyandu of a village is meant, where somebody names one or none."""

from uuid import UUID

from kpm_desktop.db.queries.household_records import posyandu_of_village
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused


def posyandu_named(store: Store, village: str, posyandu: UUID | None) -> UUID | None:
    """The one that is named, or the only one; None where the village has none. Refused where it is not the village's,
    or one of several would have to be guessed."""
    with store.reading() as tx:
        known = posyandu_of_village(tx, village)
    names = ", ".join(f"{name} ({id})" for id, name in known)
    if posyandu is not None and posyandu not in [id for id, _ in known]:
        raise refused("posyandu.no_posyandu", value=posyandu, limit=village, names=names or "–")
    if posyandu is None and len(known) > 1:
        raise refused("posyandu.which", names=names)
    return posyandu or next((id for id, _ in known), None)
