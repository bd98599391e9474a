"""Codes of regions as people and other programs write them: `12.75.01.1001` is also `1275011001`."""

import re

_BETWEEN = r"\s*[.\-]?\s*"
_TYPED = re.compile(rf"\s*(\d\d)(?:{_BETWEEN}(\d\d)(?:{_BETWEEN}(\d\d)(?:{_BETWEEN}(\d{{4}}))?)?)?\s*", re.ASCII)
#: Where the parts of a code begin and end when it is written without points.
_CUTS = ((0, 2), (2, 4), (4, 6), (6, 10))


def region_code(typed: str) -> str:
    """The code as records write it, of a village, kecamatan, kabupaten or province; "" for a text that is none."""
    found = _TYPED.fullmatch(typed)
    return ".".join(part for part in found.groups() if part) if found else ""


def as_region(typed: str) -> str:
    """The same, and what is none as it was typed: for whoever refuses it in words of its own."""
    return region_code(typed) or typed.strip()


def code_beginning(typed: str) -> str:
    """What a code begins with while it is being typed, `12750` as `12.75.0`."""
    digits = "".join(sign for sign in typed if sign in "0123456789")
    return ".".join(part for begin, end in _CUTS if (part := digits[begin:end])) + digits[_CUTS[-1][1] :]
