"""Keputusan: what only a person can decide, each with what it means and the one thing to do about it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.supervision.decisions_seen import (
    DecisionsSeen,
    DuplicatesSeen,
    decisions_seen,
    duplicates_seen,
)
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.domain.regions.place_names import Names, own_first
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import line
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.marked_view import MarkedView
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.merge import CHANGED
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES, concerns
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.finding_reader import FindingReader
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.pages.decisions.deciding import Deciding
from kpm_desktop.ui.pages.decisions.decision_rows import (
    GROUPS,
    DecisionDelegate,
    DecisionRow,
    decision_groups,
    decision_rows,
)
from kpm_desktop.ui.pages.decisions.decision_side import WIDTH, DecisionSide, history_of
from kpm_desktop.ui.words.decisions_counted import counted_decisions
from kpm_desktop.ui.words.place_words import place_title

#: How far from the left of the list a click marks instead of choosing.
BOX = 44


class DecisionsPage(ListPage):
    """A list at the left; at the right what the chosen row means and its button (Enter). A cadre sees what is on her
    laptop in the same way (`check.py`)."""

    interests = frozenset({DELIVERY, DEVICES, *DICTIONARY})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: DecisionsSeen | None = None
        self._duplicates: DuplicatesSeen | None = None
        self._wanted: object = None
        self._reader = FindingReader(self)
        self._reader.found.connect(self.show_fitting)
        self._deciding = Deciding(self)
        self._deciding.told.connect(self._on_told)
        self._deciding.noted.connect(self._on_noted)
        self.banner.acted.connect(self._deciding.take_back)
        self._village, self._person = self._narrowing()
        self.put_heading(*self._title(), self._village, self._person)
        self.heading.subtitle.setWordWrap(True)
        self.filter = self.put_filter(self.tr("What is shown"), self._choices(), wraps=True)
        self.side = DecisionSide(context)
        self.side.action_button.clicked.connect(self._on_action)
        self.side.right_button.clicked.connect(self._on_right)
        self.side.settle_button.clicked.connect(self._on_settle)
        self.side.history_button.clicked.connect(self._on_history)
        self._side_column = SideColumn(self.look, WIDTH)
        self._side_column.column.addWidget(self.side)
        self.put_list(self._list_card(), self._side_column)

    def load(self) -> None:
        """Asks for everything that waits, and then for what is found in the records."""
        self.ask(decisions_seen, self._on_seen)
        if self._duplicates is None:
            self.ask(duplicates_seen, self._on_duplicates)

    def arrive(self, what: object) -> None:
        """Chooses the first row about a record (`Ref`)."""
        self._wanted = what
        self.show_fitting()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Enter", self.tr("Do what the button of the chosen row says")),
            ("B", self.tr("Confirm that the chosen entry, or all that are marked, are right")),
            ("Space", self.tr("Mark an entry that may be right; Ctrl+A marks all that are shown")),
            ("T", self.tr("The chosen question is settled")),
            ("R", self.tr("History of the person")),
        ]

    def _on_changed(self, changed: frozenset[str]) -> None:
        """What may be the same is looked for anew only when something it rests on changed."""
        if concerns(changed, frozenset(CHANGED)):
            self._duplicates = None
        super()._on_changed(changed)

    def _on_seen(self, seen: DecisionsSeen) -> None:
        self._seen = seen
        counted, text = seen.found.counted, self.tr("{count} wait for a decision: {kinds}")
        told = text.format(count=counted.total, kinds=counted_decisions(counted)) if counted.total else self._title()[1]
        self.heading.subtitle.setText(told)
        self.show_fitting()
        self._reader.read()

    def _on_duplicates(self, duplicates: DuplicatesSeen) -> None:
        self._duplicates = duplicates
        self.show_fitting()

    def show_fitting(self) -> None:
        """The rows of the kind that is chosen; without any the column beside the list goes too."""
        if self._seen is None:
            return
        names = {**self._seen.names, **(self._duplicates.names if self._duplicates is not None else {})}
        findings = [each for each in self._reader.findings if each.region in names]
        groups = self._narrowed(
            decision_groups(self._seen.found, findings, self._pairs(), names, self.context.tools), names
        )
        self.filter.show_counts({code: str(len(members)) for code, members in groups.items()})
        rows = decision_rows(groups, self.filter.current(), is_cadre=self.context.session.is_cadre)
        self._side_column.setVisible(bool(rows))
        self.show_rows(rows)
        self._choose_wanted(rows)
        self._show_marked()

    def _narrowed(self, groups: dict[str, list[DecisionRow]], names: Names) -> dict[str, list[DecisionRow]]:
        """The rows of the village and of the person that are chosen."""
        every = [row for members in groups.values() for row in members]
        codes = {code for row in every for code in row.regions}
        own = [place.code for place in self.context.session.places]
        villages = own_first((names[code] for code in codes), own)
        self._village.show_named([(place.code, place_title(place)) for place in villages])
        self._person.show_named([(name, name) for name in sorted({name for row in every for name in row.people})])
        village, person = self._village.current(), self._person.current()
        return {code: [row for row in members if row.fits(village, person)] for code, members in groups.items()}

    def _show_marked(self) -> None:
        """What the button below the list would confirm: what is marked, else all that may be right and are shown."""
        markable = {row.key for row in self.marks.markable()}
        self.marks.marked &= markable
        count = len(self.marks.marked)
        text = self.tr("Confirm the {count} that are marked…") if count else self.tr("Confirm all {count} shown…")
        self.bulk_button.setText(text.format(count=count or len(markable)))
        self._foot.setVisible(len(markable) > 1)

    def _choose_wanted(self, rows: list[DecisionRow]) -> None:
        found = next((row for row in rows if row.record is not None and row.record == self._wanted), None)
        if found is not None:
            self._wanted = None
            self.list.choose(found.key)

    def _pairs(self) -> list[LikelyPair]:
        return self._duplicates.pairs if self._duplicates is not None else []

    def _chosen(self) -> DecisionRow | None:
        row = self.list.current()
        return row if isinstance(row, DecisionRow) else None

    # what can be done with a row

    def _on_opened(self, row: DecisionRow) -> None:
        self._deciding.open(row.what, self._pairs())

    def _on_action(self) -> None:
        row = self._chosen()
        if row is not None:
            self._on_opened(row)

    def _on_right(self) -> None:
        """What is marked, else the chosen row."""
        chosen = self._chosen()
        rows = self._marked() or ([chosen] if chosen is not None and chosen.may_be_marked else [])
        self._deciding.confirm([row.what for row in rows])

    def _on_bulk(self) -> None:
        rows = self._marked() or self.marks.markable()
        self._deciding.confirm([row.what for row in rows if isinstance(row, DecisionRow)])

    def _marked(self) -> list[DecisionRow]:
        return [row for row in self.list.rows.rows if isinstance(row, DecisionRow) and row.is_marked]

    def _on_noted(self, found: tuple[DataFinding, ...]) -> None:
        self._reader.leave_out(found)
        told = self.tr("Noted as right; it is asked no more.")
        if len(found) > 1:
            told = self.tr("{count} entries are noted as right; they are asked about no more.").format(count=len(found))
        self.banner.tell(told, "ok", action=self.tr("Undo"))

    def _on_settle(self) -> None:
        row = self._chosen()
        if row is not None:
            self._deciding.settle(row.what)

    def _on_history(self) -> None:
        place = history_of(self._chosen())
        if place is not None:
            self.go.emit("riwayat", place)

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    # how it is laid out

    def _title(self) -> tuple[str, str]:
        if self.context.session.is_cadre:
            title = self.tr("To be looked at again")
            return title, self.tr("What only you can clear up, with nothing lost meanwhile")
        return self.tr("Decisions"), self.tr("What no laptop can decide by itself")

    def _choices(self) -> list[tuple[str, str]]:
        words = (
            self.tr("All"),
            self.tr("Differ"),
            self.tr("To be repaired"),
            self.tr("Look again"),
            self.tr("Questions"),
            self.tr("Missing numbers"),
            self.tr("May be the same"),
        )
        return list(zip(("all", *GROUPS), words, strict=True))

    def _narrowing(self) -> tuple[PlaceFilter, PlaceFilter]:
        """By village and by cadre; either is hidden where there is nothing to choose among."""
        everything, unnamed = self.tr("All"), self.tr("not given")
        village = PlaceFilter(self.look, self.tr("Village"), everything=everything, unnamed=unnamed)
        person = PlaceFilter(self.look, self.tr("Cadre"), everything=everything, unnamed=unnamed)
        for each in (village, person):
            each.setMinimumWidth(self.look.px(180))
            each.chosen.connect(self.show_fitting)
            each.hide()
        return village, person

    def _foot_part(self) -> QWidget:
        px = self.look.px
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        hints = [("Space", self.tr("mark")), ("Ctrl+A", self.tr("mark all that are shown"))]
        row.addWidget(KeyHints(self.look, hints), 1)
        self.bulk_button = Button(self.look, "", small=True)
        self.bulk_button.clicked.connect(self._on_bulk)
        row.addWidget(self.bulk_button)
        column.addWidget(line())
        column.addLayout(row)
        return foot

    def _list_card(self) -> ListCard:
        name = self.tr("What waits for a decision")
        self.marks = MarkedView(name, box=self.look.px(BOX))
        self.marks.changed.connect(self._show_marked)
        card = ListCard(self.look, name, DecisionDelegate(self.look), view=self.marks)
        card.list.opened.connect(self._on_opened)
        card.list.moved.connect(self.side.show_row)
        card.put_list()
        nothing = card.when_empty(
            "check",
            self.tr("Nothing waits for a decision"),
            detail=self.tr(
                "Entries that differ, values to be repaired, what should be looked at again, questions, missing "
                "numbers and what may be entered twice appear here."
            ),
        )
        px = self.look.px
        nothing.setContentsMargins(px(16), px(12), px(16), px(16))
        self._foot = self._foot_part()
        card.body.addWidget(self._foot)
        return card
