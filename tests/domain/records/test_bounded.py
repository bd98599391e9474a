"""Every field of every kind is bounded on the wire, in both directions."""

import re
from datetime import date
from typing import Any, get_args
from uuid import UUID

import msgspec
import pytest

from kpm_desktop.domain.change import within_limits
from kpm_desktop.domain.judge import declared_limits
from kpm_desktop.domain.records.catalogue import KINDS, Field, fields
from kpm_desktop.domain.records.vocabulary import item_of

ALL = [(kind, field.name) for kind in KINDS for field in fields(kind).values()]
#: A pattern that takes texts of so many characters and no more: nothing in it repeats without an end.
ENDLESS = re.compile(r"(?<!\\)[*+]|\{[0-9]+,\}")


def is_bounded(base: Any, meta: msgspec.Meta | None) -> bool:
    """Whether no value of a type is endlessly large or small: whole numbers have both ends, text a length or a closed
    pattern; days, ids and yes or no are as large as they are."""
    if base in (bool, UUID, date):
        return True
    if meta is None:
        return False
    if base is int:
        return meta.ge is not None and meta.le is not None
    if base is str:
        return meta.max_length is not None or (meta.pattern is not None and not ENDLESS.search(meta.pattern))
    (inner,) = get_args(base)
    return meta.max_length is not None and is_bounded(inner, item_of(meta))


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_every_field_is_bounded_on_both_sides(kind: str, name: str) -> None:
    field = fields(kind)[name]
    assert is_bounded(field.base, field.meta), field
    for value in _enormous(field):
        assert within_limits(field, value) is not None, value
    if field.base in (date,) or field.spec.form == "month" or name == "year":
        assert "2100" in _latest(field) and "2101" not in _latest(field)


def _enormous(field: Field) -> list[Any]:
    if field.is_list:
        one = field.base is not None and get_args(field.base)[0]
        many = [f"{at:032x}" for at in range(200_000)]
        return [many, ["x" * 5000] if one is str else [5], [5]]
    if field.base is int:
        return [2**60, -(2**60)]
    return ["9" * 100_000, "0001-01-01", "9999-12-31"] if field.base is not str else ["9" * 100_000]


def _latest(field: Field) -> str:
    """The latest years of a field's dates, months or years that it takes."""
    years = [year for year in range(1890, 2120) if within_limits(field, _in_year(field, year)) is None]
    assert years[0] == 1900
    return f"{years[-1]}"


def _in_year(field: Field, year: int) -> Any:
    return {"date": f"{year}-06-30", "month": f"{year}-06"}.get(field.spec.form, year)


def test_what_one_value_of_a_list_may_be_is_one_of_the_declared_limits() -> None:
    """A release that draws it anew judges again the lines that hold it."""
    assert " 1 64" in declared_limits()["child_visit"]["illnesses"]
