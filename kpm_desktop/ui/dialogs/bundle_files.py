"""Asking for bundle files, from every page that opens some."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.dialogs.file_dialog import ask_files
from kpm_desktop.ui.frame.page import Page


def ask_bundles(page: Page, chosen: Callable[[list[str]], object]) -> None:
    """Opens the dialog; `chosen`, a method of a page, gets the names of one or several files."""
    translate = QCoreApplication.translate
    kinds = translate("BundleFiles", "Bundles (*.kpmsync)"), translate("BundleFiles", "All files (*)")
    ask_files(page, page.context.tools.preferences, translate("BundleFiles", "Open bundles"), chosen, kinds=kinds)
