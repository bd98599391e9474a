"""Packs the windows' translations while a wheel is built; for a checkout `scripts/setup.sh` and `make` do it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackTranslations(BuildHookInterface[Any]):
    """Found by hatchling through `pyproject.toml`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the .qm files that lie among the resources. An editable install reads those of the checkout."""
        if version != "editable":
            script = Path(self.root) / "scripts" / "translations.py"
            subprocess.run([sys.executable, str(script), "pack"], cwd=self.root, check=True)  # noqa: S603 - our own words
