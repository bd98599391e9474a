"""Finding whatever a profile holds: people, households, laptops and villages."""
