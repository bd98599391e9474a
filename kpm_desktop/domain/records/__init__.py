"""Every kind of record, each field declared once with its unit, limits and choices (the record dictionary)."""
