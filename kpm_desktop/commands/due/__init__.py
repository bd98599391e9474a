"""What is to be done, by household."""
