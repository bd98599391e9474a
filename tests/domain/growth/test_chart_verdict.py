"""The sentence below a chart: what, its numbers, what to do; advice without a source says whom to ask and no more."""

from datetime import date

import pytest

from kpm_desktop.domain.growth.chart import Born, Measures, chart_of
from kpm_desktop.domain.growth.chart_verdict import Verdict, advice_for, verdict
from kpm_desktop.domain.wording import Wording

BORN = Born("female", date(2025, 8, 4))


def said(*weights: tuple[str, int], **more: object) -> tuple[Verdict, str]:
    taken = [Measures(day[:7], date.fromisoformat(day), grams, **more) for day, grams in weights]  # type: ignore[arg-type]
    found = verdict(chart_of("wei", BORN, taken))
    assert found is not None
    wording = Wording("id")
    return found, f"{wording.say(found.what)} {wording.say(found.advice)}"


def test_two_months_without_gain_are_referred_with_both_numbers() -> None:
    """Buku KIA 2023: one T is enough, two are the stronger sign."""
    found, words = said(("2026-09-12", 8600), ("2026-10-13", 8500), ("2026-11-14", 8300))
    assert words == ("Dua bulan tidak naik: Oktober turun 100 g, November turun 200 g. Rujuk ke bidan atau Puskesmas.")
    assert (found.tone, found.do) == ("risk", "refer")
    assert "KIA" in found.source


def test_one_month_without_gain_is_referred_too() -> None:
    found, words = said(("2026-10-13", 8600), ("2026-11-14", 8500))
    assert "paling sedikit 200 g" in words
    assert (found.tone, found.do, found.why) == ("watch", "refer", "without_gain")


def test_less_than_the_least_gain_along_the_curve_is_a_gain() -> None:
    """Decision, unconfirmed data: BB/U fell by at most 0.10 within 62 days; the card asks for 200 g."""
    found, words = said(("2026-10-13", 8500), ("2026-11-14", 8650))
    assert (found.tone, found.do, found.source) == ("good", "again", "")
    assert words.startswith("Berat mengikuti kurva: November naik 150 g")


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ([("2026-11-14", 8300)], "Satu titik: perlu dua timbangan."),
        ([("2026-09-12", 8000), ("2026-11-14", 8300)], "Bulan lalu tidak ditimbang"),
        ([("2026-10-13", 8300), ("2026-11-14", 8600)], "Berat naik: November naik 300 g, paling sedikit 200 g."),
        ([("2026-10-13", 5900), ("2026-11-14", 6200)], "Berat di bawah garis merah (BB/U −3,"),
        ([("2026-10-13", 11800), ("2026-11-14", 12100)], "Berat di atas garis oranye (BB/U 1,"),
    ],
)
def test_each_status_has_its_sentence(weights: list[tuple[str, int]], words: str) -> None:
    assert said(*weights)[1].startswith(words)


def test_a_slip_asks_to_measure_again() -> None:
    found, words = said(("2026-11-14", 12900), unused=frozenset({"wei"}))
    assert words == "12,9 kg pada 2026-11-14 tidak wajar. Ukur ulang, lalu perbaiki di kunjungannya."
    assert found.do == "remeasure"


def test_a_class_without_a_sourced_advice_says_whom_to_ask_and_no_more() -> None:
    """PB/U below -2 (Permenkes 2/2020): what to do about it has no confirmed source here."""
    found = verdict(chart_of("len", BORN, [Measures("2026-11", date(2026, 11, 14), None, 705, "lying")]))
    assert found is not None
    assert (found.do, found.why, found.source) == ("contact", "stunted", "")
    assert Wording("id").say(found.advice) == "Hubungi bidan atau Puskesmas."
    assert advice_for("severely_wasted") == ("contact", "")
    assert advice_for("two_without_gain")[0] == "refer"


def test_nothing_measured_says_nothing() -> None:
    assert verdict(chart_of("hc", BORN, [])) is None
