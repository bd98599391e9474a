"""What a row of Keputusan means, and what can be done about it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.bundles.missing_numbers import Missing
from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.commands.supervision.decision_list import Dispute
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.ui.dialogs.duplicate_lines import place_facts
from kpm_desktop.ui.format.moment_words import with_zone
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.bundle_words import missing_words
from kpm_desktop.ui.words.comment_words import present_value, said_by, turn_words
from kpm_desktop.ui.words.finding_words import finding_sentence
from kpm_desktop.ui.words.limit_words import limit_words, written_words
from kpm_desktop.ui.words.place_words import place_title
from kpm_desktop.ui.words.value_words import value_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Meaning:
    """meaning: what it is. action: what its main button says; "" for none. may_confirm: it may be right as it is.
    may_settle: a question that can be closed here. subtitle: what stands above in place of the row's own detail."""

    meaning: str
    action: str = ""
    may_confirm: bool = False
    may_settle: bool = False
    subtitle: str = ""


def meaning_of(what: Any, tools: Tools, *, is_cadre: bool) -> Meaning:
    """The words for a row."""
    if isinstance(what, Dispute):
        text = translate(
            "Decisions",
            "The entries were made without knowing of each other. All of them are kept; one must be chosen. "
            "Until then the newest one is shown.",
        )
        return Meaning(text, translate("Decisions", "Compare"))
    if isinstance(what, Repair):
        return _of_repair(what, tools)
    if isinstance(what, DataFinding):
        return _of_finding(what, tools, is_cadre=is_cadre)
    if isinstance(what, Thread):
        return _of_question(what, tools, is_cadre=is_cadre)
    if isinstance(what, Missing):
        return _of_missing(what, is_cadre=is_cadre)
    if isinstance(what, LikelyPair) and what.is_across:
        text = translate(
            "Decisions",
            "Perhaps one person, recorded in two villages. Until somebody says so both count. Ask both cadres who "
            "moved and when.",
        )
        return Meaning("\n\n".join((text, *_of_villages(what, tools))), translate("Decisions", "Compare"))
    if isinstance(what, LikelyPair):
        text = translate(
            "Decisions",
            "Perhaps one and the same, entered twice. Until somebody merges them both count. The cadre knows best: ask "
            "if in doubt.",
        )
        return Meaning(text, translate("Decisions", "Compare"))
    return Meaning("")


def _of_villages(pair: LikelyPair, tools: Tools) -> list[str]:
    """What either village knows."""
    names = [place_title(place) for place in places(pair.regions)]
    told = ["\n".join((face.name, *place_facts(face, tools.calendar))) for face in (pair.first, pair.second)]
    return [f"{name}: {words}" for name, words in zip(names, told, strict=True)]


def _of_repair(repair: Repair, tools: Tools) -> Meaning:
    found = repair.withheld
    author = translate("Decisions", "By {name}, {moment}").format(
        name=repair.author.user, moment=with_zone(repair.author.at, tools.calendar)
    )
    why = limit_words(repair, tools)
    if repair.is_whole:
        text = translate("Decisions", "The whole row is not used. {why}").format(why=why)
        if found.code != "wrong_id":
            ask = translate(
                "Decisions",
                "Look at it again in the visit of that month and enter anew what is right. Nothing is lost.",
            )
            return Meaning(
                f"{text}\n{author}\n\n{ask}", translate("Decisions", "History") if repair.subject.person else ""
            )
        ask = translate(
            "Decisions",
            "It cannot be mended: its own id contradicts what is in it. Enter the record once more in a visit, then "
            "mark this row as entered in error. It stays in the history.",
        )
        return Meaning(f"{text}\n{author}\n\n{ask}", translate("Decisions", "Mark as entered in error…"))
    text = translate("Decisions", "Written: {value}. {why}").format(value=written_words(repair, tools), why=why)
    meanwhile = translate("Decisions", "Until it is repaired the field counts as empty.")
    if repair.is_reported:
        meanwhile = translate("Decisions", "The supervisor's laptop does not use this entry.")
    elif repair.shown is not None:
        shown = value_words(tools, found.kind, found.field, repair.shown)
        meanwhile = translate("Decisions", "Until it is repaired {value} counts.").format(value=shown)
    ask = translate("Decisions", "Ask {name} what is right, then repair it here or let it be entered anew there.")
    asked = "" if repair.own else ask.format(name=repair.laptop or repair.author.user)
    parts = (f"{text}\n{author}", " ".join(part for part in (meanwhile, asked) if part))
    return Meaning("\n\n".join(parts), translate("Decisions", "Repair"))


