"""`kpm report`: a printed form of what a profile holds, as a file."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from kpm_desktop.cli.console import Console
from kpm_desktop.cli.entry import day_told, force_argument
from kpm_desktop.cli.opening import opened, profile_argument, region_argument
from kpm_desktop.commands.due.due_homes import due_homes
from kpm_desktop.commands.growth.child_growth import child_growth
from kpm_desktop.commands.posyandu.day_paper import day_paper
from kpm_desktop.commands.posyandu.day_sheet import day_sheet
from kpm_desktop.commands.posyandu.posyandu_named import posyandu_named
from kpm_desktop.db.files import explaining, new_file
from kpm_desktop.db.store import Store
from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.lists.walking_list import Walk, walking_list
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import SHEETS, TablePage, date_on_paper
from kpm_desktop.ui.printing.page_file import FORMATS, PDF, page_bytes

#: Makes the page of a form from the words of the command.
Make = Callable[[Store, argparse.Namespace, Wording, ListPaper], TablePage]


class Form(NamedTuple):
    """A form that can be printed: the words only it takes, how its page is made, which files it can be, and what is
    said when it is written."""

    words: Callable[[argparse.ArgumentParser], None]
    make: Make
    formats: tuple[str, ...]
    written: str


def arguments(command: str, parser: argparse.ArgumentParser) -> None:
    """Declares the words of the command: every form, and what it takes."""
    forms = parser.add_subparsers(dest="form", required=True, metavar="FORM")
    for name, form in FORMS.items():
        part = forms.add_parser(name)
        form.words(part)
        part.add_argument("--format", choices=form.formats, required=True)
        part.add_argument("--out", type=Path, required=True, metavar="FILE")
        part.add_argument("--paper", choices=SHEETS, default="A4")
        part.add_argument("--mask", action="store_true")
        force_argument(part)
        profile_argument(part)
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, console: Console) -> int:
    form = FORMS[args.form]
    how = ListPaper(printed=datetime.now().astimezone(), name=args.paper, mask=args.mask)
    with opened(args) as store:
        page = form.make(store, args, console.wording, how)
    with explaining(args.out):
        new_file(args.out, page_bytes(lay_out(page), args.format, made=how.printed), over=args.force)
    console.say(form.written, path=args.out)
    return 0


def _of_child(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("person", type=UUID, metavar="PERSON")
    region_argument(parser)


def _growth(store: Store, args: argparse.Namespace, wording: Wording, how: ListPaper) -> TablePage:
    from kpm_desktop.ui.charts.growth_paper import growth_paper  # Qt: only where a page is drawn

    return growth_paper(child_growth(store, args.person, region=args.region), wording, how)


def _of_villages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--village", action="append", default=[], metavar="CODE")
    parser.add_argument("--on", metavar="YYYY-MM-DD")


def _worklist(store: Store, args: argparse.Namespace, wording: Wording, how: ListPaper) -> TablePage:
    on = day_told(args.on)
    homes = due_homes(store, on=on, regions=args.village)
    paper = Wording(wording.language, day=date_on_paper)
    names = names_of([home.region for home in homes])
    walk = Walk(
        day=on,
        title=wording.phrase("due.walk.title"),
        dated=date_on_paper(on),
        villages=", ".join(sorted(place.name for place in names.values())),
    )
    return walking_list(paper, homes, walk, how)


def _of_posyandu(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--village", required=True, metavar="CODE")
    parser.add_argument("--posyandu", type=UUID, metavar="ID")
    parser.add_argument("--on", metavar="YYYY-MM-DD")
    parser.add_argument("--blank", action="store_true")


def _posyandu(store: Store, args: argparse.Namespace, wording: Wording, how: ListPaper) -> TablePage:
    post = posyandu_named(store, args.village, args.posyandu)
    sheet = day_sheet(store, region=args.village, posyandu=post, day=day_told(args.on))
    place = names_of([args.village])[args.village]
    return day_paper(wording, sheet, place.name, how, is_blank=args.blank)


#: Every form there is. Another one is another entry.
FORMS: Mapping[str, Form] = {
    "posyandu": Form(_of_posyandu, _posyandu, FORMATS, "posyandu.paper.written"),
    "growth": Form(_of_child, _growth, (PDF,), "growth_chart.written"),
    "worklist": Form(_of_villages, _worklist, FORMATS, "due.walk.written"),
}
