"""The field a declared field of a record is typed into; each says its own limit before anything is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, cast, runtime_checkable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from kpm_desktop.domain.calendar import FIRST_DAY, LAST_DAY
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.fields.date_field import DateField
from kpm_desktop.ui.fields.long_text import LongText
from kpm_desktop.ui.fields.number_field import NumberField
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.format.number_text import UNITS
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.look import Look

#: Qt cuts what is pasted at a limit without a word; here everything stays and the limit is said.
_UNCUT = 32767


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One field of a form. label: instead of the record's own words. choices: (code, words) of a reference, or fewer
    than the record knows. proposed: words that were written here before, offered while one types. hint: the line below.
    wide: over the whole width. make: another field than the declared one would get."""

    field: str
    label: str = ""
    required: bool = False
    choices: Sequence[tuple[str, str]] | None = None
    proposed: Sequence[str] = ()
    hint: str = ""
    wide: bool = False
    make: Callable[[], QWidget] | None = None


class Entry(Protocol):
    """What every field of a form can do, beside being a widget with `edited` and `committed`."""

    def value(self) -> Any:
        """The typed value; None when empty or not understood."""

    def set_value(self, value: Any) -> None:
        """Shows a value."""

    def problem(self) -> str:
        """What to look at again."""


@runtime_checkable
class Unfinished(Protocol):
    """A field in which something may stand that is no value yet, beside what a line of text holds."""

    def unfinished(self) -> str:
        """What stands there and is no value."""

    def show_unfinished(self, text: str) -> None:
        """Shows it again."""


class LimitedText(TextField):
    """Text whose limit is said instead of cut."""

    def __init__(
        self, look: Look, longest: int, *, proposed: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _UNCUT, proposed=proposed, parent=parent)
        self._longest = longest

    def problem(self) -> str:
        """How much too long it is."""
        count = len(self.value() or "")
        if count <= self._longest:
            return ""
        return self.tr("{count} letters: at most {limit}. Shorten it.").format(count=count, limit=self._longest)


