"""The language of the windows: our own translation and Qt's standard words. English is the source."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from kpm_desktop import paths

_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Languages:
    """Installs and removes the application's translators; widgets made afterwards speak the new language."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app

    def speak(self, language: str) -> None:
        """Lets everything made from now on speak `id` or `en`, whatever was spoken before."""
        for former in self._app.findChildren(QTranslator):
            self._app.removeTranslator(former)
            former.deleteLater()
        QLocale.setDefault(_LOCALES[language])
        for name in ("kpm", "qtbase"):
            file = paths.resources() / "translations" / f"{name}_{language}.qm"
            translator = QTranslator(self._app)
            if file.exists() and translator.load(str(file)):
                self._app.installTranslator(translator)
