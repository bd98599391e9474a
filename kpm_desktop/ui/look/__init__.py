"""Colours, fonts, icons and sizes."""
