"""One laptop's profile: made, opened, backed up, checked."""
