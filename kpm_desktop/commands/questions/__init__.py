"""Comments on records and fields, their answers, and what came back."""
