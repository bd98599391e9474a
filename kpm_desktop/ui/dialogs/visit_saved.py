"""After Simpan: that it is kept on this laptop, and where to go next."""

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.context import Context
from kpm_desktop.ui.dialogs.dialog import Dialog


class VisitSavedDialog(Dialog):
    """`accepted` for the next household, `rejected` to go back."""

    def __init__(self, context: Context, count: int, has_next: bool, parent: QWidget) -> None:
        super().__init__(context.look, icon="hard-drive", tone="neu", width=520, parent=parent)
        self.set_title(self.tr("The visit is saved"), self.tr("{count} checklists").format(count=count))
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
