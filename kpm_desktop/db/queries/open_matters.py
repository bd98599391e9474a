"""What waits for somebody: referrals without a result."""

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


def open_referrals(tx: Connection) -> list[OpenReferral]:
    """The oldest first."""
    rows = tx.exec_driver_sql(
        "SELECT p.id, p.full_name, r.referred_to, r.referral_date FROM referral r JOIN person p ON p.id = r.person_id"
        " WHERE r.progress = 'open' AND coalesce(r.status, 'active') = 'active'"
        " AND coalesce(p.status, 'active') = 'active' ORDER BY r.referral_date"
    )
    return [OpenReferral(UUID(bytes=r[0]), r[1] or "", r[2] or "", date.fromisoformat(r[3])) for r in rows]
