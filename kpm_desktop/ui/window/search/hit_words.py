"""What was found in words: who it is, where, why it was found, and what Enter does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.households.target_rows import TargetRow
from kpm_desktop.commands.search.book import Book, Entry, HomeEntry, LaptopEntry, PersonEntry, VillageEntry
from kpm_desktop.commands.search.last_opened import OpenedEntry
from kpm_desktop.commands.supervision.village_overview import SILENT_DAYS, Laptop
from kpm_desktop.domain.search.name_search import fold
from kpm_desktop.domain.search.why_found import How, Why, why_found
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.frame.session import SUPERVISOR
from kpm_desktop.ui.window.search.hit_rows import Goal, HitRow
from kpm_desktop.ui.words.person_words import age_words, kia_words, notice_chip, person_line
from kpm_desktop.ui.words.place_words import place_title

translate = QCoreApplication.translate

#: More reasons find no room.
_MOST_REASONS = 2
#: What says who somebody is stands on the screen only as far as it was typed.
_SECRET = ("nik", "family_card_no")
#: What the second line says anyway.
_IN_PLACE = ("hamlet",)


class HitWords:
    """Makes the rows of one book. A village is named where the profile has several, its kecamatan where two villages
    have one name; where a reason is to be read the hamlet makes room."""

    def __init__(self, context: Context, book: Book) -> None:
        self._tools, self._session, self._book = context.tools, context.session, book
        self._names = book.outline.names
        self._is_wide = not context.session.is_cadre or len(self._names) > 1

    def row(self, entry: Entry, typed: str = "") -> HitRow:
        """The row of anything that can be found."""
        if isinstance(entry, PersonEntry):
            return self.person(entry, typed)
        if isinstance(entry, HomeEntry):
            return self.home(entry, typed)
        return self.laptop(entry, typed) if isinstance(entry, LaptopEntry) else self.village(entry, typed)

    def person(self, entry: PersonEntry, typed: str) -> HitRow:
        """Somebody; Enter opens the history."""
        row = entry.row
        found = why_found(typed, row.known)
        why = _reasons(found, typed)
        place = self._place(row.region, "" if why and self._is_wide else row.hamlet)
        detail = " · ".join(part for part in (_what(row), place, *(why or [_family(row)])) if part)
        notices = sorted(row.notices, key=lambda notice: not notice.is_risk)
        return HitRow(
            key=f"person {entry.key}",
            icon="user",
            title=row.name,
            detail=detail,
            does=translate("Search", "History"),
            goal=Goal("riwayat", Ref(row.region, "person", row.person_id)),
            typed=typed if any(one.by == "name" for one in found) else "",
            chip=notice_chip(notices[0]) if notices else None,
            opened=OpenedEntry("person", entry.key),
        )

    def home(self, entry: HomeEntry, typed: str) -> HitRow:
        """A household nobody is listed in."""
        row = entry.row
        why = [one for one in why_found(typed, row.known) if one.by != "head"]
        parts = (translate("Search", "household"), self._place(row.region, row.hamlet), *_reasons(why, typed))
        return HitRow(
            key=f"home {entry.key}",
            icon="house",
            title=row.head_name,
            detail=" · ".join(part for part in parts if part),
            does=translate("Search", "Household"),
            goal=Goal("sasaran", Ref(row.region, "household", row.id)),
            typed=typed,
            opened=OpenedEntry("home", entry.key),
        )

    def laptop(self, entry: LaptopEntry, typed: str) -> HitRow:
        """A cadre and her laptop."""
        laptop = entry.laptop
        is_guest = laptop.standing in ("invited", "waiting")
        places = ", ".join(self._place(code) for code in entry.villages)
        return HitRow(
            key=f"laptop {entry.key}",
            icon="laptop",
            title=laptop.name,
            detail=" · ".join(part for part in (self._role(laptop), places, self._last(entry)) if part),
            does=translate("Search", "Invitations") if is_guest else translate("Search", "Open the cadre"),
            goal=Goal("undangan" if is_guest else "desa", laptop.key),
            typed=typed,
            chip=_laptop_chip(entry),
            opened=OpenedEntry("laptop", entry.key),
        )

    @staticmethod
    def _role(laptop: Laptop) -> str:
        if laptop.role == SUPERVISOR:
            return translate("Search", "supervisor")
        return translate("Search", "cadre")

    def village(self, entry: VillageEntry, typed: str) -> HitRow:
        """A village among its cadres; a cadre has only its scorecard."""
        if self._session.is_cadre:
            return self.scorecard(entry, typed)
        parts = [translate("Search", "{count} cadres").format(count=entry.laptops)]
        if entry.targets is not None:
            parts.append(translate("Search", "{count} targets").format(count=self._count(entry.targets)))
        return HitRow(
            key=f"village {entry.key}",
            icon="map-pin",
            title=self._place(entry.key),
            detail=", ".join(parts),
            does=translate("Search", "Villages and cadres"),
            goal=Goal("desa", entry.key),
            typed=_spoken(typed),
            chip=_quiet_chip(entry.quiet_days) if entry.quiet_days is not None else None,
            opened=OpenedEntry("village", entry.key),
        )

    def scorecard(self, entry: VillageEntry, typed: str) -> HitRow:
        """The scorecard of a village."""
        detail = ""
        if entry.targets is not None and entry.visited is not None:
            text = translate("Search", "{visited} of {targets} targets visited this month")
            detail = text.format(visited=self._count(entry.visited), targets=self._count(entry.targets))
        return HitRow(
            key=f"scorecard {entry.key}",
            icon="chart-column",
            title=translate("Search", "Scorecard of {village}").format(village=self._place(entry.key)),
            detail=detail,
            does=translate("Search", "Open the scorecard"),
            goal=Goal("rapor", entry.key),
            typed=_spoken(typed),
            opened=OpenedEntry("village", entry.key),
        )

    def visit(self, entry: PersonEntry, typed: str) -> HitRow:
        """To fill in the month's checklist of somebody."""
        row = entry.row
        home = Ref(row.region, "household", row.household_id) if row.household_id is not None else None
        return HitRow(
            key=f"visit {entry.key}",
            icon="clipboard-list",
            title=translate("Search", "Visit {name}").format(name=row.name),
            detail=translate("Search", "the form of this month"),
            does=translate("Search", "Fill in"),
            goal=Goal("kunjungan", home),
            typed=typed,
            opened=OpenedEntry("person", entry.key),
        )

    def receipt(self, entry: LaptopEntry, typed: str) -> HitRow:
        """To make the receipt a laptop waits for."""
        number = entry.laptop.last_number
        return HitRow(
            key=f"receipt {entry.key}",
            icon="upload",
            title=translate("Search", "Make the receipt for {name}").format(name=entry.laptop.name),
            detail=translate("Search", "bundle {number}").format(number=number) if number else "",
            does=translate("Search", "Make"),
            goal=Goal("desa", ("receipt", entry.key)),
            typed=typed,
            opened=OpenedEntry("laptop", entry.key),
        )

    def where(self) -> str:
        """In what is searched: how many villages and targets, or the one village."""
        names = list(self._names.values())
        targets = sum(village.targets or 0 for village in self._book.villages)
        counted = translate("Search", "{count} targets").format(count=self._count(targets))
        if len(names) == 1:
            return translate("Search", "in {village}, {targets}").format(village=place_title(names[0]), targets=counted)
        return translate("Search", "in {count} villages, {targets}").format(
            count=self._count(len(names)), targets=counted
        )

    def _place(self, code: str, hamlet: str = "") -> str:
        place = self._names.get(code)
        if place is None or not self._is_wide:
            return hamlet if hamlet or place is None else place_title(place)
        title = place_title(place)
        if code in self._book.repeated and place.within:
            title = translate("Search", "{village}, Kec. {district}").format(village=title, district=place.within[0])
        return f"{title}, {hamlet}" if hamlet else title

    def _last(self, entry: LaptopEntry) -> str:
        laptop, calendar = entry.laptop, self._tools.calendar
        if laptop.standing == "waiting":
            return translate("Search", "waits for its eight words")
        if laptop.standing == "invited":
            return translate("Search", "invited")
        if laptop.last_day is None:
            return translate("Search", "no bundle yet")
        day = calendar.short_day(laptop.last_day, self._tools.today())
        return translate("Search", "bundle {number}, {day}").format(number=laptop.last_number, day=day)

    def _count(self, count: int) -> str:
        return grouped(count, self._tools.comma)


