"""How much waits for a decision, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kpm_desktop.commands.supervision.decision_count import DecisionCount


def counted_decisions(count: DecisionCount) -> str:
    """`2 differ, 1 to repair`; what there is none of is left out, "" where nothing waits."""
    translate = QCoreApplication.translate
    parts = (
        (count.differ, translate("DecisionsCounted", "{count} differ")),
        (count.repair, translate("DecisionsCounted", "{count} to repair")),
        (count.missing, translate("DecisionsCounted", "{count} gaps")),
        (count.questions, translate("DecisionsCounted", "{count} questions")),
    )
    return ", ".join(text.format(count=number) for number, text in parts if number)
