"""What waits for somebody: referrals without a result, and remarks nobody answered."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection


class OpenReferral(NamedTuple):
    """A referral without a result."""

    person: UUID
    name: str
    referred_to: str
    since: date


class OpenRemark(NamedTuple):
    """A remark of a supervisor about a record; person is None where it is about no person this profile holds."""

    person: UUID | None
    name: str
    text: str


_PERSON_OF = {
    "household": "SELECT NULL, head_name FROM household WHERE id = ?",
    "person": "SELECT id, full_name FROM person WHERE id = ?",
    "pregnancy": "SELECT p.id, p.full_name FROM pregnancy g JOIN person p ON p.id = g.person_id WHERE g.id = ?",
    "child_visit": "SELECT p.id, p.full_name FROM child_visit v JOIN person p ON p.id = v.person_id WHERE v.id = ?",
    "pregnancy_visit": (
        "SELECT p.id, p.full_name FROM pregnancy_visit v JOIN pregnancy g ON g.id = v.pregnancy_id"
        " JOIN person p ON p.id = g.person_id WHERE v.id = ?"
    ),
}


def open_referrals(tx: Connection) -> list[OpenReferral]:
    """The oldest first."""
    rows = tx.exec_driver_sql(
        "SELECT p.id, p.full_name, r.referred_to, r.referral_date FROM referral r JOIN person p ON p.id = r.person_id"
        " WHERE r.progress = 'open' AND coalesce(r.status, 'active') = 'active'"
        " AND coalesce(p.status, 'active') = 'active' ORDER BY r.referral_date"
    )
    return [OpenReferral(UUID(bytes=r[0]), r[1] or "", r[2] or "", date.fromisoformat(r[3])) for r in rows]


def open_remarks(tx: Connection) -> list[OpenRemark]:
    """Remarks that wait for an answer, in the order they were written."""
    rows = tx.exec_driver_sql(
        "SELECT about_kind, about_id, text FROM comment c WHERE progress = 'open' AND reply_to_id IS NULL"
        " AND coalesce(status, 'active') = 'active' ORDER BY no"
    ).all()
    found = []
    for kind, about, text in rows:
        query = _PERSON_OF.get(kind)
        whose = tx.exec_driver_sql(query, (about,)).first() if query else None
        person = UUID(bytes=whose[0]) if whose is not None and whose[0] is not None else None
        found.append(OpenRemark(person, (whose[1] or "") if whose is not None else "", text or ""))
    return found
