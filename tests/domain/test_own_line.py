"""What would be refused elsewhere is refused here, at its field, with the value and the limit."""

from typing import Any

import pytest

from kpm_desktop.domain.own_line import Unwritable, check_own_line
from kpm_desktop.domain.wording import LANGUAGES, Wording
from tests.sync.sample import VILLAGE, line

DEVICE = "ab" * 32
FINE: dict[str, Any] = {"village_code": VILLAGE, "head_name": "Pak Amir"}


def test_a_good_line_passes() -> None:
    check_own_line(line(DEVICE, **FINE, note="Bu Ámi\nkedua", hamlet="Melati"), VILLAGE)


BAD: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "not composed": ({"head_name": "A\u0301mi"}, "head_name", "rules.not_taken", "A\u0301mi"),
    "a fraction": ({"built_in": 4.5}, "built_in", "rules.not_taken", "4.5"),
    "too long": ({"rt": "123456"}, "rt", "rules.too_long", "6"),
    "another village": ({"village_code": "12.75.01.1002"}, "village_code", "rules.other_region", VILLAGE),
    "300 KiB": ({"note": "n" * 300_000, "address": "a" * 900}, "note", "rules.line_too_long", "256"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_no_receiver_takes_is_refused_at_its_field(name: str) -> None:
    values, field, code, told = BAD[name]
    with pytest.raises(Unwritable) as caught:
        check_own_line(line(DEVICE, **FINE | values), VILLAGE)
    (objection,) = caught.value.objections
    assert (objection.field, objection.why.code, objection.kind) == (field, code, "household")
    for language in LANGUAGES:
        assert told in Wording(language).say(objection.why)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_names_the_field(language: str) -> None:
    """Also where nobody asks at which field, as where a credential is issued."""
    with pytest.raises(Unwritable) as caught:
        check_own_line(line(DEVICE, **FINE, note="n" * 300_000), VILLAGE)
    assert "(note): 294 KiB" in Wording(language).say(caught.value.reasons[0])


def test_a_line_too_long_by_what_it_names_is_refused_at_that_field() -> None:
    """As a field with thousands of heads makes it."""
    good = line(DEVICE, **FINE)
    heads = b",".join(b'"%032x"' % at for at in range(8000))
    with pytest.raises(Unwritable) as caught:
        check_own_line(good.replace(b'"head_name":[]', b'"head_name":[%b]' % heads), VILLAGE)
    assert [one.field for one in caught.value.objections] == ["head_name"]


def test_an_id_that_does_not_follow_from_its_key_is_refused() -> None:
    values: dict[str, Any] = {"person_id": "0197c1f0-0000-7000-8000-000000000009", "month": "2025-07"}
    with pytest.raises(Unwritable) as caught:
        check_own_line(line(DEVICE, kind="child_visit", **values), VILLAGE)
    (objection,) = caught.value.objections
    assert (objection.field, objection.why.code) == ("person_id", "rules.wrong_id")
    assert Wording("id").say(caught.value.reasons[0])
