"""One round with a remote: what lies there for this device is taken in, then what others lack is put there.

Written as steps (`commands/remotes/exchange_steps.py`): a slow line holds no transaction open and nobody up. Whatever
is refused ends the round and is kept as the remote's status; what was taken and put before stays so.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from kpm_desktop.commands.bundles.fetched import Fetched, keep_fetched, read_fetched
from kpm_desktop.commands.bundles.received_bundles import ReceivedBundles
from kpm_desktop.commands.bundles.send import Delivered, LeftOut, Sent, box_of, send
from kpm_desktop.commands.bundles.send_plan import Load, When
from kpm_desktop.commands.bundles.take_bundle import Opened, taking_data
from kpm_desktop.commands.remotes.exchange_steps import Steps, held_up, probe
from kpm_desktop.commands.remotes.own_files import OwnFile, forget_own_file, read_own_files
from kpm_desktop.commands.remotes.remote_status import Chance, RemoteStatus, keep_status, read_status
from kpm_desktop.commands.remotes.remotes import Remote, find_remote, read_remotes
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, Refused
from kpm_desktop.sync.bundle import MAX_FILE
from kpm_desktop.sync.naming import sender_and_number
from kpm_desktop.sync.route import Route


class Urge(Enum):
    """Why a remote is visited: by the program itself, because somebody asked, or to send all anew that was not
    received yet."""

    BY_ITSELF = "by_itself"
    ASKED = "asked"
    AGAIN = "again"


ABSENT = "bundle.other_volume"


@dataclass(slots=True)
class Round:
    """What a round did, and how the remote stands now. left_out: what no bundle carries. reasons: why it ended early;
    empty when it did everything."""

    remote: Remote
    urge: Urge
    status: RemoteStatus
    opened: list[Opened] = field(default_factory=list)
    sent: list[Delivered] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    reasons: tuple[Reason, ...] = ()
    has_changed: bool = False

    @property
    def was_asked(self) -> bool:
        """Whether somebody waits to hear of it."""
        return self.urge is not Urge.BY_ITSELF

    @property
    def refused(self) -> list[Opened]:
        """The files that lay there and could not be taken in."""
        return [one for one in self.opened if one.outcome == "refused"]

    @property
    def did_something(self) -> bool:
        """Whether anything was taken in or put there."""
        return bool(self.opened or self.sent)


def exchange_with(
    store: Store,
    remote_id: str,
    *,
    urge: Urge = Urge.ASKED,
    clock: Clock = system_clock,
    chance: Chance = random.random,
) -> Steps[Round]:
    """The whole round. Refused only when the remote is on the list no longer."""
    with store.reading() as tx:
        remote, before = find_remote(tx, remote_id), read_status(tx, remote_id)
    done = Round(remote, urge, before)
    try:
        yield probe
        _keep(store, done, before.sending(clock()))
        yield from _there_and_back(store, done, clock)
        _keep(store, done, before.sent(clock()))
    except Refused as refusal:
        done.reasons = refusal.reasons
        now = clock()
        if [each.code for each in refusal.reasons] == [ABSENT]:
            _keep(store, done, before.absent(now, refusal.reasons))
        else:
            _keep(store, done, before.failed(now, refusal.reasons, chance))
    return done


def _keep(store: Store, done: Round, status: RemoteStatus) -> None:
    """Keeps how the remote stands, where that is anything new."""
    if status.is_as(done.status):
        return
    done.status, done.has_changed = status, True
    with store.writing() as tx:
        if done.remote in read_remotes(tx):  # another password given meanwhile has not failed
            keep_status(tx, done.remote.id, status)


def _there_and_back(store: Store, done: Round, clock: Clock) -> Steps[None]:
    there: list[str] = yield partial(_listing, box="")
    late = yield from _fetch(store, done, "", there, clock)
    box = _own_box(store)
    late += yield from _fetch(store, done, box, (yield from _lying(box, late)), clock)
    late += yield from _tidy(store, done, there, "")
    with store.reading() as tx:
        up, down = _receivers(tx)
    load, when = _how(done)
    remote = done.remote
    all_sent = Sent(done.sent, done.left_out)
    for receivers, in_boxes in ((up, False), (down, True)):
        sent = yield from send(
            store,
            receivers,
            load=load,
            when=when,
            route=remote.address,
            remote=remote,
            in_boxes=in_boxes,
            clock=clock,
        )
        all_sent.add(sent)
        late += sent.late
    for box in sorted({box_of(one.receiver.device) for one in done.sent if not one.receiver.is_upstream}):
        late += yield from _tidy(store, done, (yield from _lying(box, late)), box)
    if late:
        raise late[0]


def _how(done: Round) -> tuple[Load, When]:
    """A stick gets all the receiver lacks, as it may be the only one that arrives; asked for, even once more. To a
    server goes what is not under way to it already. What went there within a day goes again when somebody asks for it
    alone."""
    if done.urge is Urge.AGAIN:
        return Load.LACKING, When.ALWAYS
    if done.remote.kind.needs_line:
        return Load.REST, When.NEWS if done.urge is Urge.ASKED else When.BY_ITSELF
    return Load.LACKING, When.DUE if done.urge is Urge.ASKED else When.BY_ITSELF


def _listing(route: Route, box: str) -> list[str]:
    return route.listing(box)


def _lying(box: str, late: list[Refused]) -> Steps[list[str]]:
    """What lies in a box; nothing where somebody put there what nobody may look into, which is told when all else is
    done."""
    there: list[str] | None = yield from held_up(partial(_listing, box=box), late)
    return there or []


def _bytes(route: Route, name: str, box: str) -> bytes:
    return route.fetch(name, MAX_FILE, box)


def _own_box(store: Store) -> str:
    with store.reading() as tx:
        return box_of(settings.read_identity(tx).device)


def _fetch(store: Store, done: Round, box: str, there: list[str], clock: Clock) -> Steps[list[Refused]]:
    """Takes in what lies in a box, each file once; one that is refused is tried again a few times, as it may be a file
    some other program has not finished carrying. Gives why files could not be had: they hold up nothing else, however
    many they are, unless the place itself does not answer either."""
    with store.reading() as tx:
        fetched = read_fetched(tx, done.remote.id, box).only(there)
        wanted = list(_wanted(tx, there, fetched, in_own_box=bool(box)))
    late: list[Refused] = []
    for name in wanted:
        try:
            data: bytes | None = yield from held_up(partial(_bytes, name=name, box=box), late)
        except Refused as refusal:
            code = refusal.reasons[0].code
            if code == "route.not_there":
                continue  # whoever put it took it away meanwhile
            if code != "route.too_large":
                raise
            opened = Opened(file=name, at=instant(clock()), outcome="refused", reasons=refusal.reasons)
        else:
            if data is None:
                continue
            opened = yield from taking_data(store, name, data, clock=clock)
            del data
        if _is_our_own_trouble(opened):
            raise Refused(*opened.reasons)
        is_mine = not _is_somebody_elses(opened)
        again = is_mine and opened.outcome == "refused"
        fetched = fetched.tried(name) if again else fetched.taken(name)
        with store.writing() as tx:
            keep_fetched(tx, done.remote.id, box, fetched)
        if is_mine:
            done.opened.append(opened)
    return late


def _tidy(store: Store, done: Round, there: list[str], box: str) -> Steps[list[Refused]]:
    """Takes away the own bundles that have done their work, so that a shared place does not fill up, and those that
    lie there although nobody knew that they arrived: they were sent once more. What lies on a stick is left to whoever
    carries it. Gives why some stay for now."""
    if done.remote.kind.is_carried:
        return []
    late: list[Refused] = []
    with store.reading() as tx:
        own = read_own_files(tx, done.remote.id, box)
        lying = {name: own[name] for name in there if name in own}
        needless = ReceivedBundles(tx).needless({file.number for file in lying.values() if not file.unsure})
    for name, file in lying.items():
        if not file.unsure and file.number not in needless:
            continue
        if (yield from _is_gone(name, box, file, late)):
            with store.writing() as tx:
                forget_own_file(tx, done.remote.id, box, name)
    return late


def _is_gone(name: str, box: str, file: OwnFile, late: list[Refused]) -> Steps[bool]:
    """Takes an own file away, where it is the one that was to be put there: a copy of this disk may have given its name
    to another. False where it cannot be looked at or taken away now."""
    many = len(late)
    if file.unsure:
        try:
            data: bytes | None = yield from held_up(partial(_bytes, name=name, box=box), late)
        except Refused as refusal:
            if refusal.reasons[0].code in ("route.not_there", "route.too_large"):
                return True
            raise
        if data is None or hashlib.sha256(data).hexdigest() != file.unsure:
            return data is not None
    yield from held_up(partial(_remove, name=name, box=box), late)
    return len(late) == many


def _remove(route: Route, name: str, box: str) -> None:
    route.remove(name, box)


def _wanted(tx: Transaction, there: list[str], fetched: Fetched, *, in_own_box: bool) -> Iterator[str]:
    """In a place many share, a cadre looks at the bundles of the supervisors alone; a supervisor looks at all."""
    own = settings.read_identity(tx)
    above = {peer.device[:8] for peer in peers.receivers(tx)}
    for name in there:
        found = sender_and_number(name)
        if found is None or not fetched.is_wanted(name):
            continue
        sender, _ = found
        if sender != own.device[:8] and (in_own_box or own.role == "supervisor" or sender in above):
            yield name


def _is_our_own_trouble(opened: Opened) -> bool:
    """Whether it was this laptop that could not take a file in, its disk being full: that is no try."""
    codes = [each.code for each in opened.reasons] if opened.outcome == "refused" else []
    return any(code.partition(".")[0] in ("files", "store") for code in codes)


def _is_somebody_elses(opened: Opened) -> bool:
    return [each.code for each in opened.reasons] == ["bundle.not_for_you"]


def _receivers(tx: Transaction) -> tuple[list[Peer], list[Peer]]:
    """Whom this device reports to, and who reports here; who was revoked is told so and gets nothing else."""
    return peers.receivers(tx), peers.peers(tx, "is_upstream = 0")
