"""Of whom nobody vouches for no more is read and kept than a room holds: the oldest makes room, which is said, and what
does not fit is sent again once its laptop is let in."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast
from uuid import UUID

import pytest
from sqlalchemy import Connection

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.bundles import import_bundle as module
from kpm_desktop.commands.bundles.import_bundle import Account, import_bundle
from kpm_desktop.db.delivery import invitations, newer_bundles, rooms, waiting
from kpm_desktop.db.delivery.rooms import Size
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync import bundle
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.bundle import pack
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR
from kpm_desktop.sync.header import CredentialPaper, Have, Header, HeadLine, Range, read_head_line
from kpm_desktop.sync.invitation import EnrolmentBody, write_enrolment
from tests.commands.access.test_who_may import with_wrong_code
from tests.support.devices import DISTRICT, NOON, VILLAGE, Place
from tests.sync.sample import CODE, INVITATION, Party, cover, journal, later_bundle, line, sealed
from tests.sync.test_every_order import CAMAT, PROGRAMME, RECOVERY, TOP, MemoryStore, paper, top

KIB = 1024
WRONG = "0" * 32
Runs = list[tuple[Range, list[bytes]]]


def of_size(who: Party, size: int, first: int = 1, prev: str = "0" * 64) -> tuple[Range, list[bytes]]:
    """One change of about so many bytes, under a seal of its own."""
    lines = [line(who.device, first, prev, note="a" * size)]
    return sealed(who.key, lines, first=first), lines


def sent(
    folder: Path, who: Party, runs: Runs, code: str = "", papers: tuple[CredentialPaper, ...] = (), have: int = 0
) -> Path:
    """A bundle of somebody; with a code she introduces herself."""
    body = EnrolmentBody(INVITATION, "laptop", who.device, who.age.recipient, (VILLAGE,))
    pieces = tuple((f"{at:064x}", None) for at in range(have))
    header = Header(
        have=(Have(VILLAGE, UUID(int=1), pieces),) if have else (),
        credentials=papers,
        enrolment=write_enrolment(body, code) if code else None,
        ranges=tuple(piece for piece, _ in runs),
    )
    lines = [each for _, own in runs for each in own]
    file = folder / f"{who.device[:16]}.kpmsync"
    file.write_bytes(pack(cover(to=TOP.device), header, lines, who.key, [TOP.age.recipient]))
    return file


def take(tx: Connection, file: Path) -> Account:
    return import_bundle(cast(Store, MemoryStore(tx, file.parent)), file, clock=lambda: NOON)


def invite_with_code(tx: Connection) -> None:
    """An invitation that was used long ago."""
    written = SimpleNamespace(
        id=INVITATION, code=CODE, person="Ibu Baru", regions=(VILLAGE,), role="cadre", expires_at="2025-01-01T00:00:00Z"
    )
    invitations.keep(tx, written)


def authors(tx: Connection) -> list[str]:
    return [one.device for one in waiting.held(tx)]


def test_of_a_stranger_no_more_is_read_than_her_room_holds(tmp_path: Path) -> None:
    """What lies behind is not looked at, and taken in whole once a paper is there."""
    stranger = Party()
    runs, prev = [], "0" * 64
    for seq in range(1, 9):
        runs.append(of_size(stranger, 200 * KIB, seq, prev))
        prev = runs[-1][0].tip
    with top() as tx:
        account = take(tx, sent(tmp_path, stranger, runs, WRONG))
        assert (sum(count for _, count in account.waiting), account.left) == (5, 3)
        assert take(tx, sent(tmp_path, stranger, runs, WRONG)).outcome == "taken", "what waits is not known"
        papers = (
            paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),
            paper(CAMAT.key, stranger, CADRE, VILLAGE, "Ibu Baru"),
        )
        account = take(tx, sent(tmp_path, stranger, runs, papers=papers))
        assert (sum(account.new.values()), account.left, authors(tx)) == (8, 0, [])


def test_a_head_without_end_is_read_for_a_mebibyte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the changes none is, as it is not known which there are; that she asks is found before."""
    stranger = Party()
    read: list[int] = []

    def counted(line: bytes) -> HeadLine | None:
        read.append(len(line))
        return read_head_line(line)

    file = sent(tmp_path, stranger, [of_size(stranger, 10)], WRONG, have=30_000)
    with top() as tx, monkeypatch.context() as patch:
        patch.setattr(bundle, "read_head_line", counted)
        account = take(tx, file)
        assert sum(read) <= 1024 * KIB
        assert (account.left, account.waiting) == (1, [])
        assert [one.device for one in invitations.candidates(tx)] == [stranger.device]


def test_who_asked_longest_ago_makes_room_and_it_is_said(tmp_path: Path) -> None:
    strangers = [Party() for _ in range(52)]
    with top() as tx:
        told = [take(tx, sent(tmp_path, who, [of_size(who, 10)], WRONG)).let_go for who in strangers]
        asking = [one.device for one in invitations.candidates(tx)]
        assert set(asking) == {who.device for who in strangers[2:]} == set(authors(tx))
    assert [list(each) for each in told if each] == [[strangers[0].device], [strangers[1].device]]


