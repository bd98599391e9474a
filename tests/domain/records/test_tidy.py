"""Text is kept in one spelling, whoever enters it and by which way."""

import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.records.signs import UNICODE, is_assigned, is_composed
from kpm_desktop.domain.records.tidy import bare, is_invisible, tidy_line, tidy_lines, unseen_signs
from kpm_desktop.domain.strict import strict_line

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


@given(st.text(st.characters(codec=None)), st.booleans())
def test_every_text_is_kept_as_any_receiver_takes_it(text: str, several: bool) -> None:
    """Of all of Unicode, halves of pairs and what no version knows yet included."""
    kept = tidy_lines(text) if several else tidy_line(text)
    strict_line(msgspec.json.encode({"note": kept}))
    assert all(map(is_assigned, kept))


def test_composing_makes_nothing_invisible() -> None:
    """No sign becomes another by itself that would have been taken out."""
    signs = map(chr, range(0x110000))
    moved = [sign for sign in signs if not is_invisible(sign) and unicodedata.normalize("NFC", sign) != sign]
    assert len(moved) > 1000
    assert not [sign for sign in moved if any(map(is_invisible, unicodedata.normalize("NFC", sign)))]


def test_which_signs_there_are_is_as_unicode_has_it() -> None:
    """Exactly so on a Python of that version; a later one knows more and forgets none."""
    unassigned = {sign for sign in map(chr, range(0x110000)) if unicodedata.category(sign) == "Cn"}
    ours = {sign for sign in map(chr, range(0x110000)) if not is_assigned(sign)}
    assert unassigned <= ours
    assert unicodedata.unidata_version != UNICODE or unassigned == ours


def test_a_later_sign_joins_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """U+1E08F came with Unicode 15 and stands above a letter, U+0323 below: a later Python would put them in another
    order, and would refuse a bundle that this one takes."""
    text = "a\U0001e08f\u0323"
    assert is_composed(text)
    monkeypatch.setattr(unicodedata, "is_normalized", lambda _, said: "\U0001e08f" not in said)
    assert is_composed(text)
    assert tidy_line(text) == "\u1ea1"


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u200d", "\u0378", "\U0001e08f", "\ufdd0", "\ue000", "\U000e0001", "\ud800"]
)
def test_what_no_laptop_shows_is_gone(sign: str) -> None:
    assert tidy_line(f"Ibu{sign} Sari") == "Ibu Sari"
    assert tidy_line(f"e{sign}\u0301") == "\u00e9", "a mark finds its letter again"


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
