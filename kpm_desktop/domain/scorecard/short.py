"""A cell's reason in a few words, for where there is no room for the sentence."""

from kpm_desktop.domain.errors import Reason

_COUNTING = ("events", "months", "tablets", "since_delivery", "doses", "length")
_KINDS = (*_COUNTING, "has_not", "has", "unanswered", "no_answer")


def short(why: Reason) -> Reason:
    """`ditimbang dalam 4 dari 6 bulan …; perlu 5` as `4 dari 5 bulan`, and as `5 bulan` once it is enough; what has no
    short form stays as it is."""
    name = why.code.removeprefix("scorecard.").split(".")[0]
    if name not in _KINDS:
        return why
    needed = why.params.get("of" if name == "length" else "needed")
    count = why.params.get("count") if name in _COUNTING else None
    is_met = isinstance(count, int) and isinstance(needed, int) and count >= needed
    return Reason(f"scorecard.short.{name}_met" if is_met else f"scorecard.short.{name}", why.params)
