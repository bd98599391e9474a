"""The programme's sheet as a page: what it is, how it is kept and used, eight words, and two keys in rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kpm_desktop.domain.wording import Wording

PARTS = ("A", "B")
MOST_REGIONS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One key: its title, what it is for, and its rows by name (`A1`)."""

    title: str
    purpose: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProgrammeSheet:
    """Everything on the page, top to bottom. `lists` are a heading and its sentences; the first stands above the
    keys, the second below them. age: the recovery key's other spelling, and what it is for."""

    title: str
    made: str
    what: str
    words_title: str
    words_for: str
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    lists: tuple[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]]
    age: tuple[str, str]


def programme_sheet(
    wording: Wording,
    rows: Mapping[str, Sequence[str]],
    words: Sequence[str],
    age: str,
    *,
    day: date,
    name: str,
    regions: Sequence[str],
) -> ProgrammeSheet:
    """The page of a sheet. rows: the four rows of each part. age: the recovery key as age spells it."""
    say = wording.phrase
    return ProgrammeSheet(
        title=say("sheet.title"),
        made=say("sheet.made", day=f"{day:%d-%m-%Y}", name=name, regions=_few(regions)),
        what=say("sheet.what"),
        words_title=say("sheet.words"),
        words_for=say("sheet.words_for"),
        words=tuple(words),
        parts=tuple(
            Part(
                say(f"sheet.part_{part}"),
                say(f"sheet.part_{part}_for"),
                tuple((f"{part}{no}", row) for no, row in enumerate(rows[part], start=1)),
            )
            for part in PARTS
        ),
        lists=(
            (say("sheet.keep"), tuple(say(f"sheet.keep_{no}") for no in (1, 2, 3))),
            (say("sheet.use"), tuple(say(f"sheet.use_{no}") for no in (1, 2))),
        ),
        age=(say("sheet.age"), age),
    )


def _few(regions: Sequence[str]) -> list[str]:
    """As many as one line holds."""
    return [*regions[:MOST_REGIONS], *(["…"] if len(regions) > MOST_REGIONS else [])]


def as_text(page: ProgrammeSheet) -> str:
    """The same page as plain text, which can be read back."""
    (keep, how_to_keep), (use, how_to_use) = page.lists
    lines = [page.title.upper(), page.made, "", page.what, "", keep, *(f"- {each}" for each in how_to_keep)]
    lines += ["", page.words_title, "  " + " ".join(page.words), page.words_for]
    for part in page.parts:
        lines += ["", part.title, part.purpose, *(f"  {name}  {row}" for name, row in part.rows)]
    lines += ["", use, *(f"- {each}" for each in how_to_use), "", *page.age]
    return "\n".join(lines) + "\n"
