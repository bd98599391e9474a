"""`kpm register`: the records of a kind as a list, and one of them whole."""

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import force_argument
from kpm_desktop.cli.listing import json_of_each, say_each
from kpm_desktop.cli.opening import opened, profile_argument, region_argument
from kpm_desktop.commands.registers.register_list import RegisterLine, register_list
from kpm_desktop.commands.registers.register_paper import register_paper
from kpm_desktop.commands.registers.register_record import RegisterRecord, register_record
from kpm_desktop.db.files import explaining, new_file
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.words import record_words
from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.domain.registers.register import STATE, SUBJECT, VILLAGE, Register
from kpm_desktop.domain.registers.spoken import RegisterWords
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.ui.printing.page_file import FORMATS, page_bytes


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of the command."""
    parser.add_argument("kind", choices=list(REGISTERS), metavar="KIND")
    actions = parser.add_subparsers(dest="action", required=True, metavar="AKSI")
    listed = actions.add_parser("list")
    listed.add_argument("--village", action="append", default=[], metavar="CODE")
    listed.add_argument("--format", choices=FORMATS)
    listed.add_argument("--out", type=Path, metavar="FILE")
    force_argument(listed)
    listed.add_argument("--mask", action="store_true")
    listed.set_defaults(run=_list)
    shown = actions.add_parser("show")
    shown.add_argument("id", type=UUID, metavar="ID")
    region_argument(shown)
    shown.set_defaults(run=_show)
    for action in (listed, shown):
        action.add_argument("--json", action="store_true")
        profile_argument(action)


def _list(args: argparse.Namespace, console: Console) -> int:
    register = REGISTERS[args.kind]
    with opened(args) as store:
        lines = register_list(store, register, villages=args.village)

    def which(line: RegisterLine) -> tuple[str, UUID]:
        return register.kind, line.id

    shown = [line for line in lines if not line.is_hidden and not line.is_draft]
    if args.format is not None or args.out is not None:
        return _write(args, console, register, shown)
    if args.json:
        json_of_each(console, shown, partial(_line, register), which)
        return 0
    words = RegisterWords(register, args.lang)

    def say(line: RegisterLine) -> None:
        console.say("register.line", id=line.id, words=words.joined(_said(register, line, words)))

    say_each(console, shown, say, which)
    if not shown:
        console.say("register.none")
    return 0


def _write(args: argparse.Namespace, console: Console, register: Register, lines: list[RegisterLine]) -> int:
    """The list as it is printed, in a file."""
    if args.format is None or args.out is None:
        raise refused("register.format_and_out")
    names = names_of([line.region for line in lines])
    how = ListPaper(printed=datetime.now().astimezone(), mask=args.mask)
    page = register_paper(register, lines, names, args.lang, how)
    with explaining(args.out):
        new_file(args.out, page_bytes(lay_out(page), args.format, made=how.printed), over=args.force)
    console.say("register.written", path=args.out, count=len(lines))
    return 0


def _show(args: argparse.Namespace, console: Console) -> int:
    register = REGISTERS[args.kind]
    with opened(args) as store:
        found = register_record(store, register, args.id, region=args.region)
    if args.json:
        console.result(json.dumps(_record(register, found), ensure_ascii=False, indent=1))
        return 0
    words, kind_words = RegisterWords(register, args.lang), record_words(args.lang)
    for person in found.people:
        console.say("register.field", name=console.wording.phrase("register.subject"), value=person.name)
    for name in fields(register.kind):
        if name in found.values and name not in (register.person_field, register.people_field):
            value = words.value(name, found.values)
            console.say("register.field", name=kind_words.field(register.kind, name), value=value)
    return 0


def _said(register: Register, line: RegisterLine, words: RegisterWords) -> Iterator[str]:
    """A row in one sentence: its columns from left to right."""
    _check_shown(line)
    for column in register.columns:
        if column.name == SUBJECT:
            yield words.joined((line.about.name, line.about.hamlet)) if line.about is not None else ""
        elif column.name not in (VILLAGE, STATE):
            yield words.joined([words.value(name, line.values) for name in (column.name, column.below) if name])


def _check_shown(line: RegisterLine) -> None:
    if line.is_unshown:
        raise ValueError(line.id)


def _line(register: Register, line: RegisterLine) -> dict[str, Any]:
    """One row as JSON: the record's own names, empty fields left out."""
    _check_shown(line)
    return {
        "id": str(line.id),
        "kind": register.kind,
        "village": line.region,
        **_about(line.about),
        **_own(register, line.values),
        "state": line.state.value,
        "conflicts": sorted(line.marks.get("conflict", ())),
    }


def _record(register: Register, found: RegisterRecord) -> dict[str, Any]:
    """A record whole as JSON: what a row says, and who is named in it."""
    about = found.people[0] if register.person_field and found.people else None
    return {
        "id": str(found.id),
        "kind": register.kind,
        "village": found.region,
        **_about(about),
        **_own(register, found.values),
        "state": found.state.value,
        "conflicts": sorted(found.marks.get("conflict", ())),
        "people": [{"person": str(one.id), "name": one.name} for one in found.people],
    }


def _about(person: About | None) -> dict[str, Any]:
    if person is None:
        return {}
    return {"name": person.name, "hamlet": person.hamlet, "birth_date": person.born or None}


def _own(register: Register, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in fields(register.kind) if name in values}
