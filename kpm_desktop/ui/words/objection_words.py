"""Why a field cannot be saved, as a sentence below it: in the forms' words."""

from datetime import date

from kpm_desktop.domain.errors import Named, Reason
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.value_words import value_words


def objection_words(tools: Tools, why: Reason) -> str:
    """The sentence for an objection to a record; its values are those of the field it names, where it names one."""
    other = why.params.get("other")
    of = other if isinstance(other, Named) and other.field else None
    spoken = {name: _spoken(tools, name, value, of) for name, value in why.params.items()}
    sentence = tools.wording.say(Reason(why.code, spoken))
    return f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}."


def _spoken(tools: Tools, name: str, value: object, of: Named | None) -> object:
    if of is not None and name in ("value", "limit") and isinstance(value, str | int):
        return value_words(tools, of.kind, of.field, value)
    return tools.calendar.dated(value) if isinstance(value, date) else value