def _of_finding(found: DataFinding, tools: Tools, *, is_cadre: bool) -> Meaning:
    said = f"{finding_sentence(found, tools)}."
    if found.author is not None:
        moment = with_zone(found.author.at, tools.calendar)
        by = translate("Decisions", "By {name}, {moment}").format(name=found.author.user, moment=moment)
        said = f"{said}\n{by}"
    if found.is_incomplete:
        ask = translate(
            "Decisions", "Something it rests on has not come yet. It comes with a later bundle, or it is entered here."
        )
    elif found.blocks:
        ask = translate(
            "Decisions",
            "Each entry is possible by itself, together they are not. What is there counts until it is mended.",
        )
    else:
        ask = translate("Decisions", "It may be right: then confirm it, and it is asked no more.")
    asked = ""
    if not is_cadre and found.author is not None:
        asked = " " + translate("Decisions", "Ask {name}.").format(name=found.author.user)
    return Meaning(f"{said}\n\n{ask}{asked}", finding_action(found, is_cadre=is_cadre), not found.blocks)


def finding_action(found: DataFinding, *, is_cadre: bool) -> str:
    """Where a finding is repaired; a supervisor is led to the person's history."""
    if not is_cadre:
        return translate("Decisions", "History") if found.subject.person is not None else ""
    if found.subject.household is None:
        return ""
    if found.subject.month and found.kind in ("pregnancy_visit", "child_visit"):
        return translate("Decisions", "Open the visit")
    return translate("Decisions", "Open the household")


def _of_question(thread: Thread, tools: Tools, *, is_cadre: bool) -> Meaning:
    """What was said, the newest last, and the value that stands there now. A cadre settles only what she asked."""
    said = [f"“{one.text}”\n{said_by(one, tools)}" for one in (thread.question, *thread.answers[-2:])]
    value = present_value(thread, tools)
    now = translate("Decisions", "Now: {value}").format(value=value) if value else ""
    return Meaning(
        "\n\n".join(part for part in (*said, now) if part),
        translate("Decisions", "Open the question"),
        may_settle=thread.has_come and (thread.is_ours or not is_cadre),
        subtitle=turn_words(thread)[0],
    )


def _of_missing(hole: Missing, *, is_cadre: bool) -> Meaning:
    numbers, name = missing_words([(hole.first, hole.last)]), hole.person or hole.device[:8]
    if hole.is_lost:
        text = translate(
            "Decisions",
            "Records {numbers} from the laptop of {name} were declared lost. Should they come after all, they are "
            "taken.",
        )
        return Meaning(text.format(numbers=numbers, name=name), translate("Decisions", "Want them again"))
    text = translate(
        "Decisions",
        "Records {numbers} from the laptop of {name} have not come. Usually a bundle is still on a stick: ask for "
        "it, or let the cadre send everything again. What came in counts already.",
    )
    if is_cadre:
        text = translate(
            "Decisions",
            "Records {numbers} from the laptop of {name} have not come. This laptop asks for them with its next "
            "bundle; they come with a receipt. What came in counts already.",
        )
    return Meaning(text.format(numbers=numbers, name=name), translate("Decisions", "Declare lost…"))
