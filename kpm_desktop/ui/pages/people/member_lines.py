"""The people of a household as lines: what each is, and what can be done about each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec
from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.households.household_view import Member
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.entry.pregnancy import YOUNGEST_MOTHER
from kpm_desktop.domain.growth.rules import END_MONTHS
from kpm_desktop.domain.masking import masked_number
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.risks.attention import Attention, attentions
from kpm_desktop.ui.dialogs.duplicate_lines import merged_words
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.words.comment_words import open_words
from kpm_desktop.ui.words.person_words import IN_MONTHS, about_due, kia_words

_FIVE = 5


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A person of the household, on a day. status: the word of the person's own. questions: how many about the person
    are not settled."""

    member: Member
    today: date
    status: str
    calendar: CalendarWords
    questions: int = 0

    is_heading = False

    @property
    def key(self) -> str:
        """The person."""
        return str(self.member.person.id)

    @property
    def person(self) -> Person:
        """The person's record."""
        return self.member.person

    @property
    def words(self) -> str:
        """Read aloud."""
        asked = open_words(self.questions) if self.questions else ""
        merged = merged_words(len(self.member.entries))
        told = (self.person.full_name, self.what, self.status_words, merged, asked)
        return ", ".join(part for part in told if part)

    @property
    def is_active(self) -> bool:
        """Whether the person lives here."""
        return self.person.status == "active"

    @property
    def is_woman(self) -> bool:
        """Whether she may be pregnant."""
        return self.person.sex == "female" and self._months >= 12 * YOUNGEST_MOTHER

    @property
    def attentions(self) -> list[Attention]:
        """What the person's own data ask to be done; weight and length at birth matter until the fifth birthday."""
        is_told = self.is_active and self._months < 12 * _FIVE
        return list(attentions("person", msgspec.structs.asdict(self.person))) if is_told else []

    @property
    def ongoing(self) -> Pregnancy | None:
        """The pregnancy that has not ended."""
        return next((one for one in self._counted if one.outcome == "ongoing"), None)

    @property
    def newest(self) -> Pregnancy | None:
        """The newest pregnancy, ended or not."""
        return self.ongoing or next(iter(self._counted), None)

    @property
    def withdrawn(self) -> Pregnancy | None:
        """The newest pregnancy that was entered in error."""
        return next((one for one in self.member.pregnancies if one.status == "entered_in_error"), None)

    @property
    def what(self) -> str:
        """Pregnant woman, mother, child, and how old."""
        translate, ongoing, newest = QCoreApplication.translate, self.ongoing, self.newest
        if ongoing is not None:
            due = ongoing.due()
            pregnant = translate("People", "Pregnant woman")
            if due is None:
                return pregnant
            when = about_due(due, self.calendar) if ongoing.due_is_estimated else f"HPL {self.calendar.dated(due)}"
            return f"{pregnant} · {when}"
        age = _age_words(self._months, (self.today - self.person.birth_date).days)
        if newest is not None and newest.delivery_date is not None:
            born = translate("People", "gave birth on {day}").format(day=self.calendar.dated(newest.delivery_date))
            return f"{age} · {born}"
        return age

    @property
    def numbers(self) -> str:
        """KIA number and the end of the NIK, as far as there are any."""
        newest = self.newest
        kia = kia_words(self.person.kia_number or (newest.kia_number if newest is not None else None) or "")
        nik = QCoreApplication.translate("People", "NIK {number}").format(number=masked_number(self.person.nik or ""))
        return " · ".join(part for part in (kia, nik if self.person.nik else "") if part)

    @property
    def status_words(self) -> str:
        """Why the person is not visited; empty while they are here."""
        if self.is_active:
            return ""
        day = self.person.status_date
        if day is None or self.person.status == _ERROR:
            return self.status
        return f"{self.status} {self.calendar.dated(day)}"

    @property
    def actions(self) -> tuple[str, ...]:
        """What can be done, in order."""
        if self.person.status == _ERROR:
            return ("back",)
        if not self.is_active:
            return ("change", "back", "error", *self._about_duplicates(), "history", *self._growth())
        deeds = ("refer", "moved", "died", "error", *self._about_duplicates(), "history")
        return ("change", *self._about_pregnancy(), *self._doses(), *self._growth(), *deeds)

    def _growth(self) -> tuple[str, ...]:
        """Of a child to its fifth birthday."""
        return ("growth",) if 0 <= self._months < END_MONTHS else ()

    def _doses(self) -> tuple[str, ...]:
        """Likewise."""
        return ("doses",) if self._months < 12 * _FIVE else ()

    def _about_duplicates(self) -> tuple[str, ...]:
        return ("merge", "unmerge") if self.merged is not None else ("merge",)

    @property
    def merged(self) -> UUID | None:
        """The merged record that can be taken apart: the person, whose pregnancies part with her, or a pregnancy."""
        return self.person.id if len(self.member.entries) > 1 else self.member.merged_pregnancy

    def _about_pregnancy(self) -> tuple[str, ...]:
        if not self.is_woman:
            return ()
        if self.ongoing is not None:
            return ("carried", "birth", "ended", "not_pregnant")
        known = ("carried",) if self._counted else ()
        return (*known, "pregnancy", "pregnant_after_all") if self.withdrawn is not None else (*known, "pregnancy")

    @property
    def _counted(self) -> list[Pregnancy]:
        return [one for one in self.member.pregnancies if one.status == "active"]

    @property
    def _months(self) -> int:
        return completed_months(self.person.birth_date, self.today)


_ERROR = "entered_in_error"


def _age_words(months: int, days: int) -> str:
    translate = QCoreApplication.translate
    if months < 1:
        return translate("People", "{days} days").format(days=days)
    if months < IN_MONTHS:
        return translate("People", "{months} months").format(months=months)
    return translate("People", "{years} years").format(years=months // 12)
