"""What a rule found, as people read it: whose record, which field, and why."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.domain.records.words import small
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.objection_words import objection_words
from kpm_desktop.ui.words.record_kinds import kind_title, row_words
from kpm_desktop.ui.words.subject_words import subject_name


def finding_title(found: DataFinding, tools: Tools) -> str:
    """`Ahmad Fauzi · 2B Oktober 2026`."""
    title = row_words(found.kind, found.subject.month, tools) or small(kind_title(found.kind, tools))
    return f"{subject_name(found.subject)} · {title}"


def finding_sentence(found: DataFinding, tools: Tools) -> str:
    """The field and what is the matter with it; what only waits for something else is called so."""
    translate = QCoreApplication.translate
    field = tools.words.field(found.kind, found.field)
    field = field[:1].upper() + field[1:]
    if found.rule == "rules.not_held":
        why = translate("Findings", "leads to a record that has not come yet")
    elif found.rule == "rules.missing":
        why = translate("Findings", "has not come yet")
    else:
        said = objection_words(tools, found.why)
        why = said[:1].lower() + said[1:] if said[1:2].islower() else said
    return f"{field}: {why.rstrip('.')}"
