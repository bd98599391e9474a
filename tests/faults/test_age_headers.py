"""Whatever stands in a file before what was encrypted, every command that reads one ends with a sentence, within a
gigabyte and some seconds."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kpm_desktop.db import settings
from kpm_desktop.db.store import open_store
from tests.faults.conftest import Pair
from tests.support.cli import PASSWORD, ROOT, environment, kpm_here, state
from tests.support.faults import copied, export

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ceilings of memory and of processor time of Unix")

SHORT, LONG = range(200), [range(first, first + 2000) for first in range(10_000, 30_000, 2000)]


@pytest.mark.parametrize(
    "seeds", [pytest.param(SHORT, id="short"), *(pytest.param(each, marks=pytest.mark.slow) for each in LONG)]
)
def test_any_header_ends_in_a_sentence_under_a_ceiling(known_pair: Pair, tmp_path: Path, seeds: range) -> None:
    profile = copied(known_pair.supervisor, tmp_path / "p")
    good = export(copied(known_pair.cadre, tmp_path / "cadre"), tmp_path / "stick")
    (tmp_path / "good.kpmsync").write_bytes(good.read_bytes())
    with open_store(profile, PASSWORD) as store, store.reading() as tx:
        (tmp_path / "identity.txt").write_text(settings.read_identity(tx).age_secret, encoding="ascii")
    before = state(profile)
    words = (sys.executable, "-m", "tests.faults.headers", tmp_path, profile, str(seeds.start), str(seeds.stop))
    done = subprocess.run(words, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    told = done.stdout.splitlines()
    assert done.returncode == 0, f"ended at {told[-1:]}: {done.stderr[-2000:]}"
    codes: Counter[tuple[str, int]] = Counter()
    for line in told:
        where, _, end = line.partition("} {")
        asked, came = json.loads(where + "}"), json.loads("{" + end)
        codes[asked["what"], came["code"]] += 1
        assert came["code"] in ((0, 1) if asked["what"] in OPENING else (1, 2)), line
        assert came["code"] == 0 or came["told"].strip(), line
        assert "Traceback" not in came["told"], line
    assert codes["unpack", 0] and codes["unpack", 1] > len(seeds) // 2, "some are good ones, most are not"
    if not codes["import {}", 0]:
        assert state(profile) == before
    kpm_here("check", profile=profile)


#: What takes a file whose header is good after all.
OPENING = ("unpack", "import {}", "open {}")
