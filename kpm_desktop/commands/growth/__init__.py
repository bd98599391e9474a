"""A child's growth, read from its visits."""
