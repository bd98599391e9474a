"""One monthly checklist while it is filled in, without any window: what is entered, and what follows from it."""
