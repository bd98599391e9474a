"""A question is settled, or opened again."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.questions.comment_on import require_held
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.commands.review.resolve_conflict import resolve_in
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries import comments as notices
from kpm_desktop.db.queries.comments import CommentRow
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused


def close_comment(
    store: Store,
    question: UUID,
    *,
    reopen: bool = False,
    region: str = "",
    today: date,
    clock: Clock = system_clock,
) -> None:
    """Closes a question; `reopen` makes it answered or open again, whichever it was. Refused for what is no question
    and while the record it is about has not come."""
    with store.writing() as tx:
        asked = question_in(tx, question, region)
        require_held(tx, asked.kind, asked.record, asked.region)
        wanted = "closed" if not reopen else "answered" if _has_answers(tx, asked) else "open"
        edits = progress_edits(tx, asked, wanted, clock)
        save_in(tx, edits, today=today, sure=True, clock=clock)


def question_in(tx: Transaction, question: UUID, region: str) -> CommentRow:
    """The question of an id. Refused where there is none, or it is an answer."""
    found = notices.comment(tx, question, region)
    if found is None:
        raise refused("comments.no_comment", value=question)
    if found.reply_to is not None:
        raise refused("comments.is_answer", value=question, question=found.reply_to)
    return found


def progress_edits(tx: Transaction, asked: CommentRow, wanted: str, clock: Clock) -> list[Edit]:
    """What brings a question to a state. Where one laptop closed it while another answered it, this says more than
    either, so that nobody has to choose between the two first."""
    state = heads.state_of(tx, "comment", asked.region_no, asked.id).get("progress")
    if state is not None and state.in_conflict:
        resolve_in(tx, asked.id, "progress", state.heads[-1].name, clock, region=asked.region)
    return [Edit("comment", {"progress": wanted}, asked.id, region=asked.region)]


def _has_answers(tx: Transaction, asked: CommentRow) -> bool:
    named = asked.region_no, asked.id
    return any((row.region_no, row.reply_to) == named for row in notices.comments(tx))
