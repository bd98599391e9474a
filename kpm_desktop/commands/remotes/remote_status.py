"""How each remote stands: waiting, sending, sent, or failed until a time. Kept, so that it is known after a restart."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.journal.journal import instant
from kpm_desktop.db.kept_reasons import KeptReason
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason

#: A number from 0 up to 1: spreads many laptops that failed at the same moment.
Chance = Callable[[], float]

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)

Phase = Literal["waiting", "sending", "sent", "failed"]


class RemoteStatus(msgspec.Struct, frozen=True, kw_only=True):
    """waiting: nothing was tried yet, or it is not there (a stick). sending: a round is under way. sent: the last round
    did all there was to do. failed: it did not; not tried by itself again before `until`.

    since: when it came to stand so; until, reached_at: when it last answered (instants, empty for never). failures:
    how often in a row.
    """

    phase: Phase = "waiting"
    since: str = ""
    until: str = ""
    failures: int = 0
    why: tuple[KeptReason, ...] = ()
    reached_at: str = ""

    def is_as(self, other: "RemoteStatus") -> bool:
        """Whether another one says the same, but for when it began."""
        return self == msgspec.structs.replace(other, since=self.since)

    def sending(self, now: datetime) -> "RemoteStatus":
        """A round begins."""
        return msgspec.structs.replace(self, phase="sending", since=instant(now), until="")

    def sent(self, now: datetime) -> "RemoteStatus":
        """A round is done."""
        return RemoteStatus(phase="sent", since=instant(now), reached_at=instant(now))

    def absent(self, now: datetime, why: tuple[Reason, ...]) -> "RemoteStatus":
        """A stick that is not plugged in has not failed; nothing has to wait before it is looked for again."""
        return RemoteStatus(
            phase="waiting", since=instant(now), why=tuple(map(KeptReason.of, why)), reached_at=self.reached_at
        )

    def failed(self, now: datetime, why: tuple[Reason, ...], chance: Chance) -> "RemoteStatus":
        """A round failed: the waiting doubles up to an hour, and half of it is left to chance."""
        failures = self.failures + 1
        wait = min(FIRST_WAIT * 2 ** min(failures - 1, 10), LONGEST_WAIT) * (0.5 + chance() / 2)
        return RemoteStatus(
            phase="failed",
            since=instant(now),
            until=instant(now + wait),
            failures=failures,
            why=tuple(map(KeptReason.of, why)),
            reached_at=self.reached_at,
        )

    def may_be_tried(self, now: datetime) -> bool:
        """Whether a round may begin by itself; a clock that was put back never keeps one waiting longer than it
        would have."""
        if not self.until:
            return True
        return not now < datetime.fromisoformat(self.until) < now + LONGEST_WAIT


def read_status(tx: Transaction, remote: str) -> RemoteStatus:
    """A remote's status; one that was cut off while sending waits again."""
    found: RemoteStatus = settings.read(tx, f"standing:{remote}", RemoteStatus, RemoteStatus())
    return msgspec.structs.replace(found, phase="waiting") if found.phase == "sending" else found


def keep_status(tx: Transaction, remote: str, status: RemoteStatus) -> None:
    """Keeps it."""
    settings.write(tx, f"standing:{remote}", status)
