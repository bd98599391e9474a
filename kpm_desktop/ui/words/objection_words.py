"""Why a field cannot be saved, as a sentence below it: in the forms' words, with dates as people write them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.ui.format.date_text import date_text
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.field_words import field_words, value_words


def objection_words(tools: Tools, kind: str, why: Reason) -> str:
    """The sentence for an objection to a record of a kind."""
    spoken = {name: _spoken(tools, kind, name, value, why.params) for name, value in why.params.items()}
    sentence = tools.wording.say(Reason(why.code, spoken))
    return f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}."


def _spoken(tools: Tools, kind: str, name: str, value: object, params: Mapping[str, Any]) -> object:
    if name == "other" and isinstance(value, str):
        return field_words(kind, value)
    other = params.get("other")
    if name in ("value", "limit") and isinstance(value, str | int) and kind in KINDS and other in fields(kind):
        return value_words(kind, str(other), value, tools.comma)
    return date_text(value) if isinstance(value, date) else value
