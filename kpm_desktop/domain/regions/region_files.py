"""The tables of `resources/regions/`, as texts and as rows (their README says where each comes from)."""

import csv
import gzip

from kpm_desktop import paths

REGIONS, SUCCESSORS, FORMER_NAMES = "regions", "successors", "former_names"


def packed(name: str) -> bytes:
    """A table as it is stored, the same bytes on every laptop with this list."""
    return (paths.resources() / "regions" / f"{name}.csv.gz").read_bytes()


def text(name: str) -> str:
    """A table as one text: a line for each row, sorted by its first cell, below the line of its columns."""
    return gzip.decompress(packed(name)).decode()


def rows(name: str) -> list[list[str]]:
    """The cells of every row."""
    return list(csv.reader(text(name).splitlines()))[1:]
