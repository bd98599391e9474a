"""One question of a checklist: how it is asked, and which field takes the answer."""

from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """How a question is answered.

    CHOICE: one of a few, by digit. SEVERAL: any of a few. YES_NO. COUNT: a number, yes is 1 and no is 0. MEASURED:
    yes or no in one field and a number in another. NUMBER: a number alone.
    """

    CHOICE = "choice"
    SEVERAL = "several"
    YES_NO = "yes_no"
    COUNT = "count"
    MEASURED = "measured"
    NUMBER = "number"

    @property
    def has_yes_no(self) -> bool:
        """Whether Y and T answer it."""
        return self in (Form.YES_NO, Form.COUNT, Form.MEASURED)

    @property
    def has_number(self) -> bool:
        """Whether a number can be typed."""
        return self in (Form.COUNT, Form.MEASURED, Form.NUMBER)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers: the stored value, its word, and the colour shown beside it (a growth mat's)."""

    value: str
    word: str
    swatch: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """letter: as on the form. field: takes the answer; value_field: the number of a MEASURED one.

    block: questions of one block stand together, a thin line between blocks. is_further: asked in the second group.
    """

    letter: str
    field: str
    label: str
    form: Form
    options: tuple[Option, ...] = ()
    block: int = 0
    value_field: str = ""
    unit_word: str = ""
    hint: str = ""
    is_lasting: bool = False
    is_further: bool = False

    @property
    def number_field(self) -> str:
        """The field a typed number goes to; empty where none is typed."""
        return (self.value_field or self.field) if self.form.has_number else ""

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields the question answers."""
        return (self.field, self.value_field) if self.value_field else (self.field,)
