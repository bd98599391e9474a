"""Which households of a month Kunjungan lists: by how far their visit is, and by what is searched for."""

from collections.abc import Sequence

from kpm_desktop.domain.regions.region_code import region_code
from kpm_desktop.domain.search.name_search import find
from kpm_desktop.ui.registers.household_lines import HouseholdLine


def fitting(lines: Sequence[HouseholdLine], text: str, wanted: str) -> list[HouseholdLine]:
    """The lines, in their order, that fit what is searched for and one of the choices `open`, `draft`, `done` and
    `all`. The code of a village finds all of it."""
    village = region_code(text)
    found = {line.task for line in (*find(lines, text), *(one for one in lines if _lies_in(one, village)))}
    return [line for line in lines if line.task in found and _fits(line, wanted)]


def counts(lines: Sequence[HouseholdLine]) -> dict[str, int]:
    """How many lines each choice shows, where nothing is searched for."""
    return {wanted: sum(_fits(line, wanted) for line in lines) for wanted in ("open", "draft", "done", "all")}


def _lies_in(line: HouseholdLine, village: str) -> bool:
    return line.members[0].region == village


def _fits(line: HouseholdLine, wanted: str) -> bool:
    if wanted == "open":
        return not line.is_visited
    if wanted == "draft":
        return line.is_draft
    return wanted == "all" or line.is_visited
