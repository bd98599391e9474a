"""The Ministry's list of regions, read when first asked for; a code outside it is allowed with a warning."""

import csv
import gzip
from functools import cache

from kpm_desktop import paths


@cache
def region_names() -> dict[str, str]:
    """Every listed region's code and name, provinces to villages."""
    with gzip.open(paths.resources() / "regions" / "regions.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def is_listed(code: str) -> bool:
    """Whether the list knows a code."""
    return code in region_names()
