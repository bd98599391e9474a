"""What is due for whom, each rule by its source (`resources/rules/care.json`, the schedule of doses, the form's
rules)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.due.homes import Asked
from kpm_desktop.domain.due.item import Due, turning, when
from kpm_desktop.domain.due.tasks import called
from kpm_desktop.domain.due.village import Around, village_due
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.records.referral import Referral
from kpm_desktop.domain.records.sponsorship import Sponsorship, SponsorshipDelivery
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.village import VillageRecords, arrange
from kpm_desktop.domain.wording import LANGUAGES, Wording

HOME, MOTHER, CHILD, CARRIED = (UUID(int=n) for n in (1, 2, 3, 4))
REGION = "18.01.04.2001"
TODAY = date(2026, 11, 19)


def home(**values: Any) -> Household:
    return Household(**{"id": HOME, "village_code": REGION, "head_name": "Pak Amir", **values})


def mother(**values: Any) -> Person:
    born = date(1998, 4, 3)
    return Person(
        **{"id": MOTHER, "household_id": HOME, "full_name": "Siti", "sex": "female", "birth_date": born, **values}
    )


def child(born: date, **values: Any) -> Person:
    return Person(
        **{"id": CHILD, "household_id": HOME, "full_name": "Rafi", "sex": "male", "birth_date": born, **values}
    )


def carried(**values: Any) -> Pregnancy:
    return Pregnancy(**{"id": CARRIED, "person_id": MOTHER, "outcome": "ongoing", **values})


def mother_row(month: str, **values: Any) -> PregnancyVisit:
    day = date.fromisoformat(f"{month}-05")
    return PregnancyVisit(**{"id": uuid4(), "pregnancy_id": CARRIED, "month": month, "visit_date": day, **values})


def child_row(month: str, **values: Any) -> ChildVisit:
    day = date.fromisoformat(f"{month}-05")
    return ChildVisit(**{"id": uuid4(), "person_id": CHILD, "month": month, "visit_date": day, **values})


def due(on: date = TODAY, around: Around | None = None, **records: Any) -> list[Due]:
    village = arrange(VillageRecords(**{"households": [home()], **records}))
    return village_due(village, around or Around(), REGION, on, official_rules(Quarter.of(month_of(on))))


def of(rows: list[Due], what: str) -> list[Due]:
    return [one for one in rows if one.what == what]


def detail(one: Due) -> str:
    return one.detail if isinstance(one.detail, str) else Wording("en").say(one.detail)


def test_whoever_was_not_visited_this_month_is_to_be_and_the_row_says_which_cell_turns_t() -> None:
    rows = due(persons=[mother()], pregnancies=[carried(expected_delivery_date=date(2027, 2, 1))])
    (visit,) = of(rows, "visit")
    assert (visit.due_on, visit.service, visit.turns_on) == (date(2026, 11, 30), "counselling", date(2026, 12, 31))
    assert visit.pregnancy == CARRIED
    assert (
        of(
            due(
                persons=[mother()],
                pregnancies=[carried(expected_delivery_date=date(2027, 2, 1))],
                pregnancy_visits=[mother_row("2026-11", anc_visits=1)],
            ),
            "visit",
        )
        == []
    )


def test_the_check_of_the_trimester_is_due_until_its_last_week_or_the_quarter_ends() -> None:
    """Permenkes 21/2021: K2 and K3 until week 24; form 3A asks for one check in the quarter."""
    begun = TODAY - timedelta(weeks=20)
    pregnancy = carried(last_menstrual_date=begun)
    (check,) = of(due(persons=[mother()], pregnancies=[pregnancy]), "anc")
    assert (check.detail, check.service, check.due_on) == ("K2", "anc", begun + timedelta(weeks=25, days=-1))
    done = [mother_row("2026-09", anc_visits=2), mother_row("2026-11", anc_visits=1)]
    assert of(due(persons=[mother()], pregnancies=[pregnancy], pregnancy_visits=done), "anc") == []


def test_tablets_of_the_quarter_that_are_not_taken_yet() -> None:
    """Form 3A: thirty received and drunk in the quarter; those not drunk do not count."""
    rows = [
        mother_row("2026-10", iron_tablets=12, iron_taken=True),
        mother_row("2026-11", iron_tablets=30, iron_taken=False),
    ]
    found = due(
        persons=[mother()], pregnancies=[carried(expected_delivery_date=date(2027, 2, 1))], pregnancy_visits=rows
    )
    (iron,) = of(found, "iron")
    assert (detail(iron), iron.due_on, iron.service) == ("18 tablets", date(2026, 12, 31), "iron")
    rows.append(mother_row("2026-12", iron_tablets=18))
    assert (
        of(
            due(
                persons=[mother()],
                pregnancies=[carried(expected_delivery_date=date(2027, 2, 1))],
                pregnancy_visits=rows,
                on=date(2026, 12, 10),
            ),
            "iron",
        )
        == []
    )


def test_nifas_on_day_twenty_asks_for_the_third_check_of_mother_and_newborn() -> None:
    """KF3 and KN3 from day 8 to 28: Permenkes 21/2021, 25/2014."""
    born = TODAY - timedelta(days=20)
    delivered = carried(outcome="live_birth", delivery_date=born)
    rows = due(persons=[mother(), child(born, mother_id=MOTHER)], pregnancies=[delivered])
    (mothers,), (newborn,) = of(rows, "pnc"), of(rows, "neonatal")
    assert (mothers.detail, mothers.due_on, mothers.service) == ("KF 3", born + timedelta(days=28), "pnc")
    assert (newborn.detail, newborn.since) == ("KN 3", born + timedelta(days=8))
    assert newborn.person is not None
    assert newborn.person.id == CHILD
    checked = [mother_row("2026-10", pnc_visits=1), mother_row("2026-11", pnc_visits=2)]
    seen = [child_row("2026-11", neonatal_visits=3)]
    later = due(persons=[mother(), child(born)], pregnancies=[delivered], pregnancy_visits=checked, child_visits=seen)
    assert of(later, "pnc") == of(later, "neonatal") == []


@pytest.mark.parametrize(("left", "expected"), [(31, False), (30, True), (0, True), (-5, True)])
def test_a_birth_is_near_for_thirty_days_and_stays_until_it_is_recorded(left: int, expected: bool) -> None:
    pregnancy = carried(expected_delivery_date=TODAY + timedelta(days=left))
    found = of(due(persons=[mother()], pregnancies=[pregnancy]), "birth")
    assert bool(found) is expected
    assert [one.late_days(TODAY) for one in found] == [max(-left, 0)] * expected


def test_a_dose_is_due_from_its_month_and_late_only_when_its_window_is_over() -> None:
    """MR1 at nine months, on time to eleven, then to be caught up with: Kepmenkes 1098/2024, KIA book."""
    born = date(2026, 1, 10)
    given = [Immunization(id=uuid4(), person_id=CHILD, vaccine="IPV", dose=1, given_date=date(2026, 5, 16))]
    rows = {one.detail: one for one in of(due(persons=[child(born)], immunizations=given), "dose")}
    measles = rows["MR 1"]
    assert (measles.since, measles.due_on, measles.on_time_until) == (
        date(2026, 10, 10),
        date(2026, 10, 10),
        date(2027, 1, 9),
    )
    assert (measles.late_days(TODAY), measles.is_late(TODAY)) == (40, False)
    assert Wording("id").say(when(measles, TODAY)) == "tertunda 40 hari"
    assert measles.service == "immunization"
    assert (rows["IPV 2"].service, "PCV 3" in rows) == ("", False)  # the second IPV is no dose of form 3B
    late = {one.detail: one for one in of(due(date(2027, 2, 1), persons=[child(born)], immunizations=given), "dose")}
    assert late["MR 1"].is_late(date(2027, 2, 1))


def test_a_book_found_complete_asks_only_for_what_came_after() -> None:
    """Decision 13 of docs/scorecard.md: without recorded doses the answer about the book counts."""
    born = date(2026, 1, 10)
    whole = [child_row("2026-09", immunization_up_to_date=True)]
    found = of(due(persons=[child(born)], child_visits=whole), "dose")
    assert {one.detail for one in found} == {"MR 1"}
    later = [*whole, child_row("2026-11", immunization_up_to_date=False)]
    assert len(of(due(persons=[child(born)], child_visits=later), "dose")) > 5


def test_weight_every_month_length_and_vitamin_a_in_february_and_august_until_the_fifth_birthday() -> None:
    august = date(2026, 8, 20)
    rows = due(august, persons=[child(date(2022, 1, 10))])
    assert {one.what for one in rows} >= {"weighing", "length", "vitamin_a"}
    assert [detail(one) for one in of(rows, "vitamin_a")] == ["red"]
    measured = [child_row("2026-08", weight_g=15000, length_mm=1000, vitamin_a=True)]
    rest = {one.what for one in due(august, persons=[child(date(2022, 1, 10))], child_visits=measured)}
    assert not rest & {"weighing", "length", "vitamin_a"}
    grown = {one.what for one in due(august, persons=[child(date(2021, 8, 20))])}
    assert not grown & {"weighing", "length", "vitamin_a", "dose"}
    november = {one.what for one in due(persons=[child(date(2022, 1, 10))])}
    assert "weighing" in november
    assert not november & {"length", "vitamin_a"}


def test_a_weight_already_enough_for_the_window_costs_no_cell() -> None:
    """Form 3B, 6 to 12 months: five of six months; the sixth may be missed."""
    born = date(2026, 3, 1)
    rows = [
        child_row(month, weight_g=7000 + 300 * n)
        for n, month in enumerate(("2026-07", "2026-08", "2026-09", "2026-10"))
    ]
    (weighing,) = of(due(persons=[child(born)], child_visits=rows), "weighing")
    assert (weighing.service, weighing.turns_on) == ("weighing", date(2026, 12, 31))
    rows[:0] = [child_row("2026-06", weight_g=6700)]  # outside the window of Q3 and Q4
    few = [child_row(month, weight_g=7000 + 300 * n) for n, month in enumerate(("2026-08", "2026-09", "2026-10"))]
    (weighing,) = of(due(persons=[child(born)], child_visits=few), "weighing")
    assert weighing.turns_on == date(2026, 11, 30)  # with November and December five: November alone cannot be missed


def test_a_child_that_did_not_gain_is_to_be_referred_until_somebody_did_or_said_why_not() -> None:
    """KIA book 2023: one T is enough."""
    born = date(2025, 8, 10)
    rows = [child_row("2026-09", weight_g=9000), child_row("2026-10", weight_g=8900)]
    referred = list(of(due(persons=[child(born)], child_visits=rows), "referral"))
    assert [one.record for one in referred] == [("child_visit", rows[-1].id)]
    assert all(one.level == "watch" for one in due(persons=[child(born)], child_visits=rows))
    known = frozenset({(rows[-1].id, referred[0].why.code)})
    assert of(due(persons=[child(born)], child_visits=rows, around=Around(acknowledged=known)), "referral") == []
    sent = Referral(id=uuid4(), person_id=CHILD, referral_date=date(2026, 10, 6), reason="not_gaining", progress="done")
    assert of(due(persons=[child(born)], child_visits=rows, around=Around(referrals=[sent])), "referral") == []


def test_an_open_referral_comes_back_with_its_day_until_it_has_a_result() -> None:
    sent = Referral(
        id=uuid4(),
        person_id=MOTHER,
        referral_date=date(2026, 11, 12),
        reason="danger_sign",
        progress="open",
        referred_to="RSUD",
    )
    records: dict[str, Any] = {"persons": [mother()], "pregnancies": [carried(expected_delivery_date=date(2027, 2, 1))]}
    rows = due(around=Around(referrals=[sent]), **records)
    assert (rows[0].what, rows[0].detail, rows[0].due_on, rows[0].late_days(TODAY)) == (
        "referral",
        "RSUD",
        date(2026, 11, 13),
        6,
    )
    alone = due(around=Around(referrals=[sent]), persons=[mother()])  # in no list any more
    assert [one.what for one in alone] == ["referral"]
    gone = due(around=Around(referrals=[sent]), persons=[mother(status="moved_out", status_date=date(2026, 11, 15))])
    assert gone == []


def test_questions_and_promised_support() -> None:
    asked = Asked(uuid4(), "Mohon cek tanggal lahir.", CHILD, HOME, date(2026, 11, 1))
    of_home = Asked(uuid4(), "RT mana?", None, HOME, date(2026, 11, 2))
    promise = Sponsorship(
        id=uuid4(), person_id=CHILD, sponsor_name="PT Maju", start_date=date(2026, 1, 1), monthly_amount_rp=450_000
    )
    around = Around(asked=[asked, of_home], sponsorships=[promise])
    rows = due(persons=[child(date(2025, 8, 10))], around=around)
    assert [one.record for one in of(rows, "question")] == [("comment", of_home.id), ("comment", asked.id)]
    assert [(one.detail, one.record) for one in of(rows, "support")] == [("PT Maju", ("sponsorship", promise.id))]
    came = SponsorshipDelivery(id=uuid4(), sponsorship_id=promise.id, delivery_date=date(2026, 11, 3), support="food")
    kept = Around(sponsorships=[promise], deliveries=[came])
    assert of(due(persons=[child(date(2025, 8, 10))], around=kept), "support") == []


def test_risk_first_then_lateness_then_days_left_then_hamlet() -> None:
    other = home(id=UUID(int=9), head_name="Pak Budi", hamlet="Mawar")
    at_risk = mother(id=UUID(int=10), household_id=other.id, full_name="Rina")
    pregnancies = [
        carried(expected_delivery_date=date(2026, 11, 25)),
        carried(id=UUID(int=11), person_id=at_risk.id, expected_delivery_date=date(2027, 2, 1)),
    ]
    rows = due(
        households=[home(), other],
        persons=[mother(), at_risk],
        pregnancies=pregnancies,
        pregnancy_visits=[mother_row("2026-11", pregnancy_id=UUID(int=11), systolic_mmhg=150, diastolic_mmhg=95)],
    )
    assert {one.name for one in rows[: len([one for one in rows if one.level == "refer"])]} == {"Rina"}
    assert [one.level for one in rows] == sorted((one.level for one in rows), key=lambda level: level != "refer")
    rest = [one for one in rows if one.level is None]
    assert next(one.what for one in rest) == "birth"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_said_in_both_languages(language: str) -> None:
    wording = Wording(language)
    born = TODAY - timedelta(days=20)
    rows = due(persons=[mother(), child(born)], pregnancies=[carried(outcome="live_birth", delivery_date=born)])
    rows += due(
        persons=[mother(), child(date(2025, 3, 1))], pregnancies=[carried(last_menstrual_date=date(2026, 3, 1))]
    )
    for one in rows:
        assert wording.say(one.why)
        assert wording.phrase(f"due.what.{one.what}")
        turns = turning(one)
        assert turns is None or wording.say(turns)
        assert wording.say(when(one, TODAY))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Siti Rahmah", "Siti"), ("I Ketut Suarta", "I Ketut"), ("M. Fa'iz Hidayat", "M. Fa'iz"), ("Al", "Al"), ("", "")],
)
def test_what_somebody_is_called(name: str, expected: str) -> None:
    assert called(name) == expected
