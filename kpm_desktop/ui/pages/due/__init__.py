"""Tugas: what is to be done this month, household by household."""
