"""Pregnancies and form 2A: from the day a cadre hears of one to the end of the nifas."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.domain.calendar import completed_months, month_of
from kpm_desktop.practice.chance import Chance
from kpm_desktop.practice.families import NIFAS_DAYS, TERM_DAYS, PregnancyLife
from kpm_desktop.practice.homes import Call, Day, Home, kia_number
from kpm_desktop.practice.referrals import refer

KEK_BELOW_MM = 235
ANAEMIA_BELOW = 110
HYPERTENSION_FROM = 133
SHORT_BELOW_MM = 1450
TABLETS = 30
CLOSE_DAYS = 730
#: Nifas checks KF1 to KF4: days after birth and how often each takes place.
NIFAS_CHECKS = ((1, 0.95), (5, 0.9), (16, 0.82), (36, 0.6))
SIGNS = ("bleeding", "fever", "severe_headache", "swelling", "vomiting")


@dataclass(frozen=True, slots=True)
class _Woman:
    """What does not change during a pregnancy, or changes along a line."""

    weight_kg: float
    gain_kg: float
    muac_mm: int
    hemoglobin: float
    systolic: float
    risks: tuple[str, ...]

    @property
    def is_kek(self) -> bool:
        """Chronic energy deficiency, by arm circumference."""
        return self.muac_mm < KEK_BELOW_MM


def write_pregnancies(home: Home) -> None:
    """Every pregnancy of a household that its cadre hears of here."""
    for pregnancy in home.family.pregnancies:
        day = max(pregnancy.known, home.family.since)
        nifas_over = pregnancy.over + NIFAS_DAYS * Day < home.family.since
        lost_before = pregnancy.outcome != "live_birth" and pregnancy.over <= home.family.since
        if home.is_here(day) and not nifas_over and not lost_before:
            _write(home, pregnancy, day)


def _write(home: Home, pregnancy: PregnancyLife, day: date) -> None:
    chance = home.chance("pregnancy", pregnancy.key)
    woman = _woman(home, pregnancy, chance.of("body"))
    told = home.reported(pregnancy)
    end = _end(home, pregnancy, chance.of("end")) if told <= home.last_day else {}
    at_once = end if told <= day else {}
    due = pregnancy.lmp + (TERM_DAYS + chance.between(-4, 4)) * Day
    key = pregnancy.children[0].key.rstrip("ab") if pregnancy.children else pregnancy.key
    record = home.diary.new(
        day,
        "pregnancy",
        f"p{home.family.no}-{pregnancy.key}",
        person_id=home.people["mother"].id,
        kia_number=kia_number(home, key),
        last_menstrual_date=pregnancy.lmp if chance.yes(0.85) else None,
        expected_delivery_date=due,
        gravida=pregnancy.gravida,
        parity=pregnancy.parity,
        previous_birth_date=pregnancy.previous_birth,
        height_mm=home.family.mother_height_mm,
        risk_reasons=sorted(woman.risks) or None,
        **({"outcome": "ongoing"} | at_once),
    )
    if end and not at_once:
        home.diary.change(told, "pregnancy", record, **end)
    _write_visits(home, pregnancy, record, woman, due, day)


def _woman(home: Home, pregnancy: PregnancyLife, chance: Chance) -> _Woman:
    muac = round(chance.normal(262, 27))
    hemoglobin, systolic = chance.normal(119, 12), chance.normal(112, 10)
    age = completed_months(home.family.mother_born, pregnancy.over) // 12
    previous = pregnancy.previous_birth
    found = {
        "too_young": age < 20,
        "too_old": age > 35,
        "too_many": pregnancy.parity >= 4,
        "too_close": previous is not None and (pregnancy.over - previous).days < CLOSE_DAYS,
        "short": home.family.mother_height_mm < SHORT_BELOW_MM,
        "previous_caesarean": pregnancy.parity > 0 and chance.yes(0.06),
        "hypertension": systolic > HYPERTENSION_FROM,
        "anaemia": hemoglobin < ANAEMIA_BELOW - 5,
        "twins": len(pregnancy.children) > 1,
    }
    return _Woman(
        weight_kg=chance.normal(52.5 + (muac - 262) * 0.12, 5.0),
        gain_kg=max(4.0, chance.normal(10.5, 2.5)),
        muac_mm=muac,
        hemoglobin=hemoglobin,
        systolic=systolic,
        risks=tuple(name for name, is_so in found.items() if is_so),
    )


def _end(home: Home, pregnancy: PregnancyLife, chance: Chance) -> dict[str, object]:
    """What is saved when a cadre hears how it ended."""
    if pregnancy.outcome == "miscarriage":
        return {"outcome": "miscarriage", "ended_on": pregnancy.over}
    if pregnancy.outcome == "stillbirth" or len(pregnancy.children) > 1 or chance.yes(0.62):
        place, attendant = "facility", "doctor" if chance.yes(0.3) else "midwife"
    else:
        place = chance.weighted([("midwife", 80.0), ("home", 20.0)])
        attendant = "traditional" if place == "home" and chance.yes(0.4) else "midwife"
    return {
        "outcome": pregnancy.outcome,
        "delivery_date": pregnancy.over,
        "delivery_place": place,
        "birth_attendant": attendant,
    }


def _write_visits(
    home: Home, pregnancy: PregnancyLife, record: UUID, woman: _Woman, due: date, registered: date
) -> None:
    chance = home.chance("2A", pregnancy.key)
    last = registered - 20 * Day
    over, loss = pregnancy.over, pregnancy.outcome == "miscarriage"
    for month in home.wish.all_months:
        call, draws = home.calls.get(month), chance.of(month)
        if call is None or call.day < registered or not home.mother_alive(call.day) or draws.yes(0.04):
            continue
        if call.day < over:
            _write_antenatal(home, pregnancy, record, woman, due, call, draws)
        elif not loss and month <= month_of(over + NIFAS_DAYS * Day):
            checks = [over + after * Day for after, often in NIFAS_CHECKS if chance.of("kf", after).yes(often)]
            _write_nifas(home, record, call, sum(max(last, over) < day <= call.day for day in checks), draws)
        last = call.day


def _write_antenatal(
    home: Home, pregnancy: PregnancyLife, record: UUID, woman: _Woman, due: date, call: Call, draws: Chance
) -> None:
    weeks = (call.day - pregnancy.lmp).days / 7
    care = home.family.diligence
    anc = int(draws.yes(0.35 + 0.6 * care)) + (weeks > 28 and draws.yes(0.5 * care))
    tablets = TABLETS if anc and draws.yes(0.88) else 0
    at_risk = woman.is_kek or (bool(woman.risks) and draws.yes(0.97))
    months = ((call.day - due).days + TERM_DAYS) * 16 // 487 + 1
    signs = [draws.pick(SIGNS)] if draws.yes(0.03) else None
    home.diary.new(
        call.day,
        "pregnancy_visit",
        pregnancy_id=record,
        month=call.month,
        visit_date=call.day,
        place=call.place,
        is_kek=woman.is_kek,
        is_high_risk=bool(woman.risks) and at_risk,
        gestational_age_months=min(max(months, 0), 10) if draws.yes(0.7) else None,
        anc_visits=anc,
        iron_tablets=tablets,
        iron_taken=draws.yes(0.88) if tablets else None,
        counselling_sessions=int(draws.yes(0.3 + 0.5 * care)) + (weeks > 28 and draws.yes(0.45)),
        home_visits=int(call.place == "home") + draws.yes(0.6 if at_risk else 0.2),
        **_home_answers(home, call.day, draws),
        **(_measures(woman, weeks, draws) if anc else {}),
        danger_signs=signs,
    )
    if signs:
        refer(home, "mother", call.day, "danger_sign")
    elif woman.is_kek and draws.yes(0.25):
        refer(home, "mother", call.day, "kek")


def _write_nifas(home: Home, record: UUID, call: Call, checks: int, draws: Chance) -> None:
    home.diary.new(
        call.day,
        "pregnancy_visit",
        pregnancy_id=record,
        month=call.month,
        visit_date=call.day,
        place=call.place,
        pnc_visits=checks,
        home_visits=int(call.place == "home") + draws.yes(0.5),
        **_home_answers(home, call.day, draws),
    )


def _home_answers(home: Home, day: date, draws: Chance) -> dict[str, bool | None]:
    """Water, latrine and insurance; now and then nobody asked."""
    family = home.family
    found = {"has_safe_water": family.water, "has_latrine": family.latrine, "has_health_insurance": family.insurance}
    return {name: None if draws.yes(0.03) else since is not None and since <= day for name, since in found.items()}


def _measures(woman: _Woman, weeks: float, draws: Chance) -> dict[str, int | None]:
    """What the midwife measured; weight follows the usual curve, blood pressure goes up and down."""
    gained = woman.gain_kg * max(0.0, (weeks - 10) / 30) ** 1.1
    systolic = round(draws.normal(woman.systolic, 5))
    return {
        "weight_g": round((woman.weight_kg + gained + draws.normal(0, 0.4)) * 10) * 100,
        "muac_mm": round(woman.muac_mm + draws.normal(0, 3)),
        "hemoglobin_g_l": round(woman.hemoglobin + draws.normal(0, 3)) if draws.yes(0.3) else None,
        "systolic_mmhg": systolic,
        "diastolic_mmhg": min(systolic - 25, round(systolic * 0.62 + draws.normal(3, 4))),
    }
