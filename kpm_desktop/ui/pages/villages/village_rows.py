"""The rows of Desa dan kader and how they are drawn: a village with its month, below it the laptops of its cadres."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.supervision.village_overview import SILENT_DAYS, Laptop, Overview
from kpm_desktop.commands.supervision.village_progress import VillageProgress
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.bundle_words import missing_words
from kpm_desktop.ui.words.people_counted import counted_people
from kpm_desktop.ui.words.place_words import place_title

LaptopChip = tuple[str, str, str | None]  # text, tone, icon

#: Rows narrower than this have no column for the last bundle, nor for the month: for how long there is no news then
#: says the bundle's day, and what was written stands below the name.
NARROW = 640
_NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class VillageRow:
    """The heading of a village, or of a wider region a supervisor delivers from. people: how many of whom deliver.
    `progress` is None until it is known."""

    code: str
    name: str
    people: str
    progress: VillageProgress | None

    is_heading = True

    @property
    def key(self) -> str:
        """The village's code."""
        return self.code

    @property
    def detail(self) -> str:
        """How many cadres and targets."""
        if self.progress is None:
            return self.people
        targets = QCoreApplication.translate("Villages", "{count} targets").format(count=self.progress.targets)
        return f"{self.people} · {targets}"

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The name with its counts, and the month."""
        name = Cell(self.name, aside=self.detail, kind=Text.BODY_STRONG)
        return name, _NOTHING, _NOTHING, self._month(), _NOTHING

    def _month(self) -> Cell:
        known = self.progress
        if known is None or not known.targets:
            return _NOTHING
        words = QCoreApplication.translate("Villages", "{visited} of {targets}")
        text = words.format(visited=known.visited, targets=known.targets)
        return Cell(text, bar=known.visited / known.targets)

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.name}, {self.detail}"


@dataclass(frozen=True, slots=True)
class LaptopRow:
    """A laptop in a village, everything already in words."""

    village: str
    laptop: Laptop
    name: str
    detail: str
    last: str
    quiet: str
    quiet_tone: str
    written: str
    chips: tuple[LaptopChip, ...]

    is_heading = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Who, the last bundle, for how long there is no news, what was written, and what to look at."""
        ink = "text" if self.laptop.last_day else "text2"
        quiet = Cell(self.quiet, tone=self.quiet_tone, narrow="" if self.quiet_tone else self.last.split(" · ")[0])
        return (
            Cell(self.name, self.detail, kind=Text.BODY_STRONG, narrow_below=self.written),
            Cell(self.last, ink=ink),
            quiet,
            Cell(self.written, kind=Text.CAPTION),
            Cell(chips=self.chips),
        )

    @property
    def key(self) -> str:
        """The laptop within its village."""
        return f"{self.village} {self.laptop.key}"

    @property
    def words(self) -> str:
        """All of it."""
        parts = (self.name, self.detail, self.last, self.quiet, self.written, *(chip[0] for chip in self.chips))
        return ", ".join(part for part in parts if part)


def village_rows(
    overview: Overview,
    names: Mapping[str, Region],
    progress: Mapping[str, VillageProgress],
    written: Mapping[tuple[str, str], int],
    words: CalendarWords,
    today: date,
) -> list[VillageRow | LaptopRow]:
    """The rows, villages in their order."""
    rows: list[VillageRow | LaptopRow] = []
    for village in overview.villages:
        title = place_title(names[village.code])
        people = " · ".join(counted_people(Counter(laptop.role for laptop in village.laptops)))
        rows.append(VillageRow(village.code, title, people, progress.get(village.code)))
        for laptop in village.laptops:
            row = _laptop_row(village.code, laptop, written.get((laptop.key, village.code)), words, today)
            is_duplicate = any(each.device_name == laptop.device_name for each in village.laptops if each is not laptop)
            rows.append(replace(row, detail=_called(laptop.key)) if is_duplicate and laptop.device_name else row)
    return rows


