"""*Pertumbuhan*: a child's growth charts."""
