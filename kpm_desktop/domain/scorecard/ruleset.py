"""The rules of the quarterly forms as data: bands, thresholds, windows and switches of `resources/rules/<id>.json`.

Every rule names its source. A change of rules is a new file with a new id, valid from a quarter on; which file is the
official one of a quarter is chosen in `official.py`. The SHA-256 of the file's bytes is printed with every scorecard,
so that two people can tell whether they counted by the same rules.
"""

from dataclasses import dataclass
from hashlib import sha256

import msgspec

from kpm_desktop.domain.calendar import Quarter

DELIVERED = "delivered"


class _Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="rule"):
    code: str
    source: str


class Events(_Rule, frozen=True, tag="events"):
    """Things counted within the quarter, at least `needed` for the band (null: TS). With `not_at_risk` only mothers
    with KEK or high risk need it; the others get that value."""

    field: str
    needed: dict[str, int | None]
    not_at_risk: str | None = None


class Tablets(_Rule, frozen=True, tag="tablets"):
    """A sum within the quarter over rows whose `unless_no` is not a "no"."""

    field: str
    unless_no: str
    needed: dict[str, int | None]


class SinceDelivery(_Rule, frozen=True, tag="since_delivery"):
    """Things counted from the month of delivery to the end of the quarter."""

    field: str
    needed: dict[str, int | None]


class LastAnswer(_Rule, frozen=True, tag="last_answer"):
    """Y when the last answer of the quarter is yes."""

    field: str


class Window(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At least `months` within this quarter and the `quarters - 1` before it."""

    months: int
    quarters: int


class MonthsWithYes(_Rule, frozen=True, tag="months"):
    """Months in which one of `yes_fields` is yes or one of `value_fields` is given, within a window by band."""

    yes_fields: tuple[str, ...]
    value_fields: tuple[str, ...]
    needed: dict[str, Window | None]


class AgeMonths(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From `first` to `last` completed months, a yes in each of these calendar months of the reported year."""

    first: int
    last: int
    months: tuple[int, ...]


class SpecialMonths(_Rule, frozen=True, tag="special_months"):
    """Measured in named months; ages of no span of the quarter ("1" to "4") are TS. A child of at most
    `too_young_until` months, or not yet born, in a named month could not have been measured: a note says so."""

    yes_fields: tuple[str, ...]
    value_fields: tuple[str, ...]
    quarters: dict[str, tuple[AgeMonths, ...]]
    too_young_until: int


class AgeDoses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From `first` to `last` completed months, all of these doses, each `VACCINE-number`."""

    first: int
    last: int
    doses: tuple[str, ...]


class Doses(_Rule, frozen=True, tag="doses"):
    """Recorded doses when there are any, otherwise the last answer to `otherwise`; ages of no span are TS."""

    otherwise: str
    ages: tuple[AgeDoses, ...]


Rule = Events | Tablets | SinceDelivery | LastAnswer | MonthsWithYes | SpecialMonths | Doses


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column of the matrix: `first` to `last` completed months, or months in progress of a pregnancy."""

    name: str
    first: int
    last: int


class MonthOfDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`months` of pregnancy are `days` long; the month in progress lies between `lowest` and `highest`."""

    days: int
    months: int
    lowest: int
    highest: int
    source: str


class PregnancyRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Form 3A: who is a target, in which column, and the eight indicators in printed order."""

    births: tuple[str, ...]
    births_source: str
    postpartum_days: int
    postpartum_source: str
    pregnancy_days: int
    pregnancy_source: str
    month_of_days: MonthOfDays
    bands: tuple[Band, ...]
    bands_source: str
    risk_fields: tuple[str, ...]
    risk_source: str
    indicators: tuple[Rule, ...]

    @property
    def since_delivery(self) -> SinceDelivery | None:
        """The rule of the nifas checks; None when the rules ask for none."""
        return next((rule for rule in self.indicators if isinstance(rule, SinceDelivery)), None)


class Malnourished(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which last answers make a child gizi kurang, gizi buruk or stunted."""

    class_field: str
    classes: tuple[str, ...]
    stunted_field: str
    source: str


class Mat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The growth mat's field and its measured colours."""

    field: str
    colours: tuple[str, ...]
    source: str


class ChildRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Form 3B: who is a target, in which column, and the ten indicators in printed order."""

    until_months: int
    until_source: str
    bands: tuple[Band, ...]
    bands_source: str
    malnourished: Malnourished
    mat: Mat
    father_field: str
    father_source: str
    indicators: tuple[Rule, ...]


class PaudRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Form 2C: registered from `first_months` to `last_months`, active with `active_months` attended."""

    code: str
    first_months: int
    last_months: int
    active_answer: str
    active_months: int
    source: str


class ValidQuarters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The quarters a rule set is for, `from` the first `until` the last; null: from the first quarter there is, and
    until the next official rules begin."""

    first: str | None = msgspec.field(name="from")
    last: str | None = msgspec.field(name="until")
    source: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    title: str
    version: int
    is_official: bool
    quarters: ValidQuarters
    sources: str
    pregnancies: PregnancyRules
    children: ChildRules
    paud: PaudRules


@dataclass(frozen=True)
class RuleSet:
    """One version of the rules; `hash` is the SHA-256 of its file, in lower-case hexadecimal. first, last: the quarters
    it is for, None where its file names no bound."""

    id: str
    title: str
    hash: str
    is_official: bool
    first: Quarter | None
    last: Quarter | None
    pregnancies: PregnancyRules
    children: ChildRules
    paud: PaudRules

    @property
    def quarters_seen(self) -> int:
        """How many quarters the longest window holds, the reported one included."""
        windows = (rule.needed.values() for rule in self.children.indicators if isinstance(rule, MonthsWithYes))
        return max((window.quarters for some in windows for window in some if window is not None), default=1)


def read_ruleset(ruleset_id: str, content: bytes) -> RuleSet:
    """The rule set in the bytes of `<id>.json`; ValueError when it is none, calls itself otherwise or ends before it
    begins."""
    read = msgspec.json.decode(content, type=_File)
    first, last = _quarter(read.quarters.first), _quarter(read.quarters.last)
    if read.id != ruleset_id:
        raise ValueError(f"{ruleset_id}.json calls itself {read.id}")
    if first is not None and last is not None and last < first:
        raise ValueError(f"{ruleset_id} ends in {last}, before {first}")
    return RuleSet(
        id=read.id,
        title=read.title,
        hash=sha256(content).hexdigest(),
        is_official=read.is_official,
        first=first,
        last=last,
        pregnancies=read.pregnancies,
        children=read.children,
        paud=read.paud,
    )


def _quarter(text: str | None) -> Quarter | None:
    return None if text is None else Quarter.parse(text)


def band_of(bands: tuple[Band, ...], months: int) -> Band:
    """The band an age falls into; the first below all, the last above all."""
    return next((band for band in bands if months <= band.last), bands[-1])


def fields_read(rule: Rule) -> tuple[str, ...]:
    """The fields of a monthly row a rule looks at."""
    match rule:
        case Events() | SinceDelivery() | LastAnswer():
            return (rule.field,)
        case Tablets():
            return (rule.field, rule.unless_no)
        case MonthsWithYes() | SpecialMonths():
            return (*rule.yes_fields, *rule.value_fields)
        case Doses():
            return (rule.otherwise,)


def fields_done(rule: Rule) -> tuple[str, ...]:
    """Those of them that an answer makes count: where a yes is enough, no value is needed beside it."""
    match rule:
        case MonthsWithYes() | SpecialMonths():
            return rule.yes_fields or rule.value_fields
        case _:
            return fields_read(rule)
