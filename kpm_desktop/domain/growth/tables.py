"""WHO's L, M and S, each table read from the program's files when it is first needed."""

import zlib
from functools import cache
from typing import NamedTuple

import msgspec

from kpm_desktop import paths

GZIP = 31  # zlib's name for "a gzip header and trailer"; the gzip module itself would double the loading time

LMS = tuple[float, float, float]


class _Part(msgspec.Struct):
    l: list[float]  # noqa: E741 - WHO's name
    m: list[float]
    s: list[float]


class _File(msgspec.Struct):
    first: int
    male: _Part
    female: _Part


class Table(NamedTuple):
    """L, M and S of boys and of girls, row after row from row `first`: days of age, or tenths of a centimetre."""

    first: int
    boys: list[LMS]
    girls: list[LMS]

    def lms(self, girl: bool, row: int) -> LMS:
        """L, M and S of a row; raises IndexError when the table does not hold it."""
        if row < self.first:
            raise IndexError(row)
        return (self.girls if girl else self.boys)[row - self.first]


def _load(name: str) -> Table:
    packed = (paths.resources() / "who" / f"{name}.json.gz").read_bytes()
    file = msgspec.json.decode(zlib.decompress(packed, GZIP), type=_File)
    return Table(file.first, _rows(file.male), _rows(file.female))


def _rows(part: _Part) -> list[LMS]:
    return list(zip(part.l, part.m, part.s, strict=True))


@cache
def for_age(key: str) -> Table:
    """The table of an indicator by day of age: `len`, `wei`, `bmi`, `hc` or `ac`."""
    return _load(_FOR_AGE[key])


@cache
def for_length() -> Table:
    """Weight by tenths of a centimetre of length, measured lying: 450 to 1100."""
    return _load("weight-for-length")


@cache
def for_height() -> Table:
    """Weight by tenths of a centimetre of height, measured standing: 650 to 1200."""
    return _load("weight-for-height")


_FOR_AGE = {
    "len": "length-for-age",
    "wei": "weight-for-age",
    "bmi": "bmi-for-age",
    "hc": "head-circumference-for-age",
    "ac": "arm-circumference-for-age",
}
