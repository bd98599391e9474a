"""The supervisor's invitation at the first start, now or later."""

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.entry.invitation_part import InvitationPart
from kpm_desktop.ui.entry.steps import Step
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.session import Session


class InvitationStep(Step):
    """An invitation may come later; one whose words are shown must be decided about first. That is done at once."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._is_cadre = True
        self.banner = Banner(self.look)
        self.part = InvitationPart(tools)
        self.part.told.connect(self._on_told)
        self.part.taken.connect(self.part.choose_button.hide)
        self.part.changed.connect(self.changed)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.part)

    def show_session(self, session: Session) -> None:
        """Whose invitation it will be."""
        self._is_cadre = session.is_cadre
        self.part.show_session(session)

    def title(self) -> tuple[str, str]:
        """Title and the line below it; who stands at the top is never invited."""
        if not self._is_cadre:
            return (
                self.tr("An invitation from above"),
                self.tr(
                    "With it what is collected here reaches the next level up. It may be taken later; "
                    "if nobody stands above you, you need none."
                ),
            )
        return (
            self.tr("The supervisor's invitation"),
            self.tr(
                "With it records can be sent to the supervisor. If you do not have it yet, go on: "
                "you can record everything and take the invitation later."
            ),
        )

    def is_ready(self) -> bool:
        """Unless words wait to be compared."""
        return not self.part.is_waiting()

    def look_at(self, file: str) -> None:
        """Reads a file and shows its words."""
        self.part.look_at(file)

    def _on_told(self, sentence: str, tone: str) -> None:
        if sentence:
            self.banner.tell(sentence, tone, closable=tone != "ok")
        else:
            self.banner.clear()
