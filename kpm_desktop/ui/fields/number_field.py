"""A number with its unit. It keeps a whole number of the unit records keep (see `number_text`)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.fields.field import LineField
from kpm_desktop.ui.format.number_text import Typed, Unit, number_text, parse_number
from kpm_desktop.ui.look.look import Look


class NumberField(LineField):
    """`low` and `high` are in the kept unit, as in a field's `Spec`. The unit's word stands beside, not inside."""

    def __init__(
        self,
        look: Look,
        unit: Unit,
        low: int | None = None,
        high: int | None = None,
        *,
        comma: str = ",",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.unit, self._low, self._high, self._comma = unit, low, high, comma
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(look.font(tabular=True))
        self.setAcceptDrops(False)  # what is dropped from elsewhere stands there without anybody having left the field

    def typed(self) -> Typed:
        """What was understood."""
        return parse_number(self.text(), self.unit, self._low, self._high)

    def value(self) -> int | None:
        """The number in the kept unit; None when empty or when there is a problem."""
        typed = self.typed()
        return None if typed.problem else typed.value

    def set_value(self, value: int | None) -> None:
        """Shows a number of the kept unit."""
        self.setText("" if value is None else self.shown(value))

    def problem(self) -> str:
        """What to look at again."""
        return number_problem(self.typed().problem, self.unit, self._low, self._high, self._comma)

    def tidy(self) -> None:
        """`9.40` becomes `9,4`; what cannot be taken stays as it was typed, to be mended."""
        typed = self.typed()
        if not typed.problem:
            self.set_value(typed.value)

    def shown(self, value: int) -> str:
        """A number as this field writes it."""
        return number_text(value, self.unit, self._comma)

    def with_unit(self, value: int) -> str:
        """The same with its unit."""
        return _with_unit(value, self.unit, self._comma)


def number_problem(code: str, unit: Unit, low: int | None, high: int | None, comma: str) -> str:
    """What to look at again in a number that was typed, by the problem `parse_number` found; empty for none."""
    translate = QCoreApplication.translate
    if code in ("not_a_number", "too_fine") and not unit.decimals:
        example = number_text(550_000 if unit.is_grouped else 30, unit, comma)
        words = translate("NumberField", "Not understood: whole numbers only, such as {number}. Type it again.")
        return words.format(number=example)
    if code == "not_a_number":
        return translate("NumberField", "Digits only, with a comma for the decimals. Type it again.")
    if code == "too_fine":
        words = translate("NumberField", "At most {count} digits after the comma. Type it again.")
        return words.format(count=unit.decimals)
    if code == "too_low" and low is not None:
        return translate("NumberField", "At least {number}. Look again.").format(number=_with_unit(low, unit, comma))
    if code == "too_high" and high is not None:
        return translate("NumberField", "At most {number}. Look again.").format(number=_with_unit(high, unit, comma))
    return ""


def _with_unit(value: int, unit: Unit, comma: str) -> str:
    return f"{number_text(value, unit, comma)} {unit.word}".rstrip()
