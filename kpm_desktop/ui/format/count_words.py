"""Counts as people write them: `2.511` in Indonesian, `2,511` in English."""


def grouped(count: int, comma: str) -> str:
    """A count with its thousands apart. comma: the sign before decimals, which tells the other one."""
    return f"{count:,}".replace(",", "." if comma == "," else ",")
