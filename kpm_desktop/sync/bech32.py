"""Bech32 (BIP-173), the spelling of age's keys: a prefix, `1`, five bits a letter, six letters that check the rest."""

LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_CHECK_LETTERS = 6
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """Bytes under a prefix, in small letters."""
    bits = len(data) * 8
    padding = -bits % 5
    number = int.from_bytes(data, "big") << padding
    values = [number >> at & 31 for at in range(bits + padding - 5, -1, -5)]
    expanded = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    check = _remainder([*expanded, *values, *[0] * _CHECK_LETTERS]) ^ 1
    values += [check >> 5 * (_CHECK_LETTERS - 1 - at) & 31 for at in range(_CHECK_LETTERS)]
    return f"{prefix}1{''.join(LETTERS[value] for value in values)}"


def data_of(text: str) -> bytes:
    """The bytes of a text that is known to be right; ValueError on other letters."""
    letters = text.lower().rpartition("1")[2][:-_CHECK_LETTERS]
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    size = len(letters) * 5 // 8
    return (number >> len(letters) * 5 % 8).to_bytes(size, "big")


def _remainder(values: list[int]) -> int:
    total = 1
    for value in values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for at, part in enumerate(_GENERATOR):
            if top >> at & 1:
                total ^= part
    return total
