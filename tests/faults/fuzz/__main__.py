"""`python -m tests.faults.fuzz [--seconds N] [READER ...]`: each reader for some seconds under bytes that are altered
by what of the program they reach, in a process of its own. Prints executions and findings; exit 1 for any finding,
whose bytes are kept in `demo-output/fuzz`."""

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
FOUND = ROOT / "demo-output" / "fuzz"
NAMES = [
    *("bundle", "manifest", "frame", "lines", "line", "head", "invitation", "invitation-body", "enrolment"),
    *("statement", "sheet", "keys", "backup", "table"),
]
#: No input is larger; what is measured by size has tests of its own.
LONGEST = 16 * 1024
MEMORY_MB = 1024
SLOWEST_S = 10


@dataclass(frozen=True)
class Fuzzed:
    """What came of one reader: executions, and what was said where something else than a refusal came of one."""

    name: str
    executions: int
    finding: str


def is_here() -> bool:
    """Whether this Python has atheris."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(name: str, seconds: int) -> Fuzzed:
    """One reader, in a process of its own."""
    FOUND.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.fuzz", "--one", name, "--seconds", str(seconds)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=seconds + 120,
    )
    executed = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)
    return Fuzzed(name, int(executed[1]) if executed else 0, "" if done.returncode == 0 else done.stderr[-4000:])


def _one(name: str, seconds: int) -> None:
    """Never comes back: the process ends when the time is over."""
    import atheris

    with atheris.instrument_imports(include=["kpm_desktop"]):
        from tests.faults.fuzz.readers import readers, survives

    reader = readers()[name]
    with tempfile.TemporaryDirectory() as folder:
        for at, seed in enumerate(reader.seeds):
            (Path(folder) / str(at)).write_bytes(seed)
        limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-rss_limit_mb={MEMORY_MB}"]
        told = [f"-timeout={SLOWEST_S}", "-print_final_stats=1", f"-artifact_prefix={FOUND}/{name}-"]

        def run(data: bytes) -> None:
            survives(reader, data)

        atheris.Setup([sys.argv[0], folder, *limits, *told], run)
        atheris.Fuzz()


def main() -> int:
    """All readers, or those that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.fuzz")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--one", choices=NAMES, help=argparse.SUPPRESS)
    parser.add_argument("reader", nargs="*", choices=[*NAMES, []])
    args = parser.parse_args()
    if not is_here():
        print("atheris has no wheel for this Python: nothing was tried")
        return 0
    if args.one:
        _one(args.one, args.seconds)
    results = []
    for name in args.reader or NAMES:
        each = fuzz(name, args.seconds)
        results.append(each)
        found = "FOUND" if each.finding else "nothing found"
        print(f"{each.name:16} {each.executions:9} executions  {found}", flush=True)
    for each in results:
        if each.finding:
            print(f"\n{each.name}:\n{each.finding}")
    print(f"{sum(each.executions for each in results)} executions")
    return 1 if any(each.finding for each in results) else 0


if __name__ == "__main__":
    sys.exit(main())
