"""The list of kinds, and each declaration unwrapped once: tables, wire, CSV and forms read only `fields(kind)`."""

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from kpm_desktop.domain.records.access import Credential, Release, Revocation
from kpm_desktop.domain.records.assignment import Assignment
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.cadre import Cadre
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.comment import Comment
from kpm_desktop.domain.records.convergence import ConvergenceAction
from kpm_desktop.domain.records.education import EducationSession
from kpm_desktop.domain.records.facility import Facility
from kpm_desktop.domain.records.flag_answer import FlagAnswer
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.obstacle import Obstacle
from kpm_desktop.domain.records.paud import PaudAttendance
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.records.referral import Referral
from kpm_desktop.domain.records.sponsorship import Sponsorship, SponsorshipDelivery
from kpm_desktop.domain.records.training import Training
from kpm_desktop.domain.records.village_year import VillageBudget, VillageProfile
from kpm_desktop.domain.records.vocabulary import Spec, item_of, spec_of

#: Everything of the dictionary, in an order in which references mostly point backwards.
DICTIONARY: dict[str, type[Record]] = {
    cls.KIND: cls
    for cls in (
        Posyandu,
        Household,
        Person,
        Pregnancy,
        PregnancyVisit,
        ChildVisit,
        Immunization,
        PaudAttendance,
        Facility,
        VillageBudget,
        VillageProfile,
        EducationSession,
        Sponsorship,
        SponsorshipDelivery,
        Obstacle,
        Referral,
        Cadre,
        Assignment,
        ConvergenceAction,
        Training,
        FlagAnswer,
        Comment,
    )
}
#: Who may; outside the state hash and the interchange folder.
ACCESS: dict[str, type[Record]] = {cls.KIND: cls for cls in (Credential, Revocation, Release)}
KINDS: dict[str, type[Record]] = {**DICTIONARY, **ACCESS}


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field: its name, stored Python type, limits and choices.

    wire_type: the type with its limits; a value that converts to it is within the field's own limits. is_list: its
    value is a sorted list without doubles.
    """

    name: str
    base: Any
    meta: msgspec.Meta
    spec: Spec
    required: bool
    wire_type: Any
    is_list: bool


@cache
def fields(kind: str) -> dict[str, Field]:
    """The fields of a kind in declared order, without `id`. KeyError for an unknown kind."""
    cls = KINDS[kind]
    hints = get_type_hints(cls, include_extras=True)
    required = {info.name for info in msgspec.structs.fields(cls) if info.required}
    found = {}
    for info in msgspec.structs.fields(cls):
        if info.name != "id":
            base, meta = _unwrapped(hints[info.name])
            found[info.name] = Field(
                name=info.name,
                base=base,
                meta=meta,
                spec=spec_of(meta),
                required=info.name in required,
                wire_type=Annotated[_bounded(base, meta), meta],
                is_list=get_origin(base) is list,
            )
    own = [name for name in found if name not in _COMMON]
    return {name: found[name] for name in [*own, *(name for name in _COMMON if name in found)]}


_COMMON = ("status", "status_date", "merged_into_id", "note", "ref")


def _unwrapped(hint: Any) -> tuple[Any, msgspec.Meta]:
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    base, meta = get_args(hint)
    return base, meta


def _bounded(base: Any, meta: msgspec.Meta) -> Any:
    """The type of a list whose every value keeps its own limits; any other type as it is."""
    item = item_of(meta)
    if item is None:
        return base
    one: Any = Annotated[get_args(base)[0], item]
    return list[one]


def required_fields(kind: str) -> tuple[str, ...]:
    """The names of the fields a record of this kind cannot be read without."""
    return tuple(field.name for field in fields(kind).values() if field.required)