def test_strangers_push_out_each_other_and_not_whose_code_was_right(tmp_path: Path) -> None:
    """Sixteen MiB of strangers, and somebody who answered an invitation too late."""
    late = Party()
    with top() as tx:
        invite_with_code(tx)
        account = take(tx, sent(tmp_path, late, [of_size(late, 200 * KIB)], CODE))
        assert account.enrolment_waits is not None and account.enrolment_waits.code == "access.enrolment_expired"
        gone: dict[str, int] = {}
        for _ in range(90):
            who = Party()
            gone |= take(tx, sent(tmp_path, who, [of_size(who, 200 * KIB)])).let_go
        assert late.device in authors(tx) and late.device not in gone
        assert sum(one.size for one in waiting.held(tx) if one.device != late.device) <= 16 * 1024 * KIB
        assert len(gone) == 90 - (len(authors(tx)) - 1) > 0
        assert set(gone.values()) == {1}


def test_whose_code_was_right_is_read_whole_and_kept_to_eight_mebibytes(tmp_path: Path) -> None:
    late = Party()
    runs = [of_size(late, 250 * KIB, seq, f"{seq:064x}") for seq in range(2, 42)]
    with top() as tx:
        invite_with_code(tx)
        account = take(tx, sent(tmp_path, late, runs, CODE))
        assert (len(account.waiting), account.left, account.let_go) == (40, 0, {late.device: 8})
        assert sum(one.size for one in waiting.held(tx)) <= 8 * 1024 * KIB


def test_a_range_beyond_her_room_is_left_and_said(tmp_path: Path) -> None:
    """Brought by somebody everybody knows."""
    stranger = Party()
    lines = journal(stranger.device, 3000)
    large = (sealed(stranger.key, lines), lines)
    papers = (paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),)
    with top() as tx:
        account = take(tx, sent(tmp_path, CAMAT, [large], papers=papers))
        assert (account.left, account.waiting, authors(tx)) == (3000, [], [])
        assert account.outcome == "taken", "it was not held before"


def test_files_of_a_later_format_wait_in_the_same_rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "OTHERS", Size(50, 8 * KIB, 4 * KIB))
    monkeypatch.setattr(rooms, "VOUCHED", Size(0, 6 * KIB, 4 * KIB))
    file = tmp_path / "nanti.kpmsync"

    def later(who: Party) -> Account:
        file.write_bytes(later_bundle(PROGRAMME, TOP, who, RECOVERY, min_reader=2))
        return take(tx, file)

    with top() as tx:
        strangers = [Party() for _ in range(6)]
        gone = [list(later(who).let_go) for who in strangers]
        kept = [one.sender for one in newer_bundles.kept(tmp_path)]
        assert kept == [who.device for who in strangers[-len(kept) :]] and 1 < len(kept) < 6
        assert [each for each in gone if each] == [[who.device] for who in strangers[: 6 - len(kept)]]
        account = take(tx, sent(tmp_path, strangers[0], [of_size(strangers[0], 2 * KIB)]))
        assert list(account.let_go) == [strangers[-len(kept)].device], "the oldest thing of all"
        monkeypatch.setattr(rooms, "OTHERS", Size(50, 8 * KIB, 100))
        with pytest.raises(Refused, match="newer_no_room"):
            later(Party())
        take(tx, sent(tmp_path, CAMAT, [], papers=(paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),)))
        for _ in range(6):
            later(CAMAT)
        assert sum(one.size for one in newer_bundles.kept(tmp_path) if one.sender == CAMAT.device) <= 4 * KIB


def test_what_found_no_room_comes_once_the_laptop_is_let_in(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost: `have` never names what waits."""
    boss, sari = place.supervisor("Pak Camat"), place.cadre("Ibu Baru")
    sari.join(boss.invite(VILLAGE))
    for at in range(6):
        sari.save(UUID(int=at + 1), {"village_code": VILLAGE, "head_name": f"Pak {at}"})
    monkeypatch.setattr(bundle, "GLANCE", 2 * KIB)
    (file,) = sari.export()
    (account,) = boss.take(with_wrong_code(sari, boss, file))
    assert (account.waiting, account.left) == ([], 6)
    accept_device(boss.store, sari.key, clock=boss.clock)
    sari.take(*boss.receipt(sari.key))
    boss.take(*sari.export())
    assert boss.names() >= sari.names()


def test_who_is_vouched_for_is_read_as_often_whatever_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With thousands of papers it is the dearest question there is."""
    read: list[str] = []

    def counted(tx: Connection, identity: Identity) -> Access:
        read.append(identity.device)
        return read_access(tx, identity)

    monkeypatch.setattr(module, "read_access", counted)
    with top() as tx:
        asked = []
        for count in (1, 20, 20):
            stranger = Party()
            runs = [of_size(stranger, 10, seq, f"{seq:064x}") for seq in range(2, 2 + count)]
            before = len(read)
            assert len(take(tx, sent(tmp_path, stranger, runs)).waiting) == count
            asked.append(len(read) - before)
    assert len(set(asked)) == 1
