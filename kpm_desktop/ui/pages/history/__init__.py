"""*Riwayat*: everything of one person."""
