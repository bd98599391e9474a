"""How the tests are run: Hypothesis in a short form by default, in a long one for the suites marked slow."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from kpm_desktop.db import vault

if TYPE_CHECKING:
    from tests.support.devices import Place

settings.register_profile(
    "short", max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Argon2 at its real strength costs 0.2 s a time; tests/db/test_vault.py looks at the real numbers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "MEMORY_KIB", 32)
        patch.setattr(vault, "PASSES", 1)
        yield


@pytest.fixture
def place() -> Iterator["Place"]:
    """Where the laptops of a test are."""
    from tests.support.devices import quick_place

    with quick_place() as made:
        yield made
