"""A cell's reason in a few words, for where there is no room for the sentence."""

from kpm_desktop.domain.errors import Reason

_ORDER = (
    "events",
    "months",
    "tablets",
    "since_delivery",
    "has_not",
    "has",
    "unanswered",
    "no_answer",
    "doses",
    "length",
)


def short(why: Reason) -> Reason:
    """`ditimbang dalam 4 dari 6 bulan …; perlu 5` as `4 dari 5 bulan`; what has no short form stays as it is."""
    name = why.code.removeprefix("scorecard.").split(".")[0]
    return Reason(f"scorecard.short.{name}", why.params) if name in _ORDER else why
