"""Twenty thousand forged bundles through the import itself: refused or taken exactly as meant, the database untouched
where refused, never a fault of the program, never more memory than a bundle is worth."""

import hashlib
import random
import resource
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import Connection

from kpm_desktop.commands.bundles.import_bundle import Account, import_bundle
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.newer_bundles import FOLDER
from kpm_desktop.db.journal import heads
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.judge import RULE_VERSION
from kpm_desktop.sync.credentials import SUPERVISOR
from tests.support.cli import PASSWORD, account, kpm, state
from tests.support.devices import DISTRICT, NOON, REGENCY
from tests.support.faults import new_supervisor
from tests.support.forger import FOREIGN, Draft, Effect, Piece, forge, run
from tests.sync.sample import START, VILLAGE
from tests.sync.test_every_order import CAMAT, LAIN, PROGRAMME, SARI, TOP, MemoryStore, files, paper, top

MEGABYTE = 1024


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MemoryStore]:
    """The level above, who knows the supervisor, both cadres, some of their work and a revocation."""
    folder = tmp_path_factory.mktemp("forged")
    with top() as tx:
        store = MemoryStore(tx, folder)
        peers.keep_peer(
            tx, device=CAMAT.device, age=CAMAT.age.recipient, name="Pak Camat", device_name="", is_upstream=False
        )
        for file in files(folder, [0, 1, 3, 5]):
            import_bundle(cast(Store, store), file, clock=lambda: NOON)
        yield store


def tip_of(tx: Connection, device: str) -> tuple[int, str]:
    """The number and hash of an author's last change."""
    row = tx.exec_driver_sql(
        "SELECT g.last_seq, g.tip FROM segment g JOIN stream s ON s.no = g.stream_no"
        " WHERE s.device = ? ORDER BY g.last_seq DESC LIMIT 1",
        (device,),
    ).first()
    return (0, START) if row is None else (row[0], row[1].hex())


def honest_pieces(tx: Connection, chance: random.Random) -> list[Piece]:
    """What all stand for themselves: work as usual, above a hole, of a revoked laptop, in a village that is not the
    author's, with values no limit allows, with kinds nobody knows, with papers and orders that say nothing."""
    last, tip = tip_of(tx, LAIN.device)
    key, text = chance.randbytes(32).hex(), chance.choice(["", "{}", '{"device":1}', "x" * 300])
    values: list[dict[str, Any]] = [
        {"head_name": "Pak Amir"},
        {"rt": "x" * 50, "is_vulnerable": 7, "phone": ["a"], "merged_into_id": {"id": None}},
        {"kind": "water_point", "depth_cm": 850},
        {"kind": "child_visit", "month": "2025-07", "weight_g": 10**9},
        {"kind": "credential", "region_code": VILLAGE, "statement": text, "signature": key * 2},
        {"kind": "credential", "region_code": "x", "statement": 5, "signature": None},
        {"kind": "revocation", "region_code": VILLAGE, "device_key": key, "accepted": [key]},
        {"kind": "revocation", "region_code": VILLAGE, "device_key": "x", "accepted": ["x", 5, None]},
        {"kind": "release", "region_code": VILLAGE, "device_key": SARI.device, "released": [key]},
        {"kind": "release", "region_code": VILLAGE, "device_key": SARI.device, "released": "x"},
    ]
    some = chance.sample(values, chance.randrange(1, 4))
    pieces = [
        run(LAIN, some, last + 1, tip),
        run(CAMAT, chance.sample(values, 2), 9, chance.randbytes(32).hex()),
        run(SARI, some, 20, chance.randbytes(32).hex()),
        run(LAIN, some, 2**53 - 5, chance.randbytes(32).hex()),
        run(LAIN, [values[0]], region=FOREIGN),
    ]
    pieces[4].worse(Effect.WAITS)
    return chance.sample(pieces, chance.randrange(1, 4))


def digest(tx: Connection) -> str:
    """All of the database."""
    total = hashlib.sha256()
    raw = tx.connection.cursor()
    for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        total.update(repr(raw.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()).encode())
    return total.hexdigest()


def names(tx: Connection) -> set[bytes]:
    return set(tx.exec_driver_sql("SELECT name FROM change").scalars())


def name_of(line: bytes) -> bytes:
    return hashlib.sha256(line).digest()[:16]


