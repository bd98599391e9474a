"""What the growth card says of a weighing: to be seen and referred, with nothing to confirm."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.entry.plausibility import earlier_measures
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.domain.risks.growth_attention import growth_attentions
from kpm_desktop.domain.wording import LANGUAGES, Wording

CHILD = Person(id=UUID(int=1), household_id=UUID(int=2), full_name="A", sex="male", birth_date=date(2026, 1, 2))


def visit(month: str, weight: int | None, **values: Any) -> ChildVisit:
    on = date(int(month[:4]), int(month[5:]), 10)
    given = {"visit_date": on, "weight_g": weight, **values}
    return ChildVisit(id=UUID(int=3), person_id=CHILD.id, month=month, **given)


def noticed(*rows: ChildVisit) -> list[Attention]:
    """What is said of the last of some rows."""
    now = rows[-1]
    return list(growth_attentions(CHILD, now, earlier_measures({row.month: row for row in rows}, now.month)))


def codes(*rows: ChildVisit) -> list[str]:
    return [one.why.code.removeprefix("measure.") for one in noticed(*rows)]


def test_fifty_grams_at_ten_months() -> None:
    (one,) = noticed(visit("2026-10", 9000), visit("2026-11", 9050))
    assert one.field == "weight_g"
    assert Wording("id").say(one.why).startswith("Naik 50 g; kartu KMS minta sedikitnya 300 g: T (tidak naik), rujuk.")


def test_twice_is_the_stronger_sign() -> None:
    rows = (visit("2026-09", 9000), visit("2026-10", 8950), visit("2026-11", 8950))
    (one,) = noticed(*rows)
    assert Wording("id").say(one.why).startswith("Berat tetap; kartu KMS minta sedikitnya 300 g: 2T ")
    assert "(tidak naik)" in Wording("id").say(noticed(*rows[:2])[0].why)


def test_confirmed_numbers_do_not_send_to_the_printed_card() -> None:
    (one,) = noticed(visit("2026-05", 7000), visit("2026-06", 7100))
    assert Wording("id").say(one.why) == "Naik 100 g; kartu KMS minta sedikitnya 500 g: T (tidak naik), rujuk."


def test_what_is_well_says_nothing() -> None:
    assert codes(visit("2026-10", 8900), visit("2026-11", 9250)) == []
    assert codes(visit("2026-11", 9200)) == []
    assert codes(visit("2026-11", None)) == []


def test_the_lines_of_the_card() -> None:
    """BB/U below −3 or above +1: refer; a weight the standards call implausible is measured again instead."""
    assert codes(visit("2026-11", 6200)) == ["below_red_line"]
    assert codes(visit("2026-11", 11_500)) == ["above_orange_line"]
    assert codes(visit("2026-11", 25_000)) == []
    assert codes(visit("2026-11", 6200, has_oedema=True)) == []


def test_after_a_month_without_only_a_loss_is_told() -> None:
    assert codes(visit("2026-08", 9000), visit("2026-11", 9050)) == []
    assert codes(visit("2026-08", 9000), visit("2026-11", 8800)) == ["lower_than_before"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_has_its_sentence(language: str) -> None:
    found = [
        *noticed(visit("2026-10", 6400), visit("2026-11", 6200)),
        *noticed(visit("2026-11", 11_500)),
        *noticed(visit("2026-08", 9000), visit("2026-11", 8800)),
    ]
    assert len(found) == 4
    assert not any("{" in Wording(language).say(one.why) for one in found)


@pytest.mark.parametrize(
    ("weight", "code", "level"),
    [
        (6500, "severely_wasted", "refer"),  # -3 SD is 6.6 kg
        (6900, "wasted", "risk"),  # -2 SD is 7.2 kg
        (8400, None, None),  # the median
    ],
)
def test_weight_for_length_below_the_lines_of_permenkes_2_2020(
    weight: int, code: str | None, level: str | None
) -> None:
    """Below -3 SD severely wasted, below -2 SD wasted; WHO's simplified field table of weight-for-length, boys, 70.0
    cm."""
    row = visit("2026-11", weight, length_mm=700, measure_position="lying")
    found = [one for one in noticed(row) if "wasted" in one.why.code]
    assert [(one.why.code.removeprefix("measure."), one.level) for one in found] == ([(code, level)] if code else [])