class LinesField(LongText):
    """Text of several lines whose limit is said instead of cut."""

    committed = Signal()

    def __init__(self, look: Look, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(look, _UNCUT, lines=2, parent=parent)
        self._limit = longest

    def value(self) -> str | None:  # type: ignore[override]
        """The text; None when there is none."""
        return super().value() or None

    def set_value(self, text: str | None) -> None:
        """Shows a text."""
        super().set_value(text or "")

    def problem(self) -> str:
        """How much too long it is."""
        count = len(self.value() or "")
        if count <= self._limit:
            return ""
        return self.tr("{count} letters: at most {limit}. Shorten it.").format(count=count, limit=self._limit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.committed.emit()


class DigitsField(TextField):
    """A number that is a name: spaces, points and hyphens between its digits are left out."""

    def __init__(self, look: Look, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(look, _UNCUT, parent=parent)
        self._low, self._high = low, high

    def value(self) -> str | None:
        """The digits alone, or what was typed where there is more than digits."""
        text = super().value()
        return None if text is None else text.translate({ord(sign): None for sign in " .-'"}) or None

    def tidy(self) -> None:
        """Shows what is kept; what is no number stays as it was typed, to be mended."""
        value = self.value()
        if value is None or (value.isascii() and value.isdigit()):
            self.set_value(value)

    def problem(self) -> str:
        """How many digits there are to be."""
        value = self.value()
        if value is None or (value.isascii() and value.isdigit() and self._low <= len(value) <= self._high):
            return ""
        many = f"{self._low}" if self._low == self._high else f"{self._low}–{self._high}"
        if not (value.isascii() and value.isdigit()):
            return self.tr("Digits only, {many} of them.").format(many=many)
        return self.tr("{count} digits: there must be {many}.").format(count=len(value), many=many)


class YesNoField(ChoiceField):
    """Yes, no, or not asked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        choices = [("yes", translate("Words", "Yes")), ("no", translate("Words", "No"))]
        super().__init__(look, choices, parent=parent)

    def value(self) -> Any:
        """True, False or None."""
        return {"yes": True, "no": False}.get(self.currentData())

    def set_value(self, value: Any) -> None:
        """Chooses one."""
        super().set_value(None if value is None else "yes" if value else "no")


class ReferenceField(ChoiceField):
    """One of a few records, by their names."""

    def value(self) -> Any:
        """The id of the one chosen."""
        code = self.currentData()
        return None if code is None else UUID(code)

    def set_value(self, value: Any) -> None:
        """Chooses one by its id."""
        super().set_value(None if value is None else str(value))


class SeveralField(Leading):
    """Several of a few known values, each with a box; the arrows and Tab move, the space bar ticks."""

    edited = Signal()
    committed = Signal()

    def __init__(self, look: Look, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._unknown: list[str] = []
        boxes = FlowLayout(self, look.px(12))
        boxes.setContentsMargins(0, 0, 0, 0)
        for code, words in choices:
            box = QCheckBox(words)
            box.setAccessibleName(words)
            box.toggled.connect(self._on_toggled)
            self._boxes[code] = box
            boxes.addWidget(box)
        self.lead_to(next(iter(self._boxes.values())))

    def value(self) -> list[str] | None:
        """The codes that are ticked, sorted; None when there is none."""
        ticked = [code for code, box in self._boxes.items() if box.isChecked()]
        return sorted([*ticked, *self._unknown]) or None

    def set_value(self, value: Sequence[str] | None) -> None:
        """Ticks some; what this program does not know stays what it is."""
        self._unknown = [code for code in value or () if code not in self._boxes]
        for code, box in self._boxes.items():
            box.setChecked(code in (value or ()))

    def problem(self) -> str:
        """Ticks have none."""
        return ""

    def _on_toggled(self, is_on: bool) -> None:
        self.edited.emit()


def made_for(tools: Tools, kind: str, ask: Ask) -> QWidget:
    """The field for a declared field; it is an `Entry`."""
    if ask.make is not None:
        return ask.make()
    look, declared = tools.look, fields(kind)[ask.field]
    spec = declared.spec
    if spec.form == "reference":
        return _narrow(ReferenceField(look, ask.choices or (), required=ask.required))
    if spec.form in ("choices", "references") and (ask.choices or spec.choices):
        return SeveralField(look, ask.choices or tools.words.choices(kind, ask.field))
    if spec.form == "choice":
        starts_chosen = ask.required and ask.choices is not None
        return _narrow(ChoiceField(look, ask.choices or tools.words.choices(kind, ask.field), required=starts_chosen))
    if spec.form in ("village", "region"):
        return _narrow(ChoiceField(look, ask.choices or (), required=True))
    if spec.form == "yes_no":
        return YesNoField(look)
    if spec.form == "date":
        return _date_field(tools, past_only=spec.past_only)
    if spec.form in ("count", "measure"):
        return NumberField(look, UNITS.get(spec.unit, UNITS[""]), spec.low, spec.high, comma=tools.comma)
    if spec.form == "digits":
        return DigitsField(look, spec.low or 0, spec.high or 0)
    return LimitedText(look, spec.high or 200, proposed=ask.proposed)


def entry(widget: QWidget) -> Entry:
    """A field as what it can do."""
    return cast("Entry", widget)


def label_of(tools: Tools, kind: str, ask: Ask) -> str:
    """What stands above a field: its words, its unit, and a star where it must be filled in."""
    unit = UNITS.get(fields(kind)[ask.field].spec.unit, UNITS[""]).word
    words = ask.label or tools.words.field(kind, ask.field)
    words = words[:1].upper() + words[1:]
    return f"{words} ({unit})" * bool(unit) + words * (not unit) + " *" * ask.required


def _narrow(field: ChoiceField) -> ChoiceField:
    """As wide as its column, not as its longest choice."""
    field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return field


def _date_field(tools: Tools, *, past_only: bool) -> DateField:
    today: date = tools.today()
    latest = today if past_only else LAST_DAY
    return DateField(tools.look, tools.calendar, today, earliest=FIRST_DAY, latest=latest)
