"""The places bundles go to and come from."""
