"""What is due for a household besides its checklists: referrals, a supervisor's questions, support that was
promised."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kpm_desktop.domain.calendar import last_day, month_of
from kpm_desktop.domain.due.item import Due
from kpm_desktop.domain.due.whose import Whose
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.referral import Referral
from kpm_desktop.domain.records.sponsorship import Sponsorship, SponsorshipDelivery
from kpm_desktop.domain.risks.flags import Flag
from kpm_desktop.domain.schedules.care import care_rules

#: A referral for these is asked about on the next day.
_URGENT = ("danger_sign",)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question somebody here is to answer. about: the person it is about; None where that is a household or a
    village. since: the day it was asked."""

    id: UUID
    text: str
    about: UUID | None
    household: UUID | None
    since: date


def asked_about(referral: Referral) -> date:
    """By when one asks what became of a referral: its own day, else some days after it
    (`resources/rules/care.json`)."""
    rules = care_rules().referral
    days = rules.urgent_days if referral.reason in _URGENT else rules.within_days
    return referral.due_date or referral.referral_date + timedelta(days=days)


def open_referrals(whose: Whose, referrals: Iterable[Referral]) -> Iterator[Due]:
    """Those of a person that have no result yet."""
    for one in referrals:
        if one.progress == "open":
            days = (whose.on - one.referral_date).days
            yield whose.due(
                "referral",
                reason("due.why.referral", reason=one.named("reason", one.reason), days=days),
                detail=one.referred_to or "",
                since=one.referral_date,
                due_on=asked_about(one),
                level="refer" if one.reason in _URGENT else None,
                record=("referral", one.id),
            )


def to_be_referred(
    whose: Whose, flags: Sequence[Flag], referrals: Sequence[Referral], acknowledged: frozenset[tuple[UUID, str]]
) -> Iterator[Due]:
    """The most urgent flag that asks for a referral, where nobody was referred since and nobody said why not."""
    for flag in sorted(flags, key=lambda one: not one.attention.is_urgent):
        is_done = any(one.referral_date >= flag.on for one in referrals) or (flag.record, flag.rule) in acknowledged
        if flag.asks_referral and not is_done:
            yield whose.due(
                "referral",
                flag.attention.why,
                detail=reason("due.refer"),
                since=flag.on,
                due_on=max(flag.on + timedelta(days=care_rules().referral.urgent_days), flag.on)
                if flag.attention.is_urgent
                else last_day(month_of(flag.on)),
                level=flag.attention.level,
                record=(flag.kind, flag.record),
            )
            return


def questions(whose: Whose, asked: Iterable[Asked]) -> Iterator[Due]:
    """What a supervisor asked about somebody."""
    for one in asked:
        yield whose.due(
            "question", reason("due.why.question", text=one.text), since=one.since, record=("comment", one.id)
        )


def promised(
    whose: Whose, sponsorships: Iterable[Sponsorship], deliveries: Iterable[SponsorshipDelivery]
) -> Iterator[Due]:
    """Support by the month that did not come this month."""
    month = month_of(whose.on)
    came = {one.sponsorship_id for one in deliveries if month_of(one.delivery_date) == month}
    for one in sponsorships:
        is_running = one.start_date <= whose.on and (one.end_date is None or one.end_date >= whose.on)
        if is_running and one.monthly_amount_rp and one.id not in came:
            yield whose.due(
                "support",
                reason("due.why.support", sponsor=one.sponsor_name),
                detail=one.sponsor_name,
                due_on=last_day(month),
                record=("sponsorship", one.id),
            )
