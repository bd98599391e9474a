"""The pages tell the truth as far as a machine can see: links, commands, references in the code, the walk-through."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kpm_desktop.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")
SECTION = re.compile(r"(docs/[\w-]+\.md)[,\s]+\"([^\"]+)\"")
DECISION = re.compile(r"docs/decisions/(\d{4})")


def page_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def source() -> str:
    """All code of the package; a reference may be broken over two lines."""
    files = sorted((ROOT / "kpm_desktop").rglob("*.py"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def headings(page: str) -> set[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return {line.lstrip("#").strip() for line in text.splitlines() if line.startswith("#")}


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target, _ in LINK.findall(page.read_text(encoding="utf-8")) if target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_links_stay_inside_the_project(page: Path) -> None:
    targets = [target for target, _ in LINK.findall(page.read_text(encoding="utf-8")) if target]
    assert all((page.parent / target).resolve().is_relative_to(ROOT) for target in targets)


def test_commands_named_in_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?:^|[`(])kpm ([a-z]+)", text, re.MULTILINE)) == set(COMMANDS)


def test_make_targets_named_in_the_readme_exist() -> None:
    named = set(re.findall(r"`make ([a-z]+)`", (ROOT / "README.md").read_text(encoding="utf-8")))
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"run", "test"} <= named <= set(targets)


def test_sections_the_code_refers_to_exist() -> None:
    named = SECTION.findall(source())
    assert len(named) > 5
    assert [(page, title) for page, title in named if title not in headings(page)] == []


def test_pages_the_code_refers_to_exist() -> None:
    named = set(re.findall(r"docs/[\w-]+\.md", source()))
    assert named <= {page_name(page) for page in PAGES}


def test_decisions_the_code_refers_to_exist() -> None:
    numbers = {path.name[:4] for path in DECISIONS}
    assert set(DECISION.findall(source())) <= numbers


@pytest.mark.parametrize("page", DECISIONS, ids=page_name)
def test_a_decision_says_context_decision_consequences_alternatives(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences", "Alternatives"]
    assert text.startswith(f"# {page.name[:4]}. ")


@pytest.mark.skipif(shutil.which("bash") is None, reason="the walk-through is written for bash")
def test_the_walk_through_works_as_printed(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parents[1])
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    env = {name: value for name, value in os.environ.items() if not name.startswith("KPM_")}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    states = re.findall(r"^state: ([0-9a-f]{64})$", done.stdout, re.MULTILINE)
    assert len(states) == 2
    assert len(set(states)) == 1
    assert "belum diterima penyelia 0" in done.stdout


SHOWN_BY = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_test_that_shows_a_promise_exists() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = SHOWN_BY.findall(page)
    assert len(named) > 50
    lost = [
        f"{file}::{name}"
        for file, name in named
        if not (ROOT / file).exists() or f"\ndef {name}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert lost == []


def test_every_promise_names_what_shows_it() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    promised = page.partition("## Promised")[2].partition("## Not promised")[0]
    rows = [
        line for line in promised.splitlines() if line.startswith("|") and not line.startswith(("|--", "| Promise"))
    ]
    rows = [line for line in rows if not line.startswith("| Who |")]
    assert [line for line in rows if not SHOWN_BY.search(line)] == []
