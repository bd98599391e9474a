"""Numbers that say who somebody is stand on the screen only when they are asked for."""

_MASK = "•"
_SHOWN_DIGITS = 4


def masked_number(number: str) -> str:
    """A number that says who somebody is, with only its last digits."""
    hidden = max(len(number) - _SHOWN_DIGITS, 0)
    return _MASK * hidden + number[hidden:]
