"""Names as people spell them: `Soekarni` and `Sukarni`, `Nu'man` and `Numan`, `Al-Fatih` and `Alfatih` find each other.

What is searched in is a key (`search_key`), made once. What is typed is looked for in all of them by `find`, the best
first: words that begin so, spellings written together, parts of words, and at last one wrong letter.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

#: Old spellings (before 1972) and Arabic ones as they are compared. The order matters: the old `dj` is today's `j`, the
#: old `j` today's `y`, and what people call Jati or Yati is one name.
_SPELLINGS = (
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("j", "y"),
    ("z", "s"),
    ("sy", "s"),
    ("kh", "h"),
    ("ph", "f"),
    ("v", "f"),
)
_DOUBLE = re.compile(r"([a-z])\1+")
_OTHER = re.compile(r"[^a-z0-9]+")
#: All that stands for an apostrophe on some keyboard, in some file or in a transcription of hamza and ain.
_APOSTROPHES = re.compile("['`´‘’‚‛′‵ʹʻʼʽʾʿˈˊˋ΄᾽᾿՚׳ꞌ＇]")
#: How a key marks what it holds: a word of the name itself, and what is written together although it is several words.
_OWN, _TOGETHER = "^", "|"
_WORD = re.compile(r"[a-z]+")
#: More words of one text are not tried together.
_MOST_TOGETHER = 8
#: So long must a word be that one of its letters may be wrong, and so long that it may be the beginning of another.
LEAST_LETTERS, LEAST_BEGINNING = 4, 6
#: With as many found as this nobody has to guess; among more than that no order helps but the list's own.
_FEW, _MOST_GRADED = 10, 2000
#: Of words so short, and of so many of them, it is remembered who holds them.
_SHORT, _MOST_SHORT = 2, 32
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COUNTRY, _LEAST_FOREIGN = "62", 9
#: Texts whose folded form is remembered: heads, hamlets and posyandu come again and again.
_REMEMBERED = 4096


class Findable(Protocol):
    """Something in a list. key: its own name in the list. search: as `search_key` gives it."""

    @property
    def key(self) -> str:
        """What it is called."""

    @property
    def search(self) -> str:
        """What it is found by."""


F = TypeVar("F", bound=Findable)


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """A text as it is compared: without case, accents, apostrophes and signs, old spellings as new ones, doubled
    letters once."""
    plain = _APOSTROPHES.sub("", text)
    if not plain.isascii():
        plain = "".join(" " if _is_sign(each) else each for each in unicodedata.normalize("NFKD", plain))
        plain = plain.encode("ascii", "ignore").decode()
    return _OTHER.sub(" ", _letters(plain.lower())).strip()


def _is_sign(each: str) -> bool:
    """Whether something that is not written with a plain sign stands between words: a dash, a blank, an unseen one."""
    return ord(each) > 127 and unicodedata.category(each)[0] in "PZC"


def _letters(plain: str) -> str:
    before = None
    while before != plain:
        before = plain
        plain = _DOUBLE.sub(r"\1", plain)
        for old, new in _SPELLINGS:
            if old in plain:
                plain = plain.replace(old, new)
    return plain


def together(words: Iterable[str]) -> str:
    """Folded words as one: `nur aini` and `nuraini` are one name."""
    return _letters("".join(words))


def search_key(name: str, *others: str | None, phones: Iterable[str | None] = ()) -> str:
    """What somebody or something is found by: its own name, and whatever else leads to it."""
    own, rest = _parts(name), [_parts(other) for other in dict.fromkeys(others) if other]
    numbers = [form for phone in dict.fromkeys(phones) if phone for form in phone_forms(phone)]
    beside = dict.fromkeys([*(word for words, _ in rest for word in words), *numbers])
    joined = dict.fromkeys(form for _, forms in (own, *rest) for form in forms)
    return "".join((*(_OWN + word for word in own[0]), " ", " ".join(beside), *joined))


@lru_cache(maxsize=_REMEMBERED)
def _parts(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a text, and from each of them on all written together."""
    words = tuple(fold(text).split())
    first = words[:_MOST_TOGETHER]
    return words, tuple(_TOGETHER + together(first[at:]) for at in range(len(first) - 1))


def phone_forms(text: str) -> list[str]:
    """The numbers of a text as they may be typed, without blanks: with 0 and with 62."""
    found = []
    for part in re.split(r"[/,;]|[^\W\d]+", text):
        digits = "".join(sign for sign in part if sign in "0123456789").removeprefix("00")
        if digits.startswith(_COUNTRY) and len(digits) >= _LEAST_FOREIGN:
            digits = digits.removeprefix(_COUNTRY)
        digits = digits.lstrip("0")
        if digits:
            found += [f"0{digits}", f"{_COUNTRY}{digits}"]
    return found


