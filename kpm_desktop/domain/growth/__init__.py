"""What a child's measures say beside the WHO Child Growth Standards: z-scores, flags and Indonesian classes.

One set of rules (`rules`) and tables (`tables`) has two forms that give the same numbers: `child` for one child, in
plain Python, and `columns` for many, with numpy. Only `columns` imports numpy.
"""
