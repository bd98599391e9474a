"""What a supervisor sees of villages, laptops and decisions."""
