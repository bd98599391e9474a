"""Two kinds of failure: one a user can act on (`Refused`), and every other exception, which is our own fault."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence not yet spoken: a code `topic.name` of `resources/text/<lang>/<topic>.json` and its parameters.

    A parameter may itself be a `Reason`; it is spoken in the same language.
    """

    code: str
    params: dict[str, object] = field(default_factory=dict)


def reason(code: str, /, **params: object) -> Reason:
    """Short for `Reason(code, {...})`."""
    return Reason(code, params)


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
    """Why one field of one of several records cannot be saved as it is; `record` counts from 0."""

    record: int
    field: str
    why: Reason


class Objected(Refused):
    """Fields that have to be looked at again before anything is saved."""

    def __init__(self, *objections: Objection) -> None:
        super().__init__(*(objection.why for objection in objections))
        self.objections = objections
