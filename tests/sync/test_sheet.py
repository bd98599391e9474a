"""What is printed can be typed again, and a mistake is found in its row."""

from datetime import date

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync import bech32
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from kpm_desktop.sync.sheet import (
    LETTERS,
    PROGRAMME,
    RECOVERY,
    Sheet,
    programme_key,
    recovery_key,
    recovery_key_in,
    row_is_right,
    row_names,
    rows_in,
    rows_of,
)
from tests.sync.refusals import refusing

secrets = st.binary(min_size=32, max_size=32)


def named(part: str, secret: bytes) -> dict[str, str]:
    return dict(zip(row_names(part), rows_of(part, secret), strict=True))


@given(secrets)
def test_a_secret_comes_back_however_it_is_typed(secret: bytes) -> None:
    rows = named(PROGRAMME, secret)
    assert programme_key(rows).secret == secret.hex()
    sloppy = {name: row.lower().replace(" ", "-").replace("0", "o").replace("1", "l") for name, row in rows.items()}
    assert programme_key(sloppy).secret == secret.hex()


@given(
    secrets,
    st.sampled_from(row_names(PROGRAMME)),
    st.dictionaries(st.integers(0, 15), st.sampled_from(LETTERS), min_size=1, max_size=3),
)
def test_up_to_three_wrong_letters_are_told_of_by_their_row(secret: bytes, name: str, slips: dict[int, str]) -> None:
    rows = named(PROGRAMME, secret)
    letters = rows[name].replace(" ", "")
    typed = "".join(slips.get(at, sign) for at, sign in enumerate(letters))
    assert row_is_right(name, typed) == (typed == letters)
    if typed != letters:
        with refusing("sheet.wrong_rows"):
            programme_key(rows | {name: typed})


@given(secrets, st.sampled_from(row_names(PROGRAMME)), st.integers(0, 14))
def test_two_letters_that_changed_places_are_found(secret: bytes, name: str, at: int) -> None:
    letters = named(PROGRAMME, secret)[name].replace(" ", "")
    typed = letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
    assert row_is_right(name, typed) == (typed == letters)


def test_rows_of_one_key_are_no_rows_of_the_other() -> None:
    secret = bytes(range(32))
    assert not any(row_is_right(f"B{no}", row) for no, row in enumerate(rows_of(PROGRAMME, secret), start=1))
    first, second = rows_of(PROGRAMME, secret)[:2]
    assert not row_is_right("A1", second) and not row_is_right("A2", first)


def test_a_missing_row_is_named() -> None:
    rows = named(RECOVERY, bytes(32))
    del rows["B3"]
    rows["B4"] = "U" * 16
    with pytest.raises(Refused) as told:
        recovery_key(rows)
    assert told.value.reasons[0].params["rows"] == ["B3", "B4"]


def test_ages_own_spelling_of_the_recovery_key() -> None:
    """BIP-173's own vector, and what the library that made the key says."""
    assert bech32.encode("a", b"") == "a12uel5l"
    identity = AgeIdentity.generate()
    assert (
        AgeIdentity.from_secret(identity.secret).text
        == identity.text
        == str(pyrage.x25519.Identity.from_str(identity.text))
    )


def test_a_text_holds_both_keys_among_other_words() -> None:
    sheet = Sheet.of(
        SigningKey.generate(), AgeIdentity.generate(), person="Bu Rina", regions=["12.75"], made_on=date(2026, 11, 19)
    )
    text = "A. Kunci program\n" + "".join(
        f"  {name}  {row}\n" for name, row in zip(row_names(PROGRAMME), sheet.rows(PROGRAMME), strict=True)
    )
    text += "B. Kunci pemulihan\n" + "".join(
        f"{name}: {row}\n" for name, row in zip(row_names(RECOVERY), sheet.rows(RECOVERY), strict=True)
    )
    rows = rows_in(text)
    assert sorted(rows) == row_names()
    assert programme_key(rows).public == sheet.programme
    assert recovery_key_in(text).recipient == sheet.recovery
    assert recovery_key_in(f"kunci: {sheet.recovery_secret}\n").recipient == sheet.recovery
    with refusing("sheet.wrong_rows"):
        recovery_key_in("tidak ada apa-apa")
