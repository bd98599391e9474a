"""A book to search in, without a profile behind it."""

from collections.abc import Mapping, Sequence
from datetime import date

from kpm_desktop.commands.households.target_rows import HouseholdRow, TargetRow
from kpm_desktop.commands.search.book import Book, HomeEntry, Outline, PersonEntry, VillagePart, bind
from kpm_desktop.commands.supervision.village_overview import Overview
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.search.why_found import KnownAs, key_of, packed

KARANGSARI, MEKARJAYA, OTHER_MEKARJAYA = "18.01.04.2001", "18.01.04.2002", "18.01.05.2002"
NAMES = {
    KARANGSARI: Region(KARANGSARI, "Karangsari", ("Harapan", "Lampung Selatan", "Lampung")),
    MEKARJAYA: Region(MEKARJAYA, "Mekarjaya", ("Harapan", "Lampung Selatan", "Lampung")),
    OTHER_MEKARJAYA: Region(OTHER_MEKARJAYA, "Mekarjaya", ("Suka Damai", "Lampung Selatan", "Lampung")),
}
DAY = date(2026, 11, 16)


def person(name: str, *others: KnownAs, region: str = KARANGSARI, kind: str = "child") -> PersonEntry:
    """Somebody with nothing but a name and what else leads there."""
    known = (("name", name), *others)
    id = new_id()
    row = TargetRow(
        region=region,
        kind=kind,  # type: ignore[arg-type]
        id=id,
        person_id=id,
        household_id=new_id(),
        name=name,
        head_name=dict(others).get("head", ""),
        kia_number="",
        nik="",
        hamlet=dict(others).get("hamlet", ""),
        rt="",
        rw="",
        posyandu="",
        is_postpartum=False,
        months=9,
        days=280,
        notices=(),
        visited_on=None,
        last_visit=None,
        is_weighed=False,
        state=None,
        is_draft=False,
        key=key_of(known),
        known_as=packed(known),
    )
    return PersonEntry(row, str(id), row.key)


def home(head: str, region: str = KARANGSARI) -> HomeEntry:
    """A household nobody is listed in."""
    known = (("head", head),)
    row = HouseholdRow(
        region=region,
        id=new_id(),
        head_name=head,
        hamlet="",
        rt="",
        rw="",
        posyandu="",
        status="active",
        key=key_of(known),
        known_as=packed(known),
    )
    return HomeEntry(row, str(row.id), row.key)


def book_of(
    people: Sequence[PersonEntry],
    homes: Sequence[HomeEntry] = (),
    overview: Overview | None = None,
    names: Mapping[str, Region] = NAMES,
) -> Book:
    """A book of the villages of `names` with these people."""
    outline = Outline(dict.fromkeys(names, ""), dict(names), overview)
    parts = {
        code: VillagePart(
            code,
            "",
            DAY,
            tuple(one for one in people if one.row.region == code),
            tuple(one for one in homes if one.row.region == code),
            0,
            0,
        )
        for code in names
    }
    return bind(outline, parts)
