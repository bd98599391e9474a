"""Counts as people write them, `2.511` in Indonesian, `2,511` in English, and what a checklist counts."""

from PySide6.QtCore import QCoreApplication


def grouped(count: int, comma: str) -> str:
    """A count with its thousands apart. comma: the sign before decimals, which tells the other one."""
    return f"{count:,}".replace(",", "." if comma == "," else ",")


def unit_word(unit: str) -> str:
    """What a question of a checklist counts (`times`, `tablets`, `months`); empty for nothing."""
    translate = QCoreApplication.translate
    words = {
        "times": translate("Questions", "times"),
        "tablets": translate("Questions", "tablets"),
        "of_four": translate("Questions", "of 4"),
        "months": translate("Questions", "months"),
    }
    return words[unit] if unit else ""
