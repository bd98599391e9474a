"""Is the database file sound, and does every change still hang on the one before it?"""

from sqlalchemy import Connection

from kpm_desktop.db.journal.segments import ZERO
from kpm_desktop.domain.change import NAME_BYTES, line_hash


def integrity_faults(tx: Connection) -> list[str]:
    """What SQLite and SQLCipher find wrong with the file; empty when all is well."""
    found = [row[0] for row in tx.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"foreign key: {row[0]}" for row in tx.exec_driver_sql("PRAGMA foreign_key_check")]
    return found + [str(row[0]) for row in tx.exec_driver_sql("PRAGMA cipher_integrity_check")]


def broken(tx: Connection) -> list[str]:
    """The places (`stream:seq`) where a line is not what its name says or does not hang on the one before."""
    found = []
    segments = tx.exec_driver_sql(
        "SELECT g.no, g.below, g.first_seq, g.last_seq, g.tip, hex(s.id) FROM segment g"
        " JOIN stream s ON s.no = g.stream_no ORDER BY g.no"
    ).all()
    for no, below, first, last, tip, stream in segments:
        expected, prev = first, below
        rows = tx.exec_driver_sql(
            "SELECT seq, name, line FROM change WHERE segment_no = ? ORDER BY seq", (no,)
        ).yield_per(2000)
        for seq, name, line in rows:
            digest = line_hash(line)
            hangs = b'"prev":"%b"' % prev.hex().encode() in line
            if seq != expected or digest[:NAME_BYTES] != name or not hangs:
                found.append(f"{stream.lower()}:{seq}")
            expected, prev = seq + 1, digest
        if expected != last + 1 or prev != tip:
            found.append(f"{stream.lower()}:{last}")
        if first == 1 and below != ZERO:
            found.append(f"{stream.lower()}:1")
    return found
