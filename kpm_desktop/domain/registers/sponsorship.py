"""Orang tua asuh: who promised to support a child or a pregnant woman, with what, and until when."""

from kpm_desktop.domain.registers.register import STATE, SUBJECT, Column, Register

SPONSORSHIPS = Register(
    kind="sponsorship",
    icon="user-plus",
    columns=(
        Column(SUBJECT, 24),
        Column("sponsor_name", 20, below="sponsor_kind"),
        Column("support", 16, is_wide_only=True),
        Column("monthly_amount_rp", 14),
        Column("start_date", 13),
        Column("end_date", 13),
        Column(STATE, 12, is_wide_only=True),
    ),
    order=("-start_date", "sponsor_name"),
    asked=(
        "person_id",
        "sponsor_name",
        "sponsor_kind",
        "start_date",
        "end_date",
        "monthly_amount_rp",
        "support",
        "note",
    ),
    wide=("person_id", "support", "note"),
)
