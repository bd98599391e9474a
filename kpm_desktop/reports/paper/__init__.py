"""Where everything of a page stands on the sheet: measured, fitted and parted without a window toolkit."""
