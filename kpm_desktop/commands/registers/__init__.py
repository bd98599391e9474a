"""Registers: lists of any declared kind, their forms, and what becomes of what is entered."""
