"""A referral slip, with the slip that comes back below a line to cut along. The reasons are the largest on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kpm_desktop.domain.masking import masked_number
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import printed_words
from kpm_desktop.reports.table_page import Band, Cell, Column, FooterPart, Kind, Paper, Row, TablePage

_SIGNS = {"id": ",", "en": "."}
_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipText:
    """What stands on it, as it is said. facts: (label, value) from the top; why: the reasons; measures: (label, value)
    of the day; number: of the referral; by, family: who sign."""

    place: str
    number: str
    name: str
    facts: Sequence[tuple[str, str]]
    why: Sequence[str]
    measured: str
    measures: Sequence[tuple[str, str]]
    by: str
    family: str
    is_urgent: bool
    nik: str = ""
    kia: str = ""


def slip_page(wording: Wording, text: SlipText, printed: datetime, paper: str) -> TablePage:
    """The page, upright; on A4 with larger letters than on A5."""
    say = wording.phrase
    sheet = Paper(paper, margin=12)
    each = (sheet.size_mm[0] - 2 * sheet.margin) / _COLUMNS
    numbers = " · ".join(part for part in (masked_number(text.nik), text.kia) if part)
    facts = [*text.facts, *([(say("referral_slip.numbers"), numbers)] if numbers else [])]
    return TablePage(
        name=say("referral_slip.title"),
        grid=tuple(Column(each - 0.01, Kind.TEXT) for _ in range(_COLUMNS)),
        titles=(say("referral_slip.title").upper(),),
        right=say("referral_slip.urgent") if text.is_urgent else "",
        facts=(((say("referral_slip.place"), text.place),), ((say("referral_slip.number"), text.number),)),
        bands=(
            Band(rows=tuple(_fact(label, value) for label, value in facts), row_mm=5.6),
            Band(
                title=say("referral_slip.why"),
                rows=tuple(Row((Cell(why, _COLUMNS, bold=True, pt=11),), mm=6) for why in text.why or ("",)),
            ),
            *_measured(text),
            Band(
                title=say("referral_slip.done"),
                rows=(Row((Cell("", _COLUMNS),), mm=8), _signatures(wording, text)),
            ),
            _cut(wording),
            *_back(wording, text),
        ),
        paper=sheet,
        notes=(say("referral_slip.limits"),),
        footer=(FooterPart(printed_words(wording, printed)),),
        one_page=True,
        pt=9,
        comma=_SIGNS[wording.language],
        paging=say("paper.paging", page="{page}", pages="{pages}"),
    )


def _fact(label: str, value: str) -> Row:
    return Row((Cell(label), Cell(value, _COLUMNS - 1, bold=True)))


def _measured(text: SlipText) -> list[Band]:
    """What was measured on the day, four beside each other."""
    if not text.measures:
        return []
    rows = []
    for start in range(0, len(text.measures), _COLUMNS):
        some = list(text.measures[start : start + _COLUMNS])
        cells = [Cell(f"{label}\n{value}", bold=True) for label, value in some]
        rows.append(Row((*cells, *(Cell("") for _ in range(_COLUMNS - len(cells)))), mm=11))
    return [Band(title=text.measured, rows=tuple(rows))]


def _signatures(wording: Wording, text: SlipText) -> Row:
    cadre, family = wording.phrase("referral_slip.cadre"), wording.phrase("referral_slip.family")
    signed = [f"{who}\n\n\n\n{name or '………………'}" for who, name in ((cadre, text.by), (family, text.family))]
    return Row((Cell(signed[0], 2), Cell(signed[1], 2)), mm=20)


def _cut(wording: Wording) -> Band:
    words = f"- - - - - - - - - - -   {wording.phrase('referral_slip.cut')}   - - - - - - - - - - -"
    return Band(rows=(Row((Cell(words, _COLUMNS, align="centre"),), mm=7),))


def _back(wording: Wording, text: SlipText) -> list[Band]:
    """What whoever received them writes."""
    say = wording.phrase
    boxes = "      ".join(
        f"[   ] {say(f'referral_slip.back.{each}')}" for each in ("treated", "sent_on", "home", "absent")
    )
    return [
        Band(
            title=f"{say('referral_slip.back')} · {text.name} · {text.number}",
            rows=(
                Row((Cell(say("referral_slip.back.received"), 2), Cell(say("referral_slip.back.by"), 2)), mm=8),
                Row((Cell(boxes, _COLUMNS),), mm=8),
                Row((Cell(say("referral_slip.back.message"), _COLUMNS),), mm=16),
                Row((Cell(say("referral_slip.back.again"), 2), Cell(say("referral_slip.back.signed"), 2)), mm=10),
            ),
        )
    ]
