"""A kind of record as list, form, print and table, declared once (docs/architecture.md, "Registers")."""
