"""Asks for a refusal by its code."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.wording import LANGUAGES, Wording


@contextmanager
def refusing(*codes: str) -> Iterator[None]:
    """The block refuses with one of these codes, and says so in every language."""
    with pytest.raises(Refused) as caught:
        yield
    (why,) = caught.value.reasons
    assert why.code in codes
    assert all(Wording(language).say(why) for language in LANGUAGES)
