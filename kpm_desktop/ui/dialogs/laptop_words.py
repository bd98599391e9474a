"""What is said about a laptop that reports here: how it stands, the facts about it, and what a decision means."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.access.accept_device import Accepted
from kpm_desktop.commands.access.revoke_device import Ordered
from kpm_desktop.commands.supervision.laptop_details import LaptopDetails, LaptopSeen
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.session import SUPERVISOR
from kpm_desktop.ui.words.copy_words import copies_words
from kpm_desktop.ui.words.place_words import place_title
from kpm_desktop.ui.words.role_words import role_word

translate = QCoreApplication.translate

#: The choice that lifts the revocation itself.
LIFT = "lift"


def standing_words(details: LaptopDetails) -> str:
    """How it stands to this laptop."""
    words = {
        "let_in": translate("Laptop", "Delivers here"),
        "upstream": translate("Laptop", "Receives from this laptop"),
        "elsewhere": translate("Laptop", "Delivers to another supervisor"),
        "waiting": translate("Laptop", "Waits for its eight words to be compared"),
        "revoked": translate("Laptop", "Revoked: what it writes now is kept and not counted"),
    }
    return words[details.standing]


def what_to_do(details: LaptopDetails, tools: Tools) -> str:
    """What stands above its eight words."""
    if details.waits_for is None:
        return translate("Laptop", "The eight words of this laptop, to be compared by telephone:")
    told = tools.refusal([details.waits_for])
    ask = translate("Laptop", 'Call the cadre. On her laptop the words stand under "This laptop". Compare all eight.')
    return f"{told}\n{ask}"


def facts(seen: LaptopSeen, tools: Tools) -> list[tuple[str, str]]:
    """What is known of it, by name; what there is nothing to say of is left out."""
    details, names = seen.details, seen.names
    is_peer = details.standing in ("let_in", "revoked")
    is_revoked = details.standing == "revoked"
    held = translate("Laptop", "no {number} ({village})")
    numbers = (held.format(number=number, village=place_title(names[code])) for code, number in details.numbers)
    found = [
        (translate("Laptop", "Name on the laptop"), details.device_name),
        (translate("Laptop", "Role"), "" if details.standing == "waiting" else role_word(details.role)),
        (translate("Laptop", "Regions"), ", ".join(place_title(names[code]) for code in details.regions)),
        (translate("Laptop", "Last bundle"), _last_bundle(details, tools) if is_peer else ""),
        (translate("Laptop", "Refused"), _refused_words(details, tools)),
        (translate("Laptop", "Records held up to"), ", ".join(numbers)),
        (translate("Laptop", "Copies"), copies_words(details.copies, tools.calendar)),
        (translate("Laptop", "Waiting"), changes_words(details.waiting, tools)),
        (translate("Laptop", "Counted"), changes_words(details.counting, tools) if is_revoked else ""),
        (translate("Laptop", "Kept, not counted"), _set_aside_words(details, tools) if is_revoked else ""),
    ]
    return [(name, value) for name, value in found if value]


def changes_words(count: int, tools: Tools) -> str:
    """`1.200 changes`; nothing for none."""
    return translate("Laptop", "{count} changes").format(count=grouped(count, tools.comma)) if count else ""


def revoking_words(details: LaptopDetails, tools: Tools) -> tuple[str, ...]:
    """What revoking it means; the first sentence says when to."""
    kept = translate("Laptop", "What came in so far still counts: {changes}.")
    later = translate(
        "Laptop", "What it writes from now on is kept and passed on, but counted nowhere until you count it again."
    )
    sentences = [
        translate("Laptop", "For a laptop that was lost, stolen or given away."),
        kept.format(changes=changes_words(details.counting, tools) or translate("Laptop", "nothing")),
        later,
    ]
    if details.role == SUPERVISOR:
        sentences.append(
            translate(
                "Laptop",
                "Laptops it let in before stay let in; those it lets in later do not count. Nothing is sent to it "
                "any more.",
            )
        )
    return tuple(sentences)


def release_choices(details: LaptopDetails, tools: Tools) -> list[tuple[str, str]]:
    """All that is set aside, or what was written up to a day, by its place among the days; or all for good."""
    choices = [("", translate("Laptop", "all that came in so far"))] if details.set_aside else []
    text = translate("Laptop", "up to {day}: {changes}")
    for at, day in enumerate(details.set_aside[:-1]):
        count = sum(each.count for each in details.set_aside[: at + 1])
        until = tools.calendar.short_day(day.day, tools.today())
        choices.append((str(at), text.format(day=until, changes=changes_words(count, tools))))
    return [*choices, (LIFT, translate("Laptop", "all, later work too: it is revoked no more"))]


def accepted_sentence(accepted: Accepted, tools: Tools) -> str:
    """It was let in."""
    text = translate("Laptop", "{name} was let in as {role}. {count} changes that had waited came in.")
    count = grouped(accepted.changes, tools.comma)
    return text.format(name=accepted.name, role=role_word(accepted.role), count=count)


def revoked_sentence(ordered: Ordered, tools: Tools) -> str:
    """It was revoked, and what of a supervisor's decisions falls with it."""
    text = translate("Laptop", "The laptop of {name} was revoked. {count} changes of it still count.")
    sentences = [text.format(name=ordered.name, count=grouped(ordered.counting, tools.comma))]
    if ordered.fallen_papers:
        fell = translate("Laptop", "Let in by it and not counted any more: {names}.")
        sentences.append(fell.format(names=", ".join(ordered.fallen_papers)))
    if ordered.fallen_orders:
        lifted = translate("Laptop", "{count} of its own decisions to revoke or count again hold no more.")
        sentences.append(lifted.format(count=grouped(ordered.fallen_orders, tools.comma)))
    return " ".join(sentences)


def released_sentence(ordered: Ordered, tools: Tools) -> str:
    """Its work counts again, or a part of it."""
    text = translate("Laptop", "{count} changes of the laptop of {name} count now; {rest} are kept and not counted.")
    counting, rest = grouped(ordered.counting, tools.comma), grouped(ordered.set_aside, tools.comma)
    said = text.format(name=ordered.name, count=counting, rest=rest)
    if not ordered.still_by:
        return said
    still = translate("Laptop", "It is still revoked by {by}.")
    return f"{said} {still.format(by=ordered.still_by)}"


def _refused_words(details: LaptopDetails, tools: Tools) -> str:
    if details.refused is None:
        return ""
    text, found = translate("Laptop", "no {number}, {when}: {why}"), details.refused
    when = day_and_clock(found.at, tools.calendar, tools.today())
    return text.format(number=found.number, when=when, why=tools.refusal([found.why.reason()]))


def _last_bundle(details: LaptopDetails, tools: Tools) -> str:
    if not details.last_delivery:
        return translate("Laptop", "no bundle yet")
    moment = day_and_clock(details.last_delivery, tools.calendar, tools.today())
    return translate("Laptop", "{moment}, bundle {number}").format(moment=moment, number=details.last_number)


def _set_aside_words(details: LaptopDetails, tools: Tools) -> str:
    days = details.set_aside
    if not days:
        return translate("Laptop", "none so far")
    first, last = (tools.calendar.short_day(day.day, tools.today()) for day in (days[0], days[-1]))
    count = changes_words(sum(day.count for day in days), tools)
    when = first if first == last else f"{first} – {last}"
    return translate("Laptop", "{changes}, written {when}").format(changes=count, when=when)
