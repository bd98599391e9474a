"""The visit's right side while somebody is to be referred now: what to do, why, and the way to the referral."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.domain.risks.referring import each_once, fact_of, steps_now
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text


class ReferSide(QFrame):
    """`referral_asked` for the form, `home_asked` to say why nobody is referred, `asked` for the scorecard."""

    referral_asked = Signal()
    home_asked = Signal()
    asked = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, look = tools, tools.look
        px = look.px
        self.setProperty("role", "side-right")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.setSpacing(0)
        column.addWidget(self._head())
        holder = QWidget()
        holder.setProperty("role", "side-right")
        self._body = QVBoxLayout(holder)
        self._body.setContentsMargins(px(16), px(12), px(16), px(8))
        self._body.setSpacing(px(8))
        self._steps, self._whys = QVBoxLayout(), QVBoxLayout()
        for part in (self._steps, self._whys):
            part.setSpacing(px(8))
        self.refer_button = Button(look, self.tr("Write the referral"), kind="primary", icon="send", key="F8")
        self.refer_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.refer_button.clicked.connect(self.referral_asked)
        self.home_button = Button(look, self.tr("Not referred, because…"), kind="link", key="A", small=True)
        self.home_button.clicked.connect(self.home_asked)
        self._body.addLayout(self._steps)
        self._body.addWidget(self.refer_button)
        hint = self.tr("It is filled in already; once saved it is printed.")
        self._body.addWidget(label(look, hint, Text.CAPTION, "text2", wrap=True))
        self._body.addWidget(line())
        self._body.addWidget(label(look, self.tr("Why"), Text.CAPTION_STRONG, "text2"))
        self._body.addLayout(self._whys)
        self._body.addWidget(line())
        after = self.tr("The referral stands in Tugas until it has a result.")
        self._body.addWidget(label(look, after, Text.CAPTION, "text2", wrap=True))
        self._body.addStretch(1)
        area = UprightArea()
        area.setProperty("role", "side-right")
        area.setWidget(holder)
        column.addWidget(area, 1)
        see = Button(look, self.tr("See the village scorecard"), kind="link", icon="chart-column", key="F6", small=True)
        see.clicked.connect(self.asked)
        for button in (self.home_button, see):
            row = QHBoxLayout()
            row.setContentsMargins(px(16), 0, px(16), 0)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(row)

    def show_risks(self, whose: str, found: Sequence[Attention]) -> None:
        """Other risks, of somebody who is called so."""
        self._whose.setText(whose)
        say = self._tools.wording.say
        empty(self._steps)
        empty(self._whys)
        for number, step in enumerate(steps_now(found), 1):
            self._steps.addWidget(self._line(_numbered(self._tools, number), say(step), Text.BODY))
        look = self._tools.look
        for one in each_once(found):
            icon = icon_label(look, "triangle-alert", "risk", 18)
            self._whys.addWidget(self._line(icon, fact_of(say(one.why)), Text.BODY_STRONG, self._source(one)))

    def _source(self, one: Attention) -> str:
        """Who says so; of what was not read in the source itself, that too."""
        return one.source if one.is_confirmed else self.tr("{source} · not confirmed yet").format(source=one.source)

    def _head(self) -> QWidget:
        look, px = self._tools.look, self._tools.look.px
        head = QFrame()
        head.setProperty("role", "risk-head")
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(10))
        row.addWidget(icon_label(look, "triangle-alert", "risk", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, self.tr("Refer now"), Text.SECTION, "risk", wrap=True))
        self._whose = label(look, "", Text.CAPTION, wrap=True)
        words.addWidget(self._whose)
        row.addLayout(words, 1)
        return head

    def _line(self, before: QWidget, text: str, kind: Text, below: str = "") -> QWidget:
        look = self._tools.look
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        row.addWidget(before, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, text, kind, wrap=True))
        if below:
            words.addWidget(label(look, below, Text.CAPTION, "text2", wrap=True))
        row.addLayout(words, 1)
        return made


def _numbered(tools: Tools, number: int) -> QLabel:
    made = label(tools.look, str(number), Text.CAPTION_STRONG, "text2")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFixedSize(tools.look.px(22), tools.look.px(22))
    made.setProperty("role", "step")
    return made
