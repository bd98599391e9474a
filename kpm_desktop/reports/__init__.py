"""What it adds up to: the official forms as data, tables and pages."""