def quiet_words(laptop: Laptop) -> tuple[str, str]:
    """How long nothing was heard, and the tone of its chip: none, warn or risk."""
    if laptop.quiet_days is None or laptop.standing not in ("let_in", "invited"):
        return "", ""
    text = QCoreApplication.translate("Villages", "{count} days").format(count=laptop.quiet_days)
    return text, "" if not laptop.is_quiet else "risk" if laptop.quiet_days > SILENT_DAYS else "warn"


def laptop_chips(laptop: Laptop) -> tuple[LaptopChip, ...]:
    """What somebody should look at."""
    translate = QCoreApplication.translate
    chips: list[LaptopChip] = []
    if laptop.standing == "waiting":
        chips.append((translate("Villages", "eight words"), "warn", "mail-check"))
    if laptop.standing == "revoked":
        chips.append((translate("Villages", "stopped"), "neu", "lock"))
    if laptop.has_two_copies:
        chips.append((translate("Villages", "2 copies"), "risk", "copy"))
    if laptop.refused is not None:
        text = translate("Villages", "file {number} refused").format(number=laptop.refused.number)
        chips.append((text, "risk", "circle-alert"))
    if laptop.conflicts:
        text = translate("Villages", "{count} differ").format(count=laptop.conflicts)
        chips.append((text, "risk", "git-pull-request-arrow"))
    if laptop.missing:
        text = translate("Villages", "missing {numbers}").format(numbers=missing_words(laptop.missing[:1]))
        chips.append((text, "warn", "circle-dashed"))
    if laptop.withheld:
        chips.append(
            (translate("Villages", "{count} quarantined").format(count=laptop.withheld), "warn", "shield-alert")
        )
    return tuple(chips)


def _laptop_row(village: str, laptop: Laptop, written: int | None, words: CalendarWords, today: date) -> LaptopRow:
    translate = QCoreApplication.translate
    quiet, tone = quiet_words(laptop)
    last = translate("Villages", "not yet")
    if laptop.last_day is not None:
        last = translate("Villages", "{day} · no {number}").format(
            day=words.short_day(laptop.last_day, today), number=laptop.last_number
        )
    counted = laptop.standing in ("let_in", "revoked")
    rows = translate("Villages", "{count} rows").format(count=written or 0) if counted else ""
    return LaptopRow(
        village, laptop, laptop.name, _detail(laptop, words, today), last, quiet, tone, rows, laptop_chips(laptop)
    )


def _detail(laptop: Laptop, words: CalendarWords, today: date) -> str:
    translate = QCoreApplication.translate
    if laptop.standing == "invited" and laptop.asked_day is not None:
        return translate("Villages", "invited {day}").format(day=words.short_day(laptop.asked_day, today))
    if laptop.device_name and laptop.device_name != laptop.name:
        return translate("Villages", "Laptop {name}").format(name=laptop.device_name)
    return _called(laptop.key)


def _called(key: str) -> str:
    """A laptop by its digits, which no other has."""
    return QCoreApplication.translate("Villages", "Laptop {name}").format(name=key[:8])


def columns(month: str) -> tuple[ListColumn, ...]:
    """What stands above the list."""
    translate = QCoreApplication.translate
    return (
        ListColumn(translate("Villages", "Village and cadre"), 23, narrow=33, is_sortable=False),
        ListColumn(translate("Villages", "Last bundle"), 16, is_wide_only=True, is_sortable=False, empty=""),
        ListColumn(translate("Villages", "No news for"), 14, narrow=31, is_sortable=False, empty=""),
        ListColumn(
            translate("Villages", "Visits {month}").format(month=month),
            21,
            is_wide_only=True,
            is_sortable=False,
            empty="",
        ),
        ListColumn(translate("Villages", "To look at"), 26, narrow=36, is_sortable=False, empty=""),
    )
