"""Cari through the real window."""
