"""Names as people spell them: `Soekarni` and `Sukarni`, `Djoko` and `Joko`, `Tjahyo` and `Cahyo` find each other."""

import re
import unicodedata

_SPELLINGS = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sy", "s"), ("kh", "h"), ("ph", "f"), ("v", "f"), ("z", "s"))
_DOUBLE = re.compile(r"([a-z])\1+")
_OTHER = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """A text as it is compared: without case, accents and signs, old spellings as new ones, doubled letters once."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    for old, new in _SPELLINGS:
        plain = plain.replace(old, new)
    return _OTHER.sub(" ", _DOUBLE.sub(r"\1", plain)).strip()


def matches(wanted: str, key: str) -> bool:
    """Whether every word of a folded question begins a word, or stands inside one, of a folded key."""
    return all(word in key for word in wanted.split())
