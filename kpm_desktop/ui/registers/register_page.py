"""The page of any register: search, filter, sort, the list, what can be done with a row, and what to do when it is
empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.registers.register_list import RegisterLine, register_list, sort_key
from kpm_desktop.commands.registers.register_record import RegisterRecord, register_record
from kpm_desktop.commands.scorecards.villages_of import villages_of
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.registers.register import Register
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.columns import ColumnDelegate, ColumnHeader
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.registers.register_print import register_printing
from kpm_desktop.ui.registers.register_rows import ALL, HIDDEN, RegisterRow, RegisterRows, fitting
from kpm_desktop.ui.registers.row_deeds import RowDeeds
from kpm_desktop.ui.words.carrier_words import next_carrier
from kpm_desktop.ui.words.place_words import place_title

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class _Seen:
    lines: list[RegisterLine]
    villages: tuple[Region, ...]


class RegisterPage(ListPage):
    """`arrive` takes a record, which is opened, or ("new", values), which begins one; the people these name follow."""

    def __init__(self, context: Context, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register = register
        self.interests = frozenset({register.kind, "person", "household", DELIVERY, DRAFTS})
        self.rows_of = RegisterRows(register, context.tools)
        self._rows: list[RegisterRow] = []
        self._villages: tuple[Region, ...] = ()
        self._order: tuple[int, bool] | None = None
        self._wanted: object = None
        self._is_read = False
        phrase = context.tools.wording.phrase
        self.new_button = Button(
            self.look, phrase(f"register.{register.kind}.new"), kind="primary", icon="plus", shortcut="Ctrl+N"
        )
        self.new_button.clicked.connect(self._on_new)
        self.put_heading(self.rows_of.words.title, " ", self.new_button)
        self._village = PlaceFilter(
            self.look, self.tr("Village"), everything=self.tr("All"), unnamed=self.tr("not given")
        )
        self._village.chosen.connect(self.show_fitting)
        self._village.hide()
        self.search = self.put_search(self.tr("Search a name, a word or a place"), self._village)
        choices = [(code, self._choice(code)) for code in self._choices()]
        self.filter = self.put_filter(self.tr("Which rows"), choices, wraps=True)
        self.column.setSpacing(self.look.px(8))
        self._deeds = RowDeeds(self, self.rows_of)
        self.put_list(self._made_card())
        self.list.opened.connect(self._on_opened)
        for key, pressed in (("J", self._on_answer), *self._deeds.keys()):
            QShortcut(QKeySequence(key), self.list, pressed, context=Qt.ShortcutContext.WidgetShortcut)

    def load(self) -> None:
        """Asks for all records of the kind."""
        self.ask(partial(_seen, register=self.register), self._on_seen)

    def arrive(self, what: object) -> None:
        """A record or a new form; what is asked for before the villages are known waits for them."""
        self._wanted = what
        if self._is_read and not self._is_stale:
            self._show_wanted()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("↑  ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            *self._row_keys(),
            ("Ctrl+N", self.new_button.text()),
            ("Ctrl+F", self.tr("search")),
            ("Ctrl+P", self.tr("print the list, or save it as PDF or Excel")),
        ]

    def shown(self) -> list[RegisterLine]:
        """The lines of the list, in their order."""
        return [row.line for row in self.list.rows.rows if isinstance(row, RegisterRow)]

    def chosen(self) -> RegisterRow | None:
        """The row that is chosen."""
        row = self.list.current()
        return row if isinstance(row, RegisterRow) else None

    # what is shown

    def _on_seen(self, seen: _Seen) -> None:
        self._villages = seen.villages
        self.rows_of.names = {place.code: place.name for place in seen.villages}
        self._rows = self.rows_of.rows(seen.lines)
        held = {row.line.region for row in self._rows}
        named = [(place.code, place_title(place)) for place in seen.villages if place.code in held]
        self._village.show_named([*named, *((code, code) for code in sorted(held - self.rows_of.names.keys()))])
        self.show_fitting()
        self._is_read = True
        self._show_wanted()

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, Ref):
            self.list.choose(wanted.key)
            self._open(wanted)
        elif isinstance(wanted, tuple) and wanted and wanted[0] == "new":
            self._open_form(None, values=wanted[1], known=wanted[2:])

    def show_fitting(self) -> None:
        """The rows that fit, under their groups unless somebody sorts them otherwise."""
        village, groups = self._village.current(), self.register.groups
        found = partial(fitting, self._rows, self.search.text(), village=village, groups=groups)
        counts = {code: len(found(wanted=code)) for code in self._choices()}
        self.filter.show_counts({code: str(count) for code, count in counts.items()})
        has_hidden = bool(counts[HIDDEN]) or self.filter.current() == HIDDEN
        self.filter.show_choice(HIDDEN, visible=has_hidden)
        self.filter.setVisible(has_hidden or bool(self.register.groups))
        shown = self._sorted(found(wanted=self.filter.current()))
        is_grouped = self._order is None and self.filter.current() == ALL
        total = sum(not row.line.is_hidden for row in self._rows)
        self._footer.setText(self.tr("{shown} of {total} rows").format(shown=len(shown), total=total))
        self.heading.subtitle.setText(self._sentence(counts, total))
        rows = self.rows_of.groups(shown) if is_grouped else shown
        self.show_rows(rows, self._not_found if self._rows else self._nothing)

    def _sentence(self, counts: Mapping[str, int], total: int) -> str:
        """What the list holds, in a line: `Rujukan: 12 terbuka, 3 selesai`."""
        words = self.rows_of.words
        told = {code: count for code, count in counts.items() if count and code not in (ALL, HIDDEN)}
        parts = [f"{count} {words.group(code).lower()}" for code, count in told.items()]
        return f"{words.title}: {', '.join(parts) or total}"

    def _sorted(self, rows: list[RegisterRow]) -> list[RegisterRow]:
        if self._order is None:
            return rows
        at, is_turned = self._order
        by = sort_key(self.register, (f"{'-' if is_turned else ''}{self.register.columns[at].name}",))
        return sorted(rows, key=lambda row: by(row.line))

    def _on_sorted(self, at: int, is_turned: bool) -> None:
        self._order = at, is_turned
        self.show_fitting()

    def _choices(self) -> list[str]:
        choices = fields(self.register.kind)[self.register.groups].spec.choices if self.register.groups else ()
        return [ALL, *choices, HIDDEN]

    # what can be done

    def _on_new(self) -> None:
        self.arrive(("new", None))

    def _on_opened(self, row: object) -> None:
        if isinstance(row, RegisterRow):
            self._open(row.ref)

    def _on_answer(self) -> None:
        row = self.chosen()
        if row is not None and self.register.answered:
            self._open(row.ref, answer=True)

    def _open(self, record: Ref, *, answer: bool = False) -> None:
        self._is_answer = answer
        work = partial(register_record, register=self.register, record=record.id, region=record.region)
        self.ask(work, self._on_record)

    def _on_record(self, found: RegisterRecord) -> None:
        self._open_form(found, answer=self._is_answer)

    def _open_form(
        self,
        found: RegisterRecord | None,
        *,
        values: dict[str, object] | None = None,
        known: Sequence[About] = (),
        answer: bool = False,
    ) -> None:
        form = RegisterForm(
            self.context,
            self.register,
            self,
            villages=self._villages,
            found=found,
            values=values,
            known=known,
            answer=answer,
        )
        form.saved.connect(self._on_saved)
        form.kept.connect(self._on_kept)
        form.open()

    def _on_saved(self, record: object) -> None:
        carrier = next_carrier(is_cadre=self.context.session.is_cadre)
        self.banner.tell(self.tr("Saved. It travels with {carrier}.").format(carrier=carrier), "ok")
        self.list.choose(next((row.key for row in self._rows if row.line.id == record), ""))

    def _on_kept(self) -> None:
        self.banner.tell(self.tr("Not saved yet: it is kept as a draft and stands first in the list."), "ok")

    # how it is laid out

    def _choice(self, code: str) -> str:
        phrase = self.context.tools.wording.phrase
        return phrase(f"register.{code}") if code in (ALL, HIDDEN) else self.rows_of.words.group(code)

    def _made_card(self) -> ListCard:
        phrase, kind = self.context.tools.wording.phrase, self.register.kind
        columns = self.rows_of.columns()
        card = ListCard(self.look, self.rows_of.words.title, ColumnDelegate(self.look, columns))
        self.header = ColumnHeader(self.look, columns, card.list)
        self.header.sorted_by.connect(self._on_sorted)
        card.put_head(self.header)
        card.put_list()
        self._nothing = card.when_empty(
            self.register.icon,
            phrase(f"register.{kind}.empty"),
            detail=phrase(f"register.{kind}.detail"),
            action=phrase(f"register.{kind}.new"),
            pressed=self._on_new,
        )
        self._not_found = card.when_empty(
            "search",
            self.tr("No row fits."),
            detail=self.tr("Search with fewer letters, or choose All."),
            action=self.tr("Show all"),
            pressed=self._show_all,
        )
        card.put_foot(self._foot())
        return card

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self.look.px(16), self.look.px(6), self.look.px(16), self.look.px(6))
        row.setSpacing(self.look.px(12))
        self._footer = label(self.look, "", Text.CAPTION, "text2")
        row.addWidget(self._footer, 1)
        row.addWidget(KeyHints(self.look, [("Return", self.tr("open")), *self._row_keys()]))
        row.addWidget(register_printing(self, self.register, self.shown).button)
        return row

    def _row_keys(self) -> Sequence[tuple[str, str]]:
        answer = [("J", self.tr("answer"))] if self.register.answered else []
        return [*answer, *self._deeds.hints()]

    def _show_all(self) -> None:
        self.search.clear()
        self._village.setCurrentIndex(0)
        self.filter.choose(ALL)
        self.show_fitting()


def _seen(store: Store, register: Register) -> _Seen:
    return _Seen(register_list(store, register), villages_of(store))
