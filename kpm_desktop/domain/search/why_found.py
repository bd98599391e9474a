"""Why somebody was found: which of what is known of them holds what was typed, and which letters of a name it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from kpm_desktop.domain.search.name_search import fold, matches, phone_forms, search_key, together

#: What stands between two words of a name.
_WORD = re.compile(r"\S+")
#: More words of a name are not tried together.
_MOST_TOGETHER = 8


#: What a text is that somebody is found by (`name`, `mother`, `child`, `guardian`, `nik`, `kia_number`, `head`,
#: `family_card_no`, `household_no`, `hamlet`, `posyandu` or `phone`), and the text. A plain pair: there are as many as
#: ten for each of thousands, and the garbage collector passes plain ones over.
KnownAs = tuple[str, str]


class How(Enum):
    """How near what was typed comes to what is written."""

    WRITTEN = 0
    SPELLED = 1
    SLIPPED = 2


class Why(NamedTuple):
    """What somebody was found by, and the text that holds it. SPELLED: in another spelling; SLIPPED: with one wrong
    letter."""

    by: str
    text: str
    how: How


#: Between two texts somebody is known by, and between what a text is and the text.
_NEXT, _IS = "\x1e", "\x1f"


def packed(known: Iterable[KnownAs]) -> str:
    """What somebody is known as in one text: thousands are held, and few are ever looked into."""
    return _NEXT.join(f"{by}{_IS}{text}" for by, text in known)


def unpacked(text: str) -> tuple[KnownAs, ...]:
    """The same as it was before."""
    parts = (part.partition(_IS) for part in text.split(_NEXT)) if text else ()
    return tuple((by, known) for by, _, known in parts)


def key_of(known: Iterable[KnownAs]) -> str:
    """What somebody is found by, who is known as this (`name_search.search_key`); the first is the own name."""
    (_, name), *others = known
    rest = (text for by, text in others if by != "phone")
    return search_key(name, *rest, phones=[text for by, text in others if by == "phone"])


def why_found(typed: str, known: Sequence[KnownAs]) -> tuple[Why, ...]:
    """What holds the words that were typed, each text once and in the order known; of several that hold a word the one
    that comes nearest to it. A number may be typed with blanks or signs in it, a name in parts."""
    words = fold(typed).split()
    number = "".join(words).removeprefix("00")
    for attempt in ([number] if number.isdigit() else [], words, [together(words)] if words else []):
        found = tuple(_holders(attempt, typed, known))
        if found:
            return found
    return ()


def marked(typed: str, text: str) -> list[tuple[int, int]]:
    """Where in a name stands what was typed: (first, behind the last letter), in order and apart. Spelled another way
    or with a slip it is the whole word."""
    plain = _lower(text)
    spans: list[tuple[int, int]] = []
    for word in _lower(typed).split():
        spans += _written(word, plain) or _meant(fold(word), text)
    return _joined(spans)


def _holders(words: Sequence[str], typed: str, known: Sequence[KnownAs]) -> Iterator[Why]:
    """For each word the first text that holds it as written, else spelled otherwise, else with a slip."""
    best: dict[KnownAs, How] = {}
    for word in words:
        held = [(how, one) for one in known if (how := _held(word, typed, one)) is not None]
        if not held:
            held = [(How.SLIPPED, one) for one in known if one[0] != "phone" and matches(word, search_key(one[1]))]
        if held:
            how, one = min(held, key=lambda each: each[0].value)
            best[one] = max(how, best.get(one, how), key=lambda each: each.value)
    for one in dict.fromkeys(known):
        if one in best:
            yield Why(*one, best[one])


def _held(word: str, typed: str, known: KnownAs) -> How | None:
    """How a text holds a word, if it does without a slip."""
    by, text = known
    if by == "phone":
        return How.WRITTEN if word.isdigit() and any(word in form for form in phone_forms(text)) else None
    parts = fold(text).split()
    if not any(word in part for part in parts) and word not in together(parts[:_MOST_TOGETHER]):
        return None
    plain = _lower(text)
    as_typed = (part for part in re.findall(r"\w+", _lower(typed)) if fold(part) == word)
    return How.WRITTEN if word.isdigit() or any(part in plain for part in as_typed) else How.SPELLED


def _lower(text: str) -> str:
    """Small letters, each in the place of its own."""
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


def _written(word: str, plain: str) -> list[tuple[int, int]]:
    """Every place where a word stands as it was typed: where words begin so, else anywhere."""
    places = [found.start() for found in re.finditer(re.escape(word), plain)]
    beginnings = [at for at in places if not at or not plain[at - 1].isalnum()]
    return [(at, at + len(word)) for at in beginnings or places]


def _meant(word: str, text: str) -> list[tuple[int, int]]:
    """The words of a name that a folded word stands for, alone or several together."""
    if not word:
        return []
    found = list(_WORD.finditer(text))
    alone = [one.span() for one in found if word in together(fold(one.group()).split())]
    if alone:
        return alone
    for first in range(len(found)):
        for last in range(first + 1, min(len(found), first + _MOST_TOGETHER)):
            whole = text[found[first].start() : found[last].end()]
            if together(fold(whole).split()).startswith(word):
                return [(found[first].start(), found[last].end())]
    return [one.span() for one in found if matches(word, search_key(one.group()))]


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same without those that overlap."""
    apart: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if apart and begin <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((begin, end))
    return apart
