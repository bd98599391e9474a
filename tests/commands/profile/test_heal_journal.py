"""Lines of an earlier version that no receiver takes are written again so that every one does, once, and alike on every
copy of a disk."""

from contextlib import suppress
from uuid import UUID

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.heal_journal import backup_before, heal_journal
from kpm_desktop.commands.profile.unlock_profile import unlock_profile
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.journal.healing import Healed
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.db.queries import drafts
from kpm_desktop.domain.change import line_hash, loose_decoder
from kpm_desktop.domain.errors import Reason, Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.strict import MAX_LINE, strict_change
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.credentials import Statement
from kpm_desktop.sync.seal import SigningKey, credential_message
from tests.support.devices import DISTRICT, PASSWORD, REGENCY, VILLAGE, Device, Place, acquaint, quick_place, settle
from tests.support.unhealed import LONG, UNSEEN, as_earlier, write_unhealed


def acquainted(place: Place) -> tuple[Device, Device]:
    above, one = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(one, above, VILLAGE)
    settle((one, above))
    return one, above


def own_lines(device: Device) -> list[bytes]:
    with device.store.reading() as tx:
        rows = tx.exec_driver_sql(
            "SELECT c.line FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
            " WHERE s.device = ? ORDER BY s.id, c.seq, c.name",
            (device.key,),
        )
        return list(rows.scalars())


def kept_aside(device: Device) -> list[bytes]:
    with device.store.reading() as tx:
        return list(tx.exec_driver_sql("SELECT line FROM kept_line ORDER BY change_no").scalars())


def is_taken(device: Device) -> None:
    for line in own_lines(device):
        strict_change(line)
    assert check_profile(device.store).is_sound


def test_what_nobody_took_is_taken_and_shown_alike(place: Place) -> None:
    one, above = acquainted(place)
    made = write_unhealed(one)
    before = [line for line in own_lines(one) if str(made.bad).encode() not in line]
    above.take(*one.due(above.key, everything=True))
    assert above.states(made.good) == {}, "one line keeps all of them back"
    done = heal_journal(one.store)
    assert done == Healed(6, 6, 4), "from the first bad line on, and none before it"
    assert before[0] in own_lines(one), "what stands below the first bad line is as it was"
    is_taken(one)
    settle((one, above))
    assert (one.state(), one.conflicts()) == (above.state(), 0)
    assert one.names() <= above.names()
    for device in (one, above):
        home = device.shown(made.bad)
        assert (home["head_name"], home["hamlet"], home["rt"]) == ("Pak Ámi", "Melati é", "2")
        assert device.shown(made.good)["head_name"] == "Pak Amir Hamzah"
        comment = device.shown(made.comment, "comment")
        assert (comment["progress"], comment["text"][-1]) == ("closed", "…")
        assert LONG.startswith(comment["text"][:-1]) and len(comment["text"]) > 1900


def test_who_when_and_in_which_order_stay_and_old_lines_count_nowhere(place: Place) -> None:
    one, _ = acquainted(place)
    write_unhealed(one)
    old = [loose_decoder().decode(line) for line in own_lines(one)]
    heal_journal(one.store)
    new = [loose_decoder().decode(line) for line in own_lines(one)]
    assert [(each.id, each.at, each.app, each.seq) for each in new] == [
        (each.id, each.at, each.app, each.seq) for each in old
    ]
    kept = kept_aside(one)
    assert [loose_decoder().decode(line).user for line in kept] == [UNSEEN] * 6
    assert {each.user for each in new[-6:]} == {"Ibu Sari"}
    assert one.names().isdisjoint({line_hash(line)[:16].hex() for line in kept})
    backup = place.new_folder("before.kpmbackup")
    one.store.back_up(backup)
    assert backup_before(one.store.folder).exists()
    assert heal_journal(one.store) == Healed(), "once"


def test_a_draft_rests_on_what_became_of_its_heads(place: Place) -> None:
    one, _ = acquainted(place)
    made = write_unhealed(one)
    heal_journal(one.store)
    with one.store.reading() as tx:
        draft = drafts.find(tx, one.store.user, VILLAGE, "household", made.bad)
    shown = one.states(made.bad)
    assert draft is not None
    assert draft.base == {name: shown[name].base for name in ("rt", "hamlet")}


def test_two_copies_of_a_disk_heal_alike_and_go_on_side_by_side(place: Place) -> None:
    one, above = acquainted(place)
    made = write_unhealed(one)
    other = one.copied()
    assert heal_journal(one.store) == heal_journal(other.store)
    assert own_lines(one) == own_lines(other)
    one.save(made.bad, {"rw": "1"})
    other.save(made.later, {"rt": "9"})
    for device in (one, other, one, other):
        above.take(*device.due(above.key, everything=True))
        device.take(*above.due(device.key, everything=True))
    assert one.state() == other.state() == above.state()
    assert above.conflicts() == 0


