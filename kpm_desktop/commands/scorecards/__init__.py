"""The scorecard of a village."""
