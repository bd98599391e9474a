"""Scenes of a pregnancy: one that goes well, and one with high pressure, anaemia and a score that grew."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.pregnancy.pregnancy_view import PregnancyView, pregnancy_view
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import Store
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.pages.pregnancy.pregnancy import PregnancyTask
from scripts.gallery import Gallery

_FIRST_G, _HEIGHT_MM = 52_000, 1520
#: Kilograms gained by the month of pregnancy.
_GOOD = (0.3, 0.9, 1.8, 3.4, 5.2, 7.2, 9.0, 10.6, 12.0, 13.0)
_POOR = (0.0, 0.2, 0.4, 1.2, 2.1, 3.0, 3.9, 4.6, 5.2, 5.6)


def pregnant(gallery: Gallery) -> list[PregnancyView]:
    """Those who are far enough, the farthest first."""
    context = gallery.context()
    store, today = context.session.store, context.tools.today()
    rows = target_list(store, f"{today:%Y-%m}", today=today).rows
    mothers = {row.person_id for row in rows if row.kind == "pregnancy" and not row.is_postpartum}
    found = [pregnancy_view(store, mother, on=today) for mother in mothers]
    return sorted((one for one in found if (one.week or 0) >= 24), key=lambda one: -(one.week or 0))


def fill(store: Store, view: PregnancyView, gains: tuple[float, ...], *, worries: bool) -> None:
    """Measures of every month since the beginning, as a midwife would have written them."""
    assert view.begun is not None
    one: dict[str, Any] = {"height_mm": _HEIGHT_MM, "pre_pregnancy_weight_g": _FIRST_G, "gravida": 2, "parity": 1}
    if worries:
        one |= {"risk_reasons": ["too_close"], "parity": 4, "gravida": 5}
    edits = [Edit("pregnancy", one, view.pregnancy.id, region=view.region)]
    day = view.begun + timedelta(days=45)
    number = 0
    while day <= view.on:
        edits.append(_visit(view, day, number, gains, worries=worries))
        day, number = _next_month(day), number + 1
    save_records(store, edits, today=view.on, sure=True, overwrite=True)


def _visit(view: PregnancyView, day: date, number: int, gains: tuple[float, ...], *, worries: bool) -> Edit:
    held = next((row for row in view.visits if row.month == f"{day:%Y-%m}"), None)
    values: dict[str, Any] = {
        "weight_g": round(_FIRST_G + gains[number] * 1000),
        "muac_mm": 232 + number if worries else 258 + number,
        "hemoglobin_g_l": 112 - 2 * number if worries else 121 - number,
        "systolic_mmhg": 118 + 5 * number if worries else 112 + number,
        "diastolic_mmhg": 78 + 3 * number if worries else 72 + number,
        "iron_tablets": 30 - number % 3,
        "iron_taken": True,
        "iron_kind": "fe" if number < 2 else "mms",
        "anc_visits": int(number in (0, 3, 4, 5, 6, 7)),
    }
    if not worries:
        values |= {"is_kek": False, "is_high_risk": False}
    contact = {0: 1, 3: 2, 5: 3, 6: 4}.get(number)
    if contact is not None:
        values["kspr_contact"] = contact
    if held is not None:
        return Edit("pregnancy_visit", values, held.id, region=view.region)
    key = {"pregnancy_id": view.pregnancy.id, "month": f"{day:%Y-%m}", "visit_date": day, "place": "posyandu"}
    return Edit("pregnancy_visit", key | values, region=view.region)


def _next_month(day: date) -> date:
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return following.replace(day=min(day.day, 28))


def opened(gallery: Gallery, mother: UUID, region: str) -> PregnancyTask:
    """The page of a mother."""
    home = gallery.page("beranda", HomePage)
    home.go.emit("kehamilan", Ref(region, "person", mother))
    return gallery.task(PregnancyTask)


def pregnancy(gallery: Gallery) -> None:
    """Both, and one of whom little is known."""
    context = gallery.context()
    found = pregnant(gallery)
    for view, gains, worries, name in (
        (found[0], _POOR, True, "kehamilan-berisiko"),
        (found[1], _GOOD, False, "kehamilan-sehat"),
    ):
        fill(context.session.store, view, gains, worries=worries)
        context.hub.announce(["pregnancy", "pregnancy_visit"])
        opened(gallery, view.mother.id, view.region)
        gallery.take(name)
        gallery.press(Qt.Key.Key_Escape)


SCENES: tuple[Callable[[Gallery], None], ...] = (pregnancy,)
