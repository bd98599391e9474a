"""Asking for bundle files, from every page that opens some."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_bundles(parent: QWidget, chosen: Callable[[list[str]], object]) -> None:
    """Opens the dialog; `chosen`, a method of a page, gets the names of one or several files."""
    translate = QCoreApplication.translate
    kind = translate("BundleFiles", "Bundles (*.kpmsync)")
    title = translate("BundleFiles", "Open bundles")
    everything = translate("BundleFiles", "All files (*)")
    dialog = QFileDialog(parent, title, str(Path.home()), f"{kind};;{everything}")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(chosen)
    dialog.open()
