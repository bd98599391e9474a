"""Judges a change that arrived by the limits that need neither clock, region list nor other records.

What breaks one is kept, counted and passed on, and only its values are withheld (docs/architecture.md,
"Quarantine"). Limits belong to a rule version: a program with other limits judges the journal again.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec
from msgspec import UNSET

from kpm_desktop.domain.change import Change, kind_of, loose_decoder, typed_decoder, within_limits
from kpm_desktop.domain.records.catalogue import KINDS, Field, fields
from kpm_desktop.domain.records.identity import derived_bytes, derived_id

#: Raised whenever a limit changes that no field declares (how an id follows from its key, which region a code must
#: be), so that a newer program judges the whole journal again. Changes of declarations are seen by `declared_limits`.
RULE_VERSION = 1
WHOLE = ""  # stands for "every field of the change"


@cache
def declared_limits() -> dict[str, dict[str, str]]:
    """What this program knows: per kind and field, a text that changes when what a value may be changes. The choices
    of a field are not part of it: unknown ones are taken as they are."""
    return {kind: {field.name: _limit_of(field) for field in fields(kind).values()} for kind in KINDS}


def _limit_of(field: Field) -> str:
    meta, spec = field.meta, field.spec
    numbers = (meta.ge, meta.le, meta.min_length, meta.max_length, spec.low, spec.high)
    return " ".join(map(str, (spec.form, *numbers, meta.pattern)))


@dataclass(slots=True)
class Judged:
    """A change as the journal takes it: its kind, its id, its typed form where all is well, and what is withheld.

    withheld: field -> code of the limit it breaks; the field "" withholds the whole change.
    """

    kind: str
    id: bytes
    typed: Change | None
    has_base: bool
    withheld: dict[str, str] = field(default_factory=dict)


def judge(lines: Iterable[bytes], region: str) -> list[Judged]:
    """Judges strict lines of one region's stream."""
    decode = typed_decoder().decode
    judged = []
    for line in lines:
        try:
            change = decode(line)
        except (msgspec.ValidationError, ValueError):
            judged.append(_slowly(line, region))
            continue
        kind = kind_of(change)
        if b'"fields":{},' not in line and _is_plain(kind, change, region, line):
            judged.append(Judged(kind, change.id.bytes, change, bool(change.base)))
        else:
            judged.append(_slowly(line, region))
    return judged


@dataclass(frozen=True, slots=True)
class _Checked:
    """The fields of a kind that need a look beyond their type, by what is looked at.

    ids: how the value of each reference begins in a line.
    """

    keys: tuple[str, ...]
    lists: tuple[str, ...]
    regions: tuple[str, ...]
    ids: tuple[bytes, ...]
    id_lists: tuple[str, ...]


#: The one spelling of an id; the decoder takes capitals as well, and ids without hyphens.
_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\"")


@cache
def _checked(kind: str) -> _Checked:
    def of_form(*forms: str) -> tuple[str, ...]:
        return tuple(f.name for f in fields(kind).values() if f.spec.form in forms)

    lists = tuple(f.name for f in fields(kind).values() if f.is_list)
    ids = tuple(f'"{name}":"'.encode() for name in of_form("reference"))
    return _Checked(KINDS[kind].KEY, lists, of_form("village", "region"), ids, of_form("references"))


def _is_plain(kind: str, change: Change, region: str, line: bytes) -> bool:
    checked = _checked(kind)
    keys = checked.keys
    values = change.fields
    for name in checked.lists:
        items = getattr(values, name)
        if items and (name in checked.id_lists or len(set(items)) != len(items) or sorted(items) != items):
            return False
    for name in checked.regions:
        if getattr(values, name) not in (region, UNSET):
            return False
    for start in checked.ids:
        at = line.find(start)
        if at >= 0 and not _ID.match(line, at + len(start)):
            return False
    if keys:
        given = {name: value for name in keys if (value := getattr(values, name)) is not UNSET}
        return not given or derived_bytes(kind, given) == change.id.bytes
    return True


def _slowly(line: bytes, region: str) -> Judged:
    change = loose_decoder().decode(line)
    judged = Judged(change.kind, change.id.bytes, None, bool(change.base))
    if change.kind in KINDS:
        judged.withheld = withheld(change.kind, str(change.id), change.fields, region)
    return judged


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
