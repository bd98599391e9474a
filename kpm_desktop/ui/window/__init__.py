"""The program's window: what surrounds the pages."""
