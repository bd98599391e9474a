"""The sheet for the mother: three facts, one box, the next month; names masked; no advice without a source."""

from datetime import date

import pytest

from kpm_desktop.domain.growth.chart import Born, Measures, chart_of
from kpm_desktop.domain.growth.chart_lines import CHARTS
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.growth_page import GrowthPage, Whose, growth_page

PRINTED = date(2026, 11, 19)
WHOSE = Whose(
    name="Alya Putri", sex="female", born=date(2025, 8, 4), mother="Latifah", posyandu="Kenanga", cadre="Ibu Sari"
)


def sheet(*measures: tuple[str, int, int | None], whose: Whose = WHOSE) -> GrowthPage:
    taken = [Measures(day[:7], date.fromisoformat(day), grams, length, "lying") for day, grams, length in measures]
    charts = {key: chart_of(key, Born(whose.sex, whose.born), taken) for key in CHARTS}
    return growth_page(Wording("id"), whose, charts, PRINTED)


def test_a_worrying_child() -> None:
    page = sheet(("2026-09-12", 8600, None), ("2026-10-13", 8500, 725), ("2026-11-14", 8300, 730))
    assert [tuple(fact) for fact in page.facts] == [
        ("Berat badan", "8,3 kg", "turun 200 g sejak Oktober", False),
        ("Panjang badan", "73,0 cm", "bertambah 0,5 cm", False),
        ("Bulan terakhir", "Tidak naik (T)", "bulan sebelumnya juga tidak naik", True),
    ]
    assert page.headline == "Dua bulan berat Alya Putri tidak naik. Bawa Alya Putri ke bidan atau Puskesmas."
    assert page.is_warning
    assert page.step == "garis pendek: paling sedikit 8,7 kg bulan ini"
    assert [fact.value for fact in page.foot] == ["Desember 2026", "8,5 kg", "Ibu Sari"]
    assert page.foot[1].below == "naik 200 g (angka KBM belum dipastikan)"
    assert "WHO 2006" in page.source
    assert "BB/U −1,27, berat badan normal" in page.source


def test_a_healthy_child() -> None:
    page = sheet(("2026-10-13", 8900, None), ("2026-11-14", 9200, 795))
    assert page.headline == "Berat Alya Putri naik. Teruskan. Timbang lagi bulan depan."
    assert (page.is_warning, page.do) == (False, ())


@pytest.mark.parametrize(
    ("grams", "headline"),
    [
        ((8600, 8500), "Berat Alya Putri tidak naik. Bawa Alya Putri ke bidan atau Puskesmas."),
        ((5900, 6200), "Berat Alya Putri di bawah garis merah. Bawa Alya Putri ke bidan atau Puskesmas."),
        ((11800, 12100), "Berat Alya Putri di atas garis oranye. Bawa Alya Putri ke bidan atau Puskesmas."),
        ((6900, 7200), "Berat badan kurang. Hubungi bidan atau Puskesmas."),
        ((8500, 8650), "Berat Alya Putri mengikuti kurva. Timbang lagi bulan depan."),
    ],
)
def test_each_finding_has_its_headline(grams: tuple[int, int], headline: str) -> None:
    page = sheet(("2026-10-13", grams[0], None), ("2026-11-14", grams[1], None))
    assert page.headline == headline


def test_another_chart_that_worries_says_whom_to_ask_and_no_more() -> None:
    page = sheet(("2026-10-13", 7900, None), ("2026-11-14", 8200, 695))
    assert page.do == ("PB/U: Sangat pendek. Hubungi bidan atau Puskesmas.",)


def test_names_are_masked_where_somebody_wishes_it() -> None:
    page = sheet(("2026-10-13", 8900, None), whose=WHOSE.masked())
    words = " ".join((page.title, page.about, page.headline))
    assert "Alya" not in words
    assert "Latifah" not in words
    assert page.title == "Pertumbuhan A. P."


def test_a_child_never_weighed_since_birth() -> None:
    whose = Whose(name="Bayi Ny. Siti", sex="male", born=date(2026, 11, 1))
    charts = {key: chart_of(key, Born("male", whose.born), [Measures("", whose.born, 3000, 490)]) for key in CHARTS}
    page = growth_page(Wording("id"), whose, charts, PRINTED)
    assert "umur 18 hari" in page.about
    assert page.facts[2].value == "Belum ditimbang"
    assert page.foot[0].value == "November 2026"
    assert len(page.foot) == 2  # no least weight: nothing says what it gains from


def test_a_weighing_long_ago_asks_for_no_weight_this_month() -> None:
    page = sheet(("2026-08-13", 8300, None))
    assert [fact.value for fact in page.foot] == ["November 2026", "Ibu Sari"]
