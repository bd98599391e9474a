"""What papers, revocations and releases mean for the changes held: judged region by region where something came that
could alter it, so that an import costs what it brings."""

from collections.abc import Collection

from kpm_desktop.commands.access.programme_recovery import follow_recovery
from kpm_desktop.db.delivery import standing
from kpm_desktop.db.delivery.standing import Judged, JudgedStream, RevokedIn, Touched
from kpm_desktop.db.journal import access_lines
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.regions.coverage import holders
from kpm_desktop.sync.access import forget_unsigned, keep_recorded
from kpm_desktop.sync.orders import Reach, Standing
from kpm_desktop.sync.standing import Standings


def judge_standing(tx: Transaction, identity: Identity, *, always: bool = False) -> None:
    """Sets aside what does not count of every stream, and lets count again what does: work no recorded paper vouches
    for, and what orders set aside. A device without a paper counts its own work. always: every region is judged anew,
    as after another list of regions."""
    before = standing.read_judged(tx)
    if before is None:
        forget_unsigned(tx)
    above = before.no if before else 0
    keep_recorded(tx, above)
    follow_recovery(tx, identity)
    anew = always or before is None or before.programme != identity.programme
    regions = standing.regions_held(tx) if anew else sorted(_concerned(tx, above))
    if regions:
        judged = Standings(tx, identity.programme)
        touched: Touched = {}
        revoked: list[RevokedIn] = []
        for region in regions:
            found = judged.of(region)
            for stream in standing.streams_in(tx, region):
                standing.mark(tx, stream, _counting(found, stream, identity.device), touched)
            revoked += [RevokedIn(region, device, by) for device, by in found.revokers().items()]
        standing.keep_revoked(tx, regions, revoked)
        standing.refresh(tx, touched)
    standing.write_judged(tx, Judged(standing.newest_change(tx), identity.programme))


def _concerned(tx: Transaction, above: int) -> Collection[str]:
    """The regions that what came after a change is about: those inside a region in which something was said about who
    may, and those of new and of limited streams."""
    papers, orders = access_lines.access_lines(tx, above)
    said = {each.region for each in papers} | {each.region for each in orders}
    if not said:
        return standing.regions_to_judge(tx, above)
    inside = {region for region in standing.regions_held(tx) if not said.isdisjoint(holders(region))}
    return inside | standing.regions_to_judge(tx, above)


def _counting(found: Standing, stream: JudgedStream, own: str) -> Reach | None:
    """What counts of a stream: None for all of it."""
    if stream.device != own and not found.vouches_for(stream.device):
        return {}
    return found.limits.get(stream.device)
