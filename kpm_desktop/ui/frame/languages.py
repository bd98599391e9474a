"""The language of the windows: our own translation and Qt's standard words. English is the source."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from kpm_desktop import paths

_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Languages:
    """Installs and removes translators; widgets made afterwards speak the new language."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Lets everything made from now on speak `id` or `en`."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()
        QLocale.setDefault(_LOCALES[language])
        for name in ("kpm", "qtbase"):
            file = paths.resources() / "translations" / f"{name}_{language}.qm"
            translator = QTranslator(self._app)
            if file.exists() and translator.load(str(file)):
                self._app.installTranslator(translator)
                self._installed.append(translator)
