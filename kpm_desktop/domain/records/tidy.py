"""Text as it is kept, however it was typed, pasted or loaded: one spelling, nothing that nobody sees.

Names here are written in Latin letters, so that no sign that steers joining or direction is needed (decision 0043).
What is shown alike becomes alike: `Melati`, `Melati` with a zero-width space and `Mela` + line break + `ti` pasted from
a table are told apart by no eye and would be three hamlets. Letters are composed last, after everything that could
stand between a letter and its mark is gone; so whatever is kept is text every receiver takes.
"""

import re
import unicodedata

from kpm_desktop.domain.records.signs import is_assigned
from kpm_desktop.domain.records.vocabulary import Spec

#: Signs without a shape whose category says otherwise: fillers, a joiner, and what chooses a letter's variant.
_SHAPELESS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufdd0-\ufdef\U000e0100-\U000e01ef]"
)
#: Control, format, private use, half of a pair.
_WITHOUT_SHAPE = ("Cc", "Cf", "Co", "Cs")
_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def is_invisible(sign: str) -> bool:
    """Whether a sign shows nothing and stands for no blank either; what no laptop knows to be a sign shows nothing."""
    if sign.isspace():
        return False
    if unicodedata.category(sign) in _WITHOUT_SHAPE or _SHAPELESS.match(sign) is not None:
        return True
    return not (sign.isascii() or is_assigned(sign))


def tidy_line(text: str) -> str:
    """Text of one line: blanks and line breaks of every kind are one blank, none stands at an end, letters are
    composed (NFC), what is invisible is gone. Twice tidied is tidied once."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return unicodedata.normalize("NFC", " ".join(_seen(text).split()))


def tidy_lines(text: str) -> str:
    """Text of several lines, each without what is invisible and without blanks at its end; line breaks of every kind
    are line feeds, and none stands at an end of the text."""
    kept = (_seen(line).rstrip() for line in _BREAKS.split(text))
    return unicodedata.normalize("NFC", "\n".join(kept).strip())


def tidied(spec: Spec, text: str) -> str:
    """A text as a field of this form keeps it; empty when nothing is left."""
    return tidy_lines(text) if spec.lines else tidy_line(text)


def bare(text: str) -> str:
    """A number, date or code without what is invisible and without blanks no keyboard has: they come from a web page
    or a spreadsheet and mean nothing there."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(sign for sign in text if sign == " " or not is_unseen(sign)).strip()


def is_unseen(sign: str) -> bool:
    """Whether a sign shows nothing, or a blank other than the one of the keyboard."""
    return is_invisible(sign) or (sign.isspace() and sign != " ")


def unseen_signs(text: str) -> tuple[str, ...]:
    """The names, `U+200B`, of what nobody sees in a text, each once."""
    return tuple(dict.fromkeys(f"U+{ord(sign):04X}" for sign in text if is_unseen(sign)))


def _seen(text: str) -> str:
    return "".join(" " if sign.isspace() else sign for sign in text if not is_invisible(sign))