def drafted(tx: Connection, seed: int) -> Draft:
    chance = random.Random(seed)
    papers = [paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat")]
    return forge(Draft(honest_pieces(tx, chance), CAMAT, TOP, papers, chance))


def taken_in(store: MemoryStore, file: Path) -> Account | None:
    """What an import says; None where it refuses."""
    try:
        return import_bundle(cast(Store, store), file, clock=lambda: NOON)
    except Refused as refusal:
        assert refusal.reasons
        return None


def check(store: MemoryStore, seed: int, *, closely: bool) -> None:
    """One forged bundle, and all it was taken for taken back again."""
    tx, file = store.tx, store.folder / "forged.kpmsync"
    draft = drafted(tx, seed)
    file.write_bytes(draft.packed())
    where = f"seed {seed}: {', '.join(draft.did)}"
    before = digest(tx)
    within = tx.begin_nested()
    try:
        found = taken_in(store, file)
        if draft.whole or draft.newer:
            assert found is None or (draft.newer and found.outcome == "newer"), where
            assert found is not None or draft.whole, where
            assert digest(tx) == before, where
            return
        assert found is not None, where
        assert_as_meant(tx, draft, found, where)
        if closely:
            assert heads.differing_rows(tx) == [], where
            after = digest(tx)
            again = import_bundle(cast(Store, store), file, clock=lambda: NOON)
            assert (again.outcome == "known") == (found.refused == [] and not found.waiting), where
            assert again.outcome != "known" or digest(tx) == after, where
    finally:
        within.rollback()


def assert_as_meant(tx: Connection, draft: Draft, found: Account, where: str) -> None:
    """Each range for itself: held, waiting or refused."""
    by_effect = {effect: [piece for piece in draft.pieces if piece.effect == effect] for effect in Effect}
    held = names(tx)
    taken = {name_of(line) for piece in by_effect[Effect.TAKEN] for line in piece.lines}
    others = {name_of(line) for piece in draft.pieces for line in piece.lines} - taken
    assert taken <= held, where
    assert not others & held, where
    assert len(found.refused) == len(by_effect[Effect.REFUSED]), where
    assert sum(count for _, count in found.waiting) == sum(len(p.lines) for p in by_effect[Effect.WAITS]), where


def check_many(store: MemoryStore, seeds: range) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for seed in seeds:
        check(store, seed, closely=seed % 20 == 0)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
    assert grown < 200 * MEGABYTE, f"{grown} KiB more"
    for left in (store.folder / FOLDER).glob("*"):
        left.unlink()


def flipped(data: bytes, bit: int) -> bytes:
    return data[: bit // 8] + bytes([data[bit // 8] ^ (1 << bit % 8)]) + data[bit // 8 + 1 :]


def honest_bundle(tx: Connection) -> Draft:
    """About 4 KB of work and papers, nothing forged."""
    last, tip = tip_of(tx, LAIN.device)
    chance = random.Random(5)
    values = [{"head_name": f"Pak {chance.randbytes(40).hex()}", "rt": str(seq)} for seq in range(24)]
    papers = [paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat")]
    return Draft([run(LAIN, values, last + 1, tip)], CAMAT, TOP, papers, chance)


def assert_flips_change_nothing(store: MemoryStore, step: int) -> None:
    """Every so many bits, of the file and of what is encrypted in it."""
    draft = honest_bundle(store.tx)
    data = draft.packed()
    assert 3500 < len(data) < 5000
    file = store.folder / "flipped.kpmsync"
    before = digest(store.tx)
    for bit in range(0, len(data) * 8, step):
        file.write_bytes(flipped(data, bit))
        assert taken_in(store, file) is None, bit
    size = len(data) - 1000
    for bit in range(0, size * 8, step):
        draft.payload = partial(flipped, bit=bit)
        file.write_bytes(draft.packed())
        assert taken_in(store, file) is None, bit
    assert digest(store.tx) == before


def test_flipped_bits_leave_the_database_untouched(known: MemoryStore) -> None:
    assert_flips_change_nothing(known, 101)


@pytest.mark.slow
def test_every_flipped_bit_leaves_the_database_untouched(known: MemoryStore) -> None:
    assert_flips_change_nothing(known, 1)


def test_kpm_says_what_it_refuses_and_never_fails_by_itself(tmp_path: Path) -> None:
    """Some of each in a process of its own, all in one call; the profile holds what it held."""
    profile = new_supervisor(tmp_path / "p", REGENCY)
    with top() as tx, open_store(profile, PASSWORD) as store, store.writing() as writing:
        made = [drafted(tx, seed) for seed in range(3000, 3022)]
        settings.write_identity(writing, settings.read_identity(tx))
    before = state(profile)
    for at, draft in enumerate(made):
        (tmp_path / f"{at:02}.kpmsync").write_bytes(draft.packed())
    spoiled = [tmp_path / f"{at:02}.kpmsync" for at, draft in enumerate(made) if draft.whole and not draft.newer]
    assert len(spoiled) > 8
    done = kpm("import", *spoiled, profile=profile, expect=1, prepare=at_most_a_gigabyte)
    assert [line for line in done.stderr.splitlines() if "tidak diambil" not in line] == []
    assert {line.split(": ")[0] for line in done.stderr.splitlines()} == {file.name for file in spoiled}
    assert state(profile) == before
    rest = sorted(set(tmp_path.glob("*.kpmsync")) - set(spoiled))
    assert kpm("import", *rest, profile=profile, expect=None).returncode in (0, 1)
    assert account(profile)["rules"] == f"{RULE_VERSION}"


def at_most_a_gigabyte() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def test_forged_bundles_are_refused_or_taken_as_meant(known: MemoryStore) -> None:
    check_many(known, range(1000))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_twenty_thousand_forged_bundles(known: MemoryStore, part: int) -> None:
    check_many(known, range(1000 + part * 2000, 3000 + part * 2000))
