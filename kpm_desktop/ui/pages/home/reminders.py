"""What Beranda reminds of: the month's end, questions, referrals without a result, children nobody weighed yet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.households.target_rows import TargetList
from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.supervision.home_overview import HomeOverview
from kpm_desktop.db.queries.open_matters import OpenReferral
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.words.comment_words import name_and_field

#: From so many days before its end a month is reminded of.
_DAYS_BEFORE_END = 14
#: A referral older than this is no reminder any more; the history still shows it.
_REFERRAL_DAYS = 180
#: Questions told at once.
_QUESTIONS = 2

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to remember; `question` is the thread that is opened, `referral` the record, `posyandu` (village, name)
    the one whose day is opened, else `person` whose history tells more, if it is about anybody."""

    icon: str
    title: str
    detail: str
    person: Ref | None
    tone: str
    question: Ref | None = None
    referral: Ref | None = None
    posyandu: tuple[str, str] | None = None

    @property
    def leads(self) -> bool:
        """Whether there is more to see."""
        return any(goal is not None for goal in (self.person, self.question, self.referral, self.posyandu))


def reminders(found: HomeOverview, targets: TargetList, tools: Tools) -> list[Reminder]:
    """What is to be remembered today, the most pressing first."""
    today = tools.today()
    recent = [one for one in found.referrals if (today - one.since).days <= _REFERRAL_DAYS]
    unweighed = Counter((row.region, row.posyandu) for row in targets.due if row.kind == "child" and not row.is_weighed)
    most = sorted(unweighed.items(), key=lambda item: -item[1])
    return [
        *_month_end(targets.month, tools),
        *_questions(found.questions, tools),
        *(_referral(one, today) for one in recent[:1]),
        *(_unweighed(post, count) for post, count in most if post[1]),
    ]


def _month_end(month: str, tools: Tools) -> list[Reminder]:
    days = _days_to_month_end(tools.today())
    if days > _DAYS_BEFORE_END:
        return []
    title = (
        translate("Reminders", "{days} days to the end of {month}")
        if days
        else translate("Reminders", "Last day of {month}")
    )
    name = tools.calendar.month(month).split()[0]
    detail = translate("Reminders", "Send everything before it ends")
    return [Reminder("flag", title.format(days=days, month=name), detail, None, "text2")]


def _questions(threads: Sequence[Thread], tools: Tools) -> list[Reminder]:
    """The first ones, and how many more there are; the next one moves up when one is done with."""
    told = [_question(thread, tools) for thread in threads[:_QUESTIONS]]
    more = len(threads) - _QUESTIONS
    if more > 0:
        title = translate("Reminders", "{count} more questions").format(count=more)
        detail = translate("Reminders", "They move up when one is answered.")
        told.append(Reminder("message-square", title, detail, None, "text2", _ref(threads[_QUESTIONS])))
    return told


def _question(thread: Thread, tools: Tools) -> Reminder:
    if thread.waits_for_us:
        title, said = translate("Reminders", "Question of {asker}: {name}"), thread.question
    else:
        title = translate("Reminders", "Answered: {name}")
        said = thread.answers[-1] if thread.answers else thread.question
    words = title.format(asker=thread.question.user, name=name_and_field(thread, tools))
    return Reminder("message-square", words, f"“{said.text}”", None, "accent", _ref(thread))


def _ref(thread: Thread) -> Ref:
    return Ref(thread.region, "comment", thread.id)


def _referral(referral: OpenReferral, today: date) -> Reminder:
    title = translate("Reminders", "Referral of {name}: no result yet").format(name=referral.name)
    days = (today - referral.since).days
    detail = translate("Reminders", "for {days} days").format(days=days)
    if referral.referred_to:
        detail = translate("Reminders", "{days} days at {place}").format(days=days, place=referral.referred_to)
    person = Ref(referral.region, "person", referral.person)
    own = Ref(referral.region, "referral", referral.id)
    return Reminder("clock", title, detail, person, "warn", referral=own)


def _unweighed(posyandu: tuple[str, str], count: int) -> Reminder:
    detail = translate("Reminders", "{count} children not weighed yet").format(count=count)
    return Reminder("calendar", posyandu[1], detail, None, "accent", posyandu=posyandu)


def _days_to_month_end(today: date) -> int:
    following = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return (following - today).days - 1
