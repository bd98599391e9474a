"""The recovery key is the programme's word: nobody who invites puts its own in the place of what the key signed."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.access.recover_programme import recover_programme
from kpm_desktop.commands.access.revoke_device import revoke_device
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.credentials import RECOVERY, issue
from kpm_desktop.sync.header import CredentialPaper
from kpm_desktop.sync.invitation import read_invitation
from kpm_desktop.sync.seal import AgeIdentity, SigningKey, invitation_message
from kpm_desktop.sync.sheet import Sheet
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, Place, acquaint, settle
from tests.sync.refusals import refusing

LATE = "2099-01-01T00:00:00.000000Z"


@pytest.fixture
def founder(place: Place) -> Device:
    return place.supervisor("Bu Bupati", REGENCY)


@pytest.fixture
def sheet(founder: Device) -> Sheet:
    return founder.found_programme()


def key_of(sheet: Sheet) -> SigningKey:
    return SigningKey.from_hex(sheet.programme_secret)


def recovery_of(sheet: Sheet) -> str:
    return AgeIdentity.from_text(sheet.recovery_secret).recipient


def told(device: Device) -> object:
    return profile_status(device.store, clock=device.clock)["recovery"]


def resigned(inviter: Device, file: Path, *, more: tuple[CredentialPaper, ...] = (), **changes: Any) -> Path:
    """An invitation its writer altered after its program wrote it."""
    invitation = read_invitation(file.read_bytes())
    altered = msgspec.structs.replace(invitation, **({"chain": (*invitation.chain, *more)} | changes))
    body = msgspec.json.encode(altered).decode()
    signature = SigningKey.from_hex(inviter.identity.signing_secret).sign(invitation_message(body))
    out = inviter.place.new_folder("lain.json")
    out.write_bytes(msgspec.json.encode({"format": "kpm-undangan", "version": 1, "body": body, "signature": signature}))
    return out


def without_recovery_papers(device: Device) -> None:
    """A profile of before: nobody signed anything about the recovery recipient."""
    with device.store.writing() as tx:
        kept = [text for text, _ in papers.papers(tx) if f'"role":"{RECOVERY}"' in text]
        papers.forget(tx, kept)


def test_it_is_signed_when_the_programme_is_made_and_told_to_everybody(
    place: Place, founder: Device, sheet: Sheet
) -> None:
    middle, cadre = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(middle, founder, DISTRICT, role="supervisor")
    cadre.join(middle.invite(VILLAGE))
    for device in (founder, middle, cadre):
        assert (device.identity.recovery, told(device)) == (recovery_of(sheet), "signed")
    settle((cadre, middle), (middle, founder))
    with cadre.store.reading() as tx:
        recorded = tx.exec_driver_sql("SELECT count(*) FROM change WHERE line LIKE '%recovery%'").scalar_one()
    assert recorded == 1


def test_an_inviter_who_puts_in_its_own_is_refused(place: Place, founder: Device, sheet: Sheet) -> None:
    middle, cadre, beside = place.supervisor("Pak Camat"), place.cadre("Ibu Sari"), place.cadre("Ibu Wati")
    acquaint(middle, founder, DISTRICT, role="supervisor")
    cadre.join(founder.invite(VILLAGE))
    own = AgeIdentity.generate().recipient
    invitation = middle.invite(VILLAGE)
    papers_only = read_invitation(invitation.read_bytes()).chain[:-1]
    with refusing("access.invitation_recovery"):
        beside.join(resigned(middle, invitation, recovery=own))
    silent = resigned(middle, invitation, recovery=own, chain=papers_only)
    with refusing("access.invitation_recovery"):
        cadre.join(silent)  # she holds what the key signed
    assert cadre.identity.recovery == recovery_of(sheet)
    beside.join(silent)  # she has no way to know yet, and is told so
    assert (beside.identity.recovery, told(beside)) == (own, "unsigned")
    settle((beside, middle), (beside, middle))
    assert (beside.identity.recovery, told(beside)) == (recovery_of(sheet), "signed")


def test_a_recovery_paper_by_somebody_else_changes_nothing(place: Place, founder: Device, sheet: Sheet) -> None:
    middle, cadre = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(middle, founder, DISTRICT, role="supervisor")
    own, key = AgeIdentity.generate().recipient, SigningKey.from_hex(middle.identity.signing_secret)

    def about(device: str) -> CredentialPaper:
        return issue(key, device=device, age=own, role=RECOVERY, regions=[DISTRICT], person="A", issued_at=LATE)

    by_middle, stranger = about(founder.identity.programme), SigningKey.generate().public
    forged = CredentialPaper(by_middle.statement.replace(key.public, founder.identity.programme), by_middle.signature)
    more = (by_middle, about(middle.key), about(stranger), forged)
    cadre.join(resigned(middle, middle.invite(VILLAGE), more=more))
    assert (cadre.identity.recovery, told(cadre)) == (recovery_of(sheet), "signed")
    settle((cadre, middle), (middle, founder))
    for device in (founder, middle, cadre):
        assert device.identity.recovery == recovery_of(sheet)
        with device.store.reading() as tx:
            assert not read_access(tx, device.identity).may_write(stranger, VILLAGE)


def test_a_chain_with_a_paper_nobody_signed_leaves_nothing_behind(place: Place, founder: Device, sheet: Sheet) -> None:
    cadre = place.cadre("Ibu Sari")
    broken = CredentialPaper("bukan surat", "00" * 64)
    cadre.join(resigned(founder, founder.invite(VILLAGE), more=(broken,)))
    with cadre.store.reading() as tx:
        assert broken.statement not in {text for text, _ in papers.papers(tx)}
    assert told(cadre) == "signed"


def test_what_one_joined_with_stays_while_nothing_is_signed(place: Place, founder: Device, sheet: Sheet) -> None:
    without_recovery_papers(founder)
    cadre, own = place.cadre("Ibu Sari"), AgeIdentity.generate().recipient
    cadre.join(founder.invite(VILLAGE))
    cadre.join(resigned(founder, founder.invite(VILLAGE), recovery=own))
    assert (cadre.identity.recovery, told(cadre)) == (recovery_of(sheet), "unsigned")
    joined = join(cadre.store, founder.invite(VILLAGE), confirm_words=True, clock=cadre.clock)
    assert not joined.is_recovery_signed


@pytest.mark.parametrize("is_typed", [True, False])
def test_the_sheet_signs_it_when_it_is_next_at_hand(
    place: Place, founder: Device, sheet: Sheet, *, is_typed: bool
) -> None:
    """By the founder part A alone is enough; what an inviter told a laptop is never signed by it."""
    middle, cadre = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(middle, founder, DISTRICT, role="supervisor")
    acquaint(cadre, founder, VILLAGE)
    settle((middle, founder))
    without_recovery_papers(founder)
    with middle.store.writing() as tx:
        own = AgeIdentity.generate().recipient
        settings.write_identity(tx, msgspec.structs.replace(middle.identity, recovery=own))
    without_recovery_papers(middle)
    revoke_device(middle.store, cadre.key[:8], key=key_of(sheet), clock=middle.clock)
    assert (middle.identity.recovery, told(middle)) == (own, "unsigned")
    if is_typed:
        revoke_device(founder.store, cadre.key[:8], key=key_of(sheet), clock=founder.clock)
    else:
        revoke_device(middle.store, cadre.key[:8], key=key_of(sheet), recovery=recovery_of(sheet), clock=middle.clock)
    settle((middle, founder), (middle, founder))
    for device in (founder, middle):
        assert (device.identity.recovery, told(device)) == (recovery_of(sheet), "signed")


def test_who_recovers_a_programme_signs_it(place: Place, founder: Device, sheet: Sheet) -> None:
    new = place.supervisor("Pak Baru")
    recovery = AgeIdentity.from_text(sheet.recovery_secret)
    recover_programme(new.store, key_of(sheet), recovery, clock=new.clock)
    assert (new.identity.recovery, told(new)) == (recovery_of(sheet), "signed")


def test_the_programme_that_follows_says_its_own(place: Place, founder: Device, sheet: Sheet) -> None:
    district = place.supervisor("Pak Camat")
    own, cadre = district.found_programme(), place.cadre("Ibu Sari")
    acquaint(cadre, district, VILLAGE)
    invitation = founder.invite(DISTRICT, role="supervisor")
    join(district.store, invitation, confirm_words=True, key=key_of(own), clock=district.clock)
    for _ in range(3):
        settle((district, founder), (cadre, district))
    for device in (district, cadre):
        assert device.identity.programme == founder.identity.programme
        assert (device.identity.recovery, told(device)) == (recovery_of(sheet), "signed")
