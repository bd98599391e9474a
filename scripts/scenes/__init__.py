"""What the pictures of the user guide show beside the pages themselves."""
