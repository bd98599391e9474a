"""What a user can do: one file per action, without Qt, used by the window and the command line alike."""
