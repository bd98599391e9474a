"""Pelatihan: who was trained in what, one of the eight convergence actions."""

from kpm_desktop.domain.registers.register import STATE, Column, Register

TRAININGS = Register(
    kind="training",
    icon="notebook-pen",
    columns=(
        Column("title", 34, below="organiser"),
        Column("training_date", 12),
        Column("attendees_kpm", 10),
        Column("attendees_tpk", 10),
        Column("attendees_pkk", 10),
        Column("attendees_other", 10, is_wide_only=True),
        Column(STATE, 12, is_wide_only=True),
    ),
    order=("-training_date", "title"),
    asked=(
        "region_code",
        "training_date",
        "title",
        "organiser",
        "convergence_action",
        "attendees_kpm",
        "attendees_tpk",
        "attendees_pkk",
        "attendees_other",
        "note",
    ),
    wide=("title", "note"),
)
