"""Text is kept in one spelling, whoever enters it and by which way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.records.tidy import bare, tidy_line, tidy_lines, unseen_signs

#: Any text a computer can hold and UTF-8 can carry, with what pastes bring along more often than chance would.
RUBBISH = st.sampled_from("\r\n\t\x00\u200b\u200d\u200e\u00a0\u2028\ufeff\u00ad\u0301 ae")
TEXTS = st.text(st.one_of(RUBBISH, st.characters(exclude_categories=["Cs"])))


@given(TEXTS)
def test_a_line_is_tidied_once(text: str) -> None:
    kept = tidy_line(text)
    assert tidy_line(kept) == kept
    assert kept == " ".join(kept.split())
    assert unicodedata.is_normalized("NFC", kept)
    assert not unseen_signs(kept)


@given(TEXTS)
def test_lines_are_tidied_once(text: str) -> None:
    kept = tidy_lines(text)
    assert tidy_lines(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert set(unseen_signs(kept)) <= {"U+000A"}
    assert tidy_line(kept) == tidy_line(text)


@given(TEXTS)
def test_of_several_lines_each_is_kept(text: str) -> None:
    words = [tidy_line(line) for line in ("satu" + text, "dua")]
    assert [tidy_line(line) for line in tidy_lines("\r\n".join(words)).split("\n")] == words


@pytest.mark.parametrize(
    "typed",
    [
        "Dusun Melati",
        " Dusun  Melati ",
        "Dusun\u00a0Melati",
        "Dusun\nMelati",
        "Du\u200bsun Mela\u00adti",
        "\ufeffDusun\r\nMelati",
    ],
)
def test_what_looks_alike_is_alike(typed: str) -> None:
    assert tidy_line(typed) == "Dusun Melati"


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r", "\u2028", "\u0085"])
def test_every_line_break_is_a_line_feed(breaks: str) -> None:
    assert tidy_lines(f" satu {breaks}{breaks}  dua{breaks}") == "satu\n\n  dua"


@given(st.text("0123456789-", min_size=1), st.data())
def test_numbers_lose_what_nobody_sees(digits: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(digits)))
    sign = data.draw(st.sampled_from("\u200b\u00a0\ufeff\u200e\t\u202f"))
    dirty = digits[:at] + sign + digits[at:]
    assert bare(dirty) == digits
    assert unseen_signs(dirty) == (f"U+{ord(sign):04X}",)


def test_a_blank_of_the_keyboard_is_seen() -> None:
    assert bare(" 8 100 ") == "8 100"
    assert unseen_signs("8 100") == ()
