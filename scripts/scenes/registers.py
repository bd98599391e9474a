"""Scenes of Kegiatan: what the registers look like in use, empty, while something is entered, and answered."""

from PySide6.QtCore import Qt

from kpm_desktop.ui.dialogs.print_preview import PrintPreview
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.registers.register_page import RegisterPage
from kpm_desktop.ui.registers.register_rows import RegisterRow
from scripts.gallery import Gallery

#: A part of several names of the practice village.
SOMEBODY = "sari"


def in_use(gallery: Gallery) -> None:
    """A new referral of somebody who was looked for, an answer, and the list as it is printed."""
    page = gallery.page("referral", RegisterPage)
    page.new_button.click()
    gallery.opened(RegisterForm)
    gallery.settle()
    gallery.keys(SOMEBODY + "\n")
    gallery.take("kegiatan-rujukan-baru")
    gallery.close_dialog()
    rows = [row for row in page.list.rows.rows if isinstance(row, RegisterRow) and not row.line.is_draft]
    page.list.choose(rows[0].key)
    page.list.setFocus()
    gallery.press(Qt.Key.Key_J)
    gallery.wait(lambda: gallery.dialog() is not None)
    gallery.take("kegiatan-rujukan-jawaban")
    gallery.close_dialog()
    gallery.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = gallery.opened(PrintPreview)
    gallery.wait(lambda: preview.print_button.isEnabled())
    gallery.take("cetak")
    gallery.close_dialog()


def empty(gallery: Gallery) -> None:
    """A register nobody wrote anything into, and its form."""
    page = gallery.page("sponsorship", RegisterPage)
    gallery.take("kegiatan-orang-tua-asuh")
    page.new_button.click()
    gallery.settle()
    gallery.take("kegiatan-orang-tua-asuh-baru")
    gallery.close_dialog()


SCENES = (in_use, empty)