def matches(wanted: str, key: str) -> bool:
    """Whether every word of a folded question stands in a folded text or a key, be it with one wrong letter."""
    words = wanted.split()
    if _OWN not in key and _TOGETHER not in key:
        key = search_key(key)
    return _begins(together(words), key) or all(
        _holds(word, key) or any(_is_meant(word, each) for each in _words(key)) for word in words
    )


def stands_in(text: str, key: str) -> bool:
    """Whether what was typed stands in a key without a wrong letter."""
    words = fold(text).split()
    number = "".join(words).removeprefix("00")
    return all(word in key for word in words) or together(words) in key or (number.isdigit() and number in key)


def _holds(word: str, key: str) -> bool:
    return word in key and (word in _apart(key) or _TOGETHER + word in key)


def _is_meant(word: str, known: str) -> bool:
    """Whether a word was typed with one wrong letter, or the beginning of a long one."""
    beginnings = {known[: len(word) + more] for more in (-1, 0, 1)} if len(word) >= LEAST_BEGINNING else set()
    return any(one_slip(word, each) for each in (known, *beginnings))


def one_slip(one: str, other: str) -> bool:
    """Whether two long words differ by one letter at the most: another one, one too many, one missing, two swapped."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST_LETTERS or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]


class WordIndex:
    """The words of many keys, each with whom it leads to: for words that were typed with one wrong letter."""

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        """keys: (name in the list, what it is found by)."""
        holders: dict[str, list[int]] = defaultdict(list)
        self._names: list[str] = []
        for place, (name, key) in enumerate(keys):
            self._names.append(name)
            for word in _words(key):
                holders[word].append(place)
        self._holders = holders
        self._sorted = sorted(holders)

    def near(self, word: str) -> set[str]:
        """Who has a word that is this one with one wrong letter, or, of a long one, that begins so."""
        return {self._names[place] for place in self.places(word)}

    def places(self, word: str) -> set[int]:
        """The same by the place in the order in which the keys were given."""
        found: set[int] = set()
        if _may_slip(word):
            for meant in set(_slips(word)):
                for each in self._beginning(meant) if len(word) >= LEAST_BEGINNING else (meant,):
                    found.update(self._holders.get(each, ()))
        return found

    def _beginning(self, meant: str) -> Iterator[str]:
        for at in range(bisect_left(self._sorted, meant), len(self._sorted)):
            if not self._sorted[at].startswith(meant):
                return
            yield self._sorted[at]


def find(lines: Iterable[F], text: str, index: WordIndex | None = None) -> list[F]:
    """The lines that hold every word of what was typed, the best first, else in the order given.

    index: of these lines and perhaps others, where there are many; else it is made when it is needed.
    """
    everybody, words = list(lines), fold(text).split()
    if not words:
        return everybody
    found = _numbered(everybody, words) or _held(everybody, words)
    if len(found) < _FEW and any(_may_slip(word) for word in words):
        known = {line.key for line in found}
        rest = [line for line in everybody if line.key not in known]
        found += _slipped(rest, words, index or WordIndex((line.key, line.search) for line in rest))
    return found


class FollowedSearch(Generic[F]):
    """The same as `find` in a list that stays, asked letter by letter: a longer word is looked for among those that
    held the shorter one, a rare one in all keys as one text, and who has a word like it is known by place.

    words: the index of these lines, in their order; of nothing where no slip is to be found yet.
    """

    def __init__(self, lines: Iterable[F], *, with_slips: bool = True) -> None:
        self._lines = list(lines)
        self.words = WordIndex((line.key, line.search) for line in (self._lines if with_slips else ()))
        self._keys = [line.search for line in self._lines]
        self._text = "\n".join(self._keys)
        self._starts = [0, *accumulate(len(key) + 1 for key in self._keys)]
        self._short: dict[str, Sequence[int]] = {}
        self._words: Sequence[str] = ()
        self._holding: Sequence[int] = range(len(self._lines))

    def find(self, text: str) -> list[F]:
        """The lines that hold every word of what was typed, the best first, else in their order."""
        words = fold(text).split()
        if not words:
            return list(self._lines)
        number = _number(words)
        found = self._graded([number]) if number else []
        found = found or self._graded(words)
        if len(found) < _FEW and any(_may_slip(word) for word in words):
            known = {line.key for line in found}
            found += [line for line in self._slipped(words) if line.key not in known]
        return found

    def _graded(self, words: Sequence[str]) -> list[F]:
        places = self._narrowed(words)
        is_everybody = len(places) == len(self._lines)
        return _graded(self._lines if is_everybody else [self._lines[place] for place in places], words)

    def _narrowed(self, words: Sequence[str]) -> Sequence[int]:
        """Who holds these words: what holds `siti` holds `sit`, so that it is enough to look there."""
        is_longer = bool(self._words) and all(any(former in word for word in words) for former in self._words)
        among = self._holding if is_longer else self._with(max(words, key=len))
        for word in sorted(words, key=len, reverse=True):
            if not (is_longer and word in self._words):
                among = self._holding_too(among, word)
        self._holding, self._words = among, words
        return among

    def _holding_too(self, places: Sequence[int], word: str) -> Sequence[int]:
        """Those of them that hold a word. Who holds a short one is remembered: every name begins with one."""
        if len(places) < len(self._lines):
            return [place for place in places if word in self._keys[place]]
        if word not in self._short:
            found = [place for place, key in enumerate(self._keys) if word in key]
            if len(word) > _SHORT:
                return found
            if len(self._short) == _MOST_SHORT:
                del self._short[next(iter(self._short))]
            self._short[word] = found
        return self._short[word]

    def _with(self, word: str) -> Sequence[int]:
        """The lines that hold a word where those are few, else all of them."""
        if len(word) <= _SHORT:
            return range(len(self._lines))
        found: list[int] = []
        at = self._text.find(word)
        while at >= 0:
            if len(found) == _MOST_GRADED:
                return range(len(self._lines))
            place = bisect_right(self._starts, at) - 1
            found.append(place)
            at = self._text.find(word, self._starts[place + 1])
        return found

    def _slipped(self, words: Sequence[str]) -> list[F]:
        """Who holds all words, some with a wrong letter, has a word like one of them, or holds them all somewhere."""
        near = {word: self.words.places(word) for word in words}
        places: set[int] = set().union(*near.values())
        if len(words) > 1:
            places.update(self._narrowed(words))
            for word, like in near.items():
                places = {place for place in places if place in like or word in self._keys[place]}
        return [self._lines[place] for place in sorted(places)]


def _numbered(lines: Sequence[F], words: Sequence[str]) -> list[F]:
    """Those that hold a number typed with blanks or signs in it; nobody where it is none, or typed as it is kept."""
    number = _number(words)
    return _held(lines, [number]) if number else []


def _number(words: Sequence[str]) -> str:
    """A number that was typed with blanks or signs in it; nothing where it is none, or typed as it is kept."""
    number = "".join(words).removeprefix("00")
    return number if number.isdigit() and [number] != words else ""


def _held(lines: Sequence[F], words: Sequence[str]) -> list[F]:
    return _graded(_holding(lines, words), words)


def _holding(lines: Sequence[F], words: Sequence[str]) -> Sequence[F]:
    """The lines in whose key all words stand, wherever."""
    for word in sorted(words, key=len, reverse=True):
        lines = [line for line in lines if word in line.search]
    return lines


def _graded(held: Sequence[F], words: Sequence[str]) -> list[F]:
    """The lines that hold all words, the best first; among very many the order given says more than any other."""
    if len(held) > _MOST_GRADED:
        return list(held)
    whole = together(words)
    by_grade: tuple[list[F], ...] = ([], [], [], [], [])
    for line in held:
        by_grade[_grade(line.search, words, whole)].append(line)
    return [line for found in by_grade[:4] for line in found]


def _grade(key: str, words: Sequence[str], whole: str) -> int:
    """0: the name begins so, or its words do. 1: something else does. 2: it is written together, or apart, another way.
    3: inside a word. 4: only across two. The worst word counts."""
    worst = 0
    for word in words:
        if _OWN + word not in key:
            worst = max(worst, 1 if " " + word in key else 2 if _TOGETHER + word in key else 3)
            if worst == 3 and word not in _apart(key):
                worst = 4
    return 2 if worst > 2 and _begins(whole, key) else worst


def _apart(key: str) -> str:
    """A key without what is written together: no part of a word is found across two."""
    return key.partition(_TOGETHER)[0]


def _begins(word: str, key: str) -> bool:
    """Whether a word or several together begin so."""
    return _OWN + word in key or " " + word in key or _TOGETHER + word in key


def _slipped(lines: Sequence[F], words: Sequence[str], index: WordIndex) -> list[F]:
    """The lines that hold all words, some with a wrong letter. Those that may be wrong come first: they lead to few."""
    found = list(lines)
    for word in sorted(words, key=_may_slip, reverse=True):
        near = index.near(word)
        found = [line for line in found if line.key in near or (len(words) > 1 and word in line.search)]
    return found


def _may_slip(word: str) -> bool:
    return len(word) >= LEAST_LETTERS and word.isalpha()


def _words(key: str) -> set[str]:
    """The words of a key that are long enough for a slip."""
    return {word for word in _WORD.findall(key) if len(word) >= LEAST_LETTERS}


def _slips(word: str) -> Iterator[str]:
    """Every word this one may be meant for."""
    for at in range(len(word) + 1):
        before, behind = word[:at], word[at:]
        yield from (before + letter + behind for letter in _LETTERS)
        if behind:
            yield before + behind[1:]
            yield from (before + letter + behind[1:] for letter in _LETTERS)
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
