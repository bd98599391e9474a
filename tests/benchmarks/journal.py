"""Save, load, export and import against the raw work underneath them, as ratios in one run.

Each limit stands in docs/architecture.md, "Benchmarks". Raw means: the same rows and lines, the same encrypted
file with the same pragmas and indexes, bound as integers and bytes, nothing checked, nothing signed.
"""

import contextlib
import csv
import gc
import math
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

import zstandard
from sqlalchemy import Connection

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.tables.load_folder import load_folder
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Entry, system_clock
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.calendar import month_text
from kpm_desktop.domain.records.identity import derived_id, new_id
from kpm_desktop.sync import seal
from kpm_desktop.sync.folder import FolderRoute

Result = tuple[str, float, float]
VILLAGE = "12.75.01.1001"
PASSWORD = "kata-sandi-tolok"
#: How often raw work and import are timed in turn, each on a profile of its own; the quickest of each counts, as
#: whatever else a machine does only ever adds.
TURNS = 3


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def write_folder(folder: Path, children: int, months: int) -> int:
    """An interchange folder of children with monthly rows; gives the number of rows."""
    folder.mkdir()
    tables: dict[str, list[dict[str, object]]] = {"household": [], "person": [], "child_visit": []}
    for n in range(children):
        tables["household"].append({"ref": f"h{n}", "village_code": VILLAGE, "head_name": f"Kepala {n}", "rt": "001"})
        born = date(2023, 1, 1) + timedelta(days=n % 28)
        tables["person"].append(
            {"ref": f"p{n}", "household_id": f"h{n}", "full_name": f"Anak {n}", "sex": "male", "birth_date": born}
        )
        for m in range(months):
            month = month_text(2023 * 12 + 1 + m)
            tables["child_visit"].append(
                {
                    "person_id": f"p{n}",
                    "month": month,
                    "visit_date": f"{month}-28",
                    "place": "posyandu",
                    "nutrition_class": "normal",
                    "mat_result": "green",
                    "was_weighed": 1,
                    "weight_g": 4000 + 300 * m,
                    "was_length_measured": 1,
                    "length_mm": 520 + 12 * m,
                    "counselling_mother": 1,
                    "home_visits": 1,
                    "has_safe_water": 1,
                    "has_latrine": n % 2,
                    "has_birth_certificate": 1,
                    "has_health_insurance": 1,
                }
            )
    for kind, rows in tables.items():
        with (folder / f"{kind}.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return sum(map(len, tables.values()))


@contextlib.contextmanager
def profiles() -> Iterator[tuple[Path, Store, Store]]:
    """A folder, a cadre's and a supervisor's open profile, the cadre invited and joined."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cadre = init_profile(folder / "c", role="cadre", name="Kader", villages=[VILLAGE], password=PASSWORD).store
        boss = init_profile(folder / "s", role="supervisor", name="Penyelia", villages=[VILLAGE], password=PASSWORD)
        invite(boss.store, folder / "undangan")
        join(cadre, folder / "undangan")
        with cadre, boss.store:
            yield folder, cadre, boss.store


def journal_rows(tx: Connection) -> tuple[list[tuple[Any, ...]], dict[str, list[tuple[Any, ...]]]]:
    """All journal and record rows as they would be bound."""
    changes = [tuple(row) for row in tx.exec_driver_sql("SELECT * FROM change")]
    kinds = ("household", "person", "child_visit")
    return changes, {kind: [tuple(row) for row in tx.exec_driver_sql(f"SELECT * FROM {kind}")] for kind in kinds}


def raw_insert(store: Store, changes: list[tuple[Any, ...]], records: dict[str, list[tuple[Any, ...]]]) -> None:
    """The same rows and lines with nothing but executemany, in blocks of 5,000, each its own transaction."""
    for at in range(0, len(changes), 5000):
        with store.writing() as tx:
            block = changes[at : at + 5000]
            tx.exec_driver_sql(f"INSERT INTO change VALUES ({','.join('?' * len(block[0]))})", block)
    for kind, rows in records.items():
        for at in range(0, len(rows), 5000):
            with store.writing() as tx:
                part = rows[at : at + 5000]
                tx.exec_driver_sql(f"INSERT INTO {kind} VALUES ({','.join('?' * len(part[0]))})", part)


def bare_store(folder: Path, like: Store) -> Store:
    """An empty profile whose regions, streams and segments are those of another, so that rows can be copied in."""
    store = init_profile(folder, role="cadre", name="Mentah", villages=[VILLAGE], password=PASSWORD).store
    with like.reading() as old, store.writing() as new:
        for table in ("region", "stream", "segment"):
            for row in old.exec_driver_sql(f"SELECT * FROM {table}"):
                new.exec_driver_sql(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", tuple(row))
    return store


def big_run(children: int, months: int) -> list[Result]:
    """Load, export and import of the same village."""
    with profiles() as (folder, cadre, boss):
        rows = write_folder(folder / "in", children, months)
        load = timed(lambda: load_folder(cadre, folder / "in"))
        export = timed(lambda: export_bundle(cadre, FolderRoute(folder / "stick")))
        recipients = [settings_of(cadre).age, settings_of(boss).age, settings_of(boss).recovery]
        lines = timed(lambda: raw_export(cadre, recipients))
        boss.close()
        raw, taken, again, bundles = imports(folder, cadre)
    return [
        (f"load of {rows} rows / raw executemany", load / raw, 8.0),
        (f"export of {rows} changes / reading lines, zstd, age", export / lines, 2.0),
        (f"import of {rows} changes in {bundles} bundles / raw executemany", taken / raw, 2.5),
        ("import of bundles already taken / 10 ms per 1,000 changes", again / (rows * 1e-5), 1.0),
    ]


def edits_run(children: int, months: int) -> list[Result]:
    """Import where every tenth change is an edit: the same rows loaded again, some with another weight."""
    with profiles() as (folder, cadre, boss):
        rows = write_folder(folder / "in", children * 9 // 10, months)
        load_folder(cadre, folder / "in")
        edits = weigh_again(folder / "in", rows // 9)
        load_folder(cadre, folder / "in")
        export_bundle(cadre, FolderRoute(folder / "stick"))
        boss.close()
        raw, taken, _, bundles = imports(folder, cadre)
    return [(f"import of {rows + edits} changes in {bundles} bundles, {edits} of them edits / raw", taken / raw, 3.0)]


def weigh_again(folder: Path, count: int) -> int:
    """Gives so many of a folder's visits, evenly spread, another weight; gives how many."""
    path = folder / "child_visit.csv"
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    chosen = rows[:: len(rows) // count][:count]
    for row in chosen:
        row["weight_g"] = str(int(row["weight_g"]) + 50)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return len(chosen)


def imports(folder: Path, cadre: Store) -> tuple[float, float, float, int]:
    """Seconds of the raw work, of the import of all bundles on the stick, and of importing them again; how many they
    are. The supervisor's profile is closed."""
    bundles = sorted((folder / "stick").iterdir(), key=lambda path: int(path.stem.rsplit("-", 1)[1]))
    with cadre.reading() as tx:
        changes, records = journal_rows(tx)
        expected = heads.state_hash(tx)
    raw = taken = again = math.inf
    for turn in range(TURNS):
        with bare_store(folder / f"raw{turn}", cadre) as bare:
            raw = min(raw, timed(lambda s=bare: raw_insert(s, changes, records)))  # type: ignore[misc]
        shutil.copytree(folder / "s", folder / f"s{turn}")
        with open_store(folder / f"s{turn}", PASSWORD) as copy:
            taken = min(taken, timed(lambda s=copy: import_all(s, bundles)))  # type: ignore[misc]
            again = min(again, timed(lambda s=copy: import_all(s, bundles)))  # type: ignore[misc]
            with copy.reading() as tx:
                assert heads.state_hash(tx) == expected
    return raw, taken, again, len(bundles)


def import_all(store: Store, bundles: Sequence[Path]) -> None:
    """Takes the bundles in, one after the other."""
    for bundle in bundles:
        import_bundle(store, bundle)


def settings_of(store: Store) -> settings.Identity:
    """The identity of an open profile."""
    with store.reading() as tx:
        return settings.read_identity(tx)


def raw_export(store: Store, recipients: list[str]) -> None:
    """The same lines read, compressed at level 3 and sealed, in parts of 5,000."""
    with store.reading() as tx:
        for first in range(0, 10**9, 5000):
            lines = tx.exec_driver_sql("SELECT line FROM change ORDER BY no LIMIT 5000 OFFSET ?", (first,)).all()
            if not lines:
                return
            seal.encrypt(zstandard.compress(b"\n".join(row[0] for row in lines), 3), recipients)


def saves(count: int = 300) -> list[Result]:
    """One checklist saved, durable, journal included, against a raw INSERT of the same bytes: the medians of many."""
    with profiles() as (folder, cadre, _):
        people = [new_id() for _ in range(count)]
        saved, cpu = [], []
        for person in people:
            values = visit_values(person)
            begun = time.process_time()
            saved.append(timed(lambda v=values: save(cadre, v)))  # type: ignore[misc]
            cpu.append(time.process_time() - begun)
        with cadre.reading() as tx:
            changes = [tuple(r) for r in tx.exec_driver_sql("SELECT * FROM change WHERE kind = 'child_visit'")]
            rows = [tuple(r) for r in tx.exec_driver_sql("SELECT * FROM child_visit")]
        with bare_store(folder / "raw", cadre) as bare:
            pairs = zip(changes, rows, strict=True)
            raw = [timed(lambda p=pair: raw_save(bare, *p)) for pair in pairs]  # type: ignore[misc]
    return [
        ("one checklist saved / raw INSERT of the same bytes", median(saved) / median(raw), 3.0),
        ("one checklist saved, ms of processor", median(cpu) * 1000, 1.0),
    ]


def visit_values(person: UUID) -> dict[str, Any]:
    """A child's month as answered."""
    return {
        "person_id": str(person),
        "month": "2025-07",
        "visit_date": "2025-07-10",
        "place": "home",
        "was_weighed": True,
        "weight_g": 8100,
        "home_visits": 1,
        "has_safe_water": True,
        "has_latrine": False,
    }


def save(store: Store, values: dict[str, Any]) -> None:
    """What a save does: one change and its row in one transaction."""
    record = derived_id("child_visit", values)
    assert record is not None
    with store.writing() as tx:
        batch = RecordBatch(tx, settings.read_identity(tx), system_clock)
        batch.add(Entry(VILLAGE, "child_visit", record, values), is_new=True)
        batch.flush()


def raw_save(store: Store, change: tuple[Any, ...], row: tuple[Any, ...]) -> None:
    """The same two rows, durable, nothing else."""
    with store.writing() as tx:
        tx.exec_driver_sql(f"INSERT INTO change VALUES ({','.join('?' * len(change))})", change)
        tx.exec_driver_sql(f"INSERT INTO child_visit VALUES ({','.join('?' * len(row))})", row)


def run(children: int = 4000, months: int = 23) -> list[Result]:
    """All of them at the sizes of the targets: 100,000 changes. The garbage collector rests as it does in the window
    while work is under way (`ui/frame/jobs.py`)."""
    gc.collect()
    gc.disable()
    try:
        return [*saves(), *big_run(children, months), *edits_run(children, months)]
    finally:
        gc.enable()


if __name__ == "__main__":
    for name, ratio, limit in run():
        print(f"{'ok  ' if ratio <= limit else 'OVER'} {ratio:8.2f} of {limit:6.2f}  {name}")
