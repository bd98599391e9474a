"""What `make run` does without a display: the main job, run as a person runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "data" / "example_village"


def journey(out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts.journey", "--out", str(out)]
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A run over the output of an earlier one."""
    out = tmp_path_factory.mktemp("journey") / "demo-output"
    out.mkdir()
    (out / ".kpm-demo").touch()
    (out / "left.txt").write_text("of an earlier run")
    return out, journey(out)


def test_ends_well_and_leaves_what_it_says(made: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out, done = made
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    left = sorted(path.name for path in out.iterdir())
    assert left == [".kpm-demo", "flashdisk", "gambar", "laporan.txt", "rapor.json", "tanda-terima"]
    for folder in ("flashdisk", "tanda-terima"):
        assert [bundle.suffix for bundle in (out / folder).iterdir()] == [".kpmsync"]
    assert len(list((out / "gambar").glob("*.png"))) == 10


def test_the_scorecard_is_the_official_example(made: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out, _ = made
    expected = json.loads((EXAMPLE / "expected_scorecard_2025-Q3.json").read_text(encoding="utf-8"))
    found = json.loads((out / "rapor.json").read_text(encoding="utf-8"))
    for part in ("targets", "growth_mat", "indicators", "convergence", "fully_served"):
        assert found[part] == expected[part], part


def test_the_account_names_no_path_of_this_machine(made: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out, _ = made
    assert str(out.parent) not in (out / "laporan.txt").read_text(encoding="utf-8")


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "berkas"
    out.mkdir()
    (out / "penting.txt").write_text("penting")
    done = journey(out)
    assert done.returncode == 1
    assert (out / "penting.txt").read_text() == "penting"
