"""After Simpan: that it is kept on this laptop, what has to be done for whom, and where to go next."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.told_lines import told_lines
from kpm_desktop.ui.frame.context import Context

MOST_SHOWN = 7


class VisitSavedDialog(Dialog):
    """`accepted` for the next household, `rejected` to go back. to_do: whose answers ask for what, the urgent first."""

    def __init__(
        self,
        context: Context,
        count: int,
        has_next: bool,
        to_do: Sequence[tuple[str, Attention]],
        parent: QWidget,
    ) -> None:
        is_urgent = any(one.is_urgent for _, one in to_do)
        icon, tone = ("triangle-alert", "risk") if is_urgent else ("hard-drive", "neu")
        super().__init__(context.look, icon=icon, tone=tone, width=520, parent=parent)
        title = self.tr("Saved. Refer now") if is_urgent else self.tr("The visit is saved")
        self.set_title(title, self.tr("{count} checklists").format(count=count))
        say = context.tools.wording.say
        self.told = [(name, say(one.why), "warn" if one.level == "watch" else "risk") for name, one in to_do]
        if self.told:
            self.body.addWidget(told_lines(self.look, self.told, MOST_SHOWN), 1)
        text = self.tr("It is kept on this laptop and goes to the supervisor with the next delivery.")
        self.body.addWidget(label(self.look, text, wrap=True))
        if has_next:
            self.add_close(self.tr("Back to the list"))
            button = self.add_button(self.tr("Next household"), kind="primary", icon="arrow-right", key="Enter")
            button.clicked.connect(self.accept)
        else:
            self.note.setText(self.tr("Everybody on the list has been visited."))
            button = self.add_button(self.tr("Back to the list"), kind="primary", key="Enter")
            button.clicked.connect(self.reject)
