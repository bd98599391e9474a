"""Papers and orders say what their kind declares, whatever else somebody writes beside it."""

from pathlib import Path
from typing import cast

import pytest

from kpm_desktop.commands.bundles.import_bundle import Account, import_bundle
from kpm_desktop.db.delivery import standing
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.catalogue import ACCESS, fields
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR
from tests.support.devices import DISTRICT, NOON, VILLAGE
from tests.sync.test_every_order import CAMAT, PROGRAMME, SARI, MemoryStore, Run, bundle, paper, run, top

ODD = (5, [1], {"a": 1}, "zz", ["zz"], ["ab" * 32] * 300, True)


def beside(kind: str) -> list[str]:
    """The fields other kinds of this sort declare."""
    return sorted({name for other in ACCESS for name in fields(other)} - set(fields(kind)))


def values_of(kind: str) -> dict[str, object]:
    let_in = paper(CAMAT.key, SARI, CADRE, VILLAGE, "Ibu Sari")
    said: dict[str, dict[str, object]] = {
        "credential": {"statement": let_in.statement, "signature": let_in.signature},
        "revocation": {"device_key": SARI.device, "accepted": []},
        "release": {"device_key": SARI.device, "released": []},
    }
    return {"kind": kind, "region_code": VILLAGE, **said[kind]}


@pytest.mark.parametrize("kind", ACCESS)
def test_what_a_kind_does_not_declare_is_nobodys_word(tmp_path: Path, kind: str) -> None:
    """A later release may know it; here it neither fells an import nor says what an order is about."""
    work = run(SARI, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    odd = [{name: value} for name in beside(kind) for value in ODD]
    above = paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat")
    own = {"kind": "credential", "region_code": VILLAGE, "statement": above.statement, "signature": above.signature}
    told = run(CAMAT, own, values_of("credential"), values_of("revocation"), *(values_of(kind) | each for each in odd))
    file = tmp_path / "kpm-00000000-1.kpmsync"

    def take(number: int, *runs: Run) -> Account:
        file.write_bytes(bundle(number, [each.piece() for each in runs]))
        return import_bundle(cast(Store, MemoryStore(tx, tmp_path)), file, clock=lambda: NOON)

    with top() as tx:
        assert take(1, told).new[kind] >= len(odd)
        take(2, work)
        assert standing.revoked(tx) == {SARI.device}
