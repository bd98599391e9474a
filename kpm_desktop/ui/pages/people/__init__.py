"""*Sasaran*: households and people."""
