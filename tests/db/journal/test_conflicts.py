"""Fields in conflict, each once, with who wrote what."""

from kpm_desktop.db.journal.conflicts import conflicts
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import Device, acquaint, quick_place, settle

VILLAGES = ("12.75.01.1001", "12.75.01.1002")


def write(device: Device, record: object, name: str) -> None:
    """The same household in both villages, as after a move that two cadres wrote down."""
    for village in VILLAGES:
        device.save(record, {"head_name": name}, region=village)  # type: ignore[arg-type]


def test_a_record_disputed_in_two_villages_is_two_conflicts() -> None:
    with quick_place() as place:
        boss = place.supervisor("Bu Rina")
        first, second = place.device("Sari", "cadre", VILLAGES), place.device("Tuti", "cadre", VILLAGES)
        for cadre in (first, second):
            acquaint(cadre, boss, *VILLAGES)
        record = new_id()
        write(first, record, "Pak Amir")
        write(second, record, "Pak Amar")
        settle((first, boss), (second, boss))
        with boss.store.reading() as tx:
            found = conflicts(tx)
        assert [(one.region, one.id, one.field) for one in found] == [(code, record, "head_name") for code in VILLAGES]
        for one in found:
            written = {(choice.value, choice.user, choice.device) for choice in one.choices}
            assert written == {("Pak Amir", "Sari", first.key), ("Pak Amar", "Tuti", second.key)}
