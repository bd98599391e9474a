"""What became of an opened bundle, in plain words: the account both the villages and the incoming page show."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.bundles.take_bundle import Opened
from kpm_desktop.ui.components.count_lines import CountLine


def account_title(opened: Opened) -> str:
    """Who sent it, and its number."""
    translate = QCoreApplication.translate
    if opened.outcome in ("refused", "newer"):
        return opened.file
    person = opened.person or translate("Bundles", "Unknown laptop {digits}").format(digits=opened.sender[:8])
    return translate("Bundles", "{name}, bundle {number}").format(name=person, number=opened.number)


def account_lines(opened: Opened) -> list[CountLine]:
    """How many changes came in, were held already, wait, are quarantined and were refused."""
    translate = QCoreApplication.translate
    return [
        CountLine("check", "ok" if opened.new else "text2", opened.new, translate("Bundles", "changes came in")),
        CountLine("check-check", "text2", opened.held, translate("Bundles", "changes held here before")),
        CountLine(
            "hourglass",
            "warn" if opened.waiting else "text2",
            opened.waiting,
            translate("Bundles", "wait for eight words"),
        ),
        CountLine(
            "shield-alert",
            "warn" if opened.withheld else "text2",
            opened.withheld,
            translate("Bundles", "to be repaired"),
        ),
        CountLine("x", "risk" if opened.refused else "text2", opened.refused, translate("Bundles", "refused")),
    ]


def missing_words(missing: Sequence[tuple[int, int]]) -> str:
    """`121–140`; several with commas."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in missing)


def missing_sentence(opened: Opened) -> str:
    """What to do about numbers that have not come; empty when none is missing."""
    if not opened.missing:
        return ""
    text = QCoreApplication.translate(
        "Bundles",
        "Records {numbers} from the laptop of {name} are missing. Ask for the earlier bundles; nothing is lost.",
    )
    return text.format(numbers=missing_words(opened.missing), name=opened.person or opened.sender[:8])


def outcome_sentence(opened: Opened) -> str:
    """What happened to the file as a whole, in one sentence."""
    translate = QCoreApplication.translate
    if opened.outcome == "known":
        return translate("Bundles", "This very file was opened before. Nothing had to be done.")
    if opened.outcome == "held" and not opened.refused:
        return translate("Bundles", "Nothing new: everything in it is held here already.")
    if opened.enrolled:
        return translate("Bundles", "{name} is now known here: the invitation was answered.").format(
            name=opened.enrolled
        )
    return ""


def standing_sentences(opened: Opened) -> list[tuple[str, str]]:
    """What a bundle changed about who may, one sentence each, and its tone: a revoked laptop, what found no room
    or made room, a new supervisor, a programme that joined another."""
    translate = QCoreApplication.translate
    name = opened.person or opened.sender[:8]
    found: list[tuple[str, str]] = []
    if opened.is_revoked:
        text = translate("Bundles", "The laptop of {name} was revoked: {count} changes are kept, not counted yet.")
        found.append((text.format(name=name, count=opened.set_aside), "warn"))
    elif opened.set_aside:
        text = translate("Bundles", "{count} changes of revoked laptops are kept, not counted yet.")
        found.append((text.format(count=opened.set_aside), "warn"))
    if opened.left:
        text = translate("Bundles", "{count} changes found no room to wait; they come again once the laptop is let in.")
        found.append((text.format(count=opened.left), "warn"))
    if opened.let_go:
        text = translate(
            "Bundles",
            "Too much waits from unknown laptops: what had waited longest, from {count} laptops, made room. They send"
            " it again.",
        )
        found.append((text.format(count=opened.let_go), "warn"))
    if opened.receiver:
        text = translate(
            "Bundles", "{name} is a supervisor of the same programme and receives from this laptop from now on."
        )
        found.append((text.format(name=opened.receiver), "ok"))
    if opened.programme:
        text = translate("Bundles", "This programme is now part of another one, whose eight words are: {words}.")
        found.append((text.format(words=" ".join(opened.programme)), "ok"))
    return found
