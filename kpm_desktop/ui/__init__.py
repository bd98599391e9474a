"""What is seen: the two windows. The only PySide6 of the program, with `app.py`."""
