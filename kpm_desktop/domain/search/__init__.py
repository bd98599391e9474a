"""Finding people by what somebody types."""
