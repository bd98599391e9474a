"""Rules of an answer among the records around it."""

from collections.abc import Iterator

from kpm_desktop.domain.entry.rule_context import EntryRules, RuleContext
from kpm_desktop.domain.records.base import Finding, finding
from kpm_desktop.domain.records.comment import Comment


def _among(comment: Comment, region: str, around: RuleContext) -> Iterator[Finding]:
    """An answer belongs to a question and is about the same thing, or about the question itself."""
    question = around.record("comment", comment.reply_to_id) if comment.reply_to_id else None
    if not isinstance(question, Comment):
        return
    if question.reply_to_id is not None:
        yield finding("reply_to_id", "rules.not_a_question")
    same = (question.about_kind, question.about_id, question.about_field)
    if (comment.about_kind, comment.about_id, comment.about_field) != same and comment.about_id != question.id:
        yield finding("reply_to_id", "rules.other_question")


RULES = EntryRules(Comment, _among)
