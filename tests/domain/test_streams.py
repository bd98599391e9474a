"""Streams are named after their author and region; regions compare by whole parts."""

from uuid import NAMESPACE_DNS, uuid5

import pytest

from kpm_desktop.domain.streams import covers, stream_id


def test_a_stream_is_named_after_device_and_region() -> None:
    space = uuid5(NAMESPACE_DNS, "kpm-desktop.stream." + "ab" * 32)
    assert stream_id("ab" * 32, "12.75") == uuid5(space, "12.75")
    assert stream_id("ab" * 32, "12.75") != stream_id("ab" * 32, "12.75.01")


@pytest.mark.parametrize(
    ("prefix", "code", "inside"),
    [
        ("12.75", "12.75", True),
        ("12.75", "12.75.01.1001", True),
        ("12", "12.75", True),
        ("12.7", "12.75", False),
        ("12.75.01", "12.75", False),
        ("12.75.01.100", "12.75.01.1001", False),
        ("", "12", False),
    ],
)
def test_a_region_covers_whole_parts(prefix: str, code: str, inside: bool) -> None:
    assert covers(prefix, code) is inside
