"""Forms about a household, a person or one value: what is typed is kept at once, and offered again when the same form
is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.records.begun_forms import (
    Begun,
    BegunForm,
    BegunPart,
    Heads,
    correction_id,
    drop_form,
    keep_form,
)
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.forms.draft_form import DraftForm, restore, taken
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.context import Context

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class SaveKept(Protocol):
    """Saves what the parts give; `begun` goes to the command that does it."""

    def __call__(self, store: Store, values: Sequence[Mapping[str, Any]], is_sure: bool, *, begun: Begun) -> Any:
        """Gives what the command gives."""


class KeptForm(DraftForm):
    """form: which one, so that its draft is found again. region: of what it corrects or hangs on. about: the record it
    corrects, None for a form that makes a new one. begun: what was typed before. Subclasses put their parts in
    (`keep_part`) and then `go_on`."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        icon: str,
        save: SaveKept,
        changes: Sequence[str],
        form: str,
        region: str = "",
        about: UUID | None = None,
        begun: BegunForm | None,
        width: int = 1120,
    ) -> None:
        super().__init__(context, parent, icon=icon, save=self._saving, changes=(*changes, DRAFTS), width=width)
        self._form, self._begun, self._save_kept = form, begun, save
        self._region = region
        new = correction_id(form, region, about) if about is not None else new_id()
        self.record: UUID = begun.record if begun is not None else new
        self._kept: dict[FormPart, BegunPart] = {}

    def keep_part(
        self,
        part: FormPart,
        *,
        around: Mapping[str, Any] | None = None,
        about: UUID | None = None,
        base: Heads | None = None,
    ) -> FormPart:
        """Another record below the others. around: what it hangs on; about: the saved record it corrects, and base: the
        heads that are shown of it."""
        self._kept[part] = BegunPart(part.kind, {}, {}, around or {}, about, base or {}, self._region)
        return self.add_part(part)

    def go_on(self) -> None:
        """Shows what was typed before, above what is held now, and keeps what follows."""
        if self._begun is not None:
            for part, draft in zip(self.parts, self._begun.parts, strict=False):
                if draft is not None:
                    restore(part, draft.answers, draft.typed)
            calendar, at = self.context.tools.calendar, local(self._begun.at)
            text = self.tr("What was typed on {day} at {clock} is here again.")
            self.banner.tell(text.format(day=calendar.short_day(at.date()), clock=calendar.clock(at)), "ok")
        self.keep_drafts(has_draft=self._begun is not None)

    def keeping(self) -> Callable[[Store], object]:
        """All parts together; nothing where all is as it was when the form was opened."""
        is_touched = any(part.is_touched for part in self.parts)
        parts = [self._typed(part, *(taken(part) if is_touched else ({}, {}))) for part in self.parts]
        return partial(keep_form, form=self._form, record=self.record, parts=parts)

    def dropping(self) -> Callable[[Store], object]:
        """The drafts of all parts."""
        return partial(drop_form, record=self.record)

    def _typed(self, part: FormPart, answers: Mapping[str, Any], typed: Mapping[str, str]) -> BegunPart:
        return replace(self._kept[part], answers=answers, typed=typed)

    def _saving(self, store: Store, values: Sequence[dict[str, Any]], is_sure: bool) -> Any:
        base = {part.kind: part.base for part in self._kept.values() if part.about is not None}
        return self._save_kept(store, values, is_sure, begun=Begun(self.record, base, self.overwrites))


class NewForm(KeptForm):
    """A form for a household or person that is new. `another`: one more is to be begun, this one keeps its draft."""

    another = Signal()

    def go_on(self) -> None:
        """Whoever finds what was typed before may begin another one instead."""
        super().go_on()
        if self._begun is not None:
            self.another_button = self.add_button(self.tr("Begin another"), icon="plus", before=self.drop_button)
            self.another_button.clicked.connect(self._on_another)

    def _on_another(self) -> None:
        if not self._is_saving:
            self.reject()
            self.another.emit()
