"""What a measured value means against the one before: how far it rose or fell, and whether to look again."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.records.catalogue import KINDS, fields

#: A rise by more than this share of the value before asks for a second look; so does every fall.
_STEEP = 0.3


def is_measure(kind: str, field: str) -> bool:
    """Whether a field is measured in grams or millimetres, so that a difference can be said."""
    return kind in KINDS and field in fields(kind) and fields(kind)[field].spec.unit in ("g", "mm")


def amount_words(kind: str, field: str, amount: int, comma: str) -> str:
    """An amount in people's units: `300 g`, `6,0 kg`, `0,6 cm`."""
    if fields(kind)[field].spec.unit == "g":
        return f"{amount} g" if amount < 1000 else f"{amount / 1000:.1f} kg".replace(".", comma)
    return f"{amount / 10:.1f} cm".replace(".", comma)


def against(kind: str, field: str, value: int, before: int, month: str, comma: str) -> tuple[str, str]:
    """A sentence about a value against the one of an earlier month (its name), and its tone: ok or warn."""
    translate = QCoreApplication.translate
    if value == before:
        return translate("Measures", "the same as in {month}").format(month=month), "ok"
    amount = amount_words(kind, field, abs(value - before), comma)
    if value < before:
        text = translate("Measures", "{amount} less than in {month}: look again")
        return text.format(amount=amount, month=month), "warn"
    if value > before * (1 + _STEEP):
        text = translate("Measures", "{amount} more than in {month}: look again")
        return text.format(amount=amount, month=month), "warn"
    return translate("Measures", "{amount} more than in {month}").format(amount=amount, month=month), "ok"
