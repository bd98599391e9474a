"""A posyandu's day: who belongs to it, and what is entered of all of them."""
