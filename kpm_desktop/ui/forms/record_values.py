"""A record's values by field, as forms show them."""

from typing import Any

import msgspec

from kpm_desktop.domain.records.base import Record


def record_values(record: Record) -> dict[str, Any]:
    """The typed values that are filled in."""
    values = msgspec.structs.asdict(record)
    return {name: value for name, value in values.items() if name != "id" and value is not None}
