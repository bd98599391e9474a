"""Numbers as people type them: comma and point are the same, there are no thousands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.ui.format.number_text import UNITS, Typed, Unit, number_text, parse_number

KG, CM, COUNT = UNITS["g"], UNITS["mm"], UNITS[""]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("9,4", KG, 9400),
        ("9.4", KG, 9400),
        ("9.400", KG, 9400),
        ("9,4000", KG, 9400),
        (" 9,4 kg ", KG, 9400),
        ("9,4KG", KG, 9400),
        (",5", KG, 500),
        ("9,", KG, 9000),
        ("0", KG, 0),
        ("69,5", CM, 695),
        ("69", CM, 690),
        ("９,４", KG, 9400),
        ("12", COUNT, 12),
        ("007", COUNT, 7),
        ("-2", COUNT, -2),
        ("−2", COUNT, -2),
    ],
)
def test_understood(text: str, unit: Unit, value: int) -> None:
    assert parse_number(text, unit) == Typed(value)


@pytest.mark.parametrize(
    ("text", "unit", "problem"),
    [
        ("1.234,5", KG, "not_a_number"),
        ("9,4,1", KG, "not_a_number"),
        ("9;4", KG, "not_a_number"),
        ("sembilan", KG, "not_a_number"),
        ("1e3", KG, "not_a_number"),
        ("+9", KG, "not_a_number"),
        (",", KG, "not_a_number"),
        ("-", KG, "not_a_number"),
        ("٣", COUNT, "not_a_number"),
        ("9" * 13, COUNT, "not_a_number"),
        ("9\n4", KG, "not_a_number"),
        ("9,4567", KG, "too_fine"),
        ("69,55", CM, "too_fine"),
        ("1,5", COUNT, "too_fine"),
    ],
)
def test_not_understood(text: str, unit: Unit, problem: str) -> None:
    assert parse_number(text, unit) == Typed(problem=problem)


def test_nothing_typed_is_no_problem() -> None:
    assert parse_number("  ", KG) == Typed()


@pytest.mark.parametrize(("text", "problem"), [("0,8", "too_low"), ("0,9", ""), ("58", ""), ("58,001", "too_high")])
def test_limits_are_in_the_kept_unit(text: str, problem: str) -> None:
    assert parse_number(text, KG, 900, 58000).problem == problem


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(9400, KG, "9,4"), (9000, KG, "9"), (50, KG, "0,05"), (-60, CM, "−6"), (-6, CM, "−0,6"), (12, COUNT, "12")],
)
def test_written(value: int, unit: Unit, text: str) -> None:
    assert number_text(value, unit) == text


@given(st.integers(-(10**9), 10**9), st.sampled_from(list(UNITS.values())), st.sampled_from([",", "."]))
def test_what_is_written_is_read_back(value: int, unit: Unit, comma: str) -> None:
    assert parse_number(number_text(value, unit, comma), unit) == Typed(value)


@given(st.text(max_size=40))
def test_pasted_rubbish_is_never_a_fault(text: str) -> None:
    typed = parse_number(text, KG, 900, 58000)
    assert typed.value is None or typed.problem in ("", "too_low", "too_high")


RP, MMHG = UNITS["Rp"], UNITS["mmHg"]


@pytest.mark.parametrize("unit", [RP, COUNT, MMHG])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("550.000", 550_000),
        ("500,000", 500_000),
        ("1.250.000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("550000", 550_000),
    ],
)
def test_thousands_of_whole_units(text: str, value: int, unit: Unit) -> None:
    assert parse_number(text, unit) == Typed(value)


@pytest.mark.parametrize(
    "text",
    ["Rp 550.000", "rp550.000", "Rp. 550.000,-", "550.000,-", "550.000,00", "550,000.00", "550000,00", "５５０.０００"],
)
def test_amounts_as_they_stand_on_paper(text: str) -> None:
    assert parse_number(text, RP) == Typed(550_000)


@pytest.mark.parametrize("unit", [RP, COUNT])
@pytest.mark.parametrize(
    "text",
    [
        *("550.00", "5.5", "1.2345", "0.500", "1.250,000", "1.25.000", "1250.000", "550.0000", "550 000", ".500", "5,"),
        *("1e5", "9x", "5²", "½", "1½", "Ⅻ", "٣", "①", "0x1f", "1_000", "+5", "nan", "--5", "5-", "Rp", "120/80"),
    ],
)
def test_what_could_be_two_whole_numbers_is_none(text: str, unit: Unit) -> None:
    assert parse_number(text, unit).value is None
    assert parse_number(text, unit).problem in ("not_a_number", "too_fine")


@given(st.integers(1000, 10**12 - 1), st.sampled_from([RP, COUNT, MMHG]), st.sampled_from(".,"))
def test_well_grouped_thousands_are_read_back(value: int, unit: Unit, sign: str) -> None:
    assert parse_number(f"{value:,}".replace(",", sign), unit) == Typed(value)


@given(st.integers(0, 2**53))
def test_every_amount_within_the_limits_is_read_back(value: int) -> None:
    assert parse_number(number_text(value, RP), RP, 0, 2**53) == Typed(value)
    assert parse_number(f"Rp {number_text(value, RP)},-", RP, 0, 2**53) == Typed(value)


_NEAR_NUMBERS = st.text(st.sampled_from("0123456789.,-− eEkgxRp²½٣９"), max_size=12)


@given(_NEAR_NUMBERS | st.text(max_size=12), st.sampled_from(list(UNITS.values())))
def test_a_number_has_the_digits_that_were_typed(text: str, unit: Unit) -> None:
    """But for zeros: those in front, those behind the decimal sign, and the cents of an amount."""
    value = parse_number(text, unit).value
    if value is None:
        return
    typed = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    assert str(abs(value)).rstrip("0") == typed.lstrip("0").rstrip("0")
    assert all(sign.isdecimal() or not sign.isnumeric() for sign in text), "no powers, no fractions"
