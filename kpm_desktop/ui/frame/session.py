"""An unlocked profile as the windows know it. The store in it is touched inside jobs alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.regions.region_index import Region

if TYPE_CHECKING:
    from kpm_desktop.commands.households.known_targets import KnownTargets
    from kpm_desktop.db.store import Store

CADRE, SUPERVISOR = "cadre", "supervisor"


@dataclass(frozen=True, slots=True)
class Session:
    """The open store, and who opened it. `name` is the person histories name, `places` the profile's regions, `life`
    the profile's (a restored one has another), `targets` what is known of the month's lists, touched likewise; `mended`
    is what opening it mended."""

    store: Store
    folder: Path
    user: str
    role: str
    name: str
    places: tuple[Region, ...]
    life: str
    targets: KnownTargets
    mended: tuple[Reason, ...] = ()

    @property
    def is_cadre(self) -> bool:
        """Whether the profile records, rather than collects."""
        return self.role == CADRE
