"""What the side of the page *Rapor* shows for each number at the top, where villages are added: each with its part."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.scorecard.result import Scorecard, Share
from kpm_desktop.domain.scorecard.totals import CHILDREN, PREGNANT
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.pages.scorecard.scorecard_numbers import ALL_SERVED, TO_LOOK_AT
from kpm_desktop.ui.pages.scorecard.scorecard_rows import SideRow
from kpm_desktop.ui.pages.scorecard.scorecard_side import SideContent
from kpm_desktop.ui.pages.scorecard.scorecard_words import group_words, percent_words, share_words

translate = QCoreApplication.translate
#: Code, name and numbers of a village; None while they are counted.
VillageCard = tuple[str, str, Scorecard | None]


class _Part(NamedTuple):
    """What one village has of a number. rank: the smallest comes first, for there is most to do."""

    share: Share | None
    right: str
    sentence: str
    rank: float


class Villages:
    """Enter on a village leads to who is behind its part of the number."""

    def __init__(self, wording: Wording, comma: str) -> None:
        self._wording, self._comma = wording, comma

    def of_number(self, code: str, added: Scorecard, cards: Sequence[VillageCard]) -> SideContent:
        """The villages behind one of the numbers, or behind those not reported yet."""
        part, caption, title = self._about(code, added)
        found = [(key, name, part(card) if card is not None else None) for key, name, card in cards]
        if all(each is not None for _, _, each in found):
            found.sort(key=lambda village: village[2].rank if village[2] is not None else 0.0)
        return SideContent(
            caption,
            title,
            "",
            [self._row(key, name, each) for key, name, each in found],
            translate("Scorecard", "Nobody was reported in this quarter"),
            translate("Scorecard", "Enter opens the village, with who is behind its number."),
        )

    def _row(self, key: str, name: str, part: _Part | None) -> SideRow:
        if part is None:
            return SideRow(key, name, detail=translate("Scorecard", "being counted…"), leads=key)
        return SideRow(key, name, "", "", part.sentence, right=part.right, share=part.share, leads=key)

    def _about(self, code: str, added: Scorecard) -> tuple[Callable[[Scorecard], _Part], str, str]:
        """How a village's part is found, and what the number is called."""
        totals = added.totals
        if code == TO_LOOK_AT:
            share = totals.convergence(PREGNANT, CHILDREN)
            return self._convergence, translate("Scorecard", "Convergence, all villages"), self._words(share)
        if code in (PREGNANT, CHILDREN):
            of_group = self._of_pregnant if code == PREGNANT else self._of_children
            return of_group, group_words(code, self._wording), self._words(totals.convergence(code))
        if code == ALL_SERVED:
            served = _served(added)
            text = translate("Scorecard", "{count} of {total} received everything")
            title = text.format(count=served.received, total=served.should)
            return self._all_served, translate("Scorecard", "Complete services"), title
        text = translate("Scorecard", "{count} without a row in this quarter")
        title = text.format(count=totals.not_reported_pregnant + totals.not_reported_children)
        return self._not_reported, translate("Scorecard", "Not reported yet"), title

    def _convergence(self, card: Scorecard) -> _Part:
        return self._of_share(card, card.totals.convergence(PREGNANT, CHILDREN), _missing(card))

    def _of_pregnant(self, card: Scorecard) -> _Part:
        return self._of_share(card, card.totals.convergence(PREGNANT), card.totals.not_reported_pregnant)

    def _of_children(self, card: Scorecard) -> _Part:
        return self._of_share(card, card.totals.convergence(CHILDREN), card.totals.not_reported_children)

    def _all_served(self, card: Scorecard) -> _Part:
        return self._of_share(card, _served(card), _missing(card))

    def _not_reported(self, card: Scorecard) -> _Part:
        missing, share = _missing(card), card.totals.convergence(PREGNANT, CHILDREN)
        return _Part(None, str(missing), share_words(share), -missing)

    def _of_share(self, card: Scorecard, share: Share, missing: int) -> _Part:
        told = [share_words(share)]
        if missing:
            told.append(translate("Scorecard", "{count} not reported yet").format(count=missing))
        if count := len(card.findings) + len(card.disputed):
            told.append(translate("Scorecard", "{count} to look at again").format(count=count))
        return _Part(share, percent_words(share, self._comma), " · ".join(told), rank(share))

    def _words(self, share: Share) -> str:
        return f"{share_words(share)} ({percent_words(share, self._comma)})"


def rank(share: Share) -> float:
    """The smallest first: where most is to do. Where nothing should be received there is nothing to do."""
    return share.received / share.should if share.should else 1.0


def _missing(card: Scorecard) -> int:
    return card.totals.not_reported_pregnant + card.totals.not_reported_children


def _served(card: Scorecard) -> Share:
    totals = card.totals
    return Share(totals.fully_served_pregnant + totals.fully_served_children, totals.pregnant + totals.children)
