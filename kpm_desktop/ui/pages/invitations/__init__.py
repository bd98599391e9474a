"""*Undangan*."""
