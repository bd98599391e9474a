"""What was begun in the forms of Sasaran, as lines: whose it is, which form, and when it was typed."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.records.begun_forms import BegunForm
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.people.add_dialog import CHILD, PREGNANT, WOMAN
from kpm_desktop.ui.pages.people.household_form import NEW_HOUSEHOLD
from kpm_desktop.ui.pages.people.member_card import action_words

#: Name, form, when.
COLUMNS = (ListColumn("", 40), ListColumn("", 34, empty=""), ListColumn("", 26, empty=""))


@dataclass(frozen=True, slots=True)
class BegunLine:
    """A form that was begun, in words."""

    begun: BegunForm
    name: str
    form: str
    when: str

    is_heading = False

    @property
    def key(self) -> str:
        """What it is kept under."""
        return str(self.begun.record)

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        """Name, form, when."""
        return Cell(self.name, kind=Text.BODY_STRONG), Cell(self.form), Cell(self.when, ink="text2")

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join((self.name, self.form, self.when))


def begun_line(begun: BegunForm, tools: Tools) -> BegunLine:
    """A form that was begun; who has no name yet is called by what is entered."""
    translate, at = QCoreApplication.translate, local(begun.at)
    is_home = begun.kind == "household"
    unnamed = translate("BegunCall", "A household") if is_home else translate("BegunCall", "A person")
    when = translate("BegunCall", "{day} at {clock}")
    words = when.format(day=tools.calendar.short_day(at.date()), clock=tools.calendar.clock(at))
    return BegunLine(begun, begun.name or unnamed, _form_words(begun.form), words)


def _form_words(form: str) -> str:
    translate = QCoreApplication.translate
    new = {
        NEW_HOUSEHOLD: translate("BegunCall", "New household"),
        PREGNANT: translate("BegunCall", "New: pregnant woman"),
        CHILD: translate("BegunCall", "New: child"),
        WOMAN: translate("BegunCall", "New: woman who is not pregnant"),
    }
    return new.get(form) or action_words(form)
