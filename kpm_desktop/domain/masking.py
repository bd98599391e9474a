"""Names, and numbers that say who somebody is, where they shall not be read: on screens until asked for, on lists that
go from hand to hand."""

_MASK = "•"
_SHOWN_DIGITS = 4


def masked_number(number: str) -> str:
    """A number that says who somebody is, with only its last digits."""
    hidden = max(len(number) - _SHOWN_DIGITS, 0)
    return _MASK * hidden + number[hidden:]


def masked_name(name: str) -> str:
    """A name as its initials: `Siti Rahmah` is `S. R.`; who knows the person knows whom it means."""
    return " ".join(f"{word[0]}." for word in name.split())
