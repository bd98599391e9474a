"""A form for a household or person that is new: what is typed is kept at once and offered again when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.begun_forms import BegunForm, BegunPart, drop_form, keep_form
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.forms.draft_form import DraftForm, restore, taken
from kpm_desktop.ui.forms.form_dialog import Save
from kpm_desktop.ui.frame.context import Context

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class NewForm(DraftForm):
    """form: which one it is, so that its draft is found again; begun: what was typed before. `save` is told the id the
    first record gets (`begun`)."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        icon: str,
        save: Callable[..., Any],
        changes: Sequence[str],
        form: str,
        begun: BegunForm | None,
    ) -> None:
        self._form, self._begun = form, begun
        self.record: UUID = begun.record if begun is not None else new_id()
        saving: Save = partial(save, begun=self.record)
        super().__init__(context, parent, icon=icon, save=saving, changes=changes)
        self._around: Sequence[Mapping[str, Any]] = ()

    def go_on(self, *around: Mapping[str, Any]) -> None:
        """Shows what was typed before, and keeps what follows. around: by part, what the record hangs on."""
        self._around = around
        if self._begun is not None:
            for part, draft in zip(self.parts, self._begun.parts, strict=False):
                if draft is not None:
                    restore(part, draft.answers, draft.typed)
            calendar, at = self.context.tools.calendar, local(self._begun.at)
            text = self.tr("What was typed on {day} at {clock} is here again.")
            self.banner.tell(text.format(day=calendar.short_day(at.date()), clock=calendar.clock(at)), "ok")
        self.keep_drafts(has_draft=self._begun is not None)

    def keeping(self) -> Callable[[Store], object]:
        """All parts together."""
        given = [(part.kind, *taken(part)) for part in self.parts]
        around = [*self._around, *({} for _ in given)]
        parts = [BegunPart(*one, where) for one, where in zip(given, around, strict=False)]
        return partial(keep_form, form=self._form, record=self.record, parts=parts)

    def dropping(self) -> Callable[[Store], object]:
        """The drafts of all parts."""
        return partial(drop_form, record=self.record)
