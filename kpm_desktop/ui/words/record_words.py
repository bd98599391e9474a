"""Fields and choices of posyandu, household, person and pregnancy in the forms' own words."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.records.catalogue import fields


def field_words(kind: str, field: str) -> str:
    """A field as the forms call it; some differ by kind."""
    return _own(kind).get(field) or _common().get(field) or field


def choices_of(kind: str, field: str) -> list[tuple[str, str]]:
    """The known values of a choice with their words, in the declared order."""
    words = _choices()
    return [(code, words.get(code, code)) for code in fields(kind)[field].spec.choices]


def choice_word(value: str) -> str:
    """A known value in words; empty for any other."""
    return _choices().get(value, "")


def _common() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "village_code": translate("Records", "Village code"),
        "name": translate("Records", "Name"),
        "hamlet": translate("Records", "Hamlet"),
        "address": translate("Records", "Address"),
        "phone": translate("Records", "Telephone"),
        "kia_number": translate("Records", "KIA number"),
        "household_id": translate("Records", "Household"),
        "person_id": translate("Records", "Mother"),
        "posyandu_id": translate("Records", "Posyandu"),
        "moved_from_id": translate("Records", "Moved here from"),
        "merged_into_id": translate("Records", "Same as"),
        "status": translate("Records", "Status"),
        "status_date": translate("Records", "Since"),
        "note": translate("Records", "Note"),
        "ref": translate("Records", "Name in the file it came from"),
    }


def _own(kind: str) -> dict[str, str]:
    translate = QCoreApplication.translate
    if kind == "household":
        return {
            "household_no": translate("Records", "Household number"),
            "head_name": translate("Records", "Head of the household"),
            "family_card_no": translate("Records", "Family card number (KK)"),
            "rt": translate("Records", "RT"),
            "rw": translate("Records", "RW"),
            "is_vulnerable": translate("Records", "Vulnerable household"),
            "residency": translate("Records", "Residency"),
            "latitude_udeg": translate("Records", "Latitude"),
            "longitude_udeg": translate("Records", "Longitude"),
        }
    if kind == "person":
        return {
            "full_name": translate("Records", "Name"),
            "sex": translate("Records", "Sex"),
            "birth_date": translate("Records", "Date of birth"),
            "birth_date_is_estimated": translate("Records", "Date of birth estimated"),
            "nik": translate("Records", "NIK"),
            "nik_kind": translate("Records", "Kind of NIK"),
            "mother_id": translate("Records", "Mother"),
            "guardian_name": translate("Records", "Guardian"),
            "birth_weight_g": translate("Records", "Weight at birth"),
            "birth_length_mm": translate("Records", "Length at birth"),
            "gestation_at_birth_weeks": translate("Records", "Weeks of pregnancy at birth"),
            "birth_order": translate("Records", "Order among twins"),
        }
    if kind == "pregnancy":
        return {
            "last_menstrual_date": translate("Records", "Last menstruation (HPHT)"),
            "expected_delivery_date": translate("Records", "Expected delivery (HPL)"),
            "gestational_age_months": translate("Records", "Month of pregnancy"),
            "gestational_age_on": translate("Records", "Month of pregnancy told on"),
            "gravida": translate("Records", "Which pregnancy (gravida)"),
            "parity": translate("Records", "Births before (parity)"),
            "previous_birth_date": translate("Records", "Previous birth"),
            "height_mm": translate("Records", "Mother's height"),
            "risk_reasons": translate("Records", "Reasons for risk"),
            "outcome": translate("Records", "Outcome"),
            "delivery_date": translate("Records", "Date of delivery"),
            "ended_on": translate("Records", "Ended on"),
            "delivery_place": translate("Records", "Place of delivery"),
            "birth_attendant": translate("Records", "Birth attendant"),
        }
    return {}


def _choices() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "active": translate("Records", "active"),
        "entered_in_error": translate("Records", "entered in error"),
        "moved_out": translate("Records", "moved out"),
        "died": translate("Records", "died"),
        "resident": translate("Records", "resident"),
        "non_resident": translate("Records", "not a resident"),
        "female": translate("Records", "female"),
        "male": translate("Records", "male"),
        "permanent": translate("Records", "permanent"),
        "temporary": translate("Records", "temporary (mother's NIK + 1 digit)"),
        "none": translate("Records", "none yet"),
        "ongoing": translate("Records", "ongoing"),
        "live_birth": translate("Records", "live birth"),
        "stillbirth": translate("Records", "stillbirth"),
        "miscarriage": translate("Records", "miscarriage"),
        "unknown": translate("Records", "not known"),
        "facility": translate("Records", "health facility"),
        "midwife": translate("Records", "midwife"),
        "home": translate("Records", "home"),
        "doctor": translate("Records", "doctor"),
        "traditional": translate("Records", "traditional attendant (dukun)"),
        "other": translate("Records", "other"),
        "too_young": translate("Records", "too young"),
        "too_old": translate("Records", "too old"),
        "too_many": translate("Records", "too many births"),
        "too_close": translate("Records", "too close to the last birth"),
        "short": translate("Records", "short"),
        "previous_caesarean": translate("Records", "caesarean before"),
        "previous_bleeding": translate("Records", "bleeding before"),
        "hypertension": translate("Records", "high blood pressure"),
        "diabetes": translate("Records", "diabetes"),
        "twins": translate("Records", "twins"),
        "malposition": translate("Records", "malposition"),
        "anaemia": translate("Records", "anaemia"),
    }
