"""Parses the words of a `kpm` command, runs it and turns its end into an exit code.

Exit codes: 0 done; 1 at least one input refused, the others taken; 2 usage; 3 our own fault.
"""

import argparse
import importlib
import io
import itertools
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from kpm_desktop.cli.console import Console
from kpm_desktop.domain.errors import Refused, reason
from kpm_desktop.domain.wording import LANGUAGES, Wording

DONE, REFUSED, USAGE, OUR_FAULT = 0, 1, 2, 3

#: command -> the module of this package that declares its arguments in `arguments(command, parser)` and holds
#: `run(args, console) -> exit code`, set as the parser's default `run`.
COMMANDS = {
    **dict.fromkeys(("init", "check", "rebuild", "backup", "restore"), "profile"),
    **dict.fromkeys(("password", "recovery", "user", "rekey"), "keys"),
    **dict.fromkeys(("load", "dump", "scorecard"), "records"),
    **dict.fromkeys(("invite", "join", "export", "import", "receipt", "open"), "exchange"),
    **dict.fromkeys(("status", "device"), "devices"),
    **dict.fromkeys(("conflict", "quarantine", "missing"), "repair"),
    **dict.fromkeys(("comment", "assign"), "comments"),
    "target": "remotes",
    "register": "registers",
    "report": "reports",
    "due": "due",
    "duplicate": "duplicates",
    "finding": "finding",
    "recover": "recover",
    "growth": "growth",
    "demo": "practice",
}

Run = Callable[[argparse.Namespace, Console], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. Every failure ends in a sentence and an exit code, never in a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    args = _parse(words)
    console = Console(Wording(args.lang))
    try:
        run: Run = args.run
        code = run(args, console)
        console.finish()
        return code
    except Refused as refusal:
        for why in refusal.reasons:
            console.note(why)
        if hasattr(args, "force") and any(why.code == "files.exists" for why in refusal.reasons):
            console.note(reason("cli.force"))
        _discard_unwritten()
        return REFUSED
    except KeyboardInterrupt:
        print(console.wording.phrase("cli.interrupted"), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as fault:
        print(console.wording.phrase("cli.our_fault", where=_where(fault)), file=sys.stderr)
        return OUR_FAULT


class _Parser(argparse.ArgumentParser):
    """Refuses bytes that are no UTF-8 in whatever is no path, by the name of the argument they came in."""

    def __init__(self, *names: Any, wording: Wording, **options: Any) -> None:
        super().__init__(*names, **options)
        self._wording = wording
        self.register("type", None, self._text)

    def add_subparsers(self, **options: Any) -> Any:
        """Those of its actions do the same; here their words only pass through."""
        made = super().add_subparsers(**options | {"parser_class": partial(_Parser, wording=self._wording)})
        made.type = str
        return made

    def _text(self, word: str) -> str:
        try:
            word.encode()
        except UnicodeEncodeError:
            raise argparse.ArgumentTypeError(self._wording.phrase("cli.not_text")) from None
        return word


def _parse(words: Sequence[str]) -> argparse.Namespace:
    wording = Wording(_language(words))
    parser = _Parser(wording=wording, prog="kpm", description=wording.phrase("help.about"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    asked = next((word for word in words if not word.startswith("-")), None)
    for name, module_name in COMMANDS.items():
        what = wording.phrase(f"help.{name}")
        sub = commands.add_parser(name, help=what, description=what)
        sub.add_argument("--lang", choices=LANGUAGES, default=wording.language)
        if name == asked:
            module = importlib.import_module(f"kpm_desktop.cli.{module_name}")
            module.arguments(name, sub)
    return parser.parse_args(words)


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 whatever the system's own letters are; a terminal shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.isatty():
            stream.reconfigure(errors="replace")
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _discard_unwritten() -> None:
    """What could not be written must not be tried again when the process ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language(words: Sequence[str]) -> str:
    """The language asked for by `--lang` or KPM_LANG; one that is not spoken here is as good as none."""
    said = [after for before, after in itertools.pairwise(words) if before == "--lang"]
    asked = said[-1] if said else os.environ.get("KPM_LANG", LANGUAGES[0])
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _where(fault: Exception) -> str:
    """Type and place of a fault, without its text: the text may hold a name or a NIK."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} {Path(frame.filename).name}:{frame.lineno}"
