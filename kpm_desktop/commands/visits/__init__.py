"""The monthly checklists of a household."""
