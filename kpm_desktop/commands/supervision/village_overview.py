"""What a supervisor sees at once: villages, the laptops that deliver from each, and what somebody should look at."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kpm_desktop.commands.access.invite import VALID_DAYS
from kpm_desktop.commands.bundles.due_receipts import due_in
from kpm_desktop.commands.bundles.laptop_copies import NONE, Copies, copies_in
from kpm_desktop.commands.bundles.missing_numbers import missing_in
from kpm_desktop.commands.records.record_states import CADRE
from kpm_desktop.commands.supervision.decision_count import DecisionCount, count_in
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers, standing
from kpm_desktop.db.delivery.invitations import Issued
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.delivery.refused_files import RefusedFile, refused_files
from kpm_desktop.db.journal import conflicts
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.records.vocabulary import VILLAGE_CODE
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.regions.region_index import VILLAGE_LENGTH
from kpm_desktop.exchange.cells import matches
from kpm_desktop.sync.access import Access, read_access

#: Days without news after which a laptop is marked, and marked as urgent (design: chips).
QUIET_DAYS, SILENT_DAYS = 10, 21
#: Two copies that both wrote within so many days are somebody's to look after; later one of them was put away.
COPIED_DAYS = 30


@dataclass(frozen=True, slots=True)
class Laptop:
    """Somebody who delivers from a village, or was invited to.

    standing: let_in, revoked, waiting (for its eight words) or invited. key: its signing key, of an invitation that
    was not used yet the invitation's id. role: cadre or supervisor. quiet_days: since its last delivery, else since it
    was invited or asked.
    """

    key: str
    name: str
    device_name: str
    standing: str
    role: str = CADRE
    last_number: int = 0
    last_day: date | None = None
    asked_day: date | None = None
    quiet_days: int | None = None
    conflicts: int = 0
    withheld: int = 0
    missing: tuple[tuple[int, int], ...] = ()
    is_due: bool = False
    copies: Copies = NONE
    refused: RefusedFile | None = None
    today: date | None = None

    @property
    def has_two_copies(self) -> bool:
        """Whether two laptops with the same disk were at work lately."""
        last = _local_day(self.copies.last_both)
        return last is not None and self.today is not None and (self.today - last).days <= COPIED_DAYS

    @property
    def is_emptied(self) -> bool:
        """Whether its disk was put back from a backup and the receipt that fills it again was not made yet."""
        return self.copies.lives > 1 and self.is_due

    @property
    def is_quiet(self) -> bool:
        """Whether somebody should call."""
        expected = self.standing in ("let_in", "invited")
        return expected and self.quiet_days is not None and self.quiet_days > QUIET_DAYS


@dataclass(frozen=True, slots=True)
class Village:
    """A region of this profile and the laptops that deliver from it."""

    code: str
    laptops: tuple[Laptop, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All villages and what waits. waiting: laptops that asked to be let in. due: whose receipts are to be made."""

    villages: tuple[Village, ...]
    decisions: DecisionCount
    waiting: int
    due: tuple[str, ...] = field(default=())

    @property
    def laptops(self) -> tuple[Laptop, ...]:
        """Every laptop once."""
        found = {laptop.key: laptop for village in self.villages for laptop in village.laptops}
        return tuple(found.values())

    @property
    def delivering(self) -> int:
        """How many laptops deliver here; who waits for her eight words does not yet, who was revoked no more."""
        return sum(laptop.standing == "let_in" for laptop in self.laptops)

    @property
    def known(self) -> Counter[str]:
        """How many of these laptops are cadres' and how many supervisors', by role."""
        return Counter(laptop.role for laptop in self.laptops if laptop.standing != "invited")

    @property
    def village_count(self) -> int:
        """How many of the regions are villages: a supervisor below delivers from a wider one too."""
        return sum(len(village.code) == VILLAGE_LENGTH for village in self.villages)


