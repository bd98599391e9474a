"""The questions of the checklists 2A and 2B, in the forms' order, letters and words (docs/records.md).

What a field is (limits, unit, choices) is declared with the record; here stands how it is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.words.checklist_question import Form, Option, Question


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which questions are asked.

    has_delivered: nifas checks are asked, those of the pregnancy no longer. months: completed months of a child.
    knows_due: the month of pregnancy follows from the due date. has_doses: its doses are recorded one by one.
    answered: the fields that hold an answer already; whatever has one is asked, so that it is seen and can be mended.
    """

    has_delivered: bool = False
    months: int | None = None
    knows_due: bool = True
    has_doses: bool = False
    answered: frozenset[str] = frozenset()


def questions(kind: str, situation: Situation) -> tuple[Question, ...]:
    """The questions of a form (`pregnancy_visit` or `child_visit`); those of the second group come last."""
    made = _mother(situation) if kind == "pregnancy_visit" else _child(situation)
    return tuple(made)


def _yes_no(letter: str, field: str, label: str, *, block: int, hint: str = "", lasting: bool = False) -> Question:
    return Question(letter, field, label, Form.YES_NO, block=block, hint=hint, is_lasting=lasting)


def _mother(situation: Situation) -> Iterator[Question]:
    translate = QCoreApplication.translate
    told = translate("Questions", "as the health worker says")
    yield _yes_no("c", "is_kek", translate("Questions", "Chronic energy deficiency (KEK)"), block=0, hint=told)
    yield _yes_no("", "is_high_risk", translate("Questions", "High risk (Risti)"), block=0, hint=told)
    said = situation.answered
    if "gestational_age_months" in said or not (situation.has_delivered or situation.knows_due):
        months = translate("Questions", "Month of pregnancy")
        word = translate("Questions", "months")
        yield Question("e", "gestational_age_months", months, Form.NUMBER, block=0, unit_word=word)
    times = translate("Questions", "times")
    if not situation.has_delivered or "anc_visits" in said:
        check = translate("Questions", "Pregnancy check")
        yield Question("g", "anc_visits", check, Form.COUNT, block=1, unit_word=times)
    if not situation.has_delivered or {"iron_taken", "iron_tablets"} & said:
        tablets = translate("Questions", "Iron tablets (received and taken)")
        word = translate("Questions", "tablets")
        yield Question("h", "iron_taken", tablets, Form.MEASURED, block=1, value_field="iron_tablets", unit_word=word)
    if situation.has_delivered or "pnc_visits" in said:
        nifas = translate("Questions", "Nifas check")
        yield Question("i", "pnc_visits", nifas, Form.COUNT, block=1, unit_word=times)
    lesson = translate("Questions", "Nutrition counselling (class)")
    yield Question("j", "counselling_sessions", lesson, Form.COUNT, block=1, unit_word=times)
    yield Question("k", "home_visits", translate("Questions", "Home visit"), Form.COUNT, block=1, unit_word=times)
    yield from _home(("l", "m", "n", ""), block=2)
    yield from _mother_further()


def _mother_further() -> Iterator[Question]:
    translate = QCoreApplication.translate
    numbers = (
        ("weight_g", translate("Questions", "Weight")),
        ("muac_mm", translate("Questions", "Upper arm (LILA)")),
        ("hemoglobin_g_l", translate("Questions", "Haemoglobin (Hb)")),
        ("systolic_mmhg", translate("Questions", "Blood pressure, upper")),
        ("diastolic_mmhg", translate("Questions", "Blood pressure, lower")),
    )
    for field, label in numbers:
        yield Question("", field, label, Form.NUMBER, block=3, is_further=True)
    signs = (
        Option("bleeding", translate("Questions", "Bleeding")),
        Option("severe_headache", translate("Questions", "Headache")),
        Option("swelling", translate("Questions", "Swelling")),
        Option("fever", translate("Questions", "Fever")),
        Option("no_movement", translate("Questions", "No movement")),
        Option("water_broke", translate("Questions", "Waters broke")),
        Option("vomiting", translate("Questions", "Vomiting")),
        Option("convulsion", translate("Questions", "Convulsion")),
    )
    label = translate("Questions", "Danger signs")
    yield Question("", "danger_signs", label, Form.SEVERAL, options=signs, block=4, is_further=True)


