"""Words for what the program knows, for windows."""
