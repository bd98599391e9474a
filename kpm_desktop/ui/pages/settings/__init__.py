"""*Pengaturan* and *Laptop ini*."""
