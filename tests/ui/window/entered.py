"""What somebody entered, read off the forms themselves while they stand, and looked for in the store afterwards."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication

from kpm_desktop.commands.records.begun_forms import part_id
from kpm_desktop.db.journal.conflicts import places
from kpm_desktop.db.journal.groups import as_one
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.draft_form import DraftForm, taken
from kpm_desktop.ui.forms.kept_form import KeptForm, NewForm
from kpm_desktop.ui.pages.visit.number_box import NumberBox
from kpm_desktop.ui.pages.visit.question_row import QuestionRow
from kpm_desktop.ui.pages.visit.saving import Saving
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.window.shell import Shell
from tests.ui.program import Program

Key = tuple[str, UUID]


class Entered:
    """`drafts`: by record what its form said last and nobody saved: answers, and what was typed and cannot be taken;
    None where nothing is left to keep. `saved`: what was confirmed as saved."""

    def __init__(self) -> None:
        self.drafts: dict[Key, tuple[dict[str, Any], dict[str, str]] | None] = {}
        self.saved: dict[Key, dict[str, Any]] = {}
        self._visit: tuple[Saving, list[Answers]] | None = None
        self._typing: tuple[Answers, str, str] | None = None
        self._untaken: list[str] = []
        self._forms: set[DraftForm] = set()
        self._asked: set[ConfirmDialog] = set()

    def look(self, program: Program) -> None:
        """After each act: what stood in the forms before it once more, since leaving takes what was being typed, and
        what stands in them now."""
        self._read_visit()
        former, self._visit = self._visit, None
        shell = program.window.centralWidget()
        task = shell.frame.task if isinstance(shell, Shell) and shell.frame is not None else None
        if isinstance(task, VisitTask) and task.cards:
            self._visit = task.saving, [card.answers for card in task.cards]
        self._read_visit()
        self._read_typing(was_left=former is not None and (self._visit is None or self._visit[0] is not former[0]))
        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, DraftForm) and shown.isVisible():
                self._read_form(shown)
            elif isinstance(shown, ConfirmDialog) and shown.isVisible():
                self._follow_question(shown)

    def end(self) -> None:
        """The program was closed: what was being typed has been taken."""
        self._read_visit()
        self._read_typing(was_left=True)

    def lost(self, store: Store) -> list[str]:
        """What the store does not hold as it was entered."""
        with store.reading() as tx:
            held = {(one.kind, one.id): one for one in drafts.of_user(tx, store.user, repairs=True)}
            found = list(self._untaken)
            for key, expected in self.drafts.items():
                draft = held.get(key)
                kept = (draft.answers, draft.typed) if draft is not None else None
                if not _says(kept, expected):
                    found.append(f"draft {key}: entered {expected}, kept {kept}")
            for key, answers in self.saved.items():
                record = _record(tx, *key)
                missing = {name: value for name, value in answers.items() if record.get(name) != value}
                if missing:
                    found.append(f"record {key}: saved {missing}, held {record}")
        return found

    # visits

    def _read_visit(self) -> None:
        if self._visit is None:
            return
        saving, forms = self._visit
        for answers in forms:
            key = answers.sheet.kind, answers.sheet.record
            if not saving.is_done:
                self.drafts[key] = (dict(answers.changed), dict(answers.untaken)) if answers.has_draft else None
            elif answers.has_draft:
                self.drafts[key] = None
                self.saved.setdefault(key, {}).update(answers.changed)

    def _read_typing(self, *, was_left: bool) -> None:
        """A number somebody left the visit in the middle of is an answer, or kept as it was typed."""
        if was_left and self._typing is not None:
            answers, field, text = self._typing
            number = answers.read_number(field, text)
            kept = answers.typed(field) if number.problem else answers.value(field)
            if kept != (text if number.problem else number.value):
                self._untaken.append(f"{answers.sheet.kind} {field}: typed {text}, taken {kept}")
        self._typing = None
        box = QApplication.focusWidget()
        row = box.parentWidget() if isinstance(box, NumberBox) else None
        if isinstance(box, NumberBox) and isinstance(row, QuestionRow) and box.text().strip():
            self._typing = row.answers, row.question.number_field, box.text()

    # forms that keep drafts

    def _read_form(self, form: DraftForm) -> None:
        if form not in self._forms:
            self._forms.add(form)
            form.saved.connect(lambda _, form=form: self._on_saved(form))
        for key, said in _said(form).items():
            if key in self.drafts or any(part.is_touched for part in form.parts):
                self.drafts[key] = said

    def _on_saved(self, form: DraftForm) -> None:
        for number, (key, said) in enumerate(_said(form).items()):
            self.drafts[key] = None
            is_new = isinstance(form, NewForm | RegisterForm)  # else it is kept under an id that is no record's
            if said is not None and number == 0 and is_new:
                self.saved.setdefault(key, {}).update(said[0])

    def _follow_question(self, question: ConfirmDialog) -> None:
        """A form asks whether its draft may be forgotten."""
        form = question.parentWidget()
        if isinstance(form, DraftForm) and question not in self._asked:
            self._asked.add(question)
            question.confirmed.connect(lambda: self._on_forgotten(form))

    def _on_forgotten(self, form: DraftForm) -> None:
        self.drafts |= dict.fromkeys(_said(form))


def _said(form: DraftForm) -> dict[Key, tuple[dict[str, Any], dict[str, str]] | None]:
    """By record what stands in a form."""
    parts = [(part.kind, *taken(part)) for part in form.parts]
    if isinstance(form, RegisterForm):
        answers = {name: value for _, given, _ in parts for name, value in given.items()}
        typed = {name: text for _, _, texts in parts for name, text in texts.items()}
        return {(parts[0][0], form.record): (answers, typed) if answers or typed else None}
    assert isinstance(form, KeptForm)
    is_kept = any(part.is_touched for part in form.parts) and any(answers or typed for _, answers, typed in parts)
    return {
        (kind, part_id(form.record, number)): (answers, typed) if is_kept and (not number or answers or typed) else None
        for number, (kind, answers, typed) in enumerate(parts)  # the first one stands for all of them
    }


def _says(kept: tuple[dict[str, Any], dict[str, str]] | None, entered: Any) -> bool:
    """Whether a draft holds what was entered; it may hold what the record hangs on as well."""
    if kept is None or entered is None:
        return kept is entered
    answers, typed = entered
    return all(kept[0].get(name) == value for name, value in answers.items()) and bool(typed == kept[1])


def _record(tx: Transaction, kind: str, record: UUID) -> Mapping[str, Any]:
    for region_no, _ in places(tx, kind, record):
        return as_one(tx, kind, region_no, record).shown()
    return {}