def test_copies_that_went_on_before_they_were_healed_meet_again(place: Place) -> None:
    """What one wrote after it was copied hangs on the same new lines as what the other did."""
    one, above = acquainted(place)
    made = write_unhealed(one)
    other = one.copied()
    one.save_badly(made.bad, {"rt": "4"})
    other.save_badly(made.later, {"rw": "07"})
    other.save_badly(made.good, {"rw": "e\u0301"})
    for device in (one, other):
        heal_journal(device.store)
        is_taken(device)
    for device in (one, other, one, other):
        above.take(*device.due(above.key, everything=True))
        device.take(*above.due(device.key, everything=True))
    assert one.state() == other.state() == above.state()
    assert (above.conflicts(), above.shown(made.bad)["rt"], above.shown(made.later)["rw"]) == (0, "4", "07")
    for device in (one, other, above):
        is_taken(device)


def test_a_copy_that_hears_of_healed_lines_before_it_heals_has_them_once(place: Place) -> None:
    """An earlier program on the second laptop takes in what the first one wrote again."""
    one, above = acquainted(place)
    made = write_unhealed(one)
    other = one.copied()
    other.save_badly(made.later, {"rt": "7"})
    heal_journal(one.store)
    one.save(made.bad, {"rw": "5"})
    settle((one, above))
    other.take(*above.due(other.key, everything=True))
    assert one.names() < other.names()
    heal_journal(other.store)
    is_taken(other)
    assert len(other.names() - one.names()) == 1, "what it wrote alone"
    other.save(made.later, {"rw": "8"})
    for device in (one, other, one, other):
        above.take(*device.due(above.key, everything=True))
        device.take(*above.due(device.key, everything=True))
    assert one.state() == other.state() == above.state()
    assert (above.conflicts(), above.shown(made.later)["rt"], above.shown(made.later)["rw"]) == (0, "7", "8")
    assert one.names() == other.names() == above.names()


def by_other(other: Device, record: UUID, field: str, value: str, names: list[str]) -> None:
    with other.store.writing() as tx:
        batch = RecordBatch(tx, settings.read_identity(tx), other.clock)
        batch.add(Entry(VILLAGE, "household", record, {field: value}, {field: names}), is_new=True)
        batch.flush()


def test_what_another_laptop_says_of_an_old_line_waits_until_somebody_chooses(place: Place) -> None:
    """Its signed word cannot be written again, and what only one laptop knows must not decide: so the same is shown
    wherever the same changes are held."""
    one, above = acquainted(place)
    other = place.cadre("Ibu Lastri")
    acquaint(other, above, VILLAGE)
    made = write_unhealed(one)
    by_other(other, made.bad, "rt", "5", [made.bad_change])
    settle((other, above))
    one.take(*above.due(one.key, everything=True))
    heal_journal(one.store)
    settle((one, above), (other, above), (one, above))
    for device in (one, above, other):
        state = device.states(made.bad)["rt"]
        assert (state.waiting, state.differs, state.in_conflict) == (True, True, False)
    one.save(made.bad, {"rt": "6"})
    settle((one, above), (other, above))
    for device in (one, above, other):
        assert (device.shown(made.bad)["rt"], device.states(made.bad)["rt"].waiting) == ("6", False)


