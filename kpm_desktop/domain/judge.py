"""Judges a change that arrived by the limits that need neither clock, region list nor other records.

What breaks one is kept, counted and passed on, and only its values are withheld (docs/architecture.md,
"Quarantine"). Limits belong to a rule version: a program with other limits judges the journal again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import UNSET

from kpm_desktop.domain.calendar import FIRST_DAY, LAST_DAY
from kpm_desktop.domain.change import Change, kind_of, loose_decoder, within_limits
from kpm_desktop.domain.records.catalogue import KINDS, Field, fields
from kpm_desktop.domain.records.identity import derived_bytes, derived_id
from kpm_desktop.domain.records.vocabulary import item_of

#: Raised whenever a limit changes that no field declares (how an id follows from its key, which region a code must
#: be, how writes are ordered), so that a newer program judges the whole journal again. Changes of declarations are seen
#: by `declared_limits`.
RULE_VERSION = 2
WHOLE = ""  # stands for "every field of the change"
_NOTHING: Mapping[str, str] = MappingProxyType({})


@cache
def declared_limits() -> dict[str, dict[str, str]]:
    """What this program knows: per kind and field, a text that changes when what a value may be changes. The choices
    of a field are not part of it: unknown ones are taken as they are."""
    return {kind: {field.name: _limit_of(field) for field in fields(kind).values()} for kind in KINDS}


def _limit_of(field: Field) -> str:
    meta, spec = field.meta, field.spec
    numbers = (meta.ge, meta.le, meta.min_length, meta.max_length, spec.low, spec.high)
    days = (FIRST_DAY, LAST_DAY) if spec.form == "date" else ()
    item = item_of(meta)
    each = (item.min_length, item.max_length, item.pattern) if item is not None else ()
    return " ".join(map(str, (spec.form, *numbers, meta.pattern, *days, *each)))


class Judged(msgspec.Struct, frozen=True, gc=False):
    """A change as the journal takes it: its kind, its id, its typed form where all is well, and what is withheld.

    withheld: field -> code of the limit it breaks; the field "" withholds the whole change.
    """

    kind: str
    id: bytes
    typed: Change | None
    has_base: bool
    withheld: Mapping[str, str] = _NOTHING


def judge(lines: Iterable[bytes], changes: Iterable[Change | None], region: str) -> list[Judged]:
    """Judges strict lines of one region's stream, each with its exact typed form where it has one."""
    judged = []
    for line, change in zip(lines, changes, strict=True):
        if change is not None and b'"fields":{},' not in line:
            kind, record = kind_of(change), change.id.bytes
            if _is_plain(kind, record, change.fields, region):
                judged.append(Judged(kind, record, change, bool(change.base)))
                continue
        judged.append(_slowly(line, region))
    return judged


@dataclass(frozen=True, slots=True)
class _Checked:
    """The fields of a kind that need a look beyond their type, by what is looked at."""

    keys: tuple[str, ...]
    lists: tuple[str, ...]
    regions: tuple[str, ...]
    dates: tuple[str, ...]


@cache
def _checked(kind: str) -> _Checked:
    def of_form(*forms: str) -> tuple[str, ...]:
        return tuple(f.name for f in fields(kind).values() if f.spec.form in forms)

    lists = tuple(f.name for f in fields(kind).values() if f.is_list)
    return _Checked(KINDS[kind].KEY, lists, of_form("village", "region"), of_form("date"))


def _is_plain(kind: str, record: bytes, values: msgspec.Struct, region: str) -> bool:
    checked = _checked(kind)
    for name in checked.lists:
        items = getattr(values, name)
        if items and sorted(set(items)) != list(items):
            return False
    for name in checked.regions:
        if getattr(values, name) not in (region, UNSET):
            return False
    for name in checked.dates:
        day = getattr(values, name)
        if day is not UNSET and day is not None and not FIRST_DAY <= day <= LAST_DAY:
            return False
    given = {name: value for name in checked.keys if (value := getattr(values, name)) is not UNSET}
    return not given or derived_bytes(kind, given) == record


def _slowly(line: bytes, region: str) -> Judged:
    change = loose_decoder().decode(line)
    broken = withheld(change.kind, str(change.id), change.fields, region) if change.kind in KINDS else _NOTHING
    return Judged(change.kind, change.id.bytes, None, bool(change.base), broken)


def withheld(kind: str, record: str, values: Mapping[str, Any], region: str) -> dict[str, str]:
    """The fields of a change that break a limit, and the code of each; unknown fields pass."""
    declared = fields(kind)
    checked = _checked(kind)
    broken = {
        name: code
        for name, value in values.items()
        if name in declared and (code := within_limits(declared[name], value))
    }
    broken |= {name: "other_region" for name in checked.regions if values.get(name, region) != region}
    given = {name: values[name] for name in checked.keys if name in values}
    if given and str(derived_id(kind, given)) != record:
        broken[WHOLE] = "wrong_id"
    return broken
