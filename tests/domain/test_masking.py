"""What is left of a name and of a number where neither shall be read."""

from kpm_desktop.domain.masking import masked_name, masked_number


def test_a_number_keeps_its_last_four_digits() -> None:
    assert masked_number("1275010101260001") == "••••••••••••0001"
    assert masked_number("123") == "123"


def test_a_name_keeps_its_initials() -> None:
    assert masked_name("Siti  Rahmah") == "S. R."
    assert masked_name("") == ""
