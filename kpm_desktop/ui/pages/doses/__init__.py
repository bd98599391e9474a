"""Imunisasi: a child's doses, entered and read as the page of the KIA book has them."""
