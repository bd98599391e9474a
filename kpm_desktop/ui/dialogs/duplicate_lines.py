"""Records that may be one as lines of a list: whom, by what people know them, and why they may be the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.review.likely_duplicates import Face, LikelyPair
from kpm_desktop.commands.review.merge_view import Candidates
from kpm_desktop.domain.masking import masked_number
from kpm_desktop.domain.search.name_search import find
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.person_words import kia_words


@dataclass(frozen=True, slots=True)
class DuplicateLine:
    """Two records of a village to compare. title, detail: of the pair, or of the other one alone. is_likely: the
    program proposes it. search: what it is found by."""

    region: str
    first: UUID
    second: UUID
    title: str
    detail: str
    is_likely: bool
    search: str = ""

    is_heading = False

    @property
    def key(self) -> str:
        """Both."""
        return f"{self.region} {self.first} {self.second}"

    @property
    def words(self) -> str:
        """Read aloud."""
        return f"{self.title}, {self.detail}"


def pair_lines(pairs: Iterable[LikelyPair], tools: Tools) -> list[DuplicateLine]:
    """One line for each pair, in the order given."""
    return [
        DuplicateLine(pair.region, pair.first.id, pair.second.id, pair_title(pair), why_words(pair, tools), True)
        for pair in pairs
    ]


def candidate_lines(found: Candidates, region: str, text: str, calendar: CalendarWords) -> list[DuplicateLine]:
    """The likely ones first, then everybody who fits what is searched for; nobody else while nothing is."""
    by_id = {face.id: face for face in found.others}
    likely = [by_id[each] for each in found.likely if each in by_id]
    rest = [face for face in found.others if face.id not in found.likely] if text else []
    lines = [
        DuplicateLine(
            region,
            found.own.id,
            one.id,
            name_words(one),
            face_words(one, calendar),
            one.id in found.likely,
            one.key,
        )
        for one in (*likely, *rest)
    ]
    return sorted(find(lines, text), key=lambda line: not line.is_likely)


def line_key(pair: LikelyPair) -> str:
    """What the line of a pair is known by."""
    return f"{pair.region} {pair.first.id} {pair.second.id}"


def pair_title(pair: LikelyPair) -> str:
    """Both names, or one where they are the same."""
    names = dict.fromkeys((pair.first.name, pair.second.name))
    return " – ".join(names)


def why_words(pair: LikelyPair, tools: Tools) -> str:
    """Why two may be one."""
    found = [tools.wording.phrase(f"duplicates.why_{rule}") for rule in pair.rules]
    return " · ".join(dict.fromkeys((tools.words.kind(pair.kind), *found)))


def name_words(face: Face) -> str:
    """A name, or that it has not come yet."""
    return face.name or QCoreApplication.translate("Subjects", "a record that has not come yet")


def face_words(face: Face, calendar: CalendarWords) -> str:
    """What tells two of one name apart."""
    translate = QCoreApplication.translate
    born = translate("Duplicates", "born {day}").format(day=calendar.dated(face.born)) if face.born else ""
    expected = translate("Duplicates", "HPL {day}").format(day=calendar.dated(face.expected)) if face.expected else ""
    head = translate("Duplicates", "household of {name}").format(name=face.head_name) if face.head_name else ""
    nik = translate("People", "NIK {number}").format(number=masked_number(face.nik)) if face.nik else ""
    parts = (expected or born, head, face.hamlet, face.place, kia_words(face.kia_number), nik)
    return " · ".join(part for part in parts if part)


def place_facts(face: Face, calendar: CalendarWords) -> list[str]:
    """What tells a person in one village apart from one in another, and who wrote it."""
    translate = QCoreApplication.translate
    by = translate("Duplicates", "Recorded by {name}").format(name=face.author) if face.author else ""
    return [part for part in (*face_words(face, calendar).split(" · "), by) if part]


def merged_words(entries: int) -> str:
    """That several records are read as one; empty for one alone."""
    if entries < 2:
        return ""
    return QCoreApplication.translate("Duplicates", "{count} records merged").format(count=entries)
