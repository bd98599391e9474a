"""What the windows let the worker thread do. These modules bring database and cryptography along: they are imported
inside jobs, or by pages, never by anything that is needed before a profile is unlocked."""
