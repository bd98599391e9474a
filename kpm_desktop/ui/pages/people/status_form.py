"""Pindah and meninggal: the day, and for a mother's children who cares for them now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.household_view import Member
from kpm_desktop.commands.households.move_out import move_out
from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.records.begun_forms import Begun, BegunForm, Heads
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.forms.entry_fields import Ask
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.forms.kept_form import KeptForm
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text

if TYPE_CHECKING:
    from datetime import date

    from kpm_desktop.db.store import Store

Values = Sequence[Mapping[str, Any]]
#: What drafts of these forms are found again by.
MOVED, DIED = "moved", "died"


class MoveForm(KeptForm):
    """Somebody, or a whole household, left the village. base: the heads that are shown."""

    def __init__(
        self,
        context: Context,
        who: Ref,
        name: str,
        base: Heads,
        parent: QWidget,
        *,
        begun: BegunForm | None = None,
    ) -> None:
        save = partial(_move, who=who, today=context.tools.today())
        super().__init__(
            context,
            parent,
            icon="map-pin",
            save=save,
            changes=["household", "person"],
            form=MOVED,
            region=who.region,
            about=who.id,
            begun=begun,
            width=720,
        )
        self.set_title(self.tr("Moved out of the village"), name)
        text = self.tr("They are no longer to be visited; everything recorded so far stays and counts.")
        self.body.addWidget(label(self.look, text, Text.BODY, "text2", wrap=True))
        ask = Ask(field="status_date", label=self.tr("Day of moving"), required=True)
        self.keep_part(FormPart(context.tools, who.kind, [ask]), about=who.id, base=base)
        self.go_on()


class DeathForm(KeptForm):
    """Somebody died. has_children: whether a guardian is asked for."""

    def __init__(
        self, context: Context, member: Member, parent: QWidget, *, has_children: bool, begun: BegunForm | None = None
    ) -> None:
        person = member.person
        save = partial(_died, person=person.id, region=member.region, today=context.tools.today())
        super().__init__(
            context,
            parent,
            icon="user",
            save=save,
            changes=["person"],
            form=DIED,
            region=member.region,
            about=person.id,
            begun=begun,
            width=720,
        )
        self.set_title(self.tr("Died"), person.full_name)
        asks = [Ask(field="status_date", label=self.tr("Day of death"), required=True)]
        if has_children:
            hint = self.tr("Father, grandmother or somebody else")
            asks.append(Ask(field="guardian_name", label=self.tr("Who cares for the children now"), hint=hint))
            text = self.tr("The children stay targets and are visited as before.")
            self.body.addWidget(label(self.look, text, Text.BODY, "text2", wrap=True))
        self.keep_part(FormPart(context.tools, "person", asks), about=person.id, base=member.base[person.id])
        self.go_on()


def _move(store: Store, values: Values, is_sure: bool, *, who: Ref, today: date, begun: Begun) -> UUID:
    on = values[0]["status_date"]
    move_out(store, who.kind, who.id, on, region=who.region, today=today, sure=is_sure, begun=begun)
    return who.id


def _died(store: Store, values: Values, is_sure: bool, *, person: UUID, region: str, today: date, begun: Begun) -> UUID:
    guardian = values[0].get("guardian_name", "")
    on = values[0]["status_date"]
    record_death(store, person, on, guardian=guardian, region=region, today=today, sure=is_sure, begun=begun)
    return person
