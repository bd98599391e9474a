"""What a cadre's first page shows besides who is left to visit: how delivery stands, what is to be remembered."""

from dataclasses import dataclass

from kpm_desktop.commands.questions.comment_list import Thread, read_threads
from kpm_desktop.commands.records.record_states import RecordState, read_states
from kpm_desktop.commands.supervision.decision_count import DecisionCount, count_in
from kpm_desktop.db.queries.open_matters import OpenReferral, open_referrals
from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class HomeOverview:
    """states: records on their way by state. questions: those to be answered here, the oldest first, then those that
    were. decisions: how much waits for somebody here."""

    states: dict[RecordState, int]
    referrals: tuple[OpenReferral, ...]
    questions: tuple[Thread, ...]
    decisions: DecisionCount


def home_overview(store: Store) -> HomeOverview:
    """The overview as it is now."""
    with store.reading() as tx:
        states = read_states(tx)
        referrals, threads = open_referrals(tx), read_threads(tx, closed=False)
        decisions = count_in(tx)
    return HomeOverview(
        states={state: states.count(state) for state in RecordState},
        referrals=tuple(referrals),
        questions=(
            *(thread for thread in reversed(threads) if thread.waits_for_us),
            *(thread for thread in threads if thread.is_answered),
        ),
        decisions=decisions,
    )
