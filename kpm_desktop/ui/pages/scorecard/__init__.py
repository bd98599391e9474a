"""*Rapor desa*."""
