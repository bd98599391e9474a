"""What waits for somebody: referrals without a result."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.groups import read_as_one
from kpm_desktop.domain.records.person import Person


class OpenReferral(NamedTuple):
    """A referral without a result."""

    region: str
    id: UUID
    person: UUID
    name: str
    referred_to: str
    since: date


def open_referrals(tx: Connection) -> list[OpenReferral]:
    """The oldest first, linked people read as one; of nobody who has left, died or was entered in error."""
    rows = tx.exec_driver_sql(
        "SELECT r.id, p.region_no, g.code, p.id, p.full_name, p.status, r.referred_to, r.referral_date"
        " FROM referral r JOIN person p ON p.id = r.person_id AND p.region_no = r.region_no"
        " JOIN region g ON g.no = r.region_no"
        " WHERE r.progress = 'open' AND coalesce(r.status, 'active') = 'active' AND r.referral_date IS NOT NULL"
        " ORDER BY r.referral_date"
    ).all()
    linked = tx.exec_driver_sql("SELECT 1 FROM person WHERE merged_into_id IS NOT NULL LIMIT 1").first() is not None
    found = []
    for referral, region_no, region, id, name, status, referred_to, since in rows:
        person, named, is_here = UUID(bytes=id), name or "", (status or "active") == "active"
        read = read_as_one(tx, "person", region_no, person) if linked else None
        if isinstance(read, Person):
            person, named, is_here = read.id, read.full_name, read.status == "active"
        if is_here:
            found.append(
                OpenReferral(region, UUID(bytes=referral), person, named, referred_to or "", date.fromisoformat(since))
            )
    return found
