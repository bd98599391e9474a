"""The Ministry's regions: codes, list, names."""
