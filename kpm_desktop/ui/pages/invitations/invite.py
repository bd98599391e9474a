"""Undang: who is invited, where and as what, and where the file goes. The first invitation makes the programme's
keys; their sheet must be kept before anything else is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.access.invite import VALID_DAYS, Invited
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.file_dialog import ChosenNew, ask_new_file
from kpm_desktop.ui.fields.region_field import RegionField
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.frame.changes_hub import DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.invitations.write_invitation import NewFile, write_invitation

LONGEST_NAME = 120


def _write(
    context: Context,
    out: NewFile,
    person: str,
    role: str,
    regions: list[str],
    sheet: NewFile | None,
    progress: Progress,
) -> Invited:
    return write_invitation(
        context.session.store,
        out,
        person=person,
        role=role,
        regions=regions,
        sheet=sheet,
        language=context.tools.language,
    )


class InviteDialog(Dialog):
    """`written` gives a sentence once the file lies there."""

    written = Signal(str)

    def __init__(self, context: Context, parent: QWidget, *, needs_sheet: bool) -> None:
        super().__init__(context.look, icon="mail-check", width=920, parent=parent)
        self._context = context
        self._sheet: NewFile | None = None
        self._needs_sheet, self._has_outside, self._file = needs_sheet, False, ""
        self._own = [place.code for place in context.session.places]
        self.set_title(
            self.tr("Invite"),
            self.tr("A file for one laptop, to be used within {count} days").format(count=VALID_DAYS),
        )
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        columns = QHBoxLayout()
        columns.setSpacing(self.look.px(24))
        columns.addLayout(self._left(), 1)
        columns.addLayout(self._right(), 1)
        self.body.addLayout(columns, 1)
        self.note.setText(self.tr("Give the file by stick or message; it lets in one laptop only."))
        self.add_close(self.tr("Cancel"))
        self.save_button = self.add_button(self.tr("Save the invitation…"), kind="primary", icon="save", key="Enter")
        self.save_button.clicked.connect(self._on_save)
        self._show_ready()
        self.fit()
        self.name.setFocus()

    def _left(self) -> QVBoxLayout:
        """Who, as what, and the sheet of the first invitation."""
        self.name = TextField(self.look, LONGEST_NAME)
        self.name.edited.connect(self._show_ready)
        roles = [(CADRE, self.tr("Cadre (KPM)")), (SUPERVISOR, self.tr("Supervisor"))]
        self.role = Segments(self.look, self.tr("As"), roles)
        self.role.chosen.connect(self._on_role)
        column = QVBoxLayout()
        column.setSpacing(self.look.px(8))
        column.addWidget(FieldRow(self.look, self.tr("Name of the person who is invited"), self.name))
        column.addWidget(label(self.look, self.tr("As"), Text.CAPTION_STRONG))
        column.addWidget(self.role)
        column.addSpacing(self.look.px(8))
        if self._needs_sheet:
            column.addWidget(self._sheet_part())
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        """Where."""
        self.regions = RegionField(self.look, self._context.tools.jobs, villages_only=True, own=self._own)
        self.regions.edited.connect(self._on_regions)
        column = QVBoxLayout()
        column.setSpacing(self.look.px(4))
        column.addWidget(label(self.look, self.tr("For which villages"), Text.CAPTION_STRONG))
        column.addWidget(self.regions, 1)
        return column

    def _sheet_part(self) -> QFrame:
        part = QFrame()
        part.setProperty("role", "note")
        column = QVBoxLayout(part)
        column.setContentsMargins(self.look.px(16), self.look.px(10), self.look.px(16), self.look.px(10))
        column.setSpacing(self.look.px(6))
        text = self.tr(
            "This is the first invitation, so it makes the programme's keys. They stand on one sheet that is made only "
            "now: save it, print it twice, lock both away, then delete the file. With it the programme is recovered "
            "when this laptop is lost."
        )
        column.addWidget(label(self.look, text, wrap=True))
        self.sheet_button = Button(self.look, self.tr("Where to save the sheet…"), icon="key-round", small=True)
        self.sheet_button.clicked.connect(self._on_sheet)
        self._sheet_words = label(self.look, "", Text.CAPTION_STRONG, "ok", wrap=True)
        column.addWidget(self.sheet_button)
        column.addWidget(self._sheet_words)
        self._sheet_words.hide()
        return part

    def _on_role(self, role: str) -> None:
        self.regions.set_villages_only(role == CADRE)

    def _on_regions(self) -> None:
        outside = [code for code in self.regions.value() if not is_covered(code, self._own)]
        if outside:
            text = self.tr("{codes}: outside of your own region. Take it out, or choose another.")
            self.banner.tell(text.format(codes=", ".join(outside)))
        else:
            self.banner.clear()
        self._has_outside = bool(outside)
        self._show_ready()

    def _show_ready(self) -> None:
        is_whole = bool(self.name.value() and self.regions.value()) and not self._has_outside
        self.save_button.setEnabled(is_whole and (self._sheet is not None or not self._needs_sheet))

    def _on_sheet(self) -> None:
        title = self.tr("Save the programme's sheet")
        self._ask_file(title, self.tr("programme-sheet.pdf"), self.keep_sheet_at, "pdf")

    def keep_sheet_at(self, file: str, over: bool = False) -> None:
        """Where the sheet shall be written, `over` a file of that name."""
        self._sheet = NewFile(Path(file), over)
        self._sheet_words.setText(self.tr("It will be written to {file}").format(file=file))
        self._sheet_words.show()
        self.fit()
        self._show_ready()

    def _on_save(self) -> None:
        person = self.name.value() or ""
        name = self.tr("invitation-{name}.kpm").format(name=person.replace(" ", "-").replace("/", "-"))
        self._ask_file(self.tr("Save the invitation"), name, self.save_to, "kpm")

    def _ask_file(self, title: str, name: str, chosen: ChosenNew, ending: str) -> None:
        ask_new_file(self, self.look, self._context.tools.preferences, title, name, chosen, ending=ending)

    def save_to(self, file: str, over: bool = False) -> None:
        """Writes the invitation, `over` a file of that name."""
        self.save_button.setEnabled(False)
        self._file = file
        work = partial(
            _write,
            self._context,
            NewFile(Path(file), over),
            self.name.value() or "",
            self.role.current(),
            self.regions.value(),
            self._sheet,
        )
        self._context.tools.jobs.run(work, self._on_written, refused=self._on_refused, failed=self._on_failed)

    def _on_written(self, invited: Invited) -> None:
        text = self.tr("Invitation for {name} saved: {file}").format(name=invited.invitation.person, file=self._file)
        self._context.hub.announce([DEVICES])
        self.written.emit(text)
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._show_ready()
        self.banner.tell(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self._show_ready()
        self.banner.tell(self._context.tools.fault(fault), "risk")
