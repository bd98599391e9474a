"""Forms of the register: declared field by field, all in one frame."""
