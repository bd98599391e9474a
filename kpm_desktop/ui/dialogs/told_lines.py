"""What dialogs tell of several people: each name once, its sentences below."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: A sentence about somebody: the name, the sentence, its tone.
Told = tuple[str, str, str]


def told_lines(look: Look, told: Sequence[Told], most: int) -> QWidget:
    """The first of them, and how many more there are."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(4))
    for at, (name, lines) in enumerate(groupby(told[:most], key=lambda one: one[0])):
        if at:
            column.addSpacing(look.px(8))
        column.addWidget(label(look, name, Text.BODY_STRONG))
        for _, sentence, tone in lines:
            words = label(look, sentence, Text.BODY, tone, wrap=True)
            words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(words)
    if len(told) > most:
        more = QCoreApplication.translate("Told", "and {count} more").format(count=len(told) - most)
        column.addWidget(label(look, more, Text.CAPTION, "text2"))
    column.addStretch(1)
    return holder
