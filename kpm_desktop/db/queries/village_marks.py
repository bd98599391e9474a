"""Whether anything of a village was written since somebody looked."""

from sqlalchemy import Connection

from kpm_desktop.domain.regions.region_index import VILLAGE_LENGTH


def village_marks(tx: Connection) -> dict[str, str]:
    """By the code of each village with changes a text that is another one as soon as its journal grew. Orders of
    wider regions (revocations and releases) touch every village, as they may set aside what was written there."""
    rows = tx.exec_driver_sql(
        "SELECT r.code, count(*), sum(g.last_seq), max(g.no) FROM segment g JOIN stream s ON s.no = g.stream_no"
        " JOIN region r ON r.no = s.region_no GROUP BY r.code ORDER BY r.code"
    ).all()
    counted = {code: ".".join(map(str, counts)) for code, *counts in rows}
    wider = " ".join(mark for code, mark in counted.items() if len(code) != VILLAGE_LENGTH)
    return {code: f"{mark} {wider}" for code, mark in counted.items() if len(code) == VILLAGE_LENGTH}
