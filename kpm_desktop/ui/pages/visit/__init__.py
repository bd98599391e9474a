"""*Kunjungan*: the list of a month and the visit itself."""
