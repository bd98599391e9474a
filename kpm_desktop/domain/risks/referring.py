"""When somebody is to be referred: which steps the page names, and under which reason the referral is written.

Steps, sources and reasons: `resources/rules/referring.json`. A step whose source is not confirmed is never named.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.domain.schedules.care import care_rules
from kpm_desktop.domain.wording import Wording

#: Under this reason a referral is written where no rule says another.
OTHER = "other"


class _Step(msgspec.Struct, frozen=True):
    """for_: the rules it belongs to; none for every one."""

    code: str
    source: str
    confirmed: bool = False
    for_: tuple[str, ...] = msgspec.field(default=(), name="for")


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    source: str
    steps: tuple[_Step, ...]
    reasons: dict[str, str]


@cache
def _rules() -> _Rules:
    file = paths.resources() / "rules" / "referring.json"
    return msgspec.json.decode(file.read_bytes(), type=_Rules)


def steps_now(found: Iterable[Attention]) -> list[Reason]:
    """What to do now, in order: what every referral needs, and what these risks need beside."""
    codes = {code_of(one) for one in found}
    return [
        reason(f"attention.step.{step.code}")
        for step in _rules().steps
        if step.confirmed and (not step.for_ or codes.intersection(step.for_))
    ]


def referral_reason(found: Sequence[Attention]) -> str:
    """The reason a referral is written under (`referral.reason`): that of the most urgent risk."""
    ordered = sorted(found, key=lambda one: not one.is_urgent)
    return next((_rules().reasons.get(code_of(one), OTHER) for one in ordered), OTHER)


def referral_values(
    found: Sequence[Attention], today: date, wording: Wording, *, why: str = ""
) -> dict[str, str | None]:
    """What a referral that is begun today says already: why, what was found, and the day until which somebody should
    have seen the person. why: the reason, where the risks alone do not tell it."""
    rules = care_rules().referral
    days = rules.urgent_days if any(one.is_urgent for one in found) else rules.within_days
    return {
        "referral_date": today.isoformat(),
        "reason": why or referral_reason(found),
        "due_date": (today + timedelta(days=days)).isoformat(),
        "note": "\n".join(facts_of(found, wording)) or None,
    }


def each_once(found: Iterable[Attention]) -> list[Attention]:
    """Of several answers that say the same risk, such as both pressures, the first."""
    return list({one.why.code: one for one in reversed(list(found))}.values())[::-1]


def fact_of(sentence: str) -> str:
    """What was found, without what to do about it, which is the sentence after it."""
    fact, _, _ = sentence.partition(". ")
    return fact.rstrip(".")


def facts_of(found: Iterable[Attention], wording: Wording) -> list[str]:
    """What was found, each risk once, in a language."""
    return [fact_of(wording.say(one.why)) for one in each_once(found)]


def code_of(one: Attention) -> str:
    """A rule's code without its topic."""
    return one.why.code.partition(".")[2]


def is_acknowledged_rule(rule: str) -> bool:
    """Whether a rule is a risk somebody may say "not referred, because" to, rather than a doubt about a value."""
    topic, _, code = rule.partition(".")
    return topic == "attention" or (topic == "measure" and code in _rules().reasons)
