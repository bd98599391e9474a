"""Which scorecard the page *Rapor* shows: a village's or all of them added, of a quarter; and what is counted of it."""

from collections.abc import Sequence
from typing import NamedTuple

from kpm_desktop.commands.scorecards.scorecard_view import ScorecardView
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.scorecard.result import Scorecard
from kpm_desktop.ui.pages.scorecard.scorecard_source import ScorecardSource
from kpm_desktop.ui.words.place_words import place_title

#: All villages together.
EVERY = "*"


class Choice(NamedTuple):
    """What the side shows: an indicator's code within a group, or one of the numbers at the top (group is empty)."""

    group: str
    code: str


class Shown:
    """village: its code, or `EVERY`."""

    def __init__(self, source: ScorecardSource, places: Sequence[Region], village: str, quarter: Quarter) -> None:
        self._source, self.places, self.village, self.quarter = source, places, village, quarter

    @property
    def is_added(self) -> bool:
        """Whether all villages are shown together."""
        return self.village == EVERY

    def choose_among(self, places: Sequence[Region]) -> None:
        """Other villages; the one that is shown stays where it is among them."""
        self.places = places
        known = {place.code for place in places} | {EVERY}
        if self.village not in known and places:
            self.village = places[0].code

    def step(self, quarters: int) -> None:
        """Another quarter."""
        self.quarter += quarters

    def want(self) -> None:
        """Asks for what is not counted yet."""
        wanted = [place.code for place in self.places] if self.is_added else [self.village]
        self._source.want([code for code in wanted if code], self.quarter)

    def view(self) -> ScorecardView | None:
        """One village's scorecard with its people, once it is counted."""
        return None if self.is_added else self._source.view(self.village, self.quarter)

    def card(self) -> Scorecard | None:
        """The numbers, once they are counted; of all villages those counted so far."""
        if self.is_added:
            return self._source.added([place.code for place in self.places], self.quarter)
        view = self.view()
        return view.scorecard if view is not None else None

    def counted(self) -> tuple[int, int] | None:
        """Of how many villages the totals are there, and how many there are; None where one is shown."""
        done = sum(self._source.totals(place.code, self.quarter) is not None for place in self.places)
        return (done, len(self.places)) if self.is_added else None

    def villages(self) -> list[tuple[str, str, Scorecard | None]]:
        """Code, name and totals of each village, None while they are counted."""
        return [(p.code, place_title(p), self._source.totals(p.code, self.quarter)) for p in self.places]
