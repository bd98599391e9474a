"""Where the program's own files lie: beside the package in a wheel, beside the folder in a checkout."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder with rule sets, sentences, regions and WHO tables."""
    here = Path(__file__).resolve().parent
    packed = here / "resources"
    return packed if packed.is_dir() else here.parent / "resources"
