"""What a cadre's first page shows: who is left to visit, how delivery stands, what is to be remembered."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kpm_desktop.commands.households.target_list import TargetList, target_list
from kpm_desktop.commands.questions.comment_list import Thread, read_threads
from kpm_desktop.commands.records.record_states import RecordState, read_states
from kpm_desktop.db.queries.open_matters import OpenReferral, open_referrals
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import month_of


@dataclass(frozen=True, slots=True)
class HomeOverview:
    """states: records on their way by state. unweighed: children not yet weighed this month, by posyandu. questions:
    those to be answered here, the oldest first, then those somebody answered."""

    targets: TargetList
    states: dict[RecordState, int]
    unweighed: dict[str, int]
    referrals: tuple[OpenReferral, ...]
    questions: tuple[Thread, ...]


def home_overview(store: Store, *, today: date) -> HomeOverview:
    """The overview of this month."""
    targets = target_list(store, month_of(today), today=today)
    with store.reading() as tx:
        states = read_states(tx)
        referrals, threads = open_referrals(tx), read_threads(tx, closed=False)
    unweighed = Counter(row.posyandu for row in targets.due if row.kind == "child" and not row.is_weighed)
    return HomeOverview(
        targets=targets,
        states={state: states.count(state) for state in RecordState},
        unweighed=dict(unweighed),
        referrals=tuple(referrals),
        questions=(
            *(thread for thread in reversed(threads) if thread.waits_for_us),
            *(thread for thread in threads if thread.is_answered),
        ),
    )
