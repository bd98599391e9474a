"""What blocks, or asks for a second look, when somebody enters a record."""
