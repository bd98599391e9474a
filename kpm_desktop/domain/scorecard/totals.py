"""Form 4 in numbers, for a village and, by adding numerators and denominators, for a larger area (decision 16)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kpm_desktop.domain.scorecard.result import (
    NOT_DUE,
    YES,
    ChildRow,
    Indicator,
    MotherRow,
    NotReported,
    PaudChild,
    Scorecard,
    Share,
    TargetRow,
    Totals,
)
from kpm_desktop.domain.scorecard.ruleset import Rule, RuleSet

PREGNANT = "pregnant"
CHILDREN = "children"
AGE_2_6 = "age_2_6"


def count_up(
    mothers: Sequence[MotherRow],
    children: Sequence[ChildRow],
    paud: Sequence[PaudChild],
    not_reported: Sequence[NotReported],
    rules: RuleSet,
) -> Totals:
    """Tables 1 to 4 of a village. Table 1 counts pregnancies and distinct households (decision 15)."""
    households = {row.household_id for row in (*mothers, *children) if row.household_id is not None}
    mats = Counter(child.mat for child in children)
    kinds = Counter(target.kind for target in not_reported)
    return Totals(
        households=len(households),
        pregnant=len(mothers),
        pregnant_at_risk=sum(mother.is_at_risk for mother in mothers),
        children=len(children),
        children_malnourished=sum(child.is_malnourished for child in children),
        mat={colour: mats[colour] for colour in rules.children.mat.colours},
        indicators=(
            *_table_3(PREGNANT, rules.pregnancies.indicators, mothers),
            *_table_3_of_children(rules, children),
            Indicator(AGE_2_6, 1, rules.paud.code, Share(sum(c.is_active for c in paud), len(paud))),
        ),
        fully_served_pregnant=sum(mother.is_fully_served for mother in mothers),
        fully_served_children=sum(child.is_fully_served for child in children),
        not_reported_pregnant=kinds["pregnancy"],
        not_reported_children=kinds["child"],
    )


def _table_3(group: str, rules: Sequence[Rule], rows: Sequence[TargetRow]) -> list[Indicator]:
    """Received and should of each indicator over all targets (guide 2018, formula 2)."""
    found = []
    for number, rule in enumerate(rules, 1):
        values = [row.cells[rule.code].value for row in rows]
        share = Share(values.count(YES), len(values) - values.count(NOT_DUE))
        found.append(Indicator(group, number, rule.code, share))
    return found


def _table_3_of_children(rules: RuleSet, children: Sequence[ChildRow]) -> list[Indicator]:
    """With the men of the counselling row: children whose father came, whatever the cell (decision 12)."""
    men = sum(child.father_attended for child in children)
    return [
        replace(indicator, men=men) if indicator.code == "counselling" else indicator
        for indicator in _table_3(CHILDREN, rules.children.indicators, children)
    ]


def add_totals(parts: Sequence[Totals]) -> Totals:
    """The totals of a larger area: numerators and denominators added, never percentages. At least one part."""
    first = parts[0]
    return Totals(
        households=sum(part.households for part in parts),
        pregnant=sum(part.pregnant for part in parts),
        pregnant_at_risk=sum(part.pregnant_at_risk for part in parts),
        children=sum(part.children for part in parts),
        children_malnourished=sum(part.children_malnourished for part in parts),
        mat={colour: sum(part.mat[colour] for part in parts) for colour in first.mat},
        indicators=tuple(_added(same) for same in zip(*(part.indicators for part in parts), strict=True)),
        fully_served_pregnant=sum(part.fully_served_pregnant for part in parts),
        fully_served_children=sum(part.fully_served_children for part in parts),
        not_reported_pregnant=sum(part.not_reported_pregnant for part in parts),
        not_reported_children=sum(part.not_reported_children for part in parts),
    )


def _added(same: Sequence[Indicator]) -> Indicator:
    share = sum((indicator.share for indicator in same), Share(0, 0))
    men = None if same[0].men is None else sum(indicator.men or 0 for indicator in same)
    return replace(same[0], share=share, men=men)


def add_scorecards(region_code: str, scorecards: Sequence[Scorecard]) -> Scorecard:
    """The scorecard of a larger area: totals only, people stay with their village.

    ValueError without any scorecard, or when quarters or rule sets differ.
    """
    if len({(card.quarter, card.ruleset_hash) for card in scorecards}) != 1:
        raise ValueError("scorecards of one quarter and one rule set, at least one")
    first = scorecards[0]
    totals = add_totals([card.totals for card in scorecards])
    return Scorecard(
        region_code=region_code,
        quarter=first.quarter,
        ruleset_id=first.ruleset_id,
        ruleset_hash=first.ruleset_hash,
        totals=totals,
    )
