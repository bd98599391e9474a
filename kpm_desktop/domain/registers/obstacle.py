"""Kendala: what hinders the work in the field, who should answer, and the answer."""

from kpm_desktop.domain.registers.register import STATE, SUBJECT, Column, Register

OBSTACLES = Register(
    kind="obstacle",
    icon="triangle-alert",
    columns=(
        Column("description", 38, below="resolution"),
        Column("category", 14),
        Column(SUBJECT, 20, is_wide_only=True),
        Column("reported_date", 11),
        Column("progress", 13, tones={"open": "warn", "in_progress": "neu", "resolved": "ok"}),
        Column(STATE, 12, is_wide_only=True),
    ),
    order=("progress", "reported_date"),
    groups="progress",
    closed=("resolved",),
    asked=("village_code", "reported_date", "category", "description", "person_id", "note"),
    answered=("progress", "resolved_date", "resolution"),
    proposed={"progress": "open"},
    wide=("description", "person_id", "note", "resolution"),
)
