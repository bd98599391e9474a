"""Who had been shown what when writing, and what of it counts: worked out from lines alone.

The judge of random histories. It reads journal lines as plain JSON and asks nothing of merging, segments or the
program's own judgement of orders, so that it can disagree with them.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.support.devices import Device
from tests.support.orders_model import START, Model, Told

#: region, record and field.
Place = tuple[str, str, str]


@dataclass(frozen=True)
class View:
    """What one device holds: its lines by hash, which of them do not count there, and its programme's key."""

    own: str
    lines: Mapping[str, Told]
    aside: frozenset[str]
    programme: str

    @property
    def counting(self) -> list[Told]:
        """The lines that count."""
        return [told for told in self.lines.values() if told.hash not in self.aside]


@dataclass
class Witness:
    """Follows every save.

    knew: per write of a field, every write of that field its author had been shown, then or before. shown: only those
    that stood when it was written. bad: writes that break a limit.
    """

    noted: set[str] = field(default_factory=set)
    knew: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    shown: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    bad: set[tuple[str, str]] = field(default_factory=set)

    def view(self, device: Device) -> View:
        """What a device holds now."""
        with device.store.reading() as tx:
            rows = tx.exec_driver_sql(
                "SELECT c.line, s.device FROM change c JOIN segment g ON g.no = c.segment_no"
                " JOIN stream s ON s.no = g.stream_no ORDER BY c.no"
            ).all()
        lines = {}
        for line, author in rows:
            told = Told(hashlib.sha256(line).hexdigest(), author, json.loads(line))
            lines[told.hash] = told
        programme = device.identity.programme
        return View(device.key, lines, frozenset(_aside(lines, device.key, programme)), programme)

    def note(self, device: Device, bad: Iterable[str] = ()) -> None:
        """Remembers what a device has just written; `bad` names the fields that break a limit."""
        view = self.view(device)
        new = [told for told in view.lines.values() if told.device == device.key and told.hash not in self.noted]
        counting = {told.hash for told in view.counting}
        for told in sorted(new, key=lambda one: one.line["seq"]):
            for name in told.line["fields"]:
                place = (told.region, told.line["id"], name)
                seen = {h for h in counting & self.noted if view.lines[h].writes(place)}
                key = (told.hash, name)
                self.shown[key] = self._last(seen, name, told_aside=bool(self._aside_writes(view, place)))
                self.knew[key] = seen.union(*(self.knew[h, name] for h in seen))
                if name in bad:
                    self.bad.add(key)
            self.noted.add(told.hash)

    def _aside_writes(self, view: View, place: Place) -> list[str]:
        return [h for h in view.aside if view.lines[h].writes(place)]

    def _last(self, writes: set[str], name: str, told_aside: bool) -> set[str]:
        below = self.shown if told_aside else self.knew
        return writes - set[str]().union(*(below[h, name] for h in writes))

    def differing(self, view: View, place: Place) -> bool | None:
        """Whether people wrote different values without knowing of each other; None while something is missing.

        Where a write was set aside, what it had superseded stands again, unless somebody else was shown that too.
        """
        name = place[2]
        writes = {told.hash for told in view.counting if told.writes(place)}
        aside = self._aside_writes(view, place)
        known = set[str]().union(*(self.knew[h, name] for h in writes))
        if known - view.lines.keys():
            return None
        last = self._last(writes, name, bool(aside))
        if any((h, name) in self.bad for h in {*last, *aside}) and (aside or self._own_bad(view, last, name)):
            return None
        good = [view.lines[h].line["fields"][name] for h in last if (h, name) not in self.bad]
        return len({json.dumps(value) for value in good}) > 1

    def _own_bad(self, view: View, last: set[str], name: str) -> bool:
        """A device does not withhold what it let pass itself."""
        return any((h, name) in self.bad and view.lines[h].device == view.own for h in last)

    def has_holes(self, view: View) -> set[str]:
        """The streams in which something is missing below something that came."""
        return {
            told.line["stream"]
            for told in view.lines.values()
            if told.line["prev"] != START and told.line["prev"] not in view.lines
        }

    def vouched(self, view: View, device: str, region: str) -> bool:
        """Whether somebody who may lets a device write for a region."""
        return device in Model(view.lines, view.own, view.programme, region).trusted

    def stopped(self, view: View, device: str, region: str) -> bool:
        """Whether an order about it stands there."""
        return device in Model(view.lines, view.own, view.programme, region).stopped()


def _aside(lines: Mapping[str, Told], own: str, programme: str) -> set[str]:
    counting = set[str]()
    for region in {told.region for told in lines.values()}:
        counting |= Model(lines, own, programme, region).counting()
    return lines.keys() - counting
