"""Turns a reason's code and parameters into a sentence, in the language of whoever reads it."""

import contextlib
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import cast

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.errors import Named, Reason
from kpm_desktop.domain.records.words import record_words

LANGUAGES = ("id", "en")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@cache
def _topic(language: str, topic: str) -> dict[str, str]:
    file = paths.resources() / "text" / language / f"{topic}.json"
    return msgspec.json.decode(file.read_bytes(), type=dict[str, str])


class Wording:
    """Speaks one language (`id` or `en`). day: how a day is said, where not as `2026-11-19`."""

    def __init__(self, language: str = "id", day: Callable[[date], str] | None = None) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language, self._day = language, day

    def say(self, what: Reason) -> str:
        """The sentence of a reason; every parameter its template names must be given."""
        topic, _, name = what.code.partition(".")
        template = _topic(self.language, topic)[name]
        return template.format_map({key: self._spoken(value) for key, value in what.params.items()})

    def phrase(self, code: str, /, **params: object) -> str:
        """Short for `say(Reason(code, params))`."""
        return self.say(Reason(code, params))

    def _number(self, value: Decimal) -> str:
        text = str(abs(value)) if self.language == "en" else str(abs(value)).replace(".", ",")
        return f"−{text}" if value < 0 else text

    def _spoken(self, value: object) -> object:
        if isinstance(value, Reason):
            return self.say(value)
        if isinstance(value, Named):
            return record_words(self.language).within(value)
        if isinstance(value, list | tuple):
            return ", ".join(str(self._spoken(item)) for item in cast("list[object]", value))
        if isinstance(value, Decimal):
            return self._number(value)
        return value if self._day is None else self._dated(value, self._day)

    @staticmethod
    def _dated(value: object, said: Callable[[date], str]) -> object:
        """Days come as such, or as the texts the journal holds."""
        if isinstance(value, str) and _DAY.fullmatch(value):
            with contextlib.suppress(ValueError):
                return said(date.fromisoformat(value))
        return said(value) if type(value) is date else value
