"""Bundles made, opened and answered, and what they brought."""
