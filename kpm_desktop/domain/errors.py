"""Two kinds of failure: one a user can act on (`Refused`), and every other exception, which is our own fault."""

from dataclasses import dataclass

import msgspec


class Reason(msgspec.Struct, frozen=True):
    """A sentence not yet spoken: a code `topic.name` of `resources/text/<lang>/<topic>.json` and its parameters.

    A parameter may itself be a `Reason`, or `Named` something of the records; both are spoken in the same language.
    """

    code: str
    params: dict[str, object] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """A kind of record, one of its fields, or a choice of that field, as a parameter of a reason: people are told its
    word (`domain/records/words.py`); files and JSON have its code."""

    kind: str
    field: str = ""
    choice: str = ""

    def __str__(self) -> str:
        """The code."""
        return self.choice or self.field or self.kind


def reason(code: str, /, **params: object) -> Reason:
    """Short for `Reason(code, {...})`."""
    return Reason(code, params)


def coded(why: Reason) -> Reason:
    """The same for a reader of files: what is `Named` goes by its code, as in a table's header."""
    return Reason(why.code, {name: _coded(value) for name, value in why.params.items()})


def _coded(value: object) -> object:
    if isinstance(value, Reason):
        return coded(value)
    if isinstance(value, list | tuple):
        return [_coded(each) for each in value]
    return str(value) if isinstance(value, Named) else value


class Refused(Exception):
    """Something a user asked for cannot be done, for reasons they can understand; nothing was changed."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(*(r.code for r in reasons))
        self.reasons = reasons


def refused(code: str, /, **params: object) -> Refused:
    """A `Refused` with one reason."""
    return Refused(reason(code, **params))


@dataclass(frozen=True, slots=True)
class Objection:
    """Why one field of one of several records cannot be saved as it is; `record` counts from 0, `kind` is its kind."""

    record: int
    field: str
    why: Reason
    kind: str = ""


class Objected(Refused):
    """Fields that have to be looked at again before anything is saved."""

    def __init__(self, *objections: Objection) -> None:
        super().__init__(*(objection.why for objection in objections))
        self.objections = objections
