"""Who may: credentials, revocations and releases travel as records of their own (docs/bundle-format.md).

They are no records of the dictionary: they have no CSV file and stand outside the state hash.
"""

from typing import Annotated, ClassVar

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import key, keys, region, text


class Credential(Record, frozen=True, kw_only=True):
    """A signed statement that a device may write for some regions; `statement` is the JSON text as signed."""

    KIND: ClassVar[str] = "credential"
    HANGS_ON: ClassVar[str] = "region_code"

    region_code: Annotated[str, region()]
    statement: Annotated[str, text(20_000)]
    signature: Annotated[str, key(64)]


class Revocation(Record, frozen=True, kw_only=True):
    """Only what leads up to the accepted changes of a device still counts; `accepted` are their full hashes."""

    KIND: ClassVar[str] = "revocation"
    HANGS_ON: ClassVar[str] = "region_code"

    region_code: Annotated[str, region()]
    device_key: Annotated[str, key(32)]
    accepted: Annotated[list[str], keys(32)]


class Release(Record, frozen=True, kw_only=True):
    """Further changes of a revoked device that turned out to be genuine; all below each of them count too."""

    KIND: ClassVar[str] = "release"
    HANGS_ON: ClassVar[str] = "region_code"

    region_code: Annotated[str, region()]
    device_key: Annotated[str, key(32)]
    released: Annotated[list[str], keys(32)]
