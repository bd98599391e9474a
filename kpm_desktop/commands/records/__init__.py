"""Saving any record: the rules of entry, one transaction, and how its values stand."""
