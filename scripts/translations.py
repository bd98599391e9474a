"""Keeps the windows' translations: collects the source strings, and packs what has been translated.

python scripts/translations.py collect   new strings into resources/translations/*.ts, to be translated there
python scripts/translations.py pack      the .ts files into the .qm files the program loads
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
OURS = FOLDER / "kpm_id.ts"


def sources() -> list[Path]:
    """The files whose strings are translated, in a fixed order."""
    return sorted((ROOT / "kpm_desktop" / "ui").rglob("*.py"))


def tool(name: str) -> str:
    """A PySide6 tool of the environment this runs in."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise FileNotFoundError(name)
    return found


def collect(target: Path = OURS) -> None:
    """Brings a .ts file up to date with the source; what is new stands there as unfinished."""
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "id"]
    files = [str(path.relative_to(ROOT)) for path in sources()]
    _run(tool("pyside6-lupdate"), *options, *files, "-ts", str(target))


def pack(source: Path, target: Path) -> None:
    """Makes the .qm file of a .ts file; it takes the old one's place at once, since an open program has that mapped."""
    made = target.with_suffix(".made")
    _run(tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(made))
    made.replace(target)


def _run(*words: str) -> None:
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own words


def main(argv: Sequence[str] | None = None) -> int:
    """Does one of the two; 2 for anything else."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["collect"]:
        collect()
    elif words == ["pack"]:
        for source in sorted(FOLDER.glob("*.ts")):
            pack(source, source.with_suffix(".qm"))
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
