"""A line that can be read in two ways is refused, whichever of the two checks looks at it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.strict import (
    MAX_DEPTH,
    MAX_LINE,
    is_instant,
    quick_depth_ok,
    read_change,
    strict_change,
    strict_line,
)
from tests.sync.refusals import refusing
from tests.sync.sample import VILLAGE, line

DEVICE = "ab" * 32
GOOD = line(DEVICE, village_code=VILLAGE, note="Bu Ámi")


def with_note(text: str) -> bytes:
    """The good line with something else for its note, as it stands in JSON."""
    return GOOD.replace('"Bu Ámi"'.encode(), text.encode())


def nested(depth: int) -> str:
    """A value that makes the line `depth` containers deep: the line and its fields are two."""
    return "[" * (depth - 2) + "]" * (depth - 2)


BAD = {
    "no JSON": b"{",
    "nothing": b"",
    "no object": b"[1]",
    "byte order mark": b"\xef\xbb\xbf" + GOOD,
    "bad UTF-8": GOOD.replace("Á".encode(), b"\xc1\xbf"),
    "surrogate": GOOD.replace("Á".encode(), b"\xed\xa0\x80"),
    "escaped surrogate": with_note('"\\ud800"'),
    "space": GOOD.replace(b'":', b'": ', 1),
    "trailing space": GOOD + b" ",
    "two objects": GOOD + GOOD,
    "needless escape": GOOD.replace("Á".encode(), b"\\u00c1"),
    "escaped slash": with_note('"a\\/b"'),
    "capital escape": with_note('"\\u001F"'),
    "doubled key": GOOD.replace(b'"fields":{', b'"fields":{"note":"lain",'),
    "doubled outer key": GOOD.replace(b',"app"', b',"at":"2025-07-01T08:30:00.000000Z","app"'),
    "fraction": with_note("1.5"),
    "fraction of nothing": with_note("1.0"),
    "exponent": with_note("1e3"),
    "minus nothing": with_note("-0"),
    "too large": with_note(str(2**53 + 1)),
    "too small": with_note(str(-(2**53) - 1)),
    "beyond 64 bits": with_note(str(2**64)),
    "thousands of digits": with_note("9" * 5000),
    "not a number": with_note("NaN"),
    "leading zero": with_note("01"),
    "too large in a list": with_note(f"[{2**53 + 1}]"),
    "fraction deep inside": with_note('{"a":[1.5]}'),
    "not NFC": with_note('"A\u0301"'),
    "key not NFC": GOOD.replace(b'"note"', '"noté"'.encode().replace("é".encode(), "e\u0301".encode())),
    "too deep": with_note(nested(MAX_DEPTH + 1)),
    "far too deep": with_note(nested(100_000)),
    "far too deep and unfinished": b'{"kind":' + b"[" * 100_000,
    "too long": with_note('"' + "a" * MAX_LINE + '"'),
}
BAD_CHANGES = {
    "a key more": GOOD.replace(b',"app"', b',"apa":1,"app"'),
    "a key less": GOOD.replace(b',"user":"Ibu Sari"', b""),
    "keys changed over": GOOD.replace(b'"seq":1,', b"").replace(b'{"kind"', b'{"seq":1,"kind"'),
    "capital id": GOOD.replace(b"0197c1f0", b"0197C1F0"),
    "number as text": GOOD.replace(b'"seq":1', b'"seq":"1"'),
    "base of something else": GOOD.replace(b'"note":[]', b'"note":[1]'),
    "day that is none": GOOD.replace(b"2025-07-01", b"2025-02-30"),
    "instant without fraction": GOOD.replace(b"08:30:00.000000Z", b"08:30:00Z"),
    "local time": GOOD.replace(b".000000Z", b"+07:00:00"),
    "header line": b'{"head":"have"}',
}
UNUSUAL = {
    "newer value": with_note('{"a":[{"b":[]}]}'),
    "as deep as allowed": with_note(nested(MAX_DEPTH)),
    "brackets in text": with_note('"' + "[{" * 50 + '\\""'),
    "newline before an accent": with_note('"n\\n\u0303"'),
    "limits": with_note(f"[{2**53},{-(2**53)}]"),
    "unknown kind": GOOD.replace(b"household", b"posbindu"),
}


def test_a_good_line_is_read() -> None:
    assert strict_line(GOOD) == json.loads(GOOD)
    assert strict_change(GOOD).fields == {"village_code": VILLAGE, "note": "Bu Ámi"}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_refused(name: str) -> None:
    with refusing("bundle.bad_line"):
        strict_line(BAD[name])
    for read in (strict_change, read_change):
        with refusing("bundle.bad_line"):
            read(BAD[name])


@pytest.mark.parametrize("name", BAD_CHANGES)
def test_a_strict_line_that_is_no_change_is_refused(name: str) -> None:
    assert strict_line(BAD_CHANGES[name])
    for read in (strict_change, read_change):
        with refusing("bundle.bad_line"):
            read(BAD_CHANGES[name])


@pytest.mark.parametrize("name", UNUSUAL)
def test_an_unusual_line_is_taken(name: str) -> None:
    assert strict_change(UNUSUAL[name]).fields == strict_line(UNUSUAL[name])["fields"]
    assert read_change(UNUSUAL[name])[0] == strict_change(UNUSUAL[name]).kind


#: Lines whose typed form is exact and says all but what a line as a whole must be.
TYPED = line(DEVICE, village_code=VILLAGE, head_name="Bu Ami")


def test_a_line_of_known_fields_is_read_typed() -> None:
    kind, change = read_change(TYPED)
    assert kind == "household"
    assert change is not None
    assert (change.fields.head_name, change.at) == ("Bu Ami", strict_change(TYPED).at)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'"seq":1', b'"seq":%d' % (2**53 + 1)),
        (b'"seq":1', b'"seq":-%d' % (2**53 + 1)),
        (b"Bu Ami", "A\u0301mi".encode()),
        (b'"Ibu Sari"', b'"' + b"a" * MAX_LINE + b'"'),
        (b"2025-07-01", b"2025-02-30"),
        (b"08:30:00.000000Z", b"08:30:00Z"),
    ],
)
def test_what_a_type_does_not_say_is_asked_all_the_same(good: bytes, bad: bytes) -> None:
    assert good in TYPED
    for read in (strict_change, read_change):
        with refusing("bundle.bad_line"):
            read(TYPED.replace(good, bad))


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**54), 2**54) | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(plain_values, st.booleans())
def test_both_checks_agree_on_any_value(value: object, escaped: bool) -> None:
    text = json.dumps(value, ensure_ascii=escaped, separators=(",", ":"))
    try:
        found = with_note(text)
    except UnicodeEncodeError:
        return
    outcomes = []
    for check in (strict_line, strict_change, read_change):
        try:
            check(found)
            outcomes.append(True)
        except Exception as refusal:
            assert type(refusal).__name__ == "Refused"
            outcomes.append(False)
    assert len(set(outcomes)) == 1


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for check in (strict_line, strict_change, read_change):
        try:
            check(data)
        except Exception as refusal:
            assert type(refusal).__name__ == "Refused"


def test_depth_is_counted_outside_strings_only() -> None:
    assert quick_depth_ok(b'{"a":"' + b"[" * 100 + b'"}')
    assert quick_depth_ok(b"[]," * 100)
    assert not quick_depth_ok(b"[" * 17)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2025-07-01T08:30:00.000000Z", True),
        ("2025-07-01 08:30:00.000000Z", False),
        ("2025-07-01T24:00:00.000000Z", False),
        ("2025-02-29T08:30:00.000000Z", False),
        ("2025-07-01T08:30:60.000000Z", False),
        ("٢٠٢٥-07-01T08:30:00.000000Z", False),
        ("2025-07-01T08:30:00.000000Z\n", False),
        ("2025-W27-2T08:30:00.000000Z", False),
        ("2025-07-01T08:30:00.0+00:0Z", False),
        ("2025-07-01T08:30:00.000000z", False),
        ("", False),
    ],
)
def test_an_instant_has_one_spelling(text: str, is_one: bool) -> None:
    assert is_instant(text) is is_one
