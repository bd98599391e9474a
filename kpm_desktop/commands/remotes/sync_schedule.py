"""When each remote is visited next, by the program itself: pure rules, asked with the time.

Soon after something was saved, so that a visit goes along as a whole; every few minutes for what comes in; after a
failure not before its time, unless the line has come back; a stick as soon as it is plugged in.
"""

from datetime import datetime, timedelta

from kpm_desktop.commands.remotes.remote_status import RemoteStatus
from kpm_desktop.commands.remotes.remotes import Remote

SETTLE = timedelta(minutes=2)
LOOK_AGAIN = timedelta(minutes=10)
STICK_LOOK = timedelta(seconds=10)
#: What is called back sooner than this after it was last tried would only hurry a server that is not there.
LEAST = timedelta(seconds=30)


class SyncSchedule:
    """Per remote the next instant at which it is to be visited."""

    def __init__(self) -> None:
        self._next: dict[str, datetime] = {}
        self._tried: dict[str, datetime] = {}
        self._failed: set[str] = set()
        self._remotes: dict[str, Remote] = {}

    def put(self, remotes: list[tuple[Remote, RemoteStatus]], now: datetime) -> None:
        """Brings the list up to date: a remote that is new or was changed (another password) is visited at once, or
        when its failure allows."""
        known = self._remotes
        self._remotes = {remote.id: remote for remote, _ in remotes}
        self._next = {key: at for key, at in self._next.items() if key in self._remotes}
        for remote, status in remotes:
            if known.get(remote.id) != remote:
                self._next[remote.id] = now
                self._failed.discard(remote.id)
                if not status.may_be_tried(now):
                    self.ended(remote, status, now)

    def is_looked_for(self, remote: str) -> bool:
        """Whether a remote is one that is looked for again and again while it is not there."""
        return remote in self._remotes and not self._remotes[remote].kind.needs_line

    def due(self, now: datetime) -> list[Remote]:
        """The targets to be visited now, in the order they were added. A clock that was put back an hour or more
        holds nothing up."""
        far = now + LOOK_AGAIN * 6
        return [each for key, each in self._remotes.items() if not now < self._next[key] <= far]

    def tried(self, remote: str, now: datetime) -> None:
        """A visit begins."""
        self._tried[remote] = now
        self._next[remote] = now + LOOK_AGAIN

    def ended(self, remote: Remote, status: RemoteStatus, now: datetime) -> None:
        """A visit ended so. What was recorded during it is not put off."""
        key = remote.id
        if self._remotes.get(key) != remote:  # taken off the list, or changed: what became of it says nothing now
            return
        self._failed.discard(key)
        if status.phase == "failed":
            self._failed.add(key)
            self._next[key] = datetime.fromisoformat(status.until)
        elif status.phase == "waiting":
            self._next[key] = now + STICK_LOOK
        else:
            self._next[key] = min(self._next[key], now + LOOK_AGAIN)

    def recorded(self, now: datetime) -> None:
        """Something was saved: what did not fail is visited soon, and not anew with every further save."""
        for key, at in self._next.items():
            if at > now + SETTLE and key not in self._failed:
                self._next[key] = now + SETTLE

    def line_changed(self, now: datetime) -> None:
        """The line may be there again: servers are visited, failed ones too."""
        for key, remote in self._remotes.items():
            if remote.kind.needs_line:
                tried = self._tried.get(key)
                self._next[key] = now if tried is None else max(now, min(tried + LEAST, now + LEAST))
