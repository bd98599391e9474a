"""A saved referral as a slip to take along: previewed, printed, or kept as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kpm_desktop.commands.registers.referral_slip import ReferralSlip, referral_slip
from kpm_desktop.domain.records.referral import Referral
from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.risks.referring import facts_of
from kpm_desktop.reports.lists.referral_slip import SlipText, slip_page
from kpm_desktop.reports.table_page import TablePage
from kpm_desktop.ui.dialogs.print_preview import PrintPreview, Wish
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.words.place_words import place_title, rt_rw, within_words
from kpm_desktop.ui.words.value_words import value_words

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

#: A slip is small; a larger sheet is what every printer has.
_PAPERS = ("A5", "A4")
_MONTHS_AS_CHILD = 72


def print_referral(page: Page, referral: UUID, region: str) -> None:
    """Shows the slip as it will be printed; the referral itself is saved already."""
    at = datetime.combine(page.context.tools.today(), datetime.now().time())  # noqa: DTZ005 - the wall's clock
    make = partial(_made, page.context.tools, referral, region)
    name = f"surat-rujukan-{str(referral)[-6:]}-{at:%Y-%m-%d}"
    PrintPreview(page.context, make, name, at, page, papers=_PAPERS).open()


def _made(tools: Tools, referral: UUID, region: str, store: Store, wish: Wish) -> TablePage:
    slip = referral_slip(store, referral, region=region)
    return slip_page(tools.wording, _text(tools, slip, mask=wish.mask), wish.at, wish.paper)


def _text(tools: Tools, slip: ReferralSlip, *, mask: bool) -> SlipText:
    """Everything on it, as it is said. mask: NIK and number of the KIA book are left out; a slip names whom it is
    about."""
    say, referral = tools.wording.phrase, slip.referral
    place = names_of([slip.region])[slip.region]
    home = slip.household
    kia = (slip.pregnancy.kia_number if slip.pregnancy is not None else None) or slip.person.kia_number or ""
    notes = [line for line in (referral.note or "").splitlines() if line.strip()]
    reason = tools.words.choice(Referral.KIND, "reason", referral.reason)
    day = tools.calendar.dated(referral.referral_date)
    return SlipText(
        place=", ".join(part for part in (place_title(place), within_words(place)) if part),
        number=f"{str(referral.id)[-6:].upper()}/{referral.referral_date:%Y}",
        name=slip.person.full_name,
        facts=tuple(_facts(tools, slip)),
        why=facts_of(slip.why, tools.wording) or notes or [reason],
        measured=say("referral_slip.measured", day=day),
        measures=tuple(_measures(tools, slip)),
        by=slip.by,
        family=home.head_name if home is not None else "",
        is_urgent=slip.is_urgent,
        nik="" if mask else slip.person.nik or "",
        kia="" if mask else kia,
    )


def _facts(tools: Tools, slip: ReferralSlip) -> Iterator[tuple[str, str]]:
    say, person, home, referral = tools.wording.phrase, slip.person, slip.household, slip.referral
    to = referral.referred_to or say("referral_slip.anyone")
    until = say("referral_slip.until", day=referral.due_date) if referral.due_date is not None else ""
    yield say("referral_slip.to"), ", ".join(part for part in (to, until) if part)
    is_child = slip.age_months < _MONTHS_AS_CHILD
    age = say("register.months_old" if is_child else "register.years_old", count=_shown(slip.age_months))
    yield say("referral_slip.child" if is_child else "referral_slip.mother"), f"{person.full_name}, {age}"
    if home is not None:
        parts = (home.head_name, home.hamlet, rt_rw(home.rt, home.rw))
        yield say("referral_slip.head"), " · ".join(part for part in parts if part)
    if slip.pregnancy is not None:
        yield say("referral_slip.pregnancy"), " · ".join(_pregnancy(tools, slip))
    elif is_child:
        yield say("referral_slip.birth"), tools.calendar.dated(person.birth_date)
    insured = slip.values.get("has_health_insurance")
    if insured is not None:
        yield say("referral_slip.insurance"), say(f"referral_slip.{'insured' if insured else 'uninsured'}")


def _shown(months: int) -> int:
    """Years of a grown-up, months of a child."""
    return months if months < _MONTHS_AS_CHILD else months // 12


def _pregnancy(tools: Tools, slip: ReferralSlip) -> Iterator[str]:
    say, pregnancy = tools.wording.phrase, slip.pregnancy
    assert pregnancy is not None
    if pregnancy.gravida is not None or pregnancy.parity is not None:
        told = (pregnancy.gravida, pregnancy.parity)
        gravida, parity = ("–" if one is None else one for one in told)
        yield say("referral_slip.gravida", gravida=gravida, parity=parity)
    if slip.weeks is not None:
        yield say("referral_slip.weeks", weeks=slip.weeks)
    due: date | None = pregnancy.due()
    if due is not None:
        yield say("referral_slip.due", day=due)


def _measures(tools: Tools, slip: ReferralSlip) -> Iterator[tuple[str, str]]:
    """What was measured, both pressures as one."""
    values = dict(slip.measures)
    high, low = values.pop("systolic_mmhg", None), values.pop("diastolic_mmhg", None)
    if high is not None or low is not None:
        shown = "/".join("–" if one is None else str(one) for one in (high, low))
        yield tools.wording.phrase("referral_slip.pressure"), f"{shown} mmHg"
    for name, value in values.items():
        yield tools.words.short(slip.kind, name), value_words(tools, slip.kind, name, value)
