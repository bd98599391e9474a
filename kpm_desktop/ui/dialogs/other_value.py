"""Isi angka lain: the last choice of a conflict about a number, with its field and unit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.db.journal.conflicts import Conflict
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.ui.components.choice_card import TITLE, ChoiceCard
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.fields.number_field import NumberField
from kpm_desktop.ui.format.number_text import UNITS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.theme import Text


class OtherValue(QWidget):
    """`edited` after every key in the field. `card` is the choice itself; `is_number`: whether there is one."""

    edited = Signal()

    def __init__(self, context: Context, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = self._look = context.look
        known = fields(conflict.kind).get(conflict.field) if conflict.kind in KINDS else None
        self.is_number = known is not None and known.spec.form in ("measure", "count")
        spec = known.spec if known is not None else None
        unit = UNITS.get(spec.unit, UNITS[""]) if spec is not None else UNITS[""]
        low, high = (spec.low, spec.high) if spec is not None else (None, None)
        self.field = NumberField(look, unit, low, high, comma=context.tools.comma)
        self.field.setFixedWidth(look.px(110))
        self.field.setAccessibleName(self.tr("Another number"))
        self.field.edited.connect(self._on_edited)
        self._problem = label(look, "", Text.CAPTION, "warn", wrap=True)
        self._unit = label(look, unit.word, Text.BODY, "text2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def set_key(self, key: str) -> None:
        """Makes the choice, which this key chooses."""
        self.card = ChoiceCard(self._look, self.tr("Another number"), key)
        head = self.card.head
        head.setStretch(TITLE, 0)
        for at, widget in enumerate((self.field, self._unit, self._problem), start=TITLE + 1):
            head.insertWidget(at, widget, int(widget is self._problem))
        self._column.addWidget(self.card)

    def value(self) -> int | None:
        """The number, in the unit that is kept."""
        return self.field.value()

    def take_focus(self) -> None:
        """The field is where one goes on."""
        self.field.setFocus()

    def _on_edited(self) -> None:
        self._problem.setText(self.field.problem())
        self.edited.emit()
