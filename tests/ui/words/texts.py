"""Every Indonesian text of the project: of the windows, of Qt, of `kpm`, of the guide, each with what it says in
English."""

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.translations import FOLDER

ROOT = FOLDER.parents[1]
SPOKEN = FOLDER.parent / "text"
GUIDE = sorted((ROOT / "docs" / "panduan").glob("*.md"))

#: Where a link or a picture leads is no text.
LEADS = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Words:
    """place: `kpm_id.ts/Send`, `rules.json/missing`, `README.md`; english: the same in English, "" for the guide."""

    place: str
    english: str
    text: str

    @property
    def is_sought(self) -> bool:
        """Words Cari finds a deed by, never shown: people may still type what is no longer said."""
        return self.place == "kpm_id.ts/Deeds" and self.english[:1].islower()


def translations() -> Iterator[Words]:
    """Those of Qt's own dialogs among them."""
    for file in sorted(FOLDER.glob("*.ts")):
        for context in ElementTree.parse(file).iter("context"):
            for message in context.iter("message"):
                place = f"{file.name}/{context.findtext('name')}"
                yield Words(place, message.findtext("source", ""), message.findtext("translation", ""))


def sentences() -> Iterator[Words]:
    """Those that have no window: refusals, words of records, `kpm`."""
    for file in sorted((SPOKEN / "id").glob("*.json")):
        english = dict(_flat(SPOKEN / "en" / file.name))
        for key, text in _flat(file):
            yield Words(f"{file.name}/{key}", english.get(key, ""), text)


def _flat(file: Path) -> Iterator[tuple[str, str]]:
    for key, value in json.loads(file.read_text(encoding="utf-8")).items():
        if isinstance(value, str):
            yield key, value
        else:
            yield from ((f"{key}/{inner}", text) for inner, text in value.items())


def guide() -> Iterator[Words]:
    """Paragraph by paragraph; of the README what stands above the line."""
    readme = ROOT / "README.md"
    pages = [(page.name, page.read_text(encoding="utf-8")) for page in GUIDE]
    pages.append((f"../{readme.name}", readme.read_text(encoding="utf-8").partition("\n---\n")[0]))
    for name, page in pages:
        for paragraph in re.split(r"\n\s*\n", LEADS.sub("]", page)):
            yield Words(name, "", " ".join(paragraph.split()))


def indonesian() -> list[Words]:
    """All of them."""
    return [*translations(), *sentences(), *guide()]
