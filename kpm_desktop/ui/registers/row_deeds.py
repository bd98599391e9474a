"""What can be done with one row of a register beside opening it: its slip, its history, a question about it, entered in
error."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.ui.dialogs.ask import AskDialog, Topic
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.registers.referral_print import print_referral
from kpm_desktop.ui.registers.register_rows import RegisterRow, RegisterRows


class RowDeeds(QObject):
    """Of the row that is chosen on the page; nothing happens where none is, or one that is not saved yet."""

    def __init__(self, page: ListPage, rows_of: RegisterRows) -> None:
        super().__init__(page)
        self._page, self._rows_of = page, rows_of
        self._register, self._kind = rows_of.register, rows_of.register.kind

    def keys(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What each key does."""
        own = (("H", self._on_history), ("T", self._on_ask), ("X", self._on_error))
        return (("P", self._on_slip), *own) if self._register.has_slip else own

    def hints(self) -> tuple[tuple[str, str], ...]:
        """What each key is for."""
        slip = (("P", self.tr("print the slip")),) if self._register.has_slip else ()
        return (
            *slip,
            ("H", self.tr("history")),
            ("T", self.tr("ask")),
            ("X", self.tr("entered in error, or not after all")),
        )

    def _chosen(self) -> RegisterRow | None:
        row = self._page.list.current()
        return row if isinstance(row, RegisterRow) else None

    def _on_history(self) -> None:
        row = self._chosen()
        if row is not None and not row.line.is_draft:
            about = row.line.about
            whose = Ref(row.line.region, "person", about.id) if about is not None else row.ref
            self._page.go.emit("riwayat", whose)

    def _on_slip(self) -> None:
        row = self._chosen()
        if row is not None and not row.line.is_draft:
            print_referral(self._page, row.ref.id, row.ref.region)

    def _on_ask(self) -> None:
        row = self._chosen()
        if row is None or row.line.is_draft:
            return
        values = row.line.values
        about = f": {row.line.about.name}" if row.line.about is not None else ""
        topics = [Topic(self._rows_of.words.one + about, row.ref)]
        asked = (name for name in (*self._register.asked, *self._register.answered) if values.get(name))
        topics += [Topic(self._rows_of.words.field(name), row.ref, name) for name in asked]
        dialog = AskDialog(self._page.context, self.tr("Ask about this row"), row.words, topics, self._page)
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, sentence: str) -> None:
        self._page.banner.tell(sentence, "ok")

    def _on_error(self) -> None:
        """Marks the chosen row as entered in error, or takes that back."""
        row = self._chosen()
        if row is None or row.line.is_draft:
            return
        self._in_error = row.ref
        if row.line.is_hidden:
            self._change(take_back)
            return
        ask = ConfirmDialog(
            self._page.look,
            self._page,
            title=self.tr("Entered in error?"),
            subtitle=row.words,
            sentences=(
                self.tr("It is hidden and counts nowhere."),
                self.tr("It stays in the history; under “entered in error” it can be taken back."),
            ),
            action=self.tr("Entered in error"),
        )
        ask.confirmed.connect(partial(self._change, enter_in_error))
        ask.open()

    def _change(self, command: Callable[..., None]) -> None:
        about, today = self._in_error, self._page.context.tools.today()
        work = partial(command, kind=about.kind, record=about.id, region=about.region, today=today)
        self._page.do(work, self._on_changed_one, [self._kind, DELIVERY])

    def _on_changed_one(self, nothing: object) -> None:
        self._page.banner.clear()
