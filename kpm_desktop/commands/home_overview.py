"""What a cadre's first page shows: who is left to visit, how delivery stands, what is to be remembered."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kpm_desktop.commands.record_states import RecordState, read_states
from kpm_desktop.commands.target_list import TargetList, target_list
from kpm_desktop.db.open_matters import OpenReferral, OpenRemark, open_referrals, open_remarks
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import month_of


@dataclass(frozen=True, slots=True)
class HomeOverview:
    """states: records on their way by state. unweighed: children not yet weighed this month, by posyandu."""

    targets: TargetList
    states: dict[RecordState, int]
    unweighed: dict[str, int]
    referrals: tuple[OpenReferral, ...]
    remarks: tuple[OpenRemark, ...]


def home_overview(store: Store, *, today: date) -> HomeOverview:
    """The overview of this month."""
    targets = target_list(store, month_of(today), today=today)
    with store.reading() as tx:
        states = read_states(tx)
        referrals, remarks = open_referrals(tx), open_remarks(tx)
    unweighed = Counter(row.posyandu for row in targets.due if row.kind == "child" and not row.is_weighed)
    return HomeOverview(
        targets=targets,
        states={state: states.count(state) for state in RecordState},
        unweighed=dict(unweighed),
        referrals=tuple(referrals),
        remarks=tuple(remarks),
    )
