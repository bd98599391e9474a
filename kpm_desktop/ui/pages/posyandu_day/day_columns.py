"""The columns of the table: of children as the register book has them, and of mothers.

Widths are those of the drawing at scale 1; a column's `part` says with which others it is shown where there is no room
for all: 0 always, 1 measures, 2 services, 3 what is asked seldom.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.schedules.care import care_rules

ALWAYS, MEASURES, SERVICES, FURTHER = range(4)


#: Words stand so far from the edges of a column, and of one narrower than this.
_PAD, _NARROW_PAD, _NARROW = 8, 3, 64


class Kind(Enum):
    """What stands in a column, and how it is answered."""

    NUMBER_OF = auto()  # the row's number
    NAME = auto()
    BEFORE = auto()
    NUMBER = auto()
    LENGTH = auto()
    PRESSURE = auto()
    MAT = auto()
    DOSES = auto()
    CAPSULE = auto()
    YES_NO = auto()
    CHECKS = auto()
    TABLETS = auto()
    SEVERAL = auto()
    CHOICE = auto()
    GAIN = auto()
    VERDICT = auto()
    STATE = auto()

    @property
    def is_asked(self) -> bool:
        """Whether something can be entered."""
        return self not in _SHOWN

    @property
    def is_typed(self) -> bool:
        """Whether digits are typed into it."""
        return self in _TYPED


_SHOWN = (Kind.NUMBER_OF, Kind.NAME, Kind.BEFORE, Kind.GAIN, Kind.VERDICT, Kind.STATE)
_TYPED = (Kind.NUMBER, Kind.LENGTH, Kind.PRESSURE, Kind.CHECKS, Kind.TABLETS)


@dataclass(frozen=True, slots=True)
class DayColumn:
    """fields: of the checklist; the first that is asked of somebody is meant. least: the width it keeps where room is
    scarce; 0 is its width."""

    kind: Kind
    heading: str
    unit: str
    width: int
    part: int = ALWAYS
    fields: Sequence[str] = ()
    is_right: bool = False
    least: int = 0

    @property
    def key(self) -> str:
        """What it is known by."""
        return self.fields[0] if self.fields else self.kind.name


def columns_of(*, mothers: bool, day: date) -> list[DayColumn]:
    """Of mothers, or of children; vitamin A has its column in the months it is given in."""
    if mothers:
        return mother_columns()
    gives_capsules = day.month in care_rules().vitamin_a.months
    return [one for one in child_columns() if gives_capsules or one.kind is not Kind.CAPSULE]


def child_columns() -> list[DayColumn]:
    """Of children under five."""
    translate = QCoreApplication.translate
    yes_no = Kind.YES_NO
    return [
        DayColumn(Kind.NUMBER_OF, translate("DayTable", "No"), "", 34, is_right=True),
        DayColumn(
            Kind.NAME, translate("DayTable", "Name of the child"), translate("DayTable", "mother · age"), 204, least=144
        ),
        DayColumn(Kind.BEFORE, translate("DayTable", "Last"), "kg, cm", 72, is_right=True),
        DayColumn(Kind.NUMBER, translate("DayTable", "Weight"), "kg", 78, MEASURES, ("weight_g",), is_right=True),
        DayColumn(
            Kind.LENGTH,
            translate("DayTable", "Length"),
            translate("DayTable", "cm, how"),
            132,
            MEASURES,
            ("length_mm",),
        ),
        DayColumn(Kind.NUMBER, "LILA", "cm", 66, MEASURES, ("muac_mm",), is_right=True),
        DayColumn(Kind.NUMBER, "LK", "cm", 66, MEASURES, ("head_circumference_mm",), is_right=True),
        DayColumn(
            Kind.MAT, translate("DayTable", "Mat"), translate("DayTable", "M/K/H"), 96, SERVICES, ("mat_result",)
        ),
        DayColumn(Kind.DOSES, translate("DayTable", "Immunization"), translate("DayTable", "today"), 128, SERVICES),
        DayColumn(
            Kind.CAPSULE,
            translate("DayTable", "Vitamin A"),
            translate("DayTable", "capsule"),
            72,
            SERVICES,
            ("vitamin_a",),
        ),
        DayColumn(
            yes_no,
            translate("DayTable", "Father"),
            translate("DayTable", "couns."),
            56,
            SERVICES,
            ("counselling_father",),
        ),
        DayColumn(
            yes_no,
            translate("DayTable", "Mother"),
            translate("DayTable", "couns."),
            56,
            SERVICES,
            ("counselling_mother",),
        ),
        DayColumn(yes_no, translate("DayTable", "Oedema"), "", 70, FURTHER, ("has_oedema",)),
        DayColumn(
            yes_no,
            translate("DayTable", "Feeding"),
            translate("DayTable", "milk, solids"),
            84,
            FURTHER,
            ("exclusive_breastfeeding", "complementary_feeding"),
        ),
        DayColumn(
            yes_no, translate("DayTable", "Worms"), translate("DayTable", "medicine"), 70, FURTHER, ("deworming",)
        ),
        DayColumn(
            Kind.SEVERAL, translate("DayTable", "Illness"), translate("DayTable", "1–5"), 190, FURTHER, ("illnesses",)
        ),
        DayColumn(
            yes_no,
            translate("DayTable", "Class"),
            translate("DayTable", "parents"),
            70,
            FURTHER,
            ("parenting_attended",),
        ),
        DayColumn(Kind.GAIN, "N/T", "KMS", 38),
        DayColumn(
            Kind.VERDICT, translate("DayTable", "Nutrition"), translate("DayTable", "WHO z-score"), 176, least=118
        ),
        DayColumn(Kind.STATE, "", "", 28),
    ]


def mother_columns() -> list[DayColumn]:
    """Of pregnant mothers and those in nifas."""
    translate = QCoreApplication.translate
    return [
        DayColumn(Kind.NUMBER_OF, translate("DayTable", "No"), "", 34, is_right=True),
        DayColumn(
            Kind.NAME,
            translate("DayTable", "Name of the mother"),
            translate("DayTable", "pregnant or nifas"),
            216,
            least=144,
        ),
        DayColumn(Kind.BEFORE, translate("DayTable", "Last"), "kg, cm", 72, is_right=True),
        DayColumn(Kind.NUMBER, translate("DayTable", "Weight"), "kg", 84, MEASURES, ("weight_g",), is_right=True),
        DayColumn(Kind.NUMBER, "LILA", "cm", 72, MEASURES, ("muac_mm",), is_right=True),
        DayColumn(
            Kind.PRESSURE,
            translate("DayTable", "Blood pressure"),
            "mmHg",
            118,
            MEASURES,
            ("systolic_mmhg", "diastolic_mmhg"),
        ),
        DayColumn(Kind.NUMBER, "Hb", "g/dL", 70, MEASURES, ("hemoglobin_g_l",), is_right=True),
        DayColumn(
            Kind.CHECKS,
            translate("DayTable", "Checks"),
            translate("DayTable", "this month"),
            136,
            SERVICES,
            ("anc_visits", "pnc_visits"),
        ),
        DayColumn(
            Kind.TABLETS,
            translate("DayTable", "Iron, MMS"),
            translate("DayTable", "tablets taken"),
            128,
            SERVICES,
            ("iron_tablets",),
        ),
        DayColumn(
            Kind.CHECKS,
            translate("DayTable", "Counselling"),
            translate("DayTable", "nutrition, class"),
            96,
            SERVICES,
            ("counselling_sessions",),
        ),
        DayColumn(
            Kind.CHOICE,
            translate("DayTable", "Tablet"),
            translate("DayTable", "1 Fe, 2 MMS"),
            110,
            FURTHER,
            ("iron_kind",),
        ),
        DayColumn(
            Kind.SEVERAL,
            translate("DayTable", "Danger signs"),
            translate("DayTable", "1–8"),
            300,
            FURTHER,
            ("danger_signs",),
        ),
        DayColumn(
            Kind.VERDICT,
            translate("DayTable", "What is seen"),
            translate("DayTable", "limits of the KIA book"),
            200,
            least=118,
        ),
        DayColumn(Kind.STATE, "", "", 28),
    ]


def pad_of(column: DayColumn) -> int:
    """How far from its edges a column's words stand, at scale 1."""
    return _NARROW_PAD if column.width < _NARROW else _PAD