def test_a_branch_that_names_a_bad_line_or_hangs_on_one_is_written_again_too(place: Place) -> None:
    """The disk was copied, both copies wrote on, and this one has the other's work since."""
    one, above = acquainted(place)
    record = new_id()
    one.save(record, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    settle((one, above))
    other = one.copied()
    other.save(record, {"rt": "1"})
    above.take(*other.due(above.key))
    one.save_badly(record, {"hamlet": "e\u0301"})
    one.save_badly(record, {"rw": "1"})
    one.take(*above.due(one.key, everything=True))
    with one.store.writing() as tx:  # a disk put back: it goes on from the other branch
        no = tx.exec_driver_sql("SELECT max(no) FROM change").scalar_one()
        tx.exec_driver_sql("UPDATE stream SET written = ? WHERE device = ?", (no, one.key))
    one.save_badly(record, {"hamlet": "Satu"})
    one.save_badly(record, {"rt": "2"})
    as_earlier(one.store)
    assert heal_journal(one.store) == Healed(4, 4, 1)
    is_taken(one)
    settle((one, above))
    assert one.state() == above.state()
    home = above.shown(record)
    assert (home["hamlet"], home["rw"], home["rt"], above.conflicts()) == ("Satu", "1", "2", 0)


def test_a_line_too_long_is_split_by_fields_and_what_names_it_names_its_part(place: Place) -> None:
    one, above = acquainted(place)
    as_earlier(one.store)
    record = new_id()
    long = {"note": "catatan " * 25_000, "address": "jalan " * 25_000}
    one.save_badly(record, {"village_code": VILLAGE, "head_name": "Pak Amir", **long, "rt": "1"})
    one.save_badly(record, {"rt": "2", "note": "pendek", "address": "Jalan Satu"})
    assert heal_journal(one.store) == Healed(2, 3, 1)
    lines = own_lines(one)
    assert all(len(line) <= MAX_LINE for line in lines)
    first, second, _ = (loose_decoder().decode(line) for line in lines[-3:])
    assert (first.id, first.at, first.seq + 1) == (second.id, second.at, second.seq)
    assert {*first.fields, *second.fields} == {"village_code", "head_name", "note", "address", "rt"}
    is_taken(one)
    settle((one, above))
    assert one.state() == above.state()
    assert (above.shown(record)["note"], above.conflicts()) == ("pendek", 0)


def test_opening_says_it_once(place: Place) -> None:
    one, _ = acquainted(place)
    write_unhealed(one)
    folder = one.store.folder
    said: list[Reason] = []
    for _ in range(2):
        one.store.close()
        one.store = unlock_profile(folder, PASSWORD, note=said.append)
    assert [(why.code, why.params["count"]) for why in said] == [("store.healed", 4)]


def test_without_room_for_a_backup_nothing_is_changed_and_it_is_said(place: Place) -> None:
    one, _ = acquainted(place)
    write_unhealed(one)
    before, folder = one.names(), one.store.folder
    one.store.close()
    backup_before(folder).mkdir()
    said: list[Reason] = []
    one.store = unlock_profile(folder, PASSWORD, note=said.append)
    assert [why.code for why in said] == ["store.not_healed"]
    assert one.names() == before
    backup_before(folder).rmdir()
    assert heal_journal(one.store) == Healed(6, 6, 4)


def test_a_paper_whose_letters_nobody_takes_is_signed_anew(place: Place) -> None:
    upper, middle = place.supervisor("Bu Bupati", REGENCY), place.supervisor("Pak Camat", DISTRICT)
    acquaint(middle, upper, DISTRICT, role="supervisor")
    settle((middle, upper))
    as_earlier(middle.store)
    let_in = SigningKey.generate()
    statement = Statement(
        let_in.public, middle.identity.age, "cadre", (VILLAGE,), "E\u0301ta", middle.key, "2025-07-01T12:00:00.000000Z"
    )
    text = msgspec.json.encode(statement).decode()
    signature = SigningKey.from_hex(middle.identity.signing_secret).sign(credential_message(text))
    middle.save_badly(new_id(), {"region_code": VILLAGE, "statement": text, "signature": signature}, kind="credential")
    with middle.store.writing() as tx:
        papers.keep(tx, [(text, signature)])
    assert heal_journal(middle.store) == Healed(1, 1, 1)
    is_taken(middle)
    settle((middle, upper))
    for device in (middle, upper):
        with device.store.reading() as tx:
            access = read_access(tx, device.identity)
        held = access.statement_of(let_in.public)
        assert held is not None and (held.person, held.issued_at) == ("Éta", statement.issued_at)
        assert access.may_write(let_in.public, VILLAGE)


SAVES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.integers(0, 2),
        st.sampled_from(["rt", "rw", "hamlet"]),
        st.sampled_from(["1", "2", "e\u0301", "kata " * 60_000]),
        st.sampled_from(["", "copy", "meet", "heal"]),
    ),
    max_size=12,
)


@given(SAVES)
def test_any_history_of_two_copies_heals_to_what_everybody_takes(saves: list[tuple[int, int, str, str, str]]) -> None:
    """Two laptops of one disk write good and bad lines in turn, and hear of each other now and then as far as that can
    be. Healed on each by itself, all of it meets at the supervisor's, and no laptop differs from another."""
    with quick_place() as place:
        one, above = acquainted(place)
        as_earlier(one.store)
        records = [UUID(int=at) for at in range(1, 4)]
        for record in records:
            one.save(record, {"village_code": VILLAGE, "head_name": "Pak Amir"})
        twins = [one, one.copied()]
        for which, at, field, value, then in saves:
            device = twins[which]
            device.save_badly(records[at], {field: value})
            if then == "meet":
                for each in twins:
                    with suppress(Refused):
                        above.take(*each.due(above.key))
                    each.take(*above.due(each.key, everything=True))
            elif then == "heal":
                heal_journal(device.store)
                as_earlier(device.store)
            elif then == "copy":
                twins[1 - which] = device.copied()
        for device in twins:
            heal_journal(device.store)
            is_taken(device)
        for device in (*twins, *twins):
            above.take(*device.due(above.key, everything=True))
            device.take(*above.due(device.key, everything=True))
        assert {device.state() for device in twins} == {above.state()}
        assert twins[0].names() == twins[1].names() == above.names()
        for device in (*twins, above):
            is_taken(device)
