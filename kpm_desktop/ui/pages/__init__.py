"""The pages, one module each. They are imported when first shown, after a profile was unlocked."""
