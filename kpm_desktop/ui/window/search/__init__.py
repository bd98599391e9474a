"""*Cari*: one field over everything, from everywhere."""
