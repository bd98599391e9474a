"""A laptop writes nothing a receiver would refuse: whatever is kept arrives, whichever way it was entered."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db import settings as kept
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.domain import own_line, strict
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.own_line import Unwritable
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.identity import derived_id, new_id
from kpm_desktop.sync.access import read_access
from tests.support.devices import VILLAGE, Device, Place, acquaint, quick_place, settle
from tests.support.family import TODAY
from tests.support.values import beyond, plain_values

HOUSE = UUID(int=1)
ANYTHING = st.text(st.characters(codec="utf-8"), max_size=40)


def arrived(below: Device, above: Device) -> bool:
    """Everything one laptop holds is taken by the other, with nothing refused."""
    for account in above.take(*below.export()):
        assert (account.refused, account.withheld, account.waiting) == ([], 0, [])
    return above.names() >= below.names()


@st.composite
def records(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A record of any kind: good values, values beyond a limit, and texts of all of Unicode."""
    kind = draw(st.sampled_from(sorted(DICTIONARY)))
    values: dict[str, Any] = {}
    for name, field in fields(kind).items():
        if field.required or name in DICTIONARY[kind].KEY or draw(st.booleans()):
            choices = [plain_values(field)] * 8 + [st.sampled_from(beyond(field))]
            values[name] = draw(st.one_of(*choices, ANYTHING) if field.spec.form == "text" else st.one_of(*choices))
    return kind, values


@settings(max_examples=15)
@given(st.lists(records(), min_size=1, max_size=25), st.data())
def test_what_the_writer_keeps_every_receiver_takes(
    made: list[tuple[str, dict[str, Any]]], data: st.DataObject
) -> None:
    with quick_place() as place:
        rina, sari = place.supervisor("Bu Rina"), place.cadre("Ibu Sari")
        acquaint(sari, rina, VILLAGE)
        with sari.store.writing() as tx:
            batch = RecordBatch(tx, sari.identity, sari.clock)
            for kind, values in made:
                try:
                    record = derived_id(kind, values) or new_id()
                    batch.add(Entry(VILLAGE, kind, record, values), is_new=False)
                except Unwritable as refusal:
                    assert {one.field for one in refusal.objections} <= values.keys()
            batch.flush()
        assert arrived(sari, rina)
        settle((sari, rina))
        assert sari.state() == rina.state()


@pytest.fixture
def rina(place: Place) -> Device:
    return place.supervisor("Bu Rina")


@pytest.fixture
def sari(place: Place, rina: Device) -> Device:
    sari = place.cadre("Ibu Sari")
    acquaint(sari, rina, VILLAGE)
    sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
    return sari


def test_a_comment_of_300_kib_is_refused_at_its_field_and_nothing_is_kept(sari: Device, rina: Device) -> None:
    before = sari.names()
    values = {"about_kind": "household", "about_id": str(HOUSE), "text": "?" * 300 * 1024, "progress": "open"}
    with pytest.raises(Unwritable) as caught, sari.store.writing() as tx:
        batch = RecordBatch(tx, sari.identity, sari.clock)
        batch.add(Entry(VILLAGE, "household", HOUSE, {"rt": "01"}), is_new=False)
        batch.flush()
        batch.add(Entry(VILLAGE, "comment", new_id(), values), is_new=True)
    assert [(one.field, one.why.code) for one in caught.value.objections] == [("text", "rules.line_too_long")]
    assert sari.names() == before
    assert sari.shown(HOUSE).get("rt") is None
    assert arrived(sari, rina)


def test_of_several_records_the_one_that_cannot_go_is_named(sari: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a limit of the wire that no form knows would have it."""
    edits = [
        Edit("household", {"head_name": "A"}, HOUSE),
        Edit("household", {"village_code": VILLAGE, "head_name": "B", "note": "x" * 1999, "address": "y" * 200}),
    ]
    monkeypatch.setattr(own_line, "MAX_LINE", 2400)
    monkeypatch.setattr(strict, "MAX_LINE", 2400)
    with pytest.raises(Objected) as caught:
        save_records(sari.store, edits, today=TODAY, sure=True, clock=sari.clock)
    assert [(one.record, one.field, one.why.code) for one in caught.value.objections] == [
        (1, "note", "rules.line_too_long")
    ]
    assert sari.shown(HOUSE)["head_name"] == "Kepala"


@pytest.mark.parametrize("sign", ["\u200b", "\u0378", "\U0001e08f"])
def test_a_name_with_a_sign_nobody_sees_is_kept_without_it(sign: str, place: Place, rina: Device) -> None:
    """The name of a profile, of who is invited, and of a record: nothing of it stops a bundle on another laptop."""
    sari = place.cadre(f"Ibu{sign} Sarí")
    assert sari.identity.user == "Ibu Sarí"
    sari.join(rina.invite(VILLAGE, person=f"Ibu e{sign}\u0301"))
    save_records(
        sari.store,
        [Edit("household", {"village_code": VILLAGE, "head_name": f"Pak e{sign}\u0301"})],
        today=TODAY,
        sure=True,
        clock=sari.clock,
    )
    assert arrived(sari, rina)
    sari.take(*rina.receipt(sari.key))
    assert (rina.names(), rina.state()) == (sari.names(), sari.state())
    with rina.store.reading() as tx:
        assert tx.exec_driver_sql("SELECT head_name FROM household").scalar() == "Pak é"
        (statement,) = {read_access(tx, rina.identity).statement_of(sari.key)}
    assert statement is not None
    assert statement.person == "Ibu é"


def test_the_name_a_laptop_gives_itself_is_vouched_for_as_every_name_is(place: Place, rina: Device) -> None:
    """A stranger's laptop may call itself anything; its name goes into a paper of this one."""
    ani = place.cadre("Ibu Ani")
    with ani.store.writing() as tx:
        kept.write_identity(tx, msgspec.structs.replace(ani.identity, user="Ibu\u200b Ani\u202e"))
    ani.join(rina.invite(VILLAGE))
    assert arrived(ani, rina)
    with rina.store.reading() as tx:
        statement = read_access(tx, rina.identity).statement_of(ani.key)
    assert statement is not None
    assert statement.person == "Ibu Ani"


def test_a_profile_named_before_names_were_tidied_writes_lines_that_are_taken(sari: Device, rina: Device) -> None:
    with sari.store.writing() as tx:
        kept.write_identity(tx, msgspec.structs.replace(sari.identity, user="Ibu Sari\u0301\u200b"))
    sari.save(HOUSE, {"rt": "02"})
    with sari.store.reading() as tx:
        line = tx.exec_driver_sql("SELECT line FROM change ORDER BY no DESC LIMIT 1").scalar_one()
    assert loose_decoder().decode(line).user == "Ibu Sarí"
    assert arrived(sari, rina)
