"""What somebody has to look at: conflicts, findings, repairs, duplicates."""
