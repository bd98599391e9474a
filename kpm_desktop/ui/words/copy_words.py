"""What it means that a laptop's disk was copied or put back, and what to do about it."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.bundles.laptop_copies import MANY_PIECES, Copies
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import local


def copies_words(copies: Copies, calendar: CalendarWords) -> str:
    """For a supervisor; nothing where there is one copy."""
    translate = QCoreApplication.translate
    if copies.since is None:
        return ""
    moment = local(copies.since)
    since = f"{calendar.short_day(moment.date())} {moment.year}"
    if copies.runs >= MANY_PIECES:
        text = translate(
            "Copies",
            "{count}, the last since {since}: something is wrong with this laptop. What it wrote is kept and counts, "
            "up to a limit. Call its owner; if nobody knows why, revoke it and let another laptop in.",
        )
    elif copies.both_in_use:
        text = translate(
            "Copies",
            "Two since {since}: the disk was copied, and both laptops were used after that. What both wrote is kept "
            "and counts. Let one of them be put away; the other asks for everything with its next bundle.",
        )
    else:
        text = translate(
            "Copies",
            "Two since {since}: the laptop went on from a copy or a backup. What was written before and after is kept "
            "and counts; there is nothing to do.",
        )
    return text.format(since=since, count=copies.runs)


def own_copies_words(copies: Copies, calendar: CalendarWords) -> str:
    """For whoever sits at the laptop itself."""
    translate = QCoreApplication.translate
    if copies.since is None:
        if not copies.was_put_back:
            return ""
        return translate(
            "Copies",
            "This laptop's disk was once copied or put back. Nothing is lost: what is missing comes with a receipt.",
        )
    told = translate(
        "Copies",
        "This laptop's disk was once copied or put back; since {since} there are two runs of its records. All of them "
        "are kept, nothing is lost.",
    )
    if copies.both_in_use:
        told += " " + translate(
            "Copies", "If another laptop with the same disk is still used, put one of the two away."
        )
    moment = local(copies.since)
    return told.format(since=f"{calendar.short_day(moment.date())} {moment.year}")
