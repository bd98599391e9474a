"""At the left of Riwayat: who it is, where they live, and what is known last."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.commands.households.person_history import PersonHistory
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.masking import masked_number
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.person import Person
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.history.timeline_rows import open_questions
from kpm_desktop.ui.words.comment_words import open_words
from kpm_desktop.ui.words.record_kinds import record_title
from kpm_desktop.ui.words.value_words import value_words

_CHILD_MONTHS = 72
#: Ids say nothing to a reader.
_NOT_TOLD = ("reference", "references", "village")


class HistorySide(UprightArea):
    """The NIK is shown but for its last digits only when asked for (`nik_button`)."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self.nik_button = Button(self._look, self.tr("Show"), kind="link", icon="eye", small=True, key="N")
        self.nik_button.setAccessibleName(self.tr("Show the whole NIK"))
        self.nik_button.setParent(self)
        self.nik_button.hide()

    def show_person(self, found: PersonHistory, *, masked: bool) -> None:
        """Fills it anew."""
        self.nik_button.setParent(self)  # what held it goes
        self.nik_button.hide()
        look = self._look
        holder = QWidget()
        holder.setProperty("role", "side-right")
        column = QVBoxLayout(holder)
        column.setContentsMargins(look.px(16), look.px(12), look.px(12), look.px(12))
        column.setSpacing(look.px(2))
        self._column = column
        self._who(found)
        self._identity(found, masked=masked)
        self._home(found)
        self._known(found)
        column.addStretch(1)
        self.setWidget(holder)

    def _who(self, found: PersonHistory) -> None:
        person = found.person
        if person is None:
            self._record(found)
            return
        self._add(person.full_name, Text.SECTION)
        calendar, today = self._tools.calendar, self._tools.today()
        born = calendar.short_day(person.birth_date, date(1, 1, 1))
        sex = value_words(self._tools, "person", "sex", person.sex)
        self._add(f"{sex}, {self._age(person, today)}", Text.CAPTION, "text2")
        self._add(self.tr("born {day}").format(day=born), Text.CAPTION, "text2")
        if person.status != "active":
            since = f" {calendar.short_day(person.status_date, today)}" if person.status_date else ""
            self._add(value_words(self._tools, "person", "status", person.status) + since, Text.CAPTION_STRONG, "warn")
        asked = open_questions(found)
        if asked:
            self._column.addWidget(Chip(self._look, open_words(asked), "warn"), 0, Qt.AlignmentFlag.AlignLeft)
        if found.members > 1:
            text = self.tr("{count} linked records, read as one")
            self._add(text.format(count=found.members), Text.CAPTION_STRONG, "accent_text")

    def _record(self, found: PersonHistory) -> None:
        """What a record that is about nobody says now."""
        if found.about is None:
            self._add(self.tr("Name not held here"), Text.SECTION)
            return
        words = self._tools.words
        kind, values = found.about
        self._add(record_title(kind, values, "", self._tools), Text.SECTION)
        for name in fields(kind):
            if values.get(name) not in (None, []) and fields(kind)[name].spec.form not in _NOT_TOLD:
                self._fact(words.field(kind, name), value_words(self._tools, kind, name, values[name]))

    def _age(self, person: Person, today: date) -> str:
        months = max(completed_months(person.birth_date, today), 0)
        if months < _CHILD_MONTHS:
            return self.tr("{count} months").format(count=months)
        return self.tr("{count} years").format(count=months // 12)

    def _identity(self, found: PersonHistory, *, masked: bool) -> None:
        person = found.person
        if person is None:
            return
        self._gap()
        nik = person.nik or ""
        none = self.tr("none yet")
        self._fact("NIK", (masked_number(nik) if masked else nik) or none)
        if nik:
            self.nik_button.setText(self.tr("Show") if masked else self.tr("Hide"))
            name = self.tr("Show the whole NIK") if masked else self.tr("Hide the NIK again")
            self.nik_button.setAccessibleName(name)
            self._column.addWidget(self.nik_button, 0, Qt.AlignmentFlag.AlignLeft)
            self.nik_button.show()
        self._fact(self._tools.words.field("person", "kia_number"), person.kia_number or none)
        if person.mother_id is not None:
            mother = found.names.get(str(person.mother_id)) or self.tr("not held here")
            self._fact(self._tools.words.field("person", "mother_id"), mother)
        if person.guardian_name:
            self._fact(self._tools.words.field("person", "guardian_name"), person.guardian_name)

    def _home(self, found: PersonHistory) -> None:
        home = found.household
        if home is None:
            return
        self._gap()
        self._fact(self._tools.words.field("person", "household_id"), home.head_name)
        place = [home.hamlet or ""]
        if home.rt or home.rw:
            place.append(f"RT {home.rt or '–'} / RW {home.rw or '–'}")
        for text in (" · ".join(part for part in place if part), found.posyandu):
            if text:
                self._add(text, Text.CAPTION, "text2")

    def _known(self, found: PersonHistory) -> None:
        if not found.latest:
            return
        self._gap()
        self._add(self.tr("Known last"), Text.BODY_STRONG)
        for kind, field, value, month in found.latest:
            words = value_words(self._tools, kind, field, value)
            when = f" ({self._tools.calendar.short_month(month)} {month[:4]})" if month else ""
            self._fact(self._tools.words.field(kind, field), words + when)

    def _fact(self, name: str, value: str) -> None:
        self._add(name, Text.CAPTION, "text2")
        self._add(value, Text.BODY_MEDIUM)
        self._column.addSpacing(self._look.px(4))

    def _add(self, text: str, kind: Text, tone: str = "") -> None:
        self._column.addWidget(label(self._look, text, kind, tone, wrap=True))

    def _gap(self) -> None:
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(line())
        self._column.addSpacing(self._look.px(8))
