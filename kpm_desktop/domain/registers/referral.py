"""Rujukan: who was sent where, and what became of it."""

from kpm_desktop.domain.registers.register import STATE, SUBJECT, Column, Register

REFERRALS = Register(
    kind="referral",
    icon="arrow-right",
    columns=(
        Column(SUBJECT, 26),
        Column("reason", 18, below="referred_to"),
        Column("referral_date", 11),
        Column("due_date", 11, is_wide_only=True),
        Column("progress", 13, tones={"open": "warn", "done": "ok", "refused": "neu"}),
        Column(STATE, 12, is_wide_only=True),
    ),
    order=("progress", "due_date", "referral_date"),
    groups="progress",
    closed=("done", "refused"),
    deadline="due_date",
    asked=("person_id", "referral_date", "reason", "referred_to", "due_date", "note"),
    answered=("progress", "result_date", "result"),
    proposed={"progress": "open"},
    wide=("person_id", "referred_to", "note", "result"),
    usual=("referred_to",),
    has_slip=True,
)
