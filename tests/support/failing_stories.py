"""Commands whose calls to the system fail one after the other, or are the last: what each leaves, and the same command
again."""

import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.cli import said
from tests.support.failing_calls import Call, Failure, Ran, Warm
from tests.support.faults import leftovers

FAILED, CALM = ("gagal", "hilang atau terlepas"), ("tidak ada yang hilang", "tetap ada")

#: What is said where the work was there after all.
THERE, CHANGED, NAMED = "sudah ada profil", "Kata sandi tidak cocok", "sudah ada berkas"

Words = tuple[str | Path, ...]
#: Anything that can be compared; None where nothing is there.
Held = object


@dataclass(frozen=True)
class Attempt:
    """A command laid out in a place of its own. holds: looks, without any failure, at what there is of its work.
    may_be_done: whether all of the work may be there although the command was refused after it. all_the_same: what it
    then says, where it knows. done_already: what it is told the second time where the work of the first was there after
    all."""

    profile: Path
    words: Words
    holds: Callable[[Path], Held]
    program: str = "kpm"
    may_be_done: bool = False
    all_the_same: str = ""
    done_already: str = "nothing"


#: Lays a command out: what it begins with, and the place.
Lay = Callable[[Any, Path], Attempt]


@dataclass(frozen=True)
class Story:
    """A command, undisturbed: what there is before and after it, and its calls in their order."""

    lay: Callable[[], Attempt]
    warm: Warm
    place: Path
    before: Held
    after: Held
    calls: tuple[Call, ...]

    def run(self, attempt: Attempt, failure: Failure | None = None) -> Ran:
        """One process."""
        return self.warm.run(attempt.program, attempt.words, attempt.profile, self.place, failure)

    def held(self, attempt: Attempt) -> Held:
        """What there is, without any failure."""
        return looked(attempt, self.place)


def looked(attempt: Attempt, place: Path) -> Held:
    aside = place.with_name("look")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    return attempt.holds(aside)


def story(warm: Warm, lay: Lay, source: object, folder: Path) -> Story:
    place = folder / lay.__name__ / "place"
    place.parent.mkdir()

    def again() -> Attempt:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return lay(source, place)

    before = looked(again(), place)
    attempt = again()
    ran = warm.run(attempt.program, attempt.words, attempt.profile, place)
    assert ran.done.returncode == 0, said(ran.done)
    return Story(again, warm, place, before, looked(attempt, place), ran.calls)


def fails_well(story: Story, failure: Failure) -> None:
    """One failure, what it left, and the same command again on a disk that works."""
    attempt = story.lay()
    ran = story.run(attempt, failure)
    where = f"{failure}: exit {ran.done.returncode}, {said(ran.done)}"
    assert ran.failed, where
    assert ran.done.returncode in (0, 1), where
    assert "Traceback" not in ran.done.stderr, where
    if ran.done.returncode:
        is_told(failure, ran, where)
    is_whole(story, attempt, failure, ran, where)
    again = story.run(attempt).done
    if CHANGED in again.stderr:
        assert "mungkin sudah berlaku" in ran.done.stderr, where
    is_there = attempt.done_already in again.stderr
    assert again.returncode == (1 if is_there else 0), f"{where}\nagain: {said(again)}"
    assert story.held(attempt) == story.after, where
    call = failure.calls[failure.at - 1]
    stays = {Path(path).name for path in call.paths if call.name == "unlink"}
    assert {Path(name).name for name in leftovers(story.place)} <= stays, where


def is_told(failure: Failure, ran: Ran, where: str) -> None:
    """The sentence says what is wrong with the disk and that nothing is lost."""
    call = failure.calls[failure.at - 1]
    needs_room = call.name in ("write", "pwrite64") and not call.paths[0].endswith("-shm")
    wanted = ("penuh",) if failure.number == "ENOSPC" and needs_room else (*FAILED, "penuh")
    assert any(word in ran.done.stderr for word in wanted), where
    assert any(word in ran.done.stderr for word in CALM), where


def is_whole(story: Story, attempt: Attempt, failure: Failure, ran: Ran, where: str) -> None:
    """All of the work is there where it was called done, else none of it. What a disk refuses to take back while it
    goes on failing may be there, whole; at a window the second try succeeds on a disk that failed once."""
    found = story.held(attempt)
    is_done = ran.done.returncode == 0 or (attempt.program == "by_hand" and not ran.done.stdout)
    if attempt.program == "by_hand" and not failure.goes_on:
        assert is_done or "NOT OPENED" in ran.done.stdout, where
    allowed = [story.after] if is_done else [story.before]
    if failure.goes_on or attempt.may_be_done:
        allowed.append(story.after)
    assert found in allowed, f"{where}\nfound {found}, not {allowed}"
    if found == story.after and not is_done:
        assert attempt.all_the_same in ran.done.stderr, where


def is_killed_well(story: Story, failure: Failure) -> None:
    """The process ends with one of its calls: all of the work is there or none, and the same command does it."""
    attempt = story.lay()
    ran = story.run(attempt, failure)
    where = f"{failure}: exit {ran.done.returncode}"
    assert ran.done.returncode == -signal.SIGKILL, where
    assert story.held(attempt) in (story.before, story.after), where
    again = story.run(attempt).done
    is_there = attempt.done_already in again.stderr
    assert again.returncode == (1 if is_there else 0), f"{where}\nagain: {said(again)}"
    assert story.held(attempt) == story.after, where
    assert leftovers(story.place) == [], where


#: Of so many calls of one kind at the beginning and at the end each one is looked at, in between every so many.
EACH, EVERY = 20, 40


def moments(calls: tuple[Call, ...]) -> list[int]:
    """The numbers of the calls to look at: all, but where a kind of call on a file comes hundreds of times, as when a
    database is written page by page, not each of them."""
    kinds: dict[str, list[int]] = {}
    for at, call in enumerate(calls, 1):
        kinds.setdefault(_kind(call), []).append(at)
    found = (at for ats in kinds.values() for at in {*ats[:EACH], *ats[::EVERY], *ats[-EACH:]})
    return sorted(found)


def _kind(call: Call) -> str:
    return f"{call.name} {Path(call.paths[0]).name}"


#: A call, which of its kind, how it fails, and whether all after it do.
Chosen = tuple[str, int, str, bool]


def find(calls: tuple[Call, ...], chosen: Chosen) -> Failure:
    """The n-th call of a kind, from the end where n is negative, as a failure."""
    kind, which, number, goes_on = chosen
    found = [at for at, call in enumerate(calls, 1) if _kind(call) == kind]
    return Failure(calls, found[which - 1 if which > 0 else which], number, goes_on)
