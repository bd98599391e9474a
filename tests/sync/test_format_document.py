"""The document is enough: its reader, which uses nothing of the program, opens what a release wrote."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kpm_desktop.sync.bundle import unpack
from kpm_desktop.sync.credentials import prove, signed
from kpm_desktop.sync.invitation import Issued, judge
from kpm_desktop.sync.range_proof import verify_range
from kpm_desktop.sync.seal import AgeIdentity
from tests.sync.sample import AT, CODE, VILLAGE, Party, full_bundle
from tests.sync.test_invitation import moment

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "old_versions" / "bundle-1"


def keys() -> dict[str, str]:
    found: dict[str, str] = json.loads((SAMPLE / "keys.json").read_text())
    return found


def sample() -> bytes:
    (path,) = SAMPLE.glob("*.kpmsync")
    return path.read_bytes()


def reader() -> dict[str, Any]:
    text = (ROOT / "docs" / "bundle-format.md").read_text("utf-8")
    match = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert match is not None
    assert len(match[1].splitlines()) <= 40
    names: dict[str, Any] = {}
    exec(match[1], names)
    return names


@pytest.mark.parametrize("who", ["supervisor_age", "cadre_age", "recovery_age"])
def test_the_documents_reader_opens_the_sample(who: str) -> None:
    manifest, heads, changes = reader()["read_bundle"](sample(), keys()[who])
    assert manifest["sender"] == keys()["cadre_public"]
    assert [head["head"] for head in heads] == [
        "have",
        "credential",
        "credential",
        "quarantine",
        "enrolment",
        "range",
        "range",
    ]
    assert [change["seq"] for change in changes] == [1, 2, 3, 4, 5, 9, 10]


def test_the_documents_reader_opens_what_is_written_today() -> None:
    programme, supervisor, cadre, recovery = Party().key, Party(), Party(), AgeIdentity.generate()
    data = full_bundle(programme, supervisor, cadre, recovery)
    _, _, changes = reader()["read_bundle"](data, recovery.text)
    assert changes[0]["fields"] == {"village_code": VILLAGE, "head_name": "Pak Kadér 1"}


def test_the_documents_reader_notices_a_foreign_change() -> None:
    data = bytearray(sample())
    data[-1] ^= 1
    with pytest.raises(Exception, match="decrypt"):
        reader()["read_bundle"](bytes(data), keys()["supervisor_age"])


def test_this_version_takes_the_sample() -> None:
    opened = unpack(sample(), AgeIdentity.from_text(keys()["supervisor_age"]))
    hashes = [verify_range(piece, lines) for piece, lines in opened]
    assert [len(found) for found in hashes] == [5, 2]
    trusted = prove(keys()["programme_public"], signed(opened.header.credentials))
    assert trusted.may_write(keys()["cadre_public"], VILLAGE)
    assert opened.header.enrolment is not None
    issued = Issued(CODE, AT, ("12.75",))
    assert judge(opened.header.enrolment, opened.manifest.sender, issued, moment(-1)).outcome == "enrol"
