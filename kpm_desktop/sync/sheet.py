"""The programme's sheet: two secrets as rows of letters and digits that are read off paper and typed again.

Part A is the programme's signing key, part B the recovery key. Each secret has 32 bytes and becomes four rows of 13
letters, each followed by three that check it, so that a mistake is told of by its row (docs/bundle-format.md,
"The sheet").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.sync.seal import AgeIdentity, SigningKey

PROGRAMME, RECOVERY = "A", "B"
ROWS = 4
#: Crockford's letters: no I, L, O, U, so that a printed row is read back without doubt.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ROW_LENGTH = 16
_GROUP = 4
_CHECK = 3
_IN_A_ROW = ROW_LENGTH - _CHECK
_SECRET_BITS = 256
_SPARE_BITS = ROWS * _IN_A_ROW * 5 - _SECRET_BITS
#: The coefficients of (x - 2)(x - 4)(x - 8) below its first.
_GENERATOR = (14, 29, 10)
_READ_BACK = str.maketrans("OIL", "011", "- \t")
_ROW = re.compile(r"^\W*([AB])\s*([1-4])\W+((?:[0-9A-Z][ \t-]*){16})\s*$", re.MULTILINE | re.IGNORECASE)
_AGE = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed once and locked away: the programme's key and the recovery key, public part and secret, and who
    made them when, for which regions."""

    programme: str
    programme_secret: str
    recovery: str
    recovery_secret: str
    person: str
    regions: tuple[str, ...]
    made_on: date

    @classmethod
    def of(
        cls, programme: SigningKey, recovery: AgeIdentity, *, person: str, regions: Iterable[str], made_on: date
    ) -> Self:
        """The sheet of two keys."""
        secrets = (programme.public, programme.secret, recovery.recipient, recovery.text)
        return cls(*secrets, person, tuple(regions), made_on)

    def is_in(self, text: str) -> bool:
        """Whether a text holds both keys as they would be typed from it again."""
        rows = rows_in(text)
        try:
            found = programme_key(rows).secret, recovery_key(rows).text
        except Refused:
            return False
        return found == (self.programme_secret, self.recovery_secret)

    def rows(self, part: str) -> tuple[str, ...]:
        """The four rows of part A or B, in groups of four letters."""
        if part == PROGRAMME:
            return rows_of(part, bytes.fromhex(self.programme_secret))
        return rows_of(part, AgeIdentity.from_text(self.recovery_secret).secret)


def rows_of(part: str, secret: bytes) -> tuple[str, ...]:
    """A 32-byte secret as four rows."""
    number = int.from_bytes(secret, "big") << _SPARE_BITS
    letters = "".join(LETTERS[number >> 5 * at & 31] for at in range(ROWS * _IN_A_ROW - 1, -1, -1))
    rows = (letters[at * _IN_A_ROW : (at + 1) * _IN_A_ROW] for at in range(ROWS))
    return tuple(_grouped(row + _check(f"{part}{no}", row)) for no, row in enumerate(rows, start=1))


def row_is_right(name: str, typed: str) -> bool:
    """Whether a row such as `A1` is whole and its check letters fit."""
    text = plain(typed)
    is_whole = len(text) == ROW_LENGTH and set(text) <= set(LETTERS)
    return is_whole and text[_IN_A_ROW:] == _check(name, text[:_IN_A_ROW])


def plain(typed: str) -> str:
    """A row without spaces and hyphens, letters that are easily mistaken read as what is printed."""
    return typed.upper().translate(_READ_BACK)


def row_names(parts: str = PROGRAMME + RECOVERY) -> list[str]:
    """`A1` to `B4`, in the order of the sheet."""
    return [f"{part}{no}" for part in parts for no in range(1, ROWS + 1)]


def rows_in(text: str) -> dict[str, str]:
    """The rows a text holds, by name, whether right or not."""
    return {f"{part.upper()}{no}": row for part, no, row in _ROW.findall(text)}


def programme_key(rows: Mapping[str, str]) -> SigningKey:
    """The key of part A; refused when a row is missing or wrong."""
    return SigningKey.from_hex(_secret(PROGRAMME, rows).hex())


def recovery_key(rows: Mapping[str, str]) -> AgeIdentity:
    """The key of part B; refused when a row is missing or wrong."""
    return AgeIdentity.from_secret(_secret(RECOVERY, rows))


def recovery_beside(rows: Mapping[str, str]) -> str | None:
    """The recovery recipient, where the rows of part B are there too; refused when one is wrong."""
    return recovery_key(rows).recipient if rows.keys() & set(row_names(RECOVERY)) else None


def recovery_key_in(text: str) -> AgeIdentity:
    """The recovery key in a text: part B's rows, or age's own spelling."""
    spelled = _AGE.search(text)
    rows = rows_in(text)
    if spelled is not None and not set(row_names(RECOVERY)) <= rows.keys():
        return AgeIdentity.from_text(spelled[0].upper())
    return recovery_key(rows)


def wrong_rows(rows: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Those of the named rows that are missing or wrong."""
    return [name for name in names if not row_is_right(name, rows.get(name, ""))]


def _secret(part: str, rows: Mapping[str, str]) -> bytes:
    wrong = wrong_rows(rows, row_names(part))
    if wrong:
        raise _unreadable(wrong)
    letters = "".join(plain(rows[name])[:_IN_A_ROW] for name in row_names(part))
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    if number & (1 << _SPARE_BITS) - 1:
        raise _unreadable(row_names(part)[-1:])
    return (number >> _SPARE_BITS).to_bytes(_SECRET_BITS // 8, "big")


def _unreadable(names: Sequence[str]) -> Refused:
    return refused("sheet.wrong_rows", rows=names)


def _check(name: str, letters: str) -> str:
    """Three letters of a Reed-Solomon code over 32 signs: up to three wrong letters in a row, or a row in another's
    place, are always found."""
    rest = [0] * _CHECK
    for value in (LETTERS.index(sign) for sign in name + letters):
        first, *others = rest
        rest = [other ^ _times(value ^ first, factor) for other, factor in zip([*others, 0], _GENERATOR, strict=True)]
    return "".join(LETTERS[value] for value in rest)


def _times(one: int, other: int) -> int:
    """The product in the field of 32 elements, x^5 + x^2 + 1."""
    product = 0
    for bit in range(5):
        if other >> bit & 1:
            product ^= one << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << bit - 5
    return product


def _grouped(row: str) -> str:
    return " ".join(row[at : at + _GROUP] for at in range(0, len(row), _GROUP))
