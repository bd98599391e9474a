"""What a receipt brought beside delivery, in plain words."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.questions.what_returned import (
    ANSWER,
    CORRECTION,
    QUESTION,
    SETTLED,
    TASK,
    WORK,
    ReturnedRecord,
    WhatReturned,
)
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.comment_words import name_and_field
from kpm_desktop.ui.words.record_kinds import record_title
from kpm_desktop.ui.words.subject_words import subject_name

_ICONS = {QUESTION: "message-square", ANSWER: "message-square", SETTLED: "check", TASK: "users", CORRECTION: "pencil"}
#: Fields told one by one.
_MOST_FIELDS = 3


def returned_sentence(what: WhatReturned) -> str:
    """`3 records from the laptop of Ibu Wati, 2 corrections by the supervisor, 1 question`; empty for nothing."""
    parts = [words for sort in (WORK, CORRECTION, TASK, QUESTION, ANSWER, SETTLED) for words in _told(what, sort)]
    if not parts:
        return ""
    return QCoreApplication.translate("Returned", "Came back: {what}.").format(what=", ".join(parts))


def remarks_sentence(what: WhatReturned) -> str:
    """The questions and answers among it, for a supervisor, to whom records come anyway."""
    parts = [words for sort in (QUESTION, ANSWER, SETTLED) for words in _told(what, sort)]
    if not parts:
        return ""
    return QCoreApplication.translate("Returned", "With it: {what}.").format(what=", ".join(parts))


def heading_words(what: WhatReturned, sort: str) -> str:
    """The heading of one sort."""
    return ", ".join(_told(what, sort))


def _told(what: WhatReturned, sort: str) -> list[str]:
    """The words for one sort, by person where that matters."""
    translate = QCoreApplication.translate
    people = Counter((one.person, one.role) for one in what.of(sort))
    plain = {
        QUESTION: translate("Returned", "{count} questions"),
        ANSWER: translate("Returned", "{count} answers"),
        SETTLED: translate("Returned", "{count} questions settled"),
    }
    if sort in plain:
        count = people.total()
        return [plain[sort].format(count=count)] if count else []
    told = []
    for (person, role), count in people.most_common():
        if sort == TASK:
            text = translate("Returned", "{person} gave you {count} households")
        elif sort == CORRECTION and role == "supervisor":
            text = translate("Returned", "{count} corrections by the supervisor")
        elif sort == CORRECTION:
            text = translate("Returned", "{count} corrections by {person}")
        else:
            text = translate("Returned", "{count} records from the laptop of {person}")
        told.append(text.format(count=count, person=person))
    if sort == WORK and what.more:
        told.append(translate("Returned", "{count} more records").format(count=what.more))
    return told


def returned_icon(sort: str) -> str:
    """The icon of a sort."""
    return _ICONS.get(sort, "laptop")


def returned_title(record: ReturnedRecord, tools: Tools) -> str:
    """Whom it is about; what it is where it is about nobody."""
    thread = record.thread
    if thread is not None:
        return name_and_field(thread, tools)
    subject = record.subject
    is_about = subject.kind in ("person", "household") or bool(subject.month)
    return subject_name(subject) if subject.name or is_about else _row(record, tools)


def returned_detail(record: ReturnedRecord, tools: Tools) -> str:
    """The row, what was said or which fields were set, and by whom."""
    one, thread = record.returned, record.thread
    if thread is not None:
        said = next((each for each in (thread.question, *thread.answers) if each.id == one.record), thread.question)
        return f"{said.user}: “{said.text}”"
    if one.sort == TASK:
        return record.subject.hamlet
    title, fields = _row(record, tools), ""
    if one.sort == CORRECTION:
        named = [tools.words.field(one.kind, name) for name in one.fields[:_MOST_FIELDS]]
        rest = len(one.fields) - len(named)
        fields = ", ".join(named) + (f" +{rest}" if rest else "")
    told = "" if title == returned_title(record, tools) else title
    return " · ".join(part for part in (told, fields, one.person) if part)


def _row(record: ReturnedRecord, tools: Tools) -> str:
    return record_title(record.returned.kind, {}, record.subject.month, tools)
