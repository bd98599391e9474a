"""Offline-first records of household visits, for the cadre and the supervisor."""

__version__ = "0.1.0"
