"""Who had been shown what when writing, and who may write: worked out from lines and papers alone.

The judge of random histories. It reads journal lines as plain JSON and asks nothing of merging, segments or the
program's own revocations, so that it can disagree with them. It knows a programme of three levels: the top, supervisors
let in by the top, cadres let in by supervisors.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.support.devices import Device

START = "0" * 64
#: region, record and field.
Place = tuple[str, str, str]


@dataclass(frozen=True)
class Told:
    """A journal line as anybody can read it; `hash` is the whole hash in hex."""

    hash: str
    device: str
    line: Mapping[str, Any]

    @property
    def region(self) -> str:
        """The region of its stream."""
        return str(self.line["region"])

    def writes(self, place: Place) -> bool:
        """Whether it sets a field of a record."""
        region, record, name = place
        return (self.region, self.line["id"]) == (region, record) and name in self.line["fields"]


@dataclass(frozen=True)
class View:
    """What one device holds: its lines by hash, the papers it knows, and which of the lines do not count there."""

    own: str
    lines: Mapping[str, Told]
    papers: tuple[Mapping[str, Any], ...]
    aside: frozenset[str]

    @property
    def counting(self) -> list[Told]:
        """The lines that count."""
        return [told for told in self.lines.values() if told.hash not in self.aside]


def covers(prefix: str, code: str) -> bool:
    """Whether a region is another or lies inside it, by whole parts."""
    return code.split(".")[: prefix.count(".") + 1] == prefix.split(".")


@dataclass
class Witness:
    """Follows every save. top: the key of the device that made the programme.

    knew: per write of a field, every write of that field its author had been shown, then or before. shown: only those
    that stood when it was written. bad: writes that break a limit.
    """

    top: str
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
            papers = [json.loads(row[0]) for row in tx.exec_driver_sql("SELECT statement FROM credential_paper")]
        lines = {}
        for line, author in rows:
            told = Told(hashlib.sha256(line).hexdigest(), author, json.loads(line))
            lines[told.hash] = told
        return View(device.key, lines, tuple(papers), frozenset(self._aside(lines, papers, device.key)))

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
        return device in (view.own, self.top) or self._vouched(view.lines, view.papers, set(view.aside), device, region)

    def _vouched(
        self,
        lines: Mapping[str, Told],
        papers: Iterable[Mapping[str, Any]],
        aside: set[str],
        device: str,
        region: str,
    ) -> bool:
        stopped = self._stopped(lines)
        recorded = {
            (told.device, told.line["fields"]["statement"])
            for told in lines.values()
            if told.line["kind"] == "credential" and told.hash not in aside
        }
        for paper in papers:
            if paper["device"] != device or not any(covers(code, region) for code in paper["regions"]):
                continue
            text = json.dumps(paper, ensure_ascii=False, separators=(",", ":"))
            if paper["issuer"] not in stopped or (paper["issuer"], text) in recorded:
                return True
        return False

    def _stopped(self, lines: Mapping[str, Told]) -> set[str]:
        """The supervisors the top revoked."""
        return {
            told.line["fields"]["device_key"]
            for told in lines.values()
            if told.device == self.top and told.line["kind"] == "revocation"
        }

    def _aside(self, lines: Mapping[str, Told], papers: list[Mapping[str, Any]], own: str) -> set[str]:
        aside: set[str] = set()
        supervisors = {paper["device"] for paper in papers if paper["issuer"] == self.top} - {self.top}
        for device in sorted(supervisors):
            aside |= self._beyond(lines, device, [order for order in self._orders(lines) if order.device == self.top])
        others = {told.device for told in lines.values()} - supervisors - {self.top}
        orders = [
            order
            for order in self._orders(lines)
            if order.hash not in aside and (order.device == self.top or order.device in supervisors)
        ]
        for device in sorted(others):
            aside |= self._beyond(lines, device, orders)
            for told in lines.values():
                if told.device == device != own and not self._vouched(lines, papers, aside, device, told.region):
                    aside.add(told.hash)
        return aside

    def _orders(self, lines: Mapping[str, Told]) -> list[Told]:
        return [told for told in lines.values() if told.line["kind"] in ("revocation", "release")]

    def _beyond(self, lines: Mapping[str, Told], device: str, orders: list[Told]) -> set[str]:
        """What a device wrote outside of what the orders about it accept."""
        about = [order for order in orders if order.line["fields"]["device_key"] == device]
        aside: set[str] = set()
        for region in {told.region for told in lines.values() if told.device == device}:
            here = [order for order in about if covers(order.region, region)]
            if not any(order.line["kind"] == "revocation" for order in here):
                continue
            accepted: set[str] = set()
            for order in here:
                values = order.line["fields"]
                for tip in values.get("accepted") or values.get("released") or ():
                    while tip in lines and tip not in accepted:
                        accepted.add(tip)
                        tip = lines[tip].line["prev"]
            own = [told for told in lines.values() if (told.device, told.region) == (device, region)]
            aside |= {told.hash for told in own} - accepted
        return aside
