"""A posyandu is called by its name: the one of that name in the village, or a new one."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries.household_records import posyandu_of_village
from kpm_desktop.db.store import Store
from kpm_desktop.domain.search.name_search import fold


def name_posyandu(store: Store, village: str, name: str, *, today: date, clock: Clock = system_clock) -> UUID:
    """The id of a village's posyandu, however its name is spelled; it is registered where there is none such. Raises
    Objected."""
    with store.writing() as tx:
        for known, called in posyandu_of_village(tx, village):
            if fold(called) == fold(name):
                return known
        edit = Edit("posyandu", {"village_code": village, "name": name})
        return save_in(tx, [edit], today=today, sure=True, clock=clock).ids[0]
