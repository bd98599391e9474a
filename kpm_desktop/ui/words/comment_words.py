"""Questions and answers in words: about whom and what, who said it, how far it has travelled, whose turn it is."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.questions.comment_list import ANSWERED, CLOSED, Said, Thread
from kpm_desktop.domain.masking import masked_number
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.record_kinds import record_title
from kpm_desktop.ui.words.role_words import role_word
from kpm_desktop.ui.words.subject_words import subject_name, subject_words
from kpm_desktop.ui.words.value_words import value_words


def about_words(thread: Thread, tools: Tools) -> str:
    """`Ahmad Fauzi, anak 10 bulan · Mawar · 2B Oktober 2026`."""
    return subject_words(thread.subject, thread.kind, tools)


def row_title(thread: Thread, tools: Tools) -> str:
    """What the row a question is about is called: `2B Oktober 2026`, `Data diri`."""
    return record_title(thread.kind, {}, thread.subject.month, tools)


def name_and_field(thread: Thread, tools: Tools) -> str:
    """`Ahmad Fauzi · Berat badan`."""
    name = subject_name(thread.subject)
    return f"{name} · {tools.words.field(thread.kind, thread.field)}" if thread.field else name


def present_value(thread: Thread, tools: Tools) -> str:
    """`Berat badan 8,1 kg`; nothing for a question about a whole row. A NIK shows only its last digits."""
    if not (thread.field and thread.has_come):
        return ""
    value = thread.value
    if thread.field == "nik" and value is not None:
        value = masked_number(str(value))
    shown = value_words(tools, thread.kind, thread.field, value)
    if value is None or value == []:
        shown = QCoreApplication.translate("Comments", "empty")
    return f"{tools.words.field(thread.kind, thread.field)} {shown}"


def said_by(said: Said, tools: Tools) -> str:
    """`Bu Rina · Penyelia · 12 Nov, 10.42`."""
    when = day_and_clock(said.at, tools.calendar, tools.today())
    return " · ".join(part for part in (said.user, role_word(said.role), when) if part)


def turn_words(thread: Thread) -> tuple[str, str]:
    """Whose turn it is, and the tone of its chip."""
    translate = QCoreApplication.translate
    if thread.progress == CLOSED:
        return translate("Comments", "settled"), "neu"
    if thread.progress == ANSWERED:
        return translate("Comments", "answered"), "ok" if thread.is_ours else "neu"
    if thread.waits_for_us:
        return translate("Comments", "waits for your answer"), "warn"
    return translate("Comments", "waits for an answer"), "neu"


def open_words(count: int) -> str:
    """That there are questions that are not settled."""
    if count == 1:
        return QCoreApplication.translate("Comments", "1 open question")
    return QCoreApplication.translate("Comments", "{count} open questions").format(count=count)
