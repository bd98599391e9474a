"""Kelas dan edukasi: one session of teaching parents, and who came."""

from kpm_desktop.domain.registers.register import STATE, Column, Register

EDUCATION_SESSIONS = Register(
    kind="education_session",
    icon="users",
    columns=(
        Column("topic", 24, below="note"),
        Column("session_date", 12),
        Column("method", 14, is_wide_only=True),
        Column("facilitator", 20),
        Column("women_count", 10),
        Column("men_count", 10),
        Column("person_ids", 12, is_wide_only=True),
        Column(STATE, 12, is_wide_only=True),
    ),
    order=("-session_date", "topic"),
    asked=(
        "village_code",
        "session_date",
        "topic",
        "method",
        "facilitator",
        "women_count",
        "men_count",
        "person_ids",
        "note",
    ),
    wide=("person_ids", "note"),
)
