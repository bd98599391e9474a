"""What kinds, fields and choices are called, in the forms' own words; windows, print, files and `kpm` read it here.

`resources/text/<language>/records.json` holds it: `words` by `kind`, `kind/many`, `kind.field` and `kind.field.choice`,
`short` for narrow columns, `letters` of the columns of 2A, 2B and 2C. What several kinds share is declared once as
`record.field`; a kind may say otherwise.
"""

from functools import cache

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.errors import Named
from kpm_desktop.domain.records.catalogue import fields

SHARED = "record"


class WordTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of one language."""

    words: dict[str, str]
    short: dict[str, str]
    letters: dict[str, str]


def word_table(language: str) -> WordTable:
    """Reads the file of a language."""
    file = paths.resources() / "text" / language / "records.json"
    return msgspec.json.decode(file.read_bytes(), type=WordTable)


class RecordWords:
    """Speaks one language. What is declared has a word; what came from a newer program and is not is shown as it is
    written."""

    def __init__(self, table: WordTable) -> None:
        self._table = table

    def kind(self, kind: str) -> str:
        """One record of a kind: `Rujukan`."""
        return self._table.words.get(kind, kind)

    def many(self, kind: str) -> str:
        """A list of them: `Kelas dan edukasi`."""
        return self._table.words.get(f"{kind}/many", kind)

    def field(self, kind: str, field: str) -> str:
        """A field as the form calls it: `Kepemilikan Jamban (Sehat)`."""
        return self._found(self._table.words, kind, field) or field

    def choice(self, kind: str, field: str, value: str) -> str:
        """A known value of a choice: `lahir hidup`."""
        return self._found(self._table.words, kind, f"{field}.{value}") or value

    def choices(self, kind: str, field: str) -> list[tuple[str, str]]:
        """The known values of a choice with their words, in the declared order."""
        return [(code, self.choice(kind, field, code)) for code in fields(kind)[field].spec.choices]

    def short(self, kind: str, field: str = "") -> str:
        """A kind or field where room is scarce: `2B`, `Jamban`; its whole word where that is short enough."""
        if not field:
            return self._table.short.get(kind) or self.kind(kind)
        return self._found(self._table.short, kind, field) or self.field(kind, field)

    def short_choice(self, kind: str, field: str, value: str) -> str:
        """A value where room is scarce: `GK`; its whole word where that is short enough."""
        return self._found(self._table.short, kind, f"{field}.{value}") or self.choice(kind, field, value)

    def letter(self, kind: str, field: str) -> str:
        """The letter of its column on 2A, 2B or 2C; empty where the paper has none."""
        return self._table.letters.get(f"{kind}.{field}", "")

    def within(self, named: Named) -> str:
        """What is named, as it stands within a sentence: a field's label as it is, kinds and choices small."""
        if named.choice:
            return small(self.choice(named.kind, named.field, named.choice))
        return self.field(named.kind, named.field) if named.field else small(self.kind(named.kind))

    def _found(self, table: dict[str, str], kind: str, rest: str) -> str | None:
        return table.get(f"{kind}.{rest}") or table.get(f"{SHARED}.{rest}")


def small(word: str) -> str:
    """A word as it stands within a sentence: `rumah tangga`, `perdarahan`, but `KEK`, `2B` and `TK`."""
    return word[:1].lower() + word[1:] if word[1:2].islower() else word


@cache
def record_words(language: str) -> RecordWords:
    """The words of a language (`id` or `en`), read once."""
    return RecordWords(word_table(language))
