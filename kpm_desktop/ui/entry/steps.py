"""The first three steps of the first run: which role, who and where, which password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.components.tile import Tile
from kpm_desktop.ui.dialogs.new_password import NewPassword
from kpm_desktop.ui.fields.region_field import RegionField
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.frame.jobs import Jobs
from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

LONGEST_NAME = 120


class Step(Leading):
    """One card of the first run. `changed` when `is_ready` may have changed, `done` to go on at once."""

    changed = Signal()
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(12))

    def title(self) -> tuple[str, str]:
        """Title and the line below it."""
        raise NotImplementedError

    def is_ready(self) -> bool:
        """Whether one may go on."""
        return True


class RoleStep(Step):
    """Records or collects."""

    def __init__(self, look: Look, role: str | None, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._group = QButtonGroup(self)
        self._tiles = {
            CADRE: Tile(
                look,
                icon="clipboard-list",
                noun=self.tr("Cadre (KPM)"),
                detail=self.tr("I visit households and fill in the forms"),
                shortcut="1",
            ),
            SUPERVISOR: Tile(
                look,
                icon="inbox",
                noun=self.tr("Supervisor"),
                detail=self.tr("I collect what cadres deliver and decide"),
                shortcut="2",
            ),
        }
        for code, tile in self._tiles.items():
            tile.setCheckable(True)
            tile.setChecked(code == role)
            tile.clicked.connect(self._on_clicked)
            self._group.addButton(tile)
            self.column.addWidget(tile)
        self.lead_to(self._tiles[role or CADRE])

    def title(self) -> tuple[str, str]:
        """Title and the line below it."""
        return self.tr("Who works on this laptop?"), self.tr("Press 1 or 2. It cannot be changed later.")

    def is_ready(self) -> bool:
        """Once one is chosen."""
        return bool(self.role())

    def role(self) -> str:
        """`cadre`, `supervisor` or nothing yet."""
        return next((code for code, tile in self._tiles.items() if tile.isChecked()), "")

    def _on_clicked(self) -> None:
        self.changed.emit()
        self.done.emit()


class PersonStep(Step):
    """Name and regions."""

    def __init__(self, look: Look, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._role = CADRE
        self.name = TextField(look, LONGEST_NAME)
        hint = self.tr("As histories shall show it, for example Ibu Sari.")
        self.column.addWidget(FieldRow(look, self.tr("Your name"), self.name, hint=hint))
        self.regions = RegionField(look, jobs, villages_only=True)
        self._region_label = label(look, "", Text.CAPTION_STRONG)
        self._region_label.setBuddy(self.regions)
        self.column.addWidget(self._region_label)
        self.column.addWidget(self.regions)
        self.name.edited.connect(self.changed)
        self.regions.edited.connect(self.changed)
        self.lead_to(self.name)
        self.show_role(CADRE)

    def show_role(self, role: str) -> None:
        """A cadre has villages, a supervisor regions of any level."""
        self._role = role
        is_cadre = role == CADRE
        self.regions.set_villages_only(is_cadre)
        self._region_label.setText(self.tr("Your village") if is_cadre else self.tr("Your kecamatan, or villages"))

    def title(self) -> tuple[str, str]:
        """Title and the line below it."""
        return self.tr("Your name and where you work"), ""

    def is_ready(self) -> bool:
        """With a name and at least one region."""
        return self.name.value() is not None and bool(self.regions.value())


class PasswordStep(Step):
    """The first password."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.password = NewPassword(look)
        self.password.edited.connect(self.changed)
        self.column.addWidget(self.password)
        self.lead_to(self.password)

    def title(self) -> tuple[str, str]:
        """Title and the line below it."""
        return (
            self.tr("A password for this laptop"),
            self.tr(
                "Names and health data of families are kept here. Without the password, or the recovery code that "
                "comes next, nobody can read them."
            ),
        )

    def is_ready(self) -> bool:
        """When both are the same and long enough."""
        return bool(self.password.value())
