"""What a laptop's role is called."""

from PySide6.QtCore import QCoreApplication


def role_word(role: str) -> str:
    """`Kader (KPM)`, `Penyelia`; nothing for what is not known."""
    translate = QCoreApplication.translate
    words = {"cadre": translate("Roles", "Cadre (KPM)"), "supervisor": translate("Roles", "Supervisor")}
    return words.get(role, "")
