"""Dates, counts, measures and numbers as they are read and typed."""
