"""A programme of one district joins the regency's: nobody is enrolled again, nothing waits, nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.access.recover_programme import recover_programme
from kpm_desktop.commands.access.revoke_device import revoke_device
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from kpm_desktop.sync.sheet import Sheet
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, Place, acquaint, quick_place, settle
from tests.sync.refusals import refusing


def household(device: Device, name: str = "Pak Amir") -> UUID:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": name})
    return record


@dataclass
class Two:
    """The regency's programme, and a district's: its founder burned, a second supervisor took over, each let a
    cadre in."""

    place: Place
    regency: Device
    founder: Device
    second: Device
    old: Device
    young: Device
    sheet: Sheet

    @property
    def key(self) -> SigningKey:
        return SigningKey.from_hex(self.sheet.programme_secret)

    @property
    def all(self) -> tuple[Device, ...]:
        return self.regency, self.second, self.old, self.young

    def exchange(self) -> None:
        for _ in range(2):
            settle((self.old, self.second), (self.young, self.second), (self.second, self.regency))


@pytest.fixture
def two() -> Iterator[Two]:
    with quick_place() as place:
        regency = place.supervisor("Bu Bupati", REGENCY)
        regency.found_programme()
        founder = place.supervisor("Pak Pertama")
        sheet = founder.found_programme()
        old, young = place.cadre("Ibu Lama"), place.cadre("Ibu Muda")
        acquaint(old, founder, VILLAGE)
        household(old, "Pak Lama")
        settle((old, founder))
        founder.close()
        second = place.supervisor("Bu Kedua")
        recovery = AgeIdentity.from_text(sheet.recovery_secret)
        recover_programme(second.store, SigningKey.from_hex(sheet.programme_secret), recovery, clock=second.clock)
        old.join(second.invite(VILLAGE))
        acquaint(young, second, VILLAGE)
        household(young, "Pak Muda")
        settle((old, second), (young, second), (old, second))
        yield Two(place, regency, founder, second, old, young, sheet)


def join_with(two: Two, key: SigningKey | None) -> None:
    invitation = two.regency.invite(DISTRICT, role="supervisor")
    join(two.second.store, invitation, confirm_words=True, key=key, clock=two.second.clock)


def test_everybody_goes_over_and_holds_the_same(two: Two) -> None:
    before = two.old.state()
    join_with(two, two.key)
    two.exchange()
    assert {device.identity.programme for device in two.all} == {two.regency.identity.programme}
    assert {device.identity.recovery for device in two.all} == {two.regency.identity.recovery}
    assert {device.state() for device in two.all} == {before}
    assert len({frozenset(device.names()) for device in (two.regency, two.second)}) == 1
    assert [device.faults() for device in two.all] == [[]] * 4
    household(two.old, "Pak Sesudahnya")
    household(two.regency, "Pak Bupati")
    two.exchange()
    assert len({device.state() for device in two.all}) == 1
    assert two.old.state() != before


def test_who_knows_whom_is_the_same_everywhere_afterwards(two: Two) -> None:
    """Whoever stands above whom must be one order, or one side would obey what the other does not."""
    join_with(two, two.key)
    two.exchange()
    orders = []
    for device in two.all:
        with device.store.reading() as tx:
            access = read_access(tx, device.identity)
        keys = [two.regency.key, two.second.key, two.sheet.programme, two.founder.key, two.young.key, two.old.key]
        orders.append([access.distance(key) for key in keys])
    assert orders == [orders[0]] * 4
    assert orders[0][0] < orders[0][1] < orders[0][2] < orders[0][3]
    late = household(two.young, "Pak Hantu")
    revoke_device(two.second.store, two.young.key[:8], clock=two.second.clock)
    two.exchange()
    assert two.regency.shown(late) == {} == two.old.shown(late)


def test_without_the_sheet_another_programmes_invitation_is_refused(two: Two) -> None:
    with refusing("access.other_programme"):
        join_with(two, None)
    with refusing("sheet.other_programme"):
        join_with(two, SigningKey.generate())
    assert two.second.identity.programme == two.sheet.programme


def test_half_way_both_sides_count(two: Two) -> None:
    """The district has said that it joins, the regency has not answered: nobody loses anything meanwhile."""
    join_with(two, two.key)
    settle((two.old, two.second), (two.young, two.second))
    assert two.young.identity.programme == two.sheet.programme
    later = household(two.young, "Pak Sementara")
    settle((two.young, two.second), (two.old, two.second))
    assert two.old.shown(later)["head_name"] == "Pak Sementara"
    two.exchange()
    assert len({device.state() for device in two.all}) == 1


def test_a_laptop_that_heard_nothing_takes_the_new_programmes_invitation(two: Two) -> None:
    join_with(two, two.key)
    settle((two.second, two.regency))
    settle((two.second, two.regency))
    assert two.young.identity.programme == two.sheet.programme
    two.young.join(two.second.invite(VILLAGE))
    assert two.young.identity.programme == two.regency.identity.programme
    two.exchange()
    assert len({device.state() for device in two.all}) == 1


def test_nobody_else_says_which_programme_follows(two: Two) -> None:
    """A supervisor without the sheet signs such a paper in vain."""
    from kpm_desktop.commands.access.succession import name_successor
    from kpm_desktop.sync.invitation import read_invitation

    invitation = read_invitation(two.regency.invite(DISTRICT, role="supervisor").read_bytes())
    own = SigningKey.from_hex(two.second.identity.signing_secret)
    with two.second.store.writing() as tx:
        name_successor(tx, two.second.identity, two.second.clock, own, invitation)
    settle((two.old, two.second), (two.young, two.second))
    for device in (two.second, two.old, two.young):
        assert device.identity.programme == two.sheet.programme
        with device.store.reading() as tx:
            assert not read_access(tx, device.identity).is_root(two.regency.identity.programme)
