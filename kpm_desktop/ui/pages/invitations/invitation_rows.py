"""The rows of Undangan: laptops that wait for their eight words, and the invitations that were written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.supervision.invitation_list import InvitationList, Other, Written
from kpm_desktop.db.delivery.invitations import Candidate
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import place_title
from kpm_desktop.ui.words.role_words import role_word

#: Who and where, when, and what became of it; rows narrower than `NARROW` have no column for the day.
COLUMNS = (ListColumn("", 43), ListColumn("", 27, is_wide_only=True), ListColumn("", 30, narrow=52))
NARROW, HEIGHT = 560, 52


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """One line; `device` is the key of a laptop, empty for an invitation. is_open: one nobody used yet."""

    key: str
    name: str
    detail: str = ""
    times: str = ""
    chip: str = ""
    tone: str = ""
    icon: str = ""
    device: str = ""
    is_open: bool = False
    is_heading: bool = False

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        """A heading is one word."""
        if self.is_heading:
            return Cell(self.name, kind=Text.BODY_STRONG), Cell(), Cell()
        name = Cell(self.name, self.detail, kind=Text.BODY_STRONG)
        return name, Cell(self.times, ink="text2", kind=Text.CAPTION), Cell(chips=((self.chip, self.tone, self.icon),))

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join(part for part in (self.name, self.detail, self.times, self.chip) if part)


def invitation_rows(
    listed: InvitationList, names: Mapping[str, Region], words: CalendarWords, today: date
) -> list[InvitationRow]:
    """The rows below their headings; a group without any has none."""
    translate = QCoreApplication.translate
    waiting = [_candidate(each, names, words, today) for each in listed.waiting]
    written = [_written(each, names, words, today) for each in listed.written]
    others = [_other(each, names) for each in listed.others]
    rows: list[InvitationRow] = []
    groups = (
        (translate("Invitations", "Wait for their eight words"), waiting),
        (translate("Invitations", "Written invitations"), written),
        (translate("Invitations", "Laptops that others let in"), others),
    )
    for title, members in groups:
        if members:
            rows += [InvitationRow(title, title, is_heading=True), *members]
    return rows


def _places(codes: tuple[str, ...], names: Mapping[str, Region]) -> str:
    return ", ".join(place_title(names[code]) for code in codes)


def _candidate(each: Candidate, names: Mapping[str, Region], words: CalendarWords, today: date) -> InvitationRow:
    translate = QCoreApplication.translate
    asked = words.short_day(local(each.asked_at).date(), today)
    return InvitationRow(
        key=each.device,
        name=each.device_name,
        detail=_places(each.regions, names),
        times=translate("Invitations", "asked {day}").format(day=asked),
        chip=translate("Invitations", "compare eight words"),
        tone="warn",
        icon="mail-check",
        device=each.device,
    )


def _other(each: Other, names: Mapping[str, Region]) -> InvitationRow:
    translate = QCoreApplication.translate
    return InvitationRow(
        key=each.key,
        name=each.name,
        detail=" · ".join((role_word(each.role), _places(each.regions, names))),
        times=translate("Invitations", "laptop {digits}").format(digits=each.key[:8]),
        chip=translate("Invitations", "revoked") if each.is_revoked else translate("Invitations", "delivers elsewhere"),
        tone="neu",
        icon="lock" if each.is_revoked else "laptop",
        device=each.key,
    )


def _written(each: Written, names: Mapping[str, Region], words: CalendarWords, today: date) -> InvitationRow:
    translate = QCoreApplication.translate
    is_hers = each.used_by == each.person
    used = translate("Invitations", "used") if is_hers else translate("Invitations", "used by {name}")
    chips = {
        "open": (translate("Invitations", "not used yet"), "neu", "hourglass"),
        "used": (used.format(name=each.used_by), "ok", "check"),
        "doubted": (translate("Invitations", "from before the restore"), "warn", "circle-alert"),
        "expired": (translate("Invitations", "expired"), "warn", "circle-alert"),
    }
    times = (
        translate("Invitations", "written {day}") if each.state == "used" else translate("Invitations", "until {end}")
    )
    chip, tone, icon = chips[each.state]
    return InvitationRow(
        key=each.id,
        name=each.person,
        detail=" · ".join(part for part in (role_word(each.role), _places(each.regions, names)) if part),
        times=times.format(day=words.short_day(each.written_on, today), end=words.short_day(each.expires_on, today)),
        chip=chip,
        tone=tone,
        icon=icon,
        is_open=each.state in ("open", "doubted"),
    )
