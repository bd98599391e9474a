"""What is due for whom: computed from the records of a village, never stored."""
