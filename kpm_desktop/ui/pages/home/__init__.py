"""*Beranda* of a cadre."""
