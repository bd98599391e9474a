"""Two villages: somebody who is recorded in both moved from one to the other, or they are two people after all."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.review.likely_duplicates import Face, LikelyPair
from kpm_desktop.commands.review.mark_distinct import mark_distinct
from kpm_desktop.commands.review.note_move import note_move
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.duplicate_lines import pair_title, place_facts, why_words
from kpm_desktop.ui.fields.date_field import DateField
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.place_words import place_title

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

CHANGED = ("person", "flag_answer")


class AcrossDialog(Dialog):
    """About one pair after the other until none is left. `told` gives a sentence after each answer; `went` a page and
    whom it shall show."""

    told = Signal(str)
    went = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget, pairs: Sequence[LikelyPair]) -> None:
        super().__init__(context.look, icon="map-pin", width=760, parent=parent)
        self._context, self._pairs, self._is_busy = context, list(pairs), False
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(self.look.px(12))
        self.body.addLayout(self._sides, 1)
        tools = context.tools
        self.day = DateField(self.look, tools.calendar, tools.today(), latest=tools.today())
        self.day.set_value(tools.today())
        self._day_row = FieldRow(self.look, self.tr("Day of moving"), self.day)
        self.body.addWidget(self._day_row)
        self.note.setText(self.tr("Both records stay, each in its village; only one of them is visited from now on."))
        self.add_close(self.tr("Close"))
        self.distinct_button = self.add_button(self.tr("Not the same"), icon="x")
        self.distinct_button.clicked.connect(self._on_distinct)
        self.sides: list[_Side] = []
        self._show()

    @property
    def pair(self) -> LikelyPair:
        """What is to be decided."""
        return self._pairs[0]

    def _show(self) -> None:
        self.set_title(pair_title(self.pair), why_words(self.pair, self._context.tools))
        for side in self.sides:
            self._sides.removeWidget(side)
            side.hide()
            side.deleteLater()
        names = [place_title(place) for place in places(self.pair.regions)]
        faces = (self.pair.first, self.pair.second)
        self.sides = [
            _Side(self._context, face, region, name)
            for face, region, name in zip(faces, self.pair.regions, names, strict=True)
        ]
        for side in self.sides:
            side.opened.connect(self._on_open)
            side.left.connect(self._on_left)
            self._sides.addWidget(side, 1)

    def _on_open(self, person: Ref) -> None:
        self.accept()
        self.went.emit("riwayat", person)

    def _on_left(self, person: Ref) -> None:
        on = self.day.value()
        self._day_row.set_problem("" if on is not None else self.day.problem() or self.tr("Which day?"))
        if on is None:
            self.day.setFocus()
            return
        now = next(side.person for side in self.sides if side.person != person)
        work = partial(
            note_move,
            left=person.id,
            arrived=now.id,
            on=on,
            region=person.region,
            other_region=now.region,
            today=self._context.tools.today(),
            sure=True,
        )
        self._run(work, self._on_moved)

    def _on_distinct(self) -> None:
        one, other = (side.person for side in self.sides)
        work = partial(
            mark_distinct,
            one=one.id,
            other=other.id,
            region=one.region,
            other_region=other.region,
            today=self._context.tools.today(),
        )
        self._run(work, self._on_told_apart)

    def _on_moved(self, nothing: object) -> None:
        self._done(self.tr("Noted as moved: from now on the person counts in one village only."))

    def _on_told_apart(self, nothing: object) -> None:
        self._done(self.tr("Noted: not the same. Nobody is asked again, on no laptop."))

    def _done(self, sentence: str) -> None:
        self._is_busy = False
        self._context.hub.announce(CHANGED)
        self.told.emit(sentence)
        del self._pairs[0]
        if not self._pairs:
            self.accept()
            return
        self._show()
        self.note.setText(sentence)

    def _run(self, work: Callable[["Store"], Any], finished: Callable[[Any], object]) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        store = self._context.session.store

        def job(progress: Progress) -> Any:
            return work(store)

        self._context.tools.jobs.run(job, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._is_busy = False
        self.banner.tell(self._context.tools.refusal(reasons), "risk")

    def _on_failed(self, fault: Fault) -> None:
        self._is_busy = False
        self.banner.tell(self._context.tools.fault(fault), "risk")


class _Side(Card):
    """The person as one village knows it."""

    opened = Signal(object)
    left = Signal(object)

    def __init__(self, context: Context, face: Face, region: str, village: str) -> None:
        super().__init__(context.look)
        self.person = Ref(region, "person", face.id)
        look = context.look
        self.body.addWidget(label(look, village, Text.SECTION, wrap=True))
        self.body.addWidget(label(look, face.name, Text.BODY_STRONG, wrap=True))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        for fact in place_facts(face, context.tools.calendar):
            words.addWidget(label(look, fact, Text.BODY, "text2", wrap=True))
        self.body.addLayout(words)
        self.body.addStretch(1)
        self.open_button = Button(look, self.tr("History"), icon="history", small=True)
        self.open_button.setAccessibleName(self.tr("History in {village}").format(village=village))
        self.open_button.clicked.connect(self._on_open)
        self.left_button = Button(look, self.tr("Moved away from here"), icon="map-pin", small=True)
        self.left_button.setAccessibleName(self.tr("Moved away from {village}").format(village=village))
        self.left_button.clicked.connect(self._on_left)
        for button in (self.open_button, self.left_button):
            self.body.addWidget(button)

    def _on_open(self) -> None:
        self.opened.emit(self.person)

    def _on_left(self) -> None:
        self.left.emit(self.person)
