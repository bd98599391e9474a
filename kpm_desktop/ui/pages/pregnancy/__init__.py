"""Kehamilan: one pregnancy on one page."""
