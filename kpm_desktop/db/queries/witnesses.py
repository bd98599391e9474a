"""What the journal tells of time: the days this laptop worked, and the last day of every other one."""

from datetime import date, datetime

import msgspec
from sqlalchemy import Connection

from kpm_desktop.domain.calendar import civil_day, in_range
from kpm_desktop.domain.clock import OWN_DAYS, Witnesses

#: In how many even steps a run of changes is looked through for days, besides ever larger ones from its end: work of
#: one day, such as a load, may be thousands of changes at its end.
_STEPS = 16


class _At(msgspec.Struct):
    at: str


def witnesses(tx: Connection, device: str) -> Witnesses:
    """The witnesses of a laptop that is `device`; a few lines of each stream are read, never the journal."""
    return Witnesses(_own_days(tx, device), _others(tx, device))


def _own_days(tx: Connection, device: str) -> tuple[date, ...]:
    ends = tx.exec_driver_sql(
        "SELECT g.no, g.first_seq, g.last_seq FROM stream s JOIN segment g ON g.stream_no = s.no WHERE s.device = ?",
        (device,),
    ).all()
    places = sorted((back, no, last - back) for no, first, last in ends for back in _looked_at(last - first))
    days: dict[date, None] = {}
    for _, no, seq in places:
        line = tx.exec_driver_sql("SELECT line FROM change WHERE segment_no = ? AND seq = ?", (no, seq)).scalar_one()
        days[_day(line)] = None
        if len(days) == OWN_DAYS:
            break
    return tuple(days)


def _looked_at(length: int) -> set[int]:
    """How far from the end of a run of `length` changes and one its days are looked for."""
    even = {length * step // _STEPS for step in range(_STEPS + 1)}
    return even | {1 << power for power in range(length.bit_length())}


def _others(tx: Connection, device: str) -> tuple[date, ...]:
    rows = tx.exec_driver_sql(
        "SELECT s.device, c.line FROM segment g CROSS JOIN stream s ON s.no = g.stream_no"
        " CROSS JOIN change c ON c.segment_no = g.no AND c.seq = g.last_seq WHERE s.device <> ? AND c.ignored = 0",
        (device,),
    )
    newest: dict[str, date] = {}
    for other, line in rows:
        day = _day(line)
        newest[other] = max(day, newest.get(other, day))
    return tuple(newest.values())


def _day(line: bytes) -> date:
    return civil_day(datetime.fromisoformat(in_range(msgspec.json.decode(line, type=_At).at)))
