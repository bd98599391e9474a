"""Who stands where, region by region, as this device's journal says it."""

from collections.abc import Sequence

from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.journal import access_lines, segments
from kpm_desktop.db.journal.segments import Segment
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.merging.chains import Place
from kpm_desktop.domain.regions.coverage import has_moved, holders
from kpm_desktop.sync.credentials import Statement, read_kept
from kpm_desktop.sync.orders import Order, Reach, RecordedPaper, Standing, evaluate


class Standings:
    """Of one transaction: what is recorded is read once, each region judged when it is asked for. What is written later
    in the same transaction is not seen."""

    def __init__(self, tx: Transaction, programme: str) -> None:
        self._tx, self._programme = tx, programme
        self._found: dict[str, Standing] = {}
        self._segments: dict[str, dict[int, Segment]] = {}
        self._papers: dict[str, list[RecordedPaper]] = {}
        self._about: dict[tuple[str, str], list[RecordedPaper]] = {}  # by where one is recorded and a region it names
        self._orders: dict[str, list[Order]] = {}
        self._read()

    def of(self, region: str) -> Standing:
        """Who stands where in a region."""
        if region not in self._found:
            around = sorted(holders(region))
            orders = [each for code in around for each in self._orders.get(code, ())]
            self._found[region] = evaluate(region, self._programme, self._covering(region, around), orders, self.reach)
        return self._found[region]

    def _covering(self, region: str, around: Sequence[str]) -> list[RecordedPaper]:
        """The papers recorded around a region that cover it. Where its code alone tells by what it is covered, only
        those that name one of these codes are looked at."""
        if has_moved(region):
            recorded = (each for code in around for each in self._papers.get(code, ()))
            return [each for each in recorded if each.statement.covers(region)]
        named = (each for code in around for name in around for each in self._about.get((code, name), ()))
        return list(dict.fromkeys(named))

    def reach(self, device: str, tips: frozenset[str]) -> Reach:
        """What of a device lies at or below some changes."""
        return segments.at_or_below(self._tx, self._segments_of(device), tips)

    def fallen(self, device: str) -> tuple[list[Statement], int]:
        """The papers a device recorded and the number of orders it gave that do not count where they stand."""
        papers = [
            each.statement
            for region, recorded in self._papers.items()
            for each in recorded
            if each.author == each.statement.issuer == device and not self.of(region).counts(device, each.place)
        ]
        orders = 0
        for region, given in self._orders.items():
            own = {order for order in given if order.signer == device}
            orders += len(own.difference(self.of(region).stands)) if own else 0
        return papers, orders

    def _read(self) -> None:
        recorded, orders = access_lines.access_lines(self._tx)
        kept = {text for text, _ in papers.papers(self._tx)}
        known: dict[str, Statement] = {}
        for each in recorded:
            if each.statement in kept:
                if each.statement not in known:
                    known[each.statement] = read_kept(each.statement)
                place = Place(each.segment, each.seq)
                paper = RecordedPaper(each.author, place, known[each.statement])
                self._papers.setdefault(each.region, []).append(paper)
                for name in paper.statement.regions:
                    self._about.setdefault((each.region, name), []).append(paper)
        for line in orders:
            place = Place(line.segment, line.seq)
            order = Order(line.author, place, line.change, line.device, line.tips, line.is_revocation)
            self._orders.setdefault(line.region, []).append(order)

    def _segments_of(self, device: str) -> dict[int, Segment]:
        if device not in self._segments:
            self._segments[device] = {run.no: run for run in segments.segments_of_device(self._tx, device)}
        return self._segments[device]
