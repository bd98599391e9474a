"""*Keputusan* and *Periksa lagi*."""
