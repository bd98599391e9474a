"""What asks to be done at once: danger signs, thin arms, growth."""
