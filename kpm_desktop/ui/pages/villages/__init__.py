"""*Desa dan kader*, and the supervisor's *Beranda*."""
