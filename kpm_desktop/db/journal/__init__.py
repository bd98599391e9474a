"""The journal: streams of changes, what others wrote, and the rows made of them."""
