"""stand-in"""

from functools import cache


class RecordWords:
    def __init__(self, language: str) -> None:
        self.language = language

    def kind(self, kind: str) -> str:
        return kind

    def many(self, kind: str) -> str:
        return kind

    def field(self, kind: str, field: str) -> str:
        return field

    def short(self, kind: str, field: str) -> str:
        return field

    def choice(self, kind: str, field: str, value: str) -> str:
        return value


@cache
def record_words(language: str) -> RecordWords:
    return RecordWords(language)
