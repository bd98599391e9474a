"""Backups: made by hand or by themselves, let go by age, looked into, restored."""
