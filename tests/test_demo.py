"""`make run` until there are windows: the main job on the practice village, run as a person runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PRACTICE = ROOT / "resources" / "practice" / "example_village"
EXAMPLE = ROOT / "tests" / "data" / "example_village"


def demo(out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "demo.py"), "--out", str(out)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A second run over the first one's output."""
    out = tmp_path_factory.mktemp("demo") / "demo-output"
    out.mkdir()
    (out / ".kpm-demo").touch()
    (out / "left.txt").write_text("of an earlier run")
    return out, demo(out)


def test_ends_well_and_leaves_what_it_says(made: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out, done = made
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    left = sorted(path.name for path in out.iterdir())
    assert left == [".kpm-demo", "bundel", "laporan.txt", "rapor.json", "tanda-terima"]
    for folder in ("bundel", "tanda-terima"):
        (bundle,) = (out / folder).iterdir()
        assert bundle.suffix == ".kpmsync"


def test_the_account_is_what_was_printed(made: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out, done = made
    account = (out / "laporan.txt").read_text(encoding="utf-8")
    assert account == done.stdout
    assert "belum ada jendela" in account.splitlines()[0]


def test_the_scorecard_is_that_of_the_worked_example(made: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out, _ = made
    expected: dict[str, Any] = json.loads((EXAMPLE / "expected_scorecard_2025-Q3.json").read_text())
    scorecard = json.loads((out / "rapor.json").read_text(encoding="utf-8"))
    for table in ("targets", "growth_mat", "indicators", "convergence", "fully_served", "not_reported"):
        assert scorecard[table] == expected[table]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine")
    done = demo(tmp_path)
    assert done.returncode == 1
    assert "tidak ada yang dihapus" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_the_practice_village_is_the_worked_example() -> None:
    practice = {path.name: path.read_bytes() for path in PRACTICE.glob("*.csv")}
    assert practice == {path.name: path.read_bytes() for path in EXAMPLE.glob("*.csv")}
