"""Sasaran as lines of a list: people by risk and by how long nobody came, households by hamlet and name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.households.target_rows import HouseholdRow, TargetList, TargetRow
from kpm_desktop.domain.records.words import RecordWords
from kpm_desktop.domain.regions.region_code import region_code
from kpm_desktop.domain.search.name_search import WordIndex, find
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.words.person_words import age_words, notice_words

#: Whoever no form is about this month.
OTHER = "other"
#: What the filter may show, in its order; `home` are households.
GROUPS = ("all", "pregnant", "postpartum", "child", "older", OTHER, "home")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A target, or anybody else of the register. key: village and id of the pregnancy, child or person; group: one of
    `GROUPS`; search: what it is found by."""

    row: TargetRow
    key: str
    group: str
    search: str
    hamlet: str
    posyandu: str

    is_heading = False

    @property
    def household(self) -> UUID | None:
        """Where the person lives."""
        return self.row.household_id

    @property
    def task(self) -> tuple[str, UUID] | None:
        """The same, as tasks name it."""
        return (self.row.region, self.household) if self.household is not None else None

    @property
    def home(self) -> Ref | None:
        """The same, as pages name it."""
        return Ref(self.row.region, "household", self.household) if self.household is not None else None

    @property
    def ref(self) -> Ref:
        """The person, as pages name it."""
        return Ref(self.row.region, "person", self.row.person_id)

    @property
    def words(self) -> str:
        """Read aloud."""
        notices = ", ".join(notice_words(notice) for notice in self.row.notices)
        parts = (self.row.name, group_word(self.group), age_words(self.row), self.row.hamlet, notices)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class HomeLine:
    """A household, also one without targets. count: how many targets it has. gone: what became of one that is not
    there any more, in words."""

    row: HouseholdRow
    key: str
    count: int
    search: str
    hamlet: str
    posyandu: str
    gone: str = ""

    is_heading = False
    group = "home"

    @property
    def household(self) -> UUID:
        """Itself."""
        return self.row.id

    @property
    def task(self) -> tuple[str, UUID]:
        """The same, as tasks name it."""
        return self.row.region, self.row.id

    @property
    def home(self) -> Ref:
        """The same, as pages name it."""
        return Ref(self.row.region, "household", self.row.id)

    @property
    def ref(self) -> Ref:
        """Itself, as pages name it."""
        return self.home

    @property
    def words(self) -> str:
        """Read aloud."""
        parts = (self.row.head_name, group_word("home"), self.gone or count_words(self.count), self.row.hamlet)
        return ", ".join(part for part in parts if part)


Line = PersonLine | HomeLine


def people_lines(found: TargetList) -> list[PersonLine]:
    """Risks first, then what asks for a second look, each beginning with those nobody visited for longest; last those
    no form is about."""
    return [
        PersonLine(row, f"{row.region} {row.id}", _group(row), row.key, row.hamlet, row.posyandu)
        for row in sorted((*found.rows, *found.others), key=_urgency)
    ]


def home_lines(found: TargetList, words: RecordWords) -> list[HomeLine]:
    """Households by hamlet and name, those that are gone last."""
    many = Counter((row.region, row.household_id) for row in found.rows)
    ordered = sorted(found.households, key=lambda row: (not row.is_active, row.hamlet, row.head_name))
    return [
        HomeLine(
            row,
            f"{row.region} {row.id}",
            many[row.region, row.id],
            row.key,
            row.hamlet,
            row.posyandu,
            _gone(row, words),
        )
        for row in ordered
    ]


def word_index(lines: Iterable[Line]) -> WordIndex:
    """The words of lines, for those that were typed with one wrong letter."""
    return WordIndex((line.key, line.search) for line in lines)


def _gone(row: HouseholdRow, words: RecordWords) -> str:
    return "" if row.is_active else words.choice("household", "status", row.status)


def fitting(
    lines: Iterable[Line], text: str, hamlet: str | None, posyandu: str | None, index: WordIndex | None = None
) -> list[Line]:
    """The lines that fit what was typed and lie where asked, the best first. The code of a village finds all of it.

    index: the words of these lines, where somebody made it before.
    """
    everybody = list(lines)
    found = find(everybody, text, index)
    village = region_code(text)
    if village:
        known = {line.key for line in found}
        found += [line for line in everybody if line.row.region == village and line.key not in known]
    if hamlet is not None:
        found = [line for line in found if line.hamlet == hamlet]
    if posyandu is not None:
        found = [line for line in found if line.posyandu == posyandu]
    return found


def is_shown(line: Line, wanted: str, *, is_searched: bool) -> bool:
    """Whether a choice of the filter shows a person: all are all targets, and whoever is searched for."""
    return wanted == line.group or (wanted == "all" and (is_searched or line.group != OTHER))


def counts(people: Sequence[Line], homes: Sequence[Line], *, is_searched: bool) -> dict[str, int]:
    """How many lines each choice of the filter shows."""
    of_groups = Counter([line.group for line in people])
    shown = len(people) if is_searched else len(people) - of_groups[OTHER]
    return {**{group: of_groups[group] for group in GROUPS}, "all": shown, "home": len(homes)}


def group_word(group: str) -> str:
    """What a line is."""
    translate = QCoreApplication.translate
    return {
        "pregnant": translate("People", "Pregnant woman"),
        "postpartum": translate("People", "Mother after birth"),
        "child": translate("People", "Child"),
        "older": translate("People", "Child"),
        OTHER: translate("People", "Other person"),
        "home": translate("People", "Household"),
    }[group]


def count_words(count: int) -> str:
    """How many targets a household has."""
    if not count:
        return QCoreApplication.translate("People", "no targets")
    return QCoreApplication.translate("People", "{count} targets").format(count=count)


def _group(row: TargetRow) -> str:
    if row.kind == "pregnancy":
        return "postpartum" if row.is_postpartum else "pregnant"
    return {"child": "child", "older_child": "older"}.get(row.kind, OTHER)


def _urgency(row: TargetRow) -> tuple[int, date, str]:
    rank = 0 if row.has_risk else 1 if row.notices else 2
    return {"older_child": 3, "other": 4}.get(row.kind, rank), row.last_visit or date.min, row.name
