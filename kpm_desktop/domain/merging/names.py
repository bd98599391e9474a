"""Whether two names, or two days, may be one and the same, written by two people."""

from datetime import date
from difflib import SequenceMatcher

from kpm_desktop.domain.search.name_search import fold, one_slip, together

#: Of a hundred: how much of two spellings must agree.
_LIKE_WHOLE, _LIKE_WORD = 0.84, 0.8
#: Words before a name that are none of it.
_TITLES = frozenset(
    map(fold, ("pak", "bapak", "bp", "ibu", "bu", "by", "bayi", "nyonya", "ny", "tuan", "tn", "posyandu"))
)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without titles."""
    words = tuple(fold(name).split())
    return tuple(word for word in words if word not in _TITLES) or words


def names_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names as `name_words` gives them may be one: nearly the same letters, or each word of the shorter
    one found in the longer, an initial for a word."""
    if not one or not other:
        return False
    if one == other or together(one) == together(other) or _ratio(" ".join(one), " ".join(other)) >= _LIKE_WHOLE:
        return True
    short, long = sorted((one, other), key=len)
    joined = ((*long[:at], together(long[at : at + 2]), *long[at + 2 :]) for at in range(len(long) - 1))
    return any(_is_part(short, each) for each in (long, *joined))


def spelled_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ by nothing but signs, joined words and one letter."""
    return one_slip(together(one), together(other))


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of the shorter name is found in the longer one."""
    if max(map(len, short)) < 2:
        return False
    left = list(long)
    for word in short:
        fit = next((each for each in left if _words_alike(word, each)), None)
        if fit is None:
            return False
        left.remove(fit)
    return True


def _words_alike(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other or _ratio(one, other) >= _LIKE_WORD


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE_WORD else 0.0


def days_between(one: date | None, other: date | None) -> int | None:
    """How many days lie between two days; None where one is not known."""
    return None if one is None or other is None else abs((one - other).days)
