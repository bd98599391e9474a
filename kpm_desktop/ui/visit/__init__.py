"""The visit of a household: its questions, what is entered, and how it is drawn."""
