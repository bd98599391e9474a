"""One pregnancy as its page shows it."""
