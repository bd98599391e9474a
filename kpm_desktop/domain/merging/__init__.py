"""One out of many: changes into records, records into groups, and which may be the same."""
