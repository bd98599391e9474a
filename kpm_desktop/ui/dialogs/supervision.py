"""What a supervisor's pages ask for and let do, with the names of villages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kpm_desktop.commands.access.invite import Invited, invite
from kpm_desktop.commands.bundles.bundle_history import TakenBundle, bundle_history
from kpm_desktop.commands.bundles.due_receipts import due_receipts
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.bundles.send import Delivered
from kpm_desktop.commands.bundles.take_bundle import Opened, last_opened
from kpm_desktop.commands.review.likely_duplicates import LikelyPair, likely_duplicates
from kpm_desktop.commands.supervision.decision_list import Decisions, decision_list
from kpm_desktop.commands.supervision.delivery_overview import Place, places_seen
from kpm_desktop.commands.supervision.invitation_list import InvitationList, invitation_list
from kpm_desktop.commands.supervision.laptop_details import LaptopDetails, laptop_details
from kpm_desktop.commands.supervision.village_overview import Overview, village_overview
from kpm_desktop.db.store import Store
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.wording import Wording
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.printing.sheet_file import write_sheet

Names = dict[str, Region]


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


@dataclass(frozen=True, slots=True)
class LaptopSeen:
    """A laptop's details and the names of its regions."""

    details: LaptopDetails
    names: Names


def laptop_seen(store: Store, device: str) -> LaptopSeen:
    """A laptop by its key."""
    details = laptop_details(store, device)
    return LaptopSeen(details, names_of([*details.regions, *(region for region, _ in details.numbers)]))


@dataclass(frozen=True, slots=True)
class Incoming:
    """The history of bundles, the keys of the devices that wait for a receipt, and the places bundles are fetched
    from."""

    history: list[TakenBundle]
    due: list[str]
    places: tuple[Place, ...]


def incoming(store: Store) -> Incoming:
    """What the page of incoming bundles shows."""
    return Incoming(bundle_history(store), due_receipts(store), places_seen(store))


def make_receipts(store: Store, devices: Sequence[str], folder: Path) -> list[Delivered]:
    """A receipt for each of these devices."""
    route = FolderRoute(folder)
    return [made for device in devices for made in make_receipt(store, device, route)]


@dataclass(frozen=True, slots=True)
class DecisionsSeen:
    """What waits for a decision, and the names of the regions."""

    found: Decisions
    names: Names


def decisions_seen(store: Store) -> DecisionsSeen:
    """What the page of decisions shows; what is found in records (`finding_list`) lies in the same regions."""
    found = decision_list(store)
    return DecisionsSeen(found, names_of(found.regions))


@dataclass(frozen=True, slots=True)
class DuplicatesSeen:
    """The pairs that may be one, and the names of their regions."""

    pairs: list[LikelyPair]
    names: Names


def duplicates_seen(store: Store) -> DuplicatesSeen:
    """What the page of decisions adds once it is found; looking takes longer than what waits for a decision."""
    pairs = likely_duplicates(store)
    return DuplicatesSeen(pairs, names_of([code for pair in pairs for code in pair.regions]))


@dataclass(frozen=True, slots=True)
class InvitationsSeen:
    """The invitations, the names of their regions, and the programme's six words once there is one."""

    listed: InvitationList
    names: Names
    words: tuple[str, ...]


def invitations_seen(store: Store, today: date) -> InvitationsSeen:
    """What the page of invitations shows."""
    listed = invitation_list(store, today=today)
    codes = [code for written in listed.written for code in written.regions]
    codes += [code for candidate in listed.waiting for code in candidate.regions]
    codes += [code for other in listed.others for code in other.regions]
    return InvitationsSeen(listed, names_of(codes), listed.words)


def write_invitation(
    store: Store, out: Path, *, person: str, role: str, regions: Sequence[str], sheet: Path | None, language: str
) -> Invited:
    """An invitation file; the programme's sheet is written first, where this makes a programme."""

    def keep(found: Sheet) -> None:
        assert sheet is not None
        write_sheet(sheet, found, Wording(language))

    return invite(store, out, villages=regions, role=role, person=person, keep_sheet=keep)


def names_of(codes: Sequence[str]) -> Names:
    """Regions by their codes."""
    wanted = sorted(set(codes))
    return dict(zip(wanted, places(wanted), strict=True))
