"""What a record says against its neighbours: one number for two people, two pregnancies at once, a visit after a death.

All of it may be right, so all of it only asks for a second look: at entry, in `kpm load`, and in the list of findings.
Each kind's own file beside this one says what is asked.
"""

from collections.abc import Iterator
from itertools import chain

from kpm_desktop.domain.entry.entry import entry_findings, rules_of
from kpm_desktop.domain.entry.rule_context import Neighbours
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.base import Finding, Record


def findings_around(record: Record, region: str, around: Neighbours) -> Iterator[Finding]:
    """What the rules of entry say of a record, and then what it says against its neighbours."""
    return chain(entry_findings(record, region, around), neighbour_findings(record, region, around))


def neighbour_findings(record: Record, region: str, around: Neighbours) -> Iterator[Finding]:
    """Only warnings. A record that is hidden, or read as another one, has no neighbours."""
    if record.status != IN_ERROR and record.merged_into_id is None:
        yield from rules_of(record).look_beside(record, region, around)
