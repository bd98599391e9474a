"""Questions and answers above a page. Opened with `open()`; what was decided comes as a signal."""
