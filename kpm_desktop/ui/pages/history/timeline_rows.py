"""The rows of Riwayat: months, changes with their values, and fields that two people wrote differently."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.households.person_history import Entry, PersonHistory
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.records.value_fates import Fate, ValueChange
from kpm_desktop.db.journal.conflicts import Conflict
from kpm_desktop.db.queries.history import LINK
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.masking import masked_number
from kpm_desktop.domain.merging.candidates import other_of
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.row_by_row import row_by_row, unshown
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.dialogs.ask import Topic
from kpm_desktop.ui.format.moment_words import day_and_clock, local
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.words.record_kinds import kind_icon, record_title
from kpm_desktop.ui.words.role_words import role_word
from kpm_desktop.ui.words.value_words import value_words

#: What is entered in a visit, and what is known of a person without one.
VISITS = frozenset({"pregnancy_visit", "child_visit", "paud_attendance", "immunization", "flag_answer"})
PERSONAL = frozenset({"person", "pregnancy", "household", "posyandu"})


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value in words. note: what became of it or what stood there before; its tone. Without a name it is a note."""

    name: str
    value: str
    note: str = ""
    tone: str = "text2"
    faded: bool = False


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The heading of a month, or of the drafts."""

    title: str

    @property
    def key(self) -> str:
        """Its title."""
        return self.title

    @property
    def words(self) -> str:
        """Its title."""
        return self.title

    @property
    def is_heading(self) -> bool:
        """It is one."""
        return True


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A change: title, who and when, its delivery state, its values."""

    entry: Entry
    title: str
    who: str
    icon: str
    state: State
    lines: tuple[ValueLine, ...]

    @property
    def key(self) -> str:
        """The change's own."""
        return self.entry.key

    @property
    def words(self) -> str:
        """All of it, for a screen reader."""
        values = [" ".join(part for part in (line.name, line.value, line.note) if part) for line in self.lines]
        return ". ".join((self.title, self.who, self.state.word(), *values))

    @property
    def is_heading(self) -> bool:
        """It can be chosen."""
        return False


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A field with several values; opening it compares them."""

    conflict: Conflict
    title: str
    detail: str

    @property
    def key(self) -> str:
        """The field's own."""
        return f"{self.conflict.id} {self.conflict.field}"

    @property
    def words(self) -> str:
        """Both lines."""
        return f"{self.title}, {self.detail}"

    @property
    def is_heading(self) -> bool:
        """It can be chosen."""
        return False


TimelineRow = MonthRow | EntryRow | DisputeRow


def fits(entry: Entry, wanted: str) -> bool:
    """Whether an entry belongs to a filter: all, visits, person or open."""
    if _told_apart(entry):
        return wanted in ("all", "person")
    if wanted == "visits":
        return entry.kind in VISITS
    if wanted == "person":
        return entry.kind in PERSONAL
    return wanted == "all" or entry.is_open


def timeline_rows(found: PersonHistory, wanted: str, tools: Tools, *, masked: bool) -> list[TimelineRow]:
    """The rows of a filter, drafts first, then month by month, the newest first."""
    groups: dict[str, list[Entry]] = {}
    for entry in found.entries:
        if fits(entry, wanted):
            groups.setdefault(_group(entry), []).append(entry)
    rows: list[TimelineRow] = []
    told: set[tuple[Any, str]] = set()
    for group in sorted(groups, reverse=True):
        rows.append(MonthRow(_group_words(group, tools)))
        for entry in groups[group]:
            rows += row_by_row(
                [entry], lambda one: _entry(one, found.names, tools, masked=masked), partial(_unshown, tools=tools)
            )
            untold = [each for each in entry.disputes if (each.id, each.field) not in told]
            told.update((each.id, each.field) for each in untold)
            rows += row_by_row(
                untold,
                lambda one: _dispute(one, found.names, tools, masked=masked),
                lambda one: DisputeRow(one, tools.wording.say(unshown(one.kind, one.id)), ""),
            )
    return rows


def _unshown(entry: Entry, *, tools: Tools) -> EntryRow:
    """A change that cannot be shown, and of which record it is."""
    title = tools.wording.say(unshown(entry.kind, entry.record))
    return EntryRow(entry, title, "", kind_icon(entry.kind), State.of_record(entry.state), ())


def ask_topics(found: PersonHistory, row: EntryRow | None, tools: Tools) -> list[Topic]:
    """What can be asked about from a row: all of it, each value it wrote, and the household. One value alone comes
    first; a row that was never saved cannot be asked about, so the person is."""
    topics = []
    if row is not None and row.entry.state is not RecordState.DRAFT:
        entry = row.entry
        topics = [
            Topic(QCoreApplication.translate("Timeline", "{row}, all of it").format(row=row.title), ref_of(entry))
        ]
        hidden = _hidden(entry)
        written = [value for value in entry.values if value.field not in hidden and value.value not in (None, [])]
        for value in written:
            shown = shown_value(entry.kind, value.field, value.value, found.names, tools, masked=True)
            words = f"{tools.words.field(entry.kind, value.field)}: {shown}"
            topics.append(Topic(words, ref_of(entry), value.field))
        if len(written) == 1:
            topics.reverse()
    if found.person is not None and (row is None or not topics or row.entry.kind != "person"):
        words = record_title("person", {}, "", tools)
        topics.append(Topic(f"{words}: {found.person.full_name}", Ref(found.region, "person", found.person.id)))
    if found.household is not None:
        words = QCoreApplication.translate("Timeline", "Household of {name}").format(name=found.household.head_name)
        topics.append(Topic(words, Ref(found.region, "household", found.household.id)))
    return topics


