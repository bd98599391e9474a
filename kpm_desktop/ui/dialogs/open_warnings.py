"""Before a visit is saved: the warnings nobody answered yet, and the checklists that have barely begun."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.told_lines import told_lines
from kpm_desktop.ui.frame.context import Context

MOST_SHOWN = 6


class OpenWarningsDialog(Dialog):
    """`accepted` to save all the same; the button that goes back has the focus. doubts: name and sentence. begun: name,
    how many questions are answered and how many there are. note: what becomes of what is saved."""

    def __init__(
        self,
        context: Context,
        doubts: Sequence[tuple[str, str]],
        begun: Sequence[tuple[str, int, int]],
        parent: QWidget,
        *,
        note: str = "",
    ) -> None:
        super().__init__(context.look, icon="circle-alert", tone="warn", width=600, parent=parent)
        self.set_title(*self._titles(len(doubts), len(begun)))
        few = self.tr("Only {done} of {total} questions are answered.")
        lines = [(name, few.format(done=done, total=total)) for name, done, total in begun]
        told = [(name, sentence, "warn") for name, sentence in sorted((*lines, *doubts), key=lambda one: one[0])]
        self.body.addWidget(told_lines(self.look, told, MOST_SHOWN), 1)
        usual = self.tr("The values are saved as they are; they can be corrected in any month.")
        self.note.setText(note or usual)
        self.save_button = self.add_button(self.tr("Save all the same"))
        self.save_button.clicked.connect(self.accept)
        words = self.tr("Look again") if doubts else self.tr("Go on filling in")
        self.back_button = self.add_button(words, kind="primary", key="Enter")
        self.back_button.clicked.connect(self.reject)
        self.back_button.setFocus()

    def _titles(self, doubts: int, begun: int) -> tuple[str, str]:
        if not doubts:
            return self.tr("Save with so few answers?"), ""
        return self.tr("Look again before saving?"), self.tr("{count} warnings are still open").format(count=doubts)
