"""Eight words by telephone: few enough to read out, distinct enough not to be misheard."""

from itertools import combinations

import pytest

from kpm_desktop.sync.seal import SigningKey
from kpm_desktop.sync.words import word_list, words_of


def test_the_list_is_256_plain_words_told_apart_by_four_letters() -> None:
    words = word_list()
    assert len(words) == 256
    assert list(words) == sorted(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in words)
    assert len({word[:4] for word in words}) == 256


def test_no_word_begins_another() -> None:
    assert not [pair for pair in combinations(word_list(), 2) if pair[1].startswith(pair[0])]


def test_the_words_of_a_key_never_change() -> None:
    assert words_of("00" * 32) == ("elang", "kebun", "katak", "tebu", "kenari", "candi", "badak", "kipas")


def test_keys_have_different_words() -> None:
    keys = [SigningKey.generate().public for _ in range(50)]
    assert len({words_of(key) for key in keys}) == 50


def test_what_is_no_key_has_no_words() -> None:
    with pytest.raises(ValueError, match="non-hexadecimal"):
        words_of("kunci")
