"""Hari posyandu: a posyandu's morning in one table."""
