"""The questions of the monthly checklists 2A, 2B and 2C: what is asked, in which order, and when."""
