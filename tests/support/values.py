"""Values for declared fields, drawn from the declarations themselves: within every limit, and just beyond one."""

import unicodedata
from datetime import date
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from kpm_desktop.domain.records.catalogue import Field
from kpm_desktop.domain.records.vocabulary import item_of

VILLAGE = "12.75.01.1001"
#: Days no record may name.
TOO_FAR = ("1899-12-31", "2101-01-01")
LETTERS = st.characters(categories=["L", "N", "P"], max_codepoint=0x2FFF)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def plain_values(field: Field) -> st.SearchStrategy[Any]:
    """JSON values a field takes."""
    spec = field.spec
    by_form: dict[str, st.SearchStrategy[Any]] = {
        "text": st.text(LETTERS, min_size=1, max_size=min(spec.high or 1, 50)).map(_composed).filter(bool),
        "digits": st.from_regex(rf"\A[0-9]{{{spec.low},{spec.high}}}\Z"),
        "yes_no": st.booleans(),
        "count": st.integers(spec.low, spec.high),
        "measure": st.integers(spec.low, spec.high),
        "date": st.dates(date(1900, 1, 1), date(2026, 1, 1)).map(str),
        "month": st.from_regex(r"\A20[0-2][0-9]-(0[1-9]|1[0-2])\Z"),
        "choice": st.sampled_from(spec.choices or ("x",)),
        "choices": st.lists(st.sampled_from(spec.choices or ("x",)), unique=True).map(sorted),
        "reference": st.uuids().map(str),
        "references": st.lists(st.uuids().map(str), unique=True, max_size=5).map(sorted),
        "village": st.just(VILLAGE),
        "region": st.just(VILLAGE),
        "key": st.from_regex(field.meta.pattern or "", fullmatch=True),
        "keys": st.lists(st.from_regex(r"\A[0-9a-f]{64}\Z"), unique=True, max_size=3).map(sorted),
    }
    return by_form[spec.form]


def beyond(field: Field) -> list[Any]:
    """JSON values just outside a field's limits, and of the wrong type."""
    spec = field.spec
    wrong: list[Any] = [1.5, {}] + ([] if field.base is bool else [True])
    if spec.form in ("count", "measure"):
        assert spec.low is not None and spec.high is not None
        return [*wrong, spec.low - 1, spec.high + 1, str(spec.low)]
    if spec.form == "text":
        return [*wrong, "", "a" * ((spec.high or 0) + 1), 5]
    if spec.form == "digits":
        return [
            *wrong,
            "1" * ((spec.low or 0) - 1),
            "1" * ((spec.high or 0) + 1),
            "١" * (spec.low or 0),
            "1" * 15 + "\n",
        ]
    if spec.form in ("village", "region"):
        return [*wrong, "12.75.01.100", "12.7", "12.75.01.1001\n", "xx"]
    if spec.form == "date":
        return [*wrong, "2025-02-30", "31-01-2025", "2025-1-1", "2025-W01-1", *TOO_FAR]
    if spec.form == "month":
        return [*wrong, "2025-13", "2025-7", "2025-07-01", "2025-07\n", "1899-12", "2101-01", "0000-01"]
    if spec.form == "reference":
        return [*wrong, "x", str(UUID(int=1))[:-1]]
    if spec.form == "yes_no":
        return [*wrong, 1, "1", "true"]
    if spec.form in ("key",):
        return [*wrong, "ab", "AB" * 32]
    item = item_of(field.meta)
    if item is not None:
        wrong += [["AB" * 32]] if item.pattern else [[""], ["x" * 65]]
    return [*wrong, "x"] if field.is_list else wrong