def village_overview(store: Store, *, today: date) -> Overview:
    """Everything but the month's completeness, which takes longer (`village_progress`)."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        return _Reading(tx, identity, read_access(tx, identity), today).overview()


class _Reading:
    """One look at everything, inside its transaction."""

    def __init__(self, tx: Transaction, identity: Identity, access: Access, today: date) -> None:
        self._tx, self._identity, self._access, self._today = tx, identity, access, today
        self._conflicts = conflicts.conflicts(tx)
        self._withheld = oversight.still_withheld(tx)
        self._missing = missing_in(tx, identity, access)
        self._due = due_in(tx, access)
        self._copies = copies_in(tx)
        self._revoked = standing.revoked(tx)
        self._refused = refused_files(tx)

    def overview(self) -> Overview:
        by_region: dict[str, list[Laptop]] = {code: [] for code in self._villages()}
        for regions, laptop in [*self._peers(), *self._candidates(), *self._invited()]:
            for code in regions:
                by_region.setdefault(code, []).append(laptop)
        return Overview(
            villages=tuple(Village(code, tuple(found)) for code, found in sorted(by_region.items())),
            decisions=count_in(self._tx),
            waiting=len(invitations.candidates(self._tx)),
            due=tuple(self._due),
        )

    def _villages(self) -> list[str]:
        own = self._identity.regions
        held = [code for code in oversight.regions_held(self._tx) if matches(VILLAGE_CODE, code)]
        return [code for code in held if is_covered(code, own)]

    def _peers(self) -> list[tuple[tuple[str, ...], Laptop]]:
        disputed = Counter(
            device for found in self._conflicts for device in {choice.device for choice in found.choices}
        )
        kept_back = Counter(oversight.authorship(self._tx, found.change).device for found in self._withheld)
        found = []
        for peer in peers.peers(self._tx, "is_upstream = 0"):
            regions = self._access.regions_of(peer.device) or self._holes_of(peer.device)
            found.append((regions, self._laptop(peer, disputed[peer.device], kept_back[peer.device])))
        return found

    def _laptop(self, peer: Peer, disputed: int, kept_back: int) -> Laptop:
        last, statement = _local_day(peer.last_bundle_at), self._access.statement_of(peer.device)
        return Laptop(
            key=peer.device,
            name=peer.name,
            device_name=peer.device_name,
            standing="revoked" if peer.device in self._revoked else "let_in",
            role=statement.role if statement is not None else CADRE,
            last_number=peer.last_number,
            last_day=last,
            quiet_days=_days_since(last, self._today),
            conflicts=disputed,
            withheld=kept_back,
            missing=tuple((hole.first, hole.last) for hole in self._missing if hole.device == peer.device),
            is_due=peer.device in self._due,
            copies=self._copies.get(peer.device, NONE),
            refused=self._refused.get(peer.device),
            today=self._today,
        )

    def _holes_of(self, device: str) -> tuple[str, ...]:
        """The regions a device that nobody vouches for any more wrote for."""
        return tuple(region for region, _ in oversight.last_numbers(self._tx, device))

    def _candidates(self) -> list[tuple[tuple[str, ...], Laptop]]:
        found = []
        roles = {issued.id: issued.role for issued in invitations.all_issued(self._tx)}
        for candidate in invitations.candidates(self._tx):
            asked = _local_day(candidate.asked_at)
            laptop = Laptop(
                key=candidate.device,
                name=candidate.device_name,
                device_name=candidate.device_name,
                standing="waiting",
                role=roles.get(candidate.invitation, CADRE),
                asked_day=asked,
                quiet_days=_days_since(asked, self._today),
            )
            found.append((candidate.regions, laptop))
        return found

    def _invited(self) -> list[tuple[tuple[str, ...], Laptop]]:
        """Those whose invitation still counts and who never delivered."""
        waiting = {candidate.invitation for candidate in invitations.candidates(self._tx)}
        return [
            (issued.regions, _invited(issued, self._today))
            for issued in invitations.all_issued(self._tx)
            if not issued.used_by and issued.id not in waiting and _day(issued.expires_at) > self._today
        ]


def _invited(issued: Issued, today: date) -> Laptop:
    asked = _day(issued.expires_at) - timedelta(days=VALID_DAYS)
    return Laptop(
        key=issued.id,
        name=issued.person,
        device_name="",
        standing="invited",
        role=issued.role,
        asked_day=asked,
        quiet_days=_days_since(asked, today),
    )


def _days_since(day: date | None, today: date) -> int | None:
    """A clock that was wrong does not make a delivery of tomorrow."""
    return max((today - day).days, 0) if day else None


def _day(instant: str) -> date:
    return civil_day(datetime.fromisoformat(instant))


def _local_day(instant: str | None) -> date | None:
    return _day(instant) if instant else None
