"""One question of a checklist: which field takes the answer, how it is answered, and when it is asked."""

from dataclasses import dataclass
from enum import Enum

from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.words import record_words


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


class Block(Enum):
    """Which questions stand together; the last two are beside the paper and asked in the second group."""

    STATE = "state"
    SERVICES = "services"
    HOME = "home"
    FURTHER = "further"
    SIGNS = "signs"


class When(Enum):
    """What a mother's or a child's situation must be for a question to be asked."""

    ALWAYS = "always"
    NOT_DELIVERED = "not_delivered"
    DELIVERED = "delivered"
    MONTH_UNKNOWN = "month_unknown"
    DOSES_UNKNOWN = "doses_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """kind, field: take the answer; value_field: the number of a MEASURED one. Words and letter are those of the field
    (`domain/records/words.py`).

    unit: what is counted (`times`, `tablets`, `months`); empty where the field has a unit of its own. by: whose word
    the answer is (`health_worker`, `kia_book`), or `this_month`. is_lasting: the answer of the month before may be
    taken over. under_month, from_month: asked of children below, or from, this many completed months.
    """

    kind: str
    field: str
    form: Form
    block: Block
    value_field: str = ""
    unit: str = ""
    by: str = ""
    is_lasting: bool = False
    when: When = When.ALWAYS
    under_month: int | None = None
    from_month: int | None = None

    @property
    def is_further(self) -> bool:
        """Whether it is asked in the second group: the paper has no column for it."""
        return self.block in (Block.FURTHER, Block.SIGNS)

    @property
    def options(self) -> tuple[str, ...]:
        """The values to choose from, in their order; none where it is no choice."""
        return fields(self.kind)[self.field].spec.choices

    @property
    def letter(self) -> str:
        """Its column on the paper, whose letters are the same in every language; empty where it has none."""
        return record_words("id").letter(self.kind, self.field)

    @property
    def number_field(self) -> str:
        """The field a typed number goes to; empty where none is typed."""
        return (self.value_field or self.field) if self.form.has_number else ""

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields the question answers."""
        return (self.field, self.value_field) if self.value_field else (self.field,)
