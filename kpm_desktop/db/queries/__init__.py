"""What pages and rules read of the rows."""
