"""Riwayat: everything that was ever written about a person: who, when, on which laptop, and what became of it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.households.person_history import PersonHistory, person_history, record_history
from kpm_desktop.commands.records.value_fates import Fate
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.growth.rules import END_MONTHS
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import tip
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.components.person_tabs import CARRIED, ENTRIES, GROWTH, PersonTabs
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.dialogs.ask import AskDialog, Topic
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.dialogs.unmerge import UnmergeDialog
from kpm_desktop.ui.forms.repairing import Repairing
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.history.history_side import HistorySide
from kpm_desktop.ui.pages.history.timeline_delegate import TimelineDelegate
from kpm_desktop.ui.pages.history.timeline_rows import (
    DisputeRow,
    EntryRow,
    TimelineRow,
    ask_topics,
    fits,
    merges,
    ref_of,
    timeline_rows,
)
from kpm_desktop.ui.words.record_kinds import record_title

FILTERS = ("all", "visits", "person", "open")
_MONTHLY = ("pregnancy_visit", "child_visit")
#: Below this age, in months, doses are given.
_OF_DOSES = 60


class HistoryTask(Task):
    """One person, or a record that is about nobody; reached from everywhere by `go.emit("riwayat", Ref(…))`, or by
    `("riwayat", InHistory(person, record_id))`."""

    interests = frozenset({*DICTIONARY, DELIVERY, DRAFTS})
    is_about_person = True

    def __init__(self, context: Context, about: Ref | InHistory, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted = about if isinstance(about, InHistory) else None
        self.about = about.person if isinstance(about, InHistory) else about
        self.found: PersonHistory | None = None
        self._is_masked = True
        self._repairing = Repairing(self)
        self._repairing.told.connect(self._on_resolved)
        self._who = HistorySide(context.tools)
        self._who.nik_button.clicked.connect(self._on_nik)
        self.side_column.addWidget(self._who)
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addLayout(self._filters())
        self.column.addWidget(self._timeline(), 1)
        self._keys = KeyHints(self.look, self._hints(has_doses=False))
        self.column.addWidget(self._keys)
        self.lead_to(self.list)
        own = (("I", self._doses.click), ("N", self._on_nik), ("T", self._on_ask))
        take_keys(self, (*own, ("G", self._on_growth), ("H", self._on_pregnancy)))
        take_keys(self, [(f"Ctrl+{at}", partial(self.filter.choose, code)) for at, code in enumerate(FILTERS, 1)])

    def load(self) -> None:
        """Asks for the timeline."""
        region, kind, record = self.about
        if kind == "person":
            self.ask(partial(person_history, person=record, region=region), self._on_found)
        else:
            self.ask(partial(record_history, kind=kind, record=record, region=region), self._on_found)

    def called(self) -> str:
        """What the way back to it is called."""
        return self.tr("History")

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("↑  ↓", self.tr("walk through the entries")),
            *((key.replace("Return", "Enter"), words) for key, words in self._hints(has_doses=True)),
            ("G", self.tr("growth of a child")),
            ("H", self.tr("pregnancy of a mother")),
            ("Ctrl+1–4", self.tr("all, visits, personal data, to be looked at")),
            ("Esc", self.tr("back")),
        ]

    def on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """A person who is not held has no timeline."""
        super().on_refused(reasons)
        self._change.setEnabled(False)

    def _on_found(self, found: PersonHistory) -> None:
        self.found = found
        has_growth, was_pregnant = self._has_growth(found), _was_pregnant(found)
        self.tabs.offer(growth=has_growth, carried=was_pregnant)
        self.tabs.setVisible(has_growth or was_pregnant)
        laptops = {entry.laptop for entry in found.entries if entry.laptop}
        text = self.tr("{count} entries from {laptops} laptops, the newest first; nothing is ever deleted")
        self._head.subtitle.setText(text.format(count=len(found.entries), laptops=len(laptops)))
        self._change.setEnabled(found.household is not None)
        has_doses = self._has_doses(found)
        self._doses.setEnabled(has_doses)
        self._doses.setVisible(has_doses)
        self._keys.show_hints(self._hints(has_doses=has_doses))
        self._show_name(found.person.full_name if found.person is not None else self._title(found))
        counts = {code: str(sum(fits(entry, code) for entry in found.entries)) for code in FILTERS}
        self.filter.show_counts(counts)
        self._who.show_person(found, masked=self._is_masked)
        self._show()
        self._choose_wanted()

    def _has_doses(self, found: PersonHistory) -> bool:
        """Whether the person is a child whose doses this user enters."""
        born = found.person.birth_date if found.person is not None else None
        is_child = born is not None and completed_months(born, self.context.tools.today()) < _OF_DOSES
        return is_child and self.context.session.is_cadre

    def _choose_wanted(self) -> None:
        """The row another page led to, once."""
        wanted, self._wanted = self._wanted, None
        if wanted is None or self.found is None:
            return
        entries = [entry for entry in self.found.entries if entry.record == wanted.record]
        writing = [entry for entry in entries if any(value.field == wanted.field for value in entry.values)]
        entry = next(iter(writing or entries), None)
        if entry is not None:
            self.list.choose(entry.key)

    def _title(self, found: PersonHistory) -> str:
        """What a record that is about nobody is called."""
        return record_title(found.about[0], found.about[1], "", self.context.tools) if found.about else ""

    def _show_name(self, name: str) -> None:
        """The title, shortened where a long name would widen the window."""
        text = self.tr("History of {name}").format(name=name) if name else self.tr("History")
        title = self._head.title
        widgets = (self._change, self._doses, self.tabs)
        beside = (one.sizeHint().width() + self.look.px(8) for one in widgets if not one.isHidden())
        room = self.width() - sum(beside) - self.look.px(72)
        title.setText(title.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        title.setToolTip(tip(text) if title.text() != text else "")

    def _show(self) -> None:
        if self.found is None:
            return
        rows: list[TimelineRow] = timeline_rows(
            self.found, self.filter.current(), self.context.tools, masked=self._is_masked
        )
        self.list.show_rows(rows)
        was_away = self.list.isHidden()
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and was_away and not self.filter.isAncestorOf(self.focusWidget() or self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_nik(self) -> None:
        """Shows the NIK, here and in the timeline, or hides it again."""
        if self.found is None or self.found.person is None or not self.found.person.nik:
            return
        self._is_masked = not self._is_masked
        self._who.show_person(self.found, masked=self._is_masked)
        self._show()

    def _on_opened(self, row: TimelineRow) -> None:
        if isinstance(row, DisputeRow):
            dialog = ConflictDialog(self.context, row.conflict, self)
            dialog.resolved.connect(self._on_resolved)
            dialog.open()
        elif isinstance(row, EntryRow) and row.entry.kind == "comment":
            thread = ThreadDialog(self.context, ref_of(row.entry), self)
            thread.told.connect(self._on_resolved)
            thread.went.connect(self._on_went)
            thread.open()
        elif isinstance(row, EntryRow):
            self._open_entry(row)

    def _open_entry(self, row: EntryRow) -> None:
        """What breaks a limit is repaired here; a monthly row is corrected in its visit, which is the cadre's, and what
        was begun in a form goes on there."""
        if row.entry.begun is not None and self.context.session.is_cadre:
            self.go.emit("sasaran", ("begun", ref_of(row.entry)._replace(id=row.entry.begun)))
            return
        withheld = next((each.field for each in row.entry.values if each.is_open and each.fate is Fate.WITHHELD), "")
        if withheld:
            self._repairing.repair(ref_of(row.entry), withheld, row.entry.key)
            return
        other = merges(row.entry)
        if other is not None and self.found is not None:
            self._take_apart(ref_of(row.entry), self.found.names.get(str(other), ""))
            return
        if row.entry.is_reported:
            self.go.emit("periksa", ref_of(row.entry))
            return
        if row.entry.kind == "immunization" and self.context.session.is_cadre:
            self._on_doses()
            return
        if row.entry.kind in REGISTERS:
            self.go.emit(row.entry.kind, ref_of(row.entry))
            return
        home = self.found.household if self.found is not None else None
        if home is not None and row.entry.kind in _MONTHLY and row.entry.month and self.context.session.is_cadre:
            self.go.emit("kunjungan", (Ref(self.about.region, "household", home.id), row.entry.month))

    def _take_apart(self, record: Ref, name: str) -> None:
        dialog = UnmergeDialog(self.context, self, record=record, name=name)
        dialog.told.connect(self._on_resolved)
        dialog.open()

    def _on_resolved(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    def _on_went(self, key: str, what: object) -> None:
        if key == "riwayat" and isinstance(what, InHistory) and what.person == self.about:
            self._wanted = what
            self._choose_wanted()
        elif (key, what) != ("riwayat", self.about):
            self.go.emit(key, what)

    def _on_ask(self) -> None:
        """About the chosen row, one of its values or the household; about the person where no row is chosen."""
        if self.found is None or (self.found.person is None and self.found.about is None):
            return
        row = self.list.current()
        if isinstance(row, EntryRow) and row.entry.kind == "comment":
            self._on_opened(row)
            return
        chosen = row if isinstance(row, EntryRow) else None
        topics = ask_topics(self.found, chosen, self.context.tools)
        if not topics:
            topics = [Topic(self._title(self.found), self.about)]
        name = self.found.person.full_name if self.found.person is not None else self._title(self.found)
        title = self.tr("Ask about {name}").format(name=name)
        dialog = AskDialog(self.context, title, chosen.who if chosen is not None else "", topics, self)
        dialog.told.connect(self._on_resolved)
        dialog.open()

    def _has_growth(self, found: PersonHistory) -> bool:
        """Whether it is a child to its fifth birthday, or one that was measured."""
        person = found.person
        if person is None:
            return False
        months = completed_months(person.birth_date, self.context.tools.today())
        return 0 <= months < END_MONTHS or any(entry.kind == "child_visit" for entry in found.entries)

    def _on_growth(self) -> None:
        if self.found is not None and self._has_growth(self.found):
            self.go.emit("pertumbuhan", self.about)

    def _on_tab(self, code: str) -> None:
        if code == GROWTH:
            self._on_growth()
        elif code == CARRIED:
            self._on_pregnancy()

    def _on_pregnancy(self) -> None:
        if self.found is not None and _was_pregnant(self.found):
            self.go.emit("kehamilan", self.about)

    def _on_doses(self) -> None:
        self.go.emit("imunisasi", self.about)

    def _on_change(self) -> None:
        if self.found is not None and self.found.household is not None:
            self.go.emit("sasaran", Ref(self.about.region, "household", self.found.household.id))

    # how it is laid out

    def _heading(self) -> QWidget:
        self._head = PageHeading(self.look, self.tr("History"), " ")
        self._head.subtitle.setWordWrap(True)
        self._change = Button(self.look, self.tr("Change data"), icon="pencil", shortcut="U")
        self._change.clicked.connect(self._on_change)
        self._change.setEnabled(False)
        self.tabs = PersonTabs(self.look, ENTRIES)
        self.tabs.chosen.connect(self._on_tab)
        self.tabs.hide()
        self._head.add_action(self.tabs)
        self._doses = Button(self.look, self.tr("Immunization"), icon="syringe", key="I")
        self._doses.clicked.connect(self._on_doses)
        self._doses.hide()
        self._head.add_action(self._doses)
        self._head.add_action(self._change)
        self._doses.setEnabled(False)
        if not self.context.session.is_cadre:
            self._change.hide()
        return self._head

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = (self.tr("All"), self.tr("Visits"), self.tr("Personal data"), self.tr("To be looked at"))
        self.filter = Segments(self.look, self.tr("Which entries"), list(zip(FILTERS, words, strict=True)), wraps=True)
        self.filter.chosen.connect(self._show)
        row.addWidget(self.filter)
        row.addStretch(1)
        return row

    def _timeline(self) -> Card:
        card = Card(self.look, flush=True)
        self.list = RowView(self.tr("Entries, the newest first"))
        self.list.setResizeMode(RowView.ResizeMode.Adjust)
        self.list.draw_with(TimelineDelegate(self.look, self.list))
        self.list.opened.connect(self._on_opened)
        self._empty = EmptyState(
            self.look,
            "history",
            self.tr("Nothing here."),
            detail=self.tr("No entry belongs to this choice; choose All to see everything."),
        )
        self._empty.hide()
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._empty, 1)
        return card

    def _hints(self, *, has_doses: bool) -> list[tuple[str, str]]:
        hints = [("T", self.tr("ask about this row")), ("N", self.tr("show or hide the NIK"))]
        compare = self.tr("compare or repair entries, or open a question")
        if not self.context.session.is_cadre:
            return [("Return", compare), *hints]
        opens = self.tr("open the visit, draft or question, compare or repair entries")
        doses = [("I", self.tr("doses of a child"))] if has_doses else []
        return [("Return", opens), *doses, ("U", self.tr("change data")), *hints]


def _was_pregnant(found: PersonHistory) -> bool:
    """Whether a pregnancy of hers is recorded."""
    return found.person is not None and any(entry.kind == "pregnancy" for entry in found.entries)
