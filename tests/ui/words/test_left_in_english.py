"""Nobody who chose Indonesian meets English: not in our sentences, not in Qt's dialogs, not on a key's cap."""

import re

from PySide6.QtWidgets import QApplication

from kpm_desktop.ui.components.key_cap import shown_key
from kpm_desktop.ui.frame.languages import Languages
from tests.ui.words.texts import Words, indonesian

TEXTS = indonesian()

#: What is written alike in both: places, short forms of the trade, loan words, keys as they stand on the keyboard.
ALIKE = """
desa kelurahan kecamatan kabupaten kota kel kec posyandu puskesmas poskesdes polindes pustu paud kpm tpk pkk
kia nik hpht hpl kek risti stunting trimester register normal diabetes malaria media mms vitamin bcg opv dpt hib pcv ipv
laptop server printer folder menu data alias desktop excel pdf april september november
alt backspace ctrl del end enter esc home ins pgdown pgup shift tab left right
"""
#: Small English words no Indonesian sentence has.
ENGLISH = re.compile(
    r"\b(?:the|and|or|of|is|are|was|with|from|not|for|this|that|your|comment|space|record|saved)\b", re.IGNORECASE
)
#: Commands, file names and addresses are the same in every language.
CODES = re.compile(r"\{\w+(?::g)?\}|--[\w-]+|kpm [\w -]+|https?://\S+|\S+\.\w+|`[^`]*`")


def is_left(words: Words) -> bool:
    """Whether a text says in Indonesian what it says in English, in words that are not the same in both."""
    spoken = CODES.sub(" ", words.text)
    if ENGLISH.search(spoken):
        return True
    return words.text == words.english and not set(ALIKE.split()).issuperset(
        re.findall(r"[^\W\d_]{3,}", spoken.lower())
    )


def test_no_text_is_left_in_english() -> None:
    assert [(words.place, words.text) for words in TEXTS if is_left(words)] == []


def test_keys_are_called_as_the_language_calls_them(qapp: QApplication) -> None:
    languages = Languages(qapp)
    languages.speak("id")
    assert (shown_key("Space"), shown_key("Ctrl+Down"), shown_key("PgUp")) == ("Spasi", "Ctrl ↓", "PgUp")
    languages.speak("en")
    assert shown_key("Space") == "Space"
