"""Form 2C: who of the older children takes part in early education."""