def _what(row: TargetRow) -> str:
    """What somebody is, and how old or how far."""
    if row.is_due or row.is_postpartum:
        is_mother = row.kind == "pregnancy"
        return person_line(is_mother=is_mother, is_postpartum=row.is_postpartum, months=row.months, days=row.days)
    return "" if row.months is None else age_words(row)


def _family(row: TargetRow) -> str:
    """By whom people know a child or a woman apart from others of the name."""
    mother = next((text for by, text in row.known if by == "mother"), "")
    if mother:
        return translate("Search", "mother {name}").format(name=mother)
    if not row.head_name or fold(row.head_name) == fold(row.name):
        return ""
    return translate("Search", "family of {name}").format(name=row.head_name)


def _reasons(found: tuple[Why, ...] | list[Why], typed: str) -> list[str]:
    """Why somebody was found, where the name itself does not show it."""
    return [words for why in found if (words := _reason(why, typed))][:_MOST_REASONS]


def _reason(why: Why, typed: str) -> str:
    by, text, how = why
    if by == "name":
        spelled, slipped = translate("Search", "other spelling"), translate("Search", "one letter differs")
        return {How.WRITTEN: "", How.SPELLED: spelled, How.SLIPPED: slipped}[how]
    if by in _IN_PLACE:
        return ""
    if by == "kia_number":
        return kia_words(text)
    return {
        "mother": translate("Search", "the mother's name: {text}"),
        "child": translate("Search", "the child's name: {text}"),
        "guardian": translate("Search", "carer: {text}"),
        "head": translate("Search", "head of the family: {text}"),
        "nik": translate("Search", "NIK {text}"),
        "family_card_no": translate("Search", "family card {text}"),
        "household_no": translate("Search", "household no {text}"),
        "posyandu": translate("Search", "posyandu: {text}"),
        "phone": translate("Search", "telephone {text}"),
    }[by].format(text=_as_typed(text, typed) if by in _SECRET else text)


def _as_typed(number: str, typed: str) -> str:
    """A number with nothing of it but what was typed."""
    part = "".join(sign for sign in typed if sign.isdigit())
    part = part if part and part in number else next((word for word in fold(typed).split() if word in number), "")
    before, _, behind = number.partition(part) if part else (number, "", number)
    return f"{'…' if before else ''}{part}{'…' if behind else ''}"


def _spoken(typed: str) -> str:
    """What of the name of a village is underlined: not the word before it, nor what it lies in."""
    return " ".join(word for word in typed.split() if fold(word) not in ("desa", "kel", "kelurahan", "kec", "rapor"))


def _laptop_chip(entry: LaptopEntry) -> tuple[str, str] | None:
    laptop = entry.laptop
    if laptop.is_quiet and laptop.quiet_days is not None:
        return _quiet_chip(laptop.quiet_days)
    if laptop.standing == "let_in" and laptop.is_due:
        return translate("Search", "no receipt yet"), "neu"
    return (translate("Search", "stopped"), "neu") if laptop.standing == "revoked" else None


def _quiet_chip(days: int) -> tuple[str, str]:
    return translate("Search", "{count} days").format(count=days), "risk" if days > SILENT_DAYS else "warn"
