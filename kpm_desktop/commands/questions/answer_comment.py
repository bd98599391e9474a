"""A question is answered: the answer is a comment of its own, about the same thing."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.questions.close_comment import progress_edits, question_in
from kpm_desktop.commands.questions.comment_on import kept_text, require_held
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store


def answer_comment(
    store: Store, question: UUID, text: str, *, region: str = "", today: date, clock: Clock = system_clock
) -> UUID:
    """Saves an answer, marks its question as answered, and gives the answer's id. Refused for an empty or too long
    text, for what is no question, and while the record it is about has not come."""
    said = kept_text(text)
    with store.writing() as tx:
        asked = question_in(tx, question, region)
        require_held(tx, asked.kind, asked.record, asked.region)
        answer = {
            "about_kind": asked.kind,
            "about_id": asked.record,
            "about_field": asked.field or None,
            "text": said,
            "reply_to_id": asked.id,
            "progress": "answered",
        }
        edits = [Edit("comment", answer, region=asked.region), *progress_edits(tx, asked, "answered", clock)]
        return save_in(tx, edits, today=today, sure=True, clock=clock).ids[0]