def ref_of(entry: Entry) -> Ref:
    """The record an entry is of."""
    return Ref(entry.region, entry.kind, entry.record)


def open_questions(found: PersonHistory) -> int:
    """How many of the questions in a timeline are not settled."""
    asked = {
        entry.record: entry.shown.get("progress")
        for entry in found.entries
        if entry.kind == "comment" and not entry.shown.get("reply_to_id")
    }
    return sum(progress != "closed" for progress in asked.values())


def shown_value(kind: str, field: str, value: Any, names: Mapping[str, str], tools: Tools, *, masked: bool) -> str:
    """A value in people's words: an id as the name it stands for, a NIK with only its last digits."""
    declared = fields(kind).get(field) if kind in KINDS else None
    if value is not None and declared is not None and declared.spec.form == "reference":
        unknown = QCoreApplication.translate("Timeline", "a record that has not come yet")
        return names.get(str(value)) or unknown
    if value is not None and field == "nik" and masked:
        return masked_number(str(value))
    words = value_words(tools, kind, field, value)
    return words[:1].upper() + words[1:]


def _group(entry: Entry) -> str:
    """Sorts above every month for what is not saved."""
    if entry.state is RecordState.DRAFT:
        return "~"
    return entry.month or month_of(local(entry.at).date())


def _group_words(group: str, tools: Tools) -> str:
    return QCoreApplication.translate("Timeline", "Not saved yet") if group == "~" else tools.calendar.month(group)


def _entry(entry: Entry, names: Mapping[str, str], tools: Tools, *, masked: bool) -> EntryRow:
    is_draft = entry.state is RecordState.DRAFT
    return EntryRow(
        entry=entry,
        title=_title(entry, tools),
        who=_who(entry, tools),
        icon="pencil" if is_draft else kind_icon(entry.kind),
        state=State.of_record(entry.state),
        lines=tuple(_lines(entry, names, tools, masked=masked)),
    )


def _title(entry: Entry, tools: Tools) -> str:
    """What it is about; of a household or a posyandu, which are others' as well, also its name."""
    title = record_title(entry.kind, entry.shown, entry.month, tools)
    name = entry.shown.get({"household": "head_name", "posyandu": "name"}.get(entry.kind, ""))
    return f"{title} · {name}" if name else title


def _who(entry: Entry, tools: Tools) -> str:
    translate = QCoreApplication.translate
    when = day_and_clock(entry.at, tools.calendar, tools.today())
    if entry.state is RecordState.DRAFT:
        return translate("Timeline", "Draft of {name}").format(name=entry.user) + f" · {when}"
    if entry.is_first:
        text = translate("Timeline", "Recorded by {name}")
    elif any(len(value.before) > 1 for value in entry.values):
        text = translate("Timeline", "Chosen by {name}")
    else:
        text = translate("Timeline", "Changed by {name}")
    laptop = translate("Timeline", "this laptop") if entry.own else _laptop(entry)
    return " · ".join(part for part in (text.format(name=entry.user), role_word(entry.role), when, laptop) if part)


def _laptop(entry: Entry) -> str:
    translate = QCoreApplication.translate
    if entry.laptop == entry.user:
        return translate("Timeline", "their own laptop")
    return translate("Timeline", "laptop {name}").format(name=entry.laptop)


def _lines(entry: Entry, names: Mapping[str, str], tools: Tools, *, masked: bool) -> list[ValueLine]:
    translate = QCoreApplication.translate
    hidden = _hidden(entry)
    lines = [_line(entry, each, names, tools, masked) for each in entry.values if each.field not in hidden]
    lines = [*_duplicate_lines(entry, names), *lines]
    if entry.is_first:  # empty from the beginning says nothing
        lines = [line for line in lines if line.value != "–"]
    if entry.state is RecordState.DRAFT and not entry.values:
        text = translate("Timeline", "What is in it only {name} sees.").format(name=entry.user)
        return [ValueLine("", text)]
    if entry.beside:
        text = translate("Timeline", "{names} changed other fields of this record; both count.")
        lines.append(ValueLine("", text.format(names=", ".join(entry.beside))))
    if entry.is_reported:
        text = translate("Timeline", "The supervisor's laptop does not use this entry: look at it again and save anew.")
        lines.append(ValueLine("", text, tone="risk"))
    return lines


def _hidden(entry: Entry) -> frozenset[str]:
    """What the title says already, and what only programs read."""
    key = KINDS[entry.kind].KEY if entry.kind in KINDS else ()
    about = ("about_kind", "about_id", "reply_to_id", *(("about_field", "progress") if _is_answer(entry) else ()))
    owner = ("person_id", "pregnancy_id") if entry.kind != "person" else ()
    said = ("answer",) if _told_apart(entry) else ()
    return frozenset((*key, *about, *owner, *said, "village_code", "ref", LINK))


