"""Tables in and out: interchange folders and growth tables."""
