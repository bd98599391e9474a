"""Every refusal of this layer can be said, in words a cadre knows."""

import json
import re
from pathlib import Path

import pytest

from kpm_desktop import paths
from kpm_desktop.domain import strict
from kpm_desktop.sync import bundle

FILES = (
    "seal",
    "packing",
    "outgoing",
    "frame",
    "header",
    "bundle",
    "credentials",
    "invitation",
    "folder",
    "webdav",
    "web_server",
    "web_address",
    "routes",
)
#: Words of programmers, not of villages.
STRANGE = re.compile(r"\b(sinkronisasi|database|basis data|error|valid|bundle|sync)\b", re.IGNORECASE)


def sentences(language: str, topic: str) -> dict[str, str]:
    file = paths.resources() / "text" / language / f"{topic}.json"
    found: dict[str, str] = json.loads(file.read_text("utf-8"))
    return found


def codes() -> set[tuple[str, str]]:
    folder = Path(bundle.__file__).parent
    files = [*(folder / f"{name}.py" for name in FILES), Path(strict.__file__)]
    text = "".join(file.read_text("utf-8") for file in files)
    return set(re.findall(r'"(bundle|access|route)\.([a-z_]+)"', text))


@pytest.mark.parametrize("topic", ["bundle", "access", "route"])
def test_both_languages_say_the_same_things(topic: str) -> None:
    indonesian, english = sentences("id", topic), sentences("en", topic)
    assert indonesian.keys() == english.keys()
    for name, sentence in indonesian.items():
        assert sorted(re.findall(r"\{\w+\}", sentence)) == sorted(re.findall(r"\{\w+\}", english[name]))


def test_every_refusal_has_its_sentence() -> None:
    assert len(codes()) > 15
    assert [code for code in sorted(codes()) if code[1] not in sentences("id", code[0])] == []


@pytest.mark.parametrize("topic", ["bundle", "access", "route"])
def test_no_sentence_uses_a_programmers_word(topic: str) -> None:
    assert [sentence for sentence in sentences("id", topic).values() if STRANGE.search(sentence)] == []
