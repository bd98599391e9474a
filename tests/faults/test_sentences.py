"""What the program says: in Indonesian unless asked, in words of a village, and every reason has its sentence."""

import ast
import json
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import kpm_desktop
from kpm_desktop import paths
from kpm_desktop.domain.wording import LANGUAGES, Wording

#: Words of programmers, whole or with an ending; "validasi" and "validitas" are as strange as "valid".
STRANGE = re.compile(r"sinkron|database|basis data|\berror|\bvalid|\bbundle|\bsync", re.IGNORECASE)
#: Words of English that no Indonesian sentence needs.
ENGLISH = re.compile(r"\b(the|is|not|cannot|failed|missing|folder is|wrong|please)\b", re.IGNORECASE)
PACKAGE = Path(kpm_desktop.__file__).parent
SPEAKING = {"reason", "refused", "Reason", "say", "phrase", "finding", "warning"}
CODE = re.compile(r"[a-z_]+\.[a-zA-Z0-9_.]+")


def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language by its code."""
    found: dict[str, str] = {}
    for file in sorted((paths.resources() / "text" / language).glob("*.json")):
        content: dict[str, str | dict[str, str]] = json.loads(file.read_text("utf-8"))
        for name, text in content.items():
            of_name = {name: text} if isinstance(text, str) else {f"{name}.{key}": word for key, word in text.items()}
            found |= {f"{file.stem}.{code}": word for code, word in of_name.items()}
    return found


def parameters(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def bare(sentence: str) -> str:
    """Without its parameters and the words of the command line."""
    return re.sub(r"\{[^}]*\}|--[a-z-]+", "", sentence)


@dataclass(frozen=True)
class Spoken:
    """A place in the program that gives a reason: its code and the parameters it names; None for any (`**`)."""

    where: str
    code: str
    given: frozenset[str] | None


@cache
def calls() -> list[tuple[str, ast.Call]]:
    """Every place in the program that gives a reason or says a sentence."""
    return [
        (f"{file.name}:{node.lineno}", node)
        for file in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and _name(node.func) in SPEAKING
    ]


def spoken() -> Iterator[Spoken]:
    """Every reason given by a code written out."""
    for where, node in calls():
        for value in node.args:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and CODE.fullmatch(value.value):
                yield Spoken(where, value.value, _given(node))


def _name(call: ast.expr) -> str:
    return call.attr if isinstance(call, ast.Attribute) else call.id if isinstance(call, ast.Name) else ""


def _given(node: ast.Call) -> frozenset[str] | None:
    if any(word.arg is None for word in node.keywords) or _name(node.func) == "Reason":
        return None
    return frozenset(str(word.arg) for word in node.keywords)


def beginnings() -> set[str]:
    """What codes begin with that are put together, such as f"rules.not_a_{form}"."""
    return {
        str(value.values[0].value)
        for _, node in calls()
        for value in node.args
        if isinstance(value, ast.JoinedStr) and isinstance(value.values[0], ast.Constant)
    }


def test_there_are_sentences_and_reasons() -> None:
    assert len(sentences("id")) > 200
    assert len({place.code for place in spoken()}) > 100
    assert "rules.not_a_" in beginnings()


def test_both_languages_say_the_same_things_with_the_same_parameters() -> None:
    indonesian, english = sentences("id"), sentences("en")
    assert indonesian.keys() == english.keys()
    assert [code for code in indonesian if parameters(indonesian[code]) != parameters(english[code])] == []


def test_no_indonesian_sentence_uses_a_programmers_word() -> None:
    assert {code: text for code, text in sentences("id").items() if STRANGE.search(text)} == {}


def test_no_indonesian_sentence_is_english() -> None:
    assert {code: text for code, text in sentences("id").items() if ENGLISH.search(bare(text))} == {}
    assert len([text for text in sentences("en").values() if ENGLISH.search(bare(text))]) > 50


def test_no_two_languages_share_a_whole_sentence() -> None:
    """A sentence of four words or more that is alike in both was forgotten in one."""
    english = sentences("en")
    alike = [
        code
        for code, text in sentences("id").items()
        if text == english[code] and len(re.findall(r"[^\W\d_]+", bare(text))) >= 4
    ]
    assert alike == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_can_be_said(language: str) -> None:
    known = sentences(language)
    assert [place for place in spoken() if place.code not in known] == []
    lacking = [
        (place.where, place.code, parameters(known[place.code]) - place.given)
        for place in spoken()
        if place.given is not None and not parameters(known[place.code]) <= place.given
    ]
    assert lacking == []
    assert [start for start in beginnings() if not any(code.startswith(start) for code in known)] == []


def test_indonesian_is_the_default() -> None:
    assert Wording().phrase("vault.wrong_password") == sentences("id")["vault.wrong_password"]
