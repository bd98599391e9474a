"""*Kirim*."""
