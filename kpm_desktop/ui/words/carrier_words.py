"""What takes a record along from here to whom it concerns: a cadre's next bundle, a supervisor's next receipt."""

from PySide6.QtCore import QCoreApplication


def next_carrier(*, is_cadre: bool) -> str:
    """As it stands within a sentence: `kiriman berikutnya`."""
    if is_cadre:
        return QCoreApplication.translate("Carrier", "the next bundle")
    return QCoreApplication.translate("Carrier", "the next receipt")