def _told_apart(entry: Entry) -> bool:
    """Whether it is the answer that two records are not the same."""
    return entry.kind == "flag_answer" and other_of(str(entry.shown.get("rule") or "")) is not None


def _duplicate_lines(entry: Entry, names: Mapping[str, str]) -> list[ValueLine]:
    """Merging, taking apart and telling apart as sentences."""
    translate = QCoreApplication.translate
    unknown = translate("Timeline", "a record that has not come yet")
    if _told_apart(entry):
        both = [str(entry.shown["about_id"]), str(other_of(str(entry.shown["rule"])))]
        one, other = (names.get(each) or unknown for each in both)
        text = translate("Timeline", "{one} and {other} are not the same; nobody is asked again.")
        return [ValueLine("", text.format(one=one, other=other))]
    found = []
    for each in entry.values:
        if each.field != LINK:
            continue
        note, tone = _duplicate_note(each)
        before = [names.get(str(one)) or unknown for one in each.before if one != each.value]
        if before:
            text = translate("Timeline", "Taken apart from the record of {name}; both stand alone again.")
            found.append(ValueLine("", text.format(name=", ".join(before)), note, tone))
        if each.value is not None:
            text = translate("Timeline", "Merged with the record of {name}: both are read as one.")
            found.append(ValueLine("", text.format(name=names.get(str(each.value)) or unknown), note, tone))
    return found


def _duplicate_note(each: ValueChange) -> tuple[str, str]:
    if each.fate is Fate.DISPUTED:
        return QCoreApplication.translate("Timeline", "differs from another entry"), "risk"
    if _is_merged(each):
        return QCoreApplication.translate("Timeline", "Enter: take apart"), "text2"
    return "", "text2"


def merges(entry: Entry) -> UUID | None:
    """The record an entry is merged with to this day."""
    return next((UUID(each.value) for each in entry.values if each.field == LINK and _is_merged(each)), None)


def _is_merged(each: ValueChange) -> bool:
    return each.value is not None and each.fate is Fate.SHOWN


def _is_answer(entry: Entry) -> bool:
    return entry.kind == "comment" and bool(entry.shown.get("reply_to_id"))


def _line(entry: Entry, each: ValueChange, names: Mapping[str, str], tools: Tools, masked: bool) -> ValueLine:
    if entry.kind == "comment" and each.field == "about_field" and each.value:
        asked = tools.words.field(str(entry.shown.get("about_kind")), str(each.value))
        return ValueLine(tools.words.field("comment", "about_field"), asked)
    note, tone = _note(entry, each, tools)
    if not note and each.before:
        before = " / ".join(
            shown_value(entry.kind, each.field, one, names, tools, masked=masked) for one in each.before
        )
        note = QCoreApplication.translate("Timeline", "(before: {value})").format(value=before)
    return ValueLine(
        name=tools.words.field(entry.kind, each.field),
        value=shown_value(entry.kind, each.field, each.value, names, tools, masked=masked),
        note=note,
        tone=tone,
        faded=each.fate in (Fate.REPLACED, Fate.NOT_CHOSEN, Fate.SET_ASIDE, Fate.BESIDE),
    )


def _note(entry: Entry, each: ValueChange, tools: Tools) -> tuple[str, str]:
    """What became of a value that is not simply the one shown."""
    translate = QCoreApplication.translate
    if each.fate is Fate.WITHHELD:
        why = tools.wording.say(reason(f"repair.{each.limit}"))
        return translate("Timeline", "not used: {why}").format(why=why), "risk" if each.is_open else "text2"
    words = {
        Fate.REPLACED: (translate("Timeline", "replaced later by {name}").format(name=each.by), "text2"),
        Fate.NOT_CHOSEN: (translate("Timeline", "not chosen by {name}").format(name=each.by), "text2"),
        Fate.DISPUTED: (translate("Timeline", "differs from another entry"), "risk"),
        Fate.WAITING: (translate("Timeline", "waits for an entry that has not come yet"), "warn"),
        Fate.SET_ASIDE: (translate("Timeline", "does not count: its laptop was shut out"), "warn"),
        Fate.BESIDE: (translate("Timeline", "the linked record's entry is shown"), "text2"),
    }
    return words.get(each.fate, ("", "text2"))


def _dispute(conflict: Conflict, names: Mapping[str, str], tools: Tools, *, masked: bool) -> DisputeRow:
    count = len(conflict.choices)
    translate = QCoreApplication.translate
    text = translate("Timeline", "Two entries differ: {field}")
    if count > 2:
        text = translate("Timeline", "{count} entries differ: {field}")
    values = [
        f"{shown_value(conflict.kind, conflict.field, one.value, names, tools, masked=masked)} ({one.user})"
        for one in conflict.choices
    ]
    title = text.format(count=count, field=tools.words.field(conflict.kind, conflict.field))
    return DisputeRow(conflict, title, " / ".join(values))
