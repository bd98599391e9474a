"""The questions of 2A, 2B and 2C in the paper's order, and behind them what the paper has no column for.

Source: the KPM filling guide (columns a to q), for what stands behind them docs/records.md. What a field is (limits,
unit, choices) is declared with the record.
"""

from functools import partial

from kpm_desktop.domain.checklists.question import Block, Form, Question, When

#: Exclusive breastfeeding is asked under six months, complementary food from then on (docs/records.md).
SOLIDS_FROM_MONTH = 6
#: With vitamin A, from twelve months; the checks of a newborn end on the 28th day (docs/records.md).
DEWORMING_FROM_MONTH, NEWBORN_UNDER_MONTH = 12, 2
#: At a posyandu the arm is measured from six months on (Permenkes 2/2020); the growth mat is for children under two
#: (form 2B).
ARM_FROM_MONTH, MAT_UNDER_MONTH = 6, 24

_mother = partial(Question, kind="pregnancy_visit")
_child = partial(Question, kind="child_visit")
_STATE, _SERVICES, _HOME, _FURTHER = Block.STATE, Block.SERVICES, Block.HOME, Block.FURTHER
_TOLD, _UNBORN, _TIMES = "health_worker", When.NOT_DELIVERED, "times"

MOTHERS: tuple[Question, ...] = (
    _mother(field="is_kek", form=Form.YES_NO, block=_STATE, by=_TOLD),
    _mother(field="is_high_risk", form=Form.YES_NO, block=_STATE, by=_TOLD),
    _mother(field="gestational_age_months", form=Form.NUMBER, block=_STATE, unit="months", when=When.MONTH_UNKNOWN),
    _mother(field="anc_visits", form=Form.COUNT, block=_SERVICES, unit=_TIMES, when=_UNBORN),
    _mother(
        field="iron_taken",
        form=Form.MEASURED,
        block=_SERVICES,
        value_field="iron_tablets",
        unit="tablets",
        when=_UNBORN,
    ),
    _mother(field="pnc_visits", form=Form.COUNT, block=_SERVICES, unit=_TIMES, when=When.DELIVERED),
    _mother(field="counselling_sessions", form=Form.COUNT, block=_SERVICES, unit=_TIMES),
    _mother(field="home_visits", form=Form.COUNT, block=_SERVICES, unit=_TIMES),
    _mother(field="has_safe_water", form=Form.YES_NO, block=_HOME, is_lasting=True),
    _mother(field="has_latrine", form=Form.YES_NO, block=_HOME, is_lasting=True),
    _mother(field="has_health_insurance", form=Form.YES_NO, block=_HOME, is_lasting=True),
    _mother(field="weight_g", form=Form.NUMBER, block=_FURTHER),
    _mother(field="muac_mm", form=Form.NUMBER, block=_FURTHER),
    _mother(field="hemoglobin_g_l", form=Form.NUMBER, block=_FURTHER),
    _mother(field="systolic_mmhg", form=Form.NUMBER, block=_FURTHER),
    _mother(field="diastolic_mmhg", form=Form.NUMBER, block=_FURTHER),
    _mother(field="iron_kind", form=Form.CHOICE, block=_FURTHER, when=_UNBORN),
    _mother(field="kspr_contact", form=Form.NUMBER, block=_FURTHER, unit="of_four", when=_UNBORN),
    _mother(field="danger_signs", form=Form.SEVERAL, block=Block.SIGNS),
)

CHILDREN: tuple[Question, ...] = (
    _child(field="nutrition_class", form=Form.CHOICE, block=_STATE),
    _child(field="is_stunted", form=Form.YES_NO, block=_STATE, by=_TOLD),
    _child(field="mat_result", form=Form.CHOICE, block=_STATE),
    _child(field="basic_immunization_received", form=Form.YES_NO, block=_SERVICES, by="this_month"),
    _child(field="immunization_up_to_date", form=Form.YES_NO, block=_SERVICES, by="kia_book", when=When.DOSES_UNKNOWN),
    _child(field="was_weighed", form=Form.MEASURED, block=_SERVICES, value_field="weight_g"),
    _child(field="was_length_measured", form=Form.MEASURED, block=_SERVICES, value_field="length_mm"),
    _child(field="counselling_father", form=Form.YES_NO, block=_SERVICES),
    _child(field="counselling_mother", form=Form.YES_NO, block=_SERVICES),
    _child(field="home_visits", form=Form.COUNT, block=_SERVICES, unit=_TIMES),
    _child(field="has_safe_water", form=Form.YES_NO, block=_HOME, is_lasting=True),
    _child(field="has_latrine", form=Form.YES_NO, block=_HOME, is_lasting=True),
    _child(field="has_birth_certificate", form=Form.YES_NO, block=_HOME, is_lasting=True),
    _child(field="has_health_insurance", form=Form.YES_NO, block=_HOME, is_lasting=True),
    _child(field="parenting_attended", form=Form.YES_NO, block=_HOME),
    _child(field="measure_position", form=Form.CHOICE, block=_FURTHER),
    _child(field="muac_mm", form=Form.NUMBER, block=_FURTHER),
    _child(field="head_circumference_mm", form=Form.NUMBER, block=_FURTHER),
    _child(field="has_oedema", form=Form.YES_NO, block=_FURTHER),
    _child(field="vitamin_a", form=Form.YES_NO, block=_FURTHER),
    _child(field="deworming", form=Form.YES_NO, block=_FURTHER, from_month=DEWORMING_FROM_MONTH),
    _child(field="neonatal_visits", form=Form.COUNT, block=_FURTHER, unit=_TIMES, under_month=NEWBORN_UNDER_MONTH),
    _child(field="exclusive_breastfeeding", form=Form.YES_NO, block=_FURTHER, under_month=SOLIDS_FROM_MONTH),
    _child(field="complementary_feeding", form=Form.YES_NO, block=_FURTHER, from_month=SOLIDS_FROM_MONTH),
    _child(field="illnesses", form=Form.SEVERAL, block=_FURTHER),
)

OLDER_CHILDREN: tuple[Question, ...] = (
    Question(kind="paud_attendance", field="attendance", form=Form.CHOICE, block=_SERVICES),
)

#: The questions of each monthly kind.
CHECKLISTS = {"pregnancy_visit": MOTHERS, "child_visit": CHILDREN, "paud_attendance": OLDER_CHILDREN}


def counted_unit(kind: str, field: str) -> str:
    """What a count of a checklist counts: `times`, `tablets`, `months`; empty for any other field."""
    found = (question.unit for question in CHECKLISTS.get(kind, ()) if question.number_field == field)
    return next(found, "")
