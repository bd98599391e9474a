"""PAUD: form 2C, a year of children by months."""
