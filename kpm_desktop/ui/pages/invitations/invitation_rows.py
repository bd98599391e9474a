"""The rows of Undangan: laptops that wait for their six words, and the invitations that were written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kpm_desktop.commands.supervision.invitation_list import InvitationList, Other, Written
from kpm_desktop.db.delivery.invitations import Candidate
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import place_title
from kpm_desktop.ui.words.role_words import role_word

Index = QModelIndex | QPersistentModelIndex


#: Rows narrower than this have no column for the day.
_NARROW = 560


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """One line; `device` is the key of a laptop, empty for an invitation."""

    key: str
    name: str
    detail: str = ""
    times: str = ""
    chip: str = ""
    tone: str = ""
    icon: str = ""
    device: str = ""
    is_heading: bool = False

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
        (translate("Invitations", "Wait for their six words"), waiting),
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
        chip=translate("Invitations", "compare six words"),
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
    )


class InvitationDelegate(RowDelegate):
    """Name and places, when, and what became of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is a line, the rest two."""
        return QSize(self.look.px(120), self.look.px(36 if index.data(ROW).is_heading else 52))

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row: InvitationRow = index.data(ROW)
        look = self.look
        if row.is_heading:
            painter.fillRect(where.adjusted(-look.px(16), 0, look.px(16), 0), look.colour("bg"))
            self.text(painter, where, row.name, Text.BODY_STRONG)
            return
        if where.width() < look.px(_NARROW):
            self._paint_narrow(painter, where, row)
            return
        first = QRectF(where.x(), where.y(), where.width() * 0.43 - look.px(12), where.height())
        self.two_lines(painter, first, row.name, row.detail)
        chip_x = where.x() + where.width() * 0.7
        times = QRectF(first.right() + look.px(12), where.y(), chip_x - first.right() - look.px(24), where.height())
        self.text(painter, times, row.times, Text.CAPTION, "text2")
        self._paint_chip(painter, QRectF(chip_x, where.y(), where.right() - chip_x, where.height()), row)

    def _paint_narrow(self, painter: QPainter, where: QRectF, row: InvitationRow) -> None:
        """Large letters: when it was stands before the places."""
        chip = min(chip_size(self.look, row.chip, row.tone, row.icon).width(), where.width() / 2)
        words = where.adjusted(0, 0, -chip - self.look.px(12), 0)
        self.two_lines(painter, words, row.name, " · ".join(part for part in (row.times, row.detail) if part))
        self._paint_chip(painter, QRectF(where.right() - chip, where.y(), chip, where.height()), row)

    def _paint_chip(self, painter: QPainter, where: QRectF, row: InvitationRow) -> None:
        look, room, chip_x, text = self.look, where.width() + 1, where.x(), row.chip
        while text and chip_size(look, text, row.tone, row.icon).width() > room:
            text = text[:-2].rstrip("…") + "…" if len(text) > 2 else ""
        paint_chip(painter, look, QPointF(chip_x, where.center().y()), text, row.tone, row.icon)
