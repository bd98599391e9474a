"""Tests of what stands behind the visit page."""
