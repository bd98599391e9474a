"""What every page stands on: context, jobs, changes, session."""
