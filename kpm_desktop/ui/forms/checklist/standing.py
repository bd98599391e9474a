"""How one question of a checklist stands: the one truth that row, header and people panel draw."""

from enum import Enum


class Standing(Enum):
    """Each has the icon and colour of its row. Only KEPT is a green tick: answered, kept, and nothing to say of it.

    OPEN: no answer. HALF: a yes whose number is missing. UNTAKEN: what stands there cannot be kept. DISPUTED: two
    people answered differently. LOOK: a value somebody should look at again. RISK, WATCH: kept, and something is to be
    done.
    """

    OPEN = ("circle", "ctl")
    HALF = ("circle-dashed", "text2")
    UNTAKEN = ("wrench", "warn")
    DISPUTED = ("git-compare-arrows", "warn")
    LOOK = ("circle-alert", "warn")
    WATCH = ("flag", "warn")
    RISK = ("triangle-alert", "risk")
    KEPT = ("check", "ok")

    @property
    def icon(self) -> str:
        """The icon's name."""
        return self.value[0]

    @property
    def tone(self) -> str:
        """Its colour."""
        return self.value[1]

    @property
    def is_answered(self) -> bool:
        """Whether it counts as an answered question."""
        return self not in (Standing.OPEN, Standing.HALF, Standing.UNTAKEN)
