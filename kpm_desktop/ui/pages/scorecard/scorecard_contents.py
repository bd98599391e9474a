"""What the side of the page *Rapor* shows for each thing that can be chosen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.scorecards.scorecard_view import ScorecardView
from kpm_desktop.domain.scorecard.result import NO, Indicator, NotReported, Scorecard, TargetRow
from kpm_desktop.domain.scorecard.ruleset import Doses
from kpm_desktop.domain.scorecard.strip import attendance_strip, month_strip
from kpm_desktop.domain.scorecard.totals import AGE_2_6, CHILDREN, PREGNANT
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.pages.scorecard.scorecard_numbers import ALL_SERVED, TO_LOOK_AT
from kpm_desktop.ui.pages.scorecard.scorecard_rows import SideRow
from kpm_desktop.ui.pages.scorecard.scorecard_shown import Choice, Shown
from kpm_desktop.ui.pages.scorecard.scorecard_side import SideContent
from kpm_desktop.ui.pages.scorecard.scorecard_villages import VillageCard, Villages, rank
from kpm_desktop.ui.pages.scorecard.scorecard_words import (
    cell_sentence,
    disputed_cells,
    doubted_cells,
    gone_words,
    group_words,
    lacking_sentence,
    long_name,
    percent_words,
    sentence,
    share_words,
    short_name,
    target_words,
)

translate = QCoreApplication.translate
_ORDER = ("T", "Y", "TS")


class Contents:
    """Speaks one language and shows numbers with one decimal sign."""

    def __init__(self, wording: Wording, comma: str) -> None:
        self._wording, self._comma = wording, comma
        self._villages = Villages(wording, comma)

    def of_choice(self, choice: Choice, card: Scorecard, shown: Shown) -> SideContent | None:
        """What is behind an indicator or a number at the top; None while it is counted."""
        view = shown.view()
        if choice.group:
            indicator = next(i for i in card.totals.indicators if (i.group, i.code) == choice)
            if view is not None:
                return self.of_indicator(indicator, view)
            return self.of_villages(indicator, shown.villages()) if shown.is_added else None
        if shown.is_added:
            return self._villages.of_number(choice.code, card, shown.villages())
        if view is None:
            return None
        if choice.code == TO_LOOK_AT:
            return self.to_look_at(view)
        if choice.code == ALL_SERVED:
            return self.completeness(view)
        return self.not_reported(view, {PREGNANT: "pregnancy", CHILDREN: "child"}.get(choice.code))

    def of_indicator(self, indicator: Indicator, view: ScorecardView) -> SideContent:
        """Everybody with the letter of a cell, the reason, and the months behind it."""
        rows = list(self._attending(view) if indicator.group == AGE_2_6 else self._cells(indicator, view))
        rows.sort(key=lambda row: _ORDER.index(row.letter))
        legend = translate("Scorecard", "Y received · T not received · TS does not apply, is not counted")
        return self._content(indicator, rows, legend)

    def of_villages(self, indicator: Indicator, cards: Sequence[VillageCard]) -> SideContent:
        """Each village with its share; `cards` are (code, name, scorecard or None while it is counted)."""
        rows = []
        for code, name, card in cards:
            if card is None:
                rows.append(SideRow(code, name, detail=translate("Scorecard", "being counted…"), leads=code))
                continue
            found = next(i for i in card.totals.indicators if (i.group, i.code) == (indicator.group, indicator.code))
            percent = percent_words(found.share, self._comma)
            rows.append(SideRow(code, name, "", share_words(found.share), right=percent, share=found.share, leads=code))
        if all(card is not None for _, _, card in cards):
            rows.sort(key=lambda row: rank(row.share) if row.share is not None else 1.0)
        legend = translate("Scorecard", "Enter opens the village. Numerators and denominators are added.")
        return self._content(indicator, rows, legend)

    def not_reported(self, view: ScorecardView, kind: str | None) -> SideContent:
        """Targets without a monthly row in the quarter; of one kind or of both."""
        found = [each for each in view.scorecard.not_reported if kind in (None, each.kind)]
        return SideContent(
            translate("Scorecard", "Not reported yet"),
            translate("Scorecard", "{count} without a row in this quarter").format(count=len(found)),
            translate("Scorecard", "They count in no number above until a month of the quarter is filled in."),
            [self._missing(each, view) for each in found],
            translate("Scorecard", "Everybody was reported in this quarter"),
        )

    def to_look_at(self, view: ScorecardView) -> SideContent:
        """What the data contradicts, and answers that differ between two people."""
        rows = [*self._differing(view), *self._findings(view)]
        return SideContent(
            translate("Scorecard", "To look at again"),
            translate("Scorecard", "{count} places in the records").format(count=len(rows)),
            translate("Scorecard", "Nothing is hidden or changed by them; the numbers above count what is recorded."),
            rows,
            translate("Scorecard", "Nothing to look at again"),
        )

    def completeness(self, view: ScorecardView) -> SideContent:
        """Everybody with how many of the services that apply were received; who lacks something first."""
        card, people = view.scorecard, sorted(view.scorecard.people, key=lambda target: target.is_fully_served)
        served = card.totals.fully_served_pregnant + card.totals.fully_served_children
        return SideContent(
            translate("Scorecard", "Complete services"),
            translate("Scorecard", "{count} of {total} received everything").format(count=served, total=len(people)),
            "",
            [
                SideRow(
                    str(target.id),
                    target.name,
                    "Y" if target.is_fully_served else "T",
                    target_words(target),
                    lacking_sentence(target, card, self._wording),
                    right=share_words(target.share),
                    leads=target.person_id,
                )
                for target in people
            ],
            translate("Scorecard", "Nobody was reported in this quarter"),
        )

    def _content(self, indicator: Indicator, rows: Sequence[SideRow], legend: str) -> SideContent:
        share = f"{share_words(indicator.share)} ({percent_words(indicator.share, self._comma)})"
        return SideContent(
            f"{group_words(indicator.group, self._wording)} · {indicator.number}",
            f"{short_name(indicator, self._wording)}: {share}",
            long_name(indicator, self._wording),
            rows,
            translate("Scorecard", "Nobody was reported in this quarter"),
            legend,
        )

    def _cells(self, indicator: Indicator, view: ScorecardView) -> Iterator[SideRow]:
        card = view.scorecard
        disputed, doubted = disputed_cells(card), doubted_cells(card)
        is_child = indicator.group == CHILDREN
        rules = (view.ruleset.children if is_child else view.ruleset.pregnancies).indicators
        rule = next(rule for rule in rules if rule.code == indicator.code)
        targets: Sequence[TargetRow] = card.children if is_child else card.mothers
        for target in targets:
            cell, place = target.cells[indicator.code], (target.id, indicator.code)
            yield SideRow(
                str(target.id),
                target.name,
                cell.value,
                target_words(target),
                cell_sentence(cell, self._wording),
                self._warning() if place in disputed else self._dose_warning() if place in doubted else "",
                marks=month_strip(rule, target, card.quarter, view.rows.get(target.id, {})),
                leads=target.person_id,
                is_of_doses=isinstance(rule, Doses) and cell.value == NO,
            )

    def _attending(self, view: ScorecardView) -> Iterator[SideRow]:
        card = view.scorecard
        disputed = disputed_cells(card)
        for child in card.paud:
            text = translate("Scorecard", "Attended in this quarter.")
            if not child.is_active:
                text = translate("Scorecard", "Registered, without an attended month in this quarter.")
            marks = attendance_strip(view.ruleset.paud, card.quarter, view.attendances.get(child.id, {}))
            warning = self._warning() if (child.id, view.ruleset.paud.code) in disputed else ""
            letter = "Y" if child.is_active else "T"
            gone = gone_words(child.gone)
            yield SideRow(str(child.id), child.name, letter, gone, text, warning, marks=marks, leads=child.id)

    def _differing(self, view: ScorecardView) -> Iterator[SideRow]:
        card = view.scorecard
        targets = {target.id: target for target in card.people}
        children = {child.id: child.name for child in card.paud}
        for at, each in enumerate(card.disputed):
            target = targets.get(each.target) if each.target is not None else None
            text = translate(
                "Scorecard", "An answer differs between two people; until one is chosen the newest counts."
            )
            if services := self._services(card, target, each.cells):
                text += " " + translate("Scorecard", "It concerns: {names}.").format(names=services)
            nobody = translate("Scorecard", "Not among the targets")
            name = target.name if target is not None else children.get(each.target, nobody) if each.target else nobody
            leads = target.person_id if target is not None else each.target
            yield SideRow(f"d{at}", name, sentence=text, leads=leads)

    def _findings(self, view: ScorecardView) -> Iterator[SideRow]:
        owners = {row.id: target for target, months in view.rows.items() for row in months.values()}
        for child in view.scorecard.children:
            owners |= {doubt.dose: child.id for cell in child.cells.values() for doubt in cell.doubts}
        for at, finding in enumerate(view.scorecard.findings):
            target = owners.get(finding.id, finding.id)
            name = finding.name or translate("Scorecard", "Unknown")
            leads = view.persons.get(target, target) if finding.name else None
            yield SideRow(f"f{at}", name, sentence=sentence(self._wording.say(finding.why)), leads=leads)

    def _warning(self) -> str:
        return translate("Scorecard", "Rests on an answer that differs between two people.")

    def _dose_warning(self) -> str:
        return translate("Scorecard", "Rests on a dose that is to be looked at again.")

    def _missing(self, each: NotReported, view: ScorecardView) -> SideRow:
        group = group_words(CHILDREN if each.kind == "child" else PREGNANT, self._wording)
        detail = ", ".join(part for part in (group, gone_words(each.gone)) if part)
        return SideRow(str(each.id), each.name, detail=detail, leads=view.persons.get(each.id, each.id))

    def _services(self, card: Scorecard, target: TargetRow | None, codes: Sequence[str]) -> str:
        """The names of some indicators of a target."""
        if target is None:
            return ""
        group = CHILDREN if target.kind == "child" else PREGNANT
        named = [i for i in card.totals.indicators if i.group == group and i.code in codes]
        return ", ".join(short_name(indicator, self._wording) for indicator in named)
