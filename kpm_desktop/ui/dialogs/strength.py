"""How good a new password is, roughly: long enough, and not what everybody tries first."""

SHORTEST = 8
_GOOD = 12
_SEQUENCES = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_COMMON = ("password", "sandi", "katasandi", "rahasia", "bismillah", "indonesia", "posyandu", "kader", "desa")


def strength(password: str, name: str = "") -> str:
    """`empty`, `short`, `guessable`, `fair` or `good`."""
    if not password:
        return "empty"
    if len(password) < SHORTEST:
        return "short"
    if _is_guessable(password.lower(), name.lower()):
        return "guessable"
    return "good" if len(password) >= _GOOD else "fair"


def _is_guessable(password: str, name: str) -> bool:
    letters = "".join(char for char in password if char.isalpha())
    if len(set(password)) < 4:
        return True
    if any(letters == known for known in _COMMON) or (letters and letters in name.replace(" ", "")):
        return True
    return any(password in line * 3 or password in line[::-1] * 3 for line in _SEQUENCES)
