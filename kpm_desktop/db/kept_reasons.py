"""Reasons that are kept in the database, to be spoken later and in whichever language is asked for then."""

import msgspec

from kpm_desktop.domain.errors import Reason


class KeptReason(msgspec.Struct, frozen=True):
    """A reason's code and its parameters: a reason within it as such, everything else as text."""

    code: str
    params: "dict[str, str | KeptReason]"

    @classmethod
    def of(cls, found: Reason) -> "KeptReason":
        """Of a reason."""
        return cls(found.code, {name: _kept(value) for name, value in found.params.items()})

    def reason(self) -> Reason:
        """The reason again."""
        return Reason(self.code, {name: _spoken(value) for name, value in self.params.items()})


def _kept(value: object) -> str | KeptReason:
    return KeptReason.of(value) if isinstance(value, Reason) else str(value)


def _spoken(value: str | KeptReason) -> object:
    return value.reason() if isinstance(value, KeptReason) else value
