"""A bare id that several regions hold is refused with their codes, and `--region` says which is meant."""

from pathlib import Path

import pytest

from tests.support.cli import kpm_here
from tests.support.devices import PASSWORD, Place
from tests.support.two_villages import CHILD, FALSE, QUESTION, REFERRAL, TRUE, two_villages


@pytest.mark.parametrize(
    "words",
    [
        ("register", "referral", "show", str(REFERRAL)),
        ("comment", "close", str(QUESTION)),
        ("comment", "ask", "person", str(CHILD), "Mengapa?"),
        ("duplicate", "unmerge", str(CHILD)),
    ],
)
def test_an_id_of_two_villages_asks_for_its_region(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    supervisor = two_villages(place)
    supervisor.close()
    monkeypatch.setenv("KPM_PASSWORD", PASSWORD)
    told = kpm_here(*words, profile=supervisor.store.folder, expect=1)
    assert all(part in told.stderr for part in (TRUE, FALSE, "--region"))
    again = kpm_here(*words, "--region", TRUE.replace(".", ""), profile=supervisor.store.folder, expect=None)
    assert "--region" not in again.stderr
