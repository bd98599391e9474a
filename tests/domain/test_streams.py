"""Streams are named after their author and region."""

from uuid import NAMESPACE_DNS, uuid5

from kpm_desktop.domain.streams import stream_id


def test_a_stream_is_named_after_device_and_region() -> None:
    space = uuid5(NAMESPACE_DNS, "kpm-desktop.stream." + "ab" * 32)
    assert stream_id("ab" * 32, "12.75") == uuid5(space, "12.75")
    assert stream_id("ab" * 32, "12.75") != stream_id("ab" * 32, "12.75.01")
