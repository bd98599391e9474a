"""Rules that are to come: the program's own resources, with one rule set file more beside the shipped ones."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import msgspec
import pytest

from kpm_desktop import paths
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard import official_rules

Change = Callable[[dict[str, Any]], None]


def rules_file(folder: Path, name: str, change: Change) -> Path:
    """Writes a copy of the official rules under another name, changed."""
    content = (paths.resources() / "rules" / f"{official_rules(Quarter(2025, 3)).id}.json").read_bytes()
    held = msgspec.json.decode(content)
    held["id"] = name
    change(held)
    file = folder / f"{name}.json"
    file.write_bytes(msgspec.json.encode(held))
    return file


def with_rules(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, change: Change) -> Path:
    """From now on the program finds its resources in `folder`, and there this rule set as well; gives its file."""
    shipped, at = paths.resources(), folder / "resources"
    at.mkdir()
    for each in shipped.iterdir():
        if each.name != "rules":
            (at / each.name).symlink_to(each)
    copytree(shipped / "rules", at / "rules")
    file = rules_file(at / "rules", name, change)
    monkeypatch.setattr(paths, "resources", lambda: at)
    return file
