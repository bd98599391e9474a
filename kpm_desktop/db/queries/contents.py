"""What a whole database holds, in a few words: for a backup, and for two databases side by side."""

from sqlalchemy import Connection

_AT = "json_extract(CAST(line AS TEXT), '$.at')"


def mark(tx: Connection) -> str:
    """Differs whenever records or drafts do."""
    last = tx.exec_driver_sql("SELECT coalesce(max(no), 0) FROM change").scalar_one()
    drafts = tx.exec_driver_sql("SELECT count(*), coalesce(max(at), ''), total(length(answers)) FROM draft").one()
    return "/".join(map(str, (last, *drafts)))


def newest_change(tx: Connection) -> str | None:
    """The instant of the change that was written last."""
    found: str | None = tx.exec_driver_sql(f"SELECT max({_AT}) FROM change").scalar()
    return found


def only_here(tx: Connection, names_elsewhere: set[bytes]) -> tuple[int, str | None]:
    """How many records have a change that is not elsewhere, and the newest instant of those changes. What was written
    again here (`journal/healing.py`) is elsewhere where the old line is."""
    old = {no for no, name in tx.exec_driver_sql("SELECT change_no, name FROM kept_line") if name in names_elsewhere}
    rows = tx.exec_driver_sql("SELECT no, name FROM change")
    lacking = [no for no, name in rows if name not in names_elsewhere and no not in old]
    if not lacking:
        return 0, None
    tx.exec_driver_sql("CREATE TEMP TABLE lacking (no INTEGER PRIMARY KEY)")
    try:
        tx.exec_driver_sql("INSERT INTO lacking (no) VALUES (?)", [(no,) for no in lacking])
        row = tx.exec_driver_sql(f"SELECT count(DISTINCT record), max({_AT}) FROM change JOIN lacking USING (no)").one()
        return row[0], row[1]
    finally:
        tx.exec_driver_sql("DROP TABLE lacking")


def names(tx: Connection) -> set[bytes]:
    """The names of all changes."""
    return {row[0] for row in tx.exec_driver_sql("SELECT name FROM change")}