def _child(situation: Situation) -> Iterator[Question]:
    translate = QCoreApplication.translate
    classes = (
        Option("normal", translate("Questions", "Normal")),
        Option("undernourished", translate("Questions", "Moderate")),
        Option("severely_undernourished", translate("Questions", "Severe")),
    )
    yield Question("e", "nutrition_class", translate("Questions", "Nutrition status"), Form.CHOICE, options=classes)
    told = translate("Questions", "as the health worker says")
    yield _yes_no("", "is_stunted", translate("Questions", "Stunting"), block=0, hint=told)
    colours = (
        Option("green", translate("Questions", "Green"), "#2F9E4F"),
        Option("yellow", translate("Questions", "Yellow"), "#E9B93A"),
        Option("red", translate("Questions", "Red"), "#D33A2C"),
        Option("not_measured", translate("Questions", "TD")),
    )
    mat = translate("Questions", "Growth mat (M/K/H)")
    yield Question("g", "mat_result", mat, Form.CHOICE, options=colours)
    month = translate("Questions", "this month")
    basic = translate("Questions", "Basic immunisation given")
    yield _yes_no("h", "basic_immunization_received", basic, block=1, hint=month)
    if not situation.has_doses or "immunization_up_to_date" in situation.answered:
        book = translate("Questions", "as the KIA book says")
        complete = translate("Questions", "Immunisation complete for age")
        yield _yes_no("", "immunization_up_to_date", complete, block=1, hint=book)
    weighed, measured = translate("Questions", "Weighed"), translate("Questions", "Length or height measured")
    yield Question("i", "was_weighed", weighed, Form.MEASURED, block=1, value_field="weight_g")
    yield Question("j", "was_length_measured", measured, Form.MEASURED, block=1, value_field="length_mm")
    yield _yes_no("k1", "counselling_father", translate("Questions", "Nutrition counselling: father (L)"), block=1)
    yield _yes_no("k2", "counselling_mother", translate("Questions", "Nutrition counselling: mother (P)"), block=1)
    times = translate("Questions", "times")
    yield Question("l", "home_visits", translate("Questions", "Home visit"), Form.COUNT, block=1, unit_word=times)
    yield from _home(("m", "n", "p", "o"), block=2)
    yield _yes_no("q", "parenting_attended", translate("Questions", "Parenting class (PAUD)"), block=2)
    yield from _child_further(situation)


def _home(letters: tuple[str, str, str, str], *, block: int) -> Iterator[Question]:
    """Water, latrine, certificate where the form asks for it, insurance: what lasts from month to month."""
    translate = QCoreApplication.translate
    water, latrine, insurance, certificate = letters
    healthy = translate("Questions", "Healthy latrine")
    yield _yes_no(water, "has_safe_water", translate("Questions", "Safe drinking water"), block=block, lasting=True)
    yield _yes_no(latrine, "has_latrine", healthy, block=block, lasting=True)
    if certificate:
        birth = translate("Questions", "Birth certificate")
        yield _yes_no(certificate, "has_birth_certificate", birth, block=block, lasting=True)
    insured = translate("Questions", "Health insurance")
    yield _yes_no(insurance, "has_health_insurance", insured, block=block, lasting=True)


def _child_further(situation: Situation) -> Iterator[Question]:
    translate = QCoreApplication.translate
    position = (
        Option("lying", translate("Questions", "Lying")),
        Option("standing", translate("Questions", "Standing")),
    )
    further = [
        Question("", "measure_position", translate("Questions", "Measured how"), Form.CHOICE, options=position),
        Question("", "muac_mm", translate("Questions", "Upper arm (LILA)"), Form.NUMBER),
        Question("", "head_circumference_mm", translate("Questions", "Head circumference"), Form.NUMBER),
        _yes_no("", "has_oedema", translate("Questions", "Swollen feet (oedema)"), block=0),
        _yes_no("", "vitamin_a", translate("Questions", "Vitamin A"), block=0),
    ]
    is_young = situation.months is not None and situation.months < _SOLIDS_FROM_MONTH
    if is_young or "exclusive_breastfeeding" in situation.answered:
        breast = translate("Questions", "Breast milk only")
        further.append(_yes_no("", "exclusive_breastfeeding", breast, block=0))
    if not is_young or "complementary_feeding" in situation.answered:
        food = translate("Questions", "Food beside breast milk (MP-ASI)")
        further.append(_yes_no("", "complementary_feeding", food, block=0))
    ill = (
        Option("diarrhoea", translate("Questions", "Diarrhoea")),
        Option("cough", translate("Questions", "Cough")),
        Option("fever", translate("Questions", "Fever")),
        Option("measles", translate("Questions", "Measles")),
        Option("other", translate("Questions", "Other")),
    )
    label = translate("Questions", "Illnesses this month")
    further.append(Question("", "illnesses", label, Form.SEVERAL, options=ill))
    for question in further:
        yield replace(question, block=3, is_further=True)


#: Exclusive breastfeeding is asked under six months, complementary food from then on (docs/records.md).
_SOLIDS_FROM_MONTH = 6
