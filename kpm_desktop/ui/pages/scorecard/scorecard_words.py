"""Scorecards in words: shares, quarters, people, and a cell's sentence."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.roster import Notice
from kpm_desktop.domain.scorecard.result import Cell, ChildRow, Indicator, MotherRow, Scorecard, Share, TargetRow
from kpm_desktop.domain.scorecard.totals import CHILDREN, PREGNANT
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.words.person_words import notice_words

translate = QCoreApplication.translate


def percent_words(share: Share, comma: str) -> str:
    """`50,00 %`, never torn apart; a dash where nothing should be received."""
    percent = share.percent
    return "–" if percent is None else f"{percent:.2f}\N{NO-BREAK SPACE}%".replace(".", comma)


def share_words(share: Share) -> str:
    """`1 dari 2`."""
    return translate("Scorecard", "{count} of {total}").format(count=share.received, total=share.should)


def quarter_words(quarter: Quarter) -> str:
    """`Triwulan 3/2026`."""
    return translate("Scorecard", "Quarter {number}/{year}").format(number=quarter.number, year=quarter.year)


def months_words(quarter: Quarter, calendar: CalendarWords) -> str:
    """`Jul–Sep`."""
    return f"{calendar.short_month(quarter.months[0])}–{calendar.short_month(quarter.months[2])}"


def running_words(quarter: Quarter, calendar: CalendarWords) -> str:
    """`Triwulan ini masih berjalan sampai 31 Desember 2026`."""
    until = f"{quarter.last.day} {calendar.month(quarter.months[2])}"
    return translate("Scorecard", "This quarter is still running until {day}").format(day=until)


def group_words(group: str, wording: Wording) -> str:
    """What a group of targets is called."""
    return wording.phrase(f"indicators.group.{group}")


def short_name(indicator: Indicator, wording: Wording) -> str:
    """The name of forms 3A and 3B."""
    return wording.phrase(f"indicators.short.{indicator.group}.{indicator.code}")


def long_name(indicator: Indicator, wording: Wording) -> str:
    """The label of Form 4, table 3."""
    return wording.phrase(f"indicators.long.{indicator.group}.{indicator.code}")


def target_words(target: TargetRow) -> str:
    """How old a child is, or how far a pregnancy; and that somebody is here no longer."""
    return ", ".join(part for part in (_how_far(target), gone_words(target.gone)) if part)


def gone_words(gone: str) -> str:
    """What became of somebody who is here no longer."""
    return notice_words(Notice(gone)) if gone else ""


def _how_far(target: TargetRow) -> str:
    if isinstance(target, ChildRow):
        return translate("Scorecard", "{count} months").format(count=target.age_months)
    if isinstance(target, MotherRow) and target.delivery_date is not None:
        return translate("Scorecard", "has given birth")
    if isinstance(target, MotherRow) and target.gestational_months is not None:
        return translate("Scorecard", "month {count} of pregnancy").format(count=target.gestational_months)
    return translate("Scorecard", "month of pregnancy unknown")


def cell_sentence(cell: Cell, wording: Wording) -> str:
    """The reason, with what a reader should know besides."""
    why = wording.say(cell.why)
    if cell.note is not None:
        why = wording.phrase("scorecard.with_note", why=why, note=wording.say(cell.note))
    return sentence(why)


def sentence(text: str) -> str:
    """With a capital at the beginning and a stop at the end."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def lacking_sentence(target: TargetRow, card: Scorecard, wording: Wording) -> str:
    """Which services somebody did not receive."""
    group = CHILDREN if target.kind == "child" else PREGNANT
    names = [
        short_name(indicator, wording)
        for indicator in card.totals.indicators
        if indicator.group == group and target.cells[indicator.code].value == "T"
    ]
    if not names:
        return translate("Scorecard", "Everything that applies was received.")
    return translate("Scorecard", "Not received: {names}.").format(names=", ".join(names))


def doubted_cells(card: Scorecard) -> set[tuple[UUID, str]]:
    """(target, indicator) of the cells that rest on a dose to be looked at again."""
    return {(target.id, code) for target in card.people for code, cell in target.cells.items() if cell.doubts}


def disputed_cells(card: Scorecard) -> set[tuple[UUID, str]]:
    """(target, indicator) of the cells that rest on an answer that differs between two people."""
    return {(each.target, code) for each in card.disputed if each.target is not None for code in each.cells}
