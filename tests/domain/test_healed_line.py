"""What takes the place of a line nobody takes: the same said so that everybody does."""

from typing import Any
from uuid import UUID

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.change import LooseChange, encode, line_hash
from kpm_desktop.domain.healed_line import MOST_NAMES, Became, healed_changes, named
from kpm_desktop.domain.judge import judge
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.strict import MAX_LINE, read_change, strict_change
from tests.sync.sample import VILLAGE

RECORD = UUID("0197c1f0-0000-7000-8000-000000000001")
NOTHING = Became({}, {}, {})


def old(kind: str = "household", record: UUID = RECORD, **values: Any) -> LooseChange:
    return LooseChange(
        kind=kind,
        stream=RECORD,
        region=VILLAGE,
        seq=7,
        prev="0" * 64,
        id=record,
        fields=values,
        base={},
        user="Ibu\u200b Sari",
        at="2025-07-01T08:30:00.000000Z",
        app="0.1.0",
    )


def written(values: dict[str, str]) -> LooseChange:
    return msgspec.structs.replace(old(), fields=values)


def unsigned(statement: str) -> None:
    return None


def healed(change: LooseChange, became: Became = NOTHING) -> list[LooseChange]:
    made = healed_changes(change, became, unsigned)
    for each in made:
        strict_change(encode(each))
    return made


def test_texts_are_tidied_and_the_rest_stays() -> None:
    (made,) = healed(old(head_name="A\u0301mi\u200b", rt=" 1", hamlet="\u200b", note="satu\r\ndua", built_in=1999))
    assert made.fields == {"head_name": "Ámi", "rt": "1", "hamlet": None, "note": "satu\ndua", "built_in": 1999}
    assert (made.user, made.at, made.app, made.id) == ("Ibu Sari", old().at, "0.1.0", RECORD)


def test_a_value_that_cannot_be_mended_is_left_out() -> None:
    (made,) = healed(old(head_name="Pak Amir", built_in=2**60, rt="1"))
    assert made.fields == {"head_name": "Pak Amir", "rt": "1"}


def test_the_letters_of_which_an_id_is_made_stay_where_they_are_taken() -> None:
    values = {"village_code": VILLAGE, "year": 2025, "name": "Posyandu\u200b Melati"}
    record = derived_id("facility", values)
    assert record is not None
    (made,) = healed(old("facility", record, **values, note="e\u0301"))
    assert (made.fields["name"], made.fields["note"]) == (values["name"], "é")
    line = encode(made)
    assert judge([line], [read_change(line)[1]], VILLAGE)[0].withheld == {}


def test_a_field_of_a_later_program_changes_as_little_as_can_be() -> None:
    (made,) = healed(old("mystery", fine=" a\u200b ", bad="e\u0301\nb", list=["e\u0301", "a"], depth={"a": [1]}))
    assert made.fields == {"fine": " a\u200b ", "bad": "é\nb", "list": ["a", "é"], "depth": {"a": [1]}}


def test_a_long_line_is_split_by_fields_and_a_long_text_is_cut_at_its_limit() -> None:
    made = healed(old(head_name="Pak Amir", note="n" * 300_000, address="a" * 200_000, phone="p" * 200_000))
    assert [list(each.fields) for each in made] == [["head_name", "note", "address"], ["phone"]]
    assert made[0].fields["note"] == "n" * 1999 + "…"


def test_more_heads_than_a_line_has_room_for_are_named_by_several_changes_of_one_value() -> None:
    names = sorted(f"{at:032x}" for at in range(9000))
    change = msgspec.structs.replace(old(rt="1", rw="2"), base={"rt": names, "rw": names[:1]})
    made = healed(change)
    assert {each.fields["rt"] for each in made if "rt" in each.fields} == {"1"}
    assert max(len(each.base["rt"]) for each in made) == MOST_NAMES
    assert sorted(name for each in made for name in each.base["rt"]) == names
    assert [each.base["rw"] for each in made if "rw" in each.fields] == [names[:1]]


def test_what_is_named_is_named_by_what_became_of_it() -> None:
    before, after, part = ("a" * 32, "b" * 32, "c" * 32)
    became = Became({before: after}, {(before, "rt"): part}, {before * 2: after * 2})
    change = msgspec.structs.replace(old(rt="1", rw="2"), base={"rt": [before], "rw": [before, "d" * 32]})
    (made,) = healed(change, became)
    assert made.base == {"rt": [part], "rw": [after, "d" * 32]}
    order = old("release", region_code=VILLAGE, device_key="e" * 64, released=[before * 2, "0" * 64])
    (lifted,) = healed(order, became)
    assert lifted.fields["released"] == ["0" * 64, after * 2]
    assert set(named(order)) == {before, "0" * 32}


def test_a_signed_text_is_signed_anew_or_left_out() -> None:
    bad = old("credential", region_code=VILLAGE, statement='{"person":"e\u0301"}', signature="a" * 128)
    (made,) = healed_changes(bad, NOTHING, lambda text: ('{"person":"é"}', "b" * 128))
    assert made.fields == {"region_code": VILLAGE, "statement": '{"person":"é"}', "signature": "b" * 128}
    (left,) = healed(bad)
    assert "statement" not in left.fields
    good = old("credential", region_code=VILLAGE, statement='{"person":" \u200b "}', signature="a" * 128)
    assert healed(good)[0].fields == good.fields, "what is signed stays as it is"


SIGNS = st.text(st.sampled_from("aá e\u0301\u0300\u200b\u1100\u1161\U0001fae9\u0f71\u0f72\n\u212b"), max_size=9)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("head_name", "rt", "note", "hamlet", "strange"), SIGNS)))
def test_whatever_was_written_is_taken_afterwards_and_twice_healed_is_healed_once(values: dict[str, str]) -> None:
    (made,) = healed(written(values))
    assert healed(made) == [made]
    assert len(encode(made)) <= MAX_LINE
    assert line_hash(encode(made)) == line_hash(encode(healed(written(values))[0]))
