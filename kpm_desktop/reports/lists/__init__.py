"""Lists on paper and as sheets: registers and whatever else is rows under headings."""
