"""What is drawn of numbers, for the screen and for paper alike."""
