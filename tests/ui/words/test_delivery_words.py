"""The line at the bottom says exactly what is known."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from kpm_desktop.commands.remotes.remote_status import RemoteStatus
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.commands.supervision.decision_count import DecisionCount
from kpm_desktop.commands.supervision.delivery_state import DeliveryState
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.words.delivery_words import delivery_sentence
from tests.ui.conftest import TODAY

STICK = Remote(id="s", folder="/media/KPM-SARI", label="KPM-SARI", is_stick=True)
FOLDER = Remote(id="f", folder="/srv/kpm")
SERVER = Remote(id="w", url="https://awan.desa.id/kpm/")
FAILED = RemoteStatus(phase="failed", until="2026-11-19T03:42:00.000000Z")
CADRE = DeliveryState(
    role="cadre",
    changes=9,
    unsent=6,
    unanswered=2,
    received_until="2026-11-05T05:00:00.000000Z",
    supervisors=("Pak Budi",),
    laptops=0,
    decisions=DecisionCount(differ=0, repair=0, missing=0, questions=0),
    words_confirmed=True,
    unsent_since="2026-11-19T01:00:00.000000Z",
    remotes=((STICK, RemoteStatus()),),
)
NO_RECEIPT = replace(CADRE, received_until=None, unanswered=0)
SUPERVISOR = replace(CADRE, role="supervisor", supervisors=(), laptops=4, decisions=DecisionCount(2, 0, 1, 3))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (CADRE, "Received by the supervisor: records up to 5 Nov · 6 wait for the stick · 2 wait for a receipt"),
        (replace(CADRE, unanswered=0), "Received by the supervisor: records up to 5 Nov · 6 wait for the stick"),
        (
            replace(CADRE, received_until=None, unsent=0),
            "Received by the supervisor: nothing yet · 2 wait for a receipt",
        ),
        (replace(CADRE, unsent=0, unanswered=0), "The supervisor has received everything"),
        (replace(CADRE, supervisors=()), "6 records are kept on this laptop · no supervisor yet"),
        (replace(CADRE, changes=0), "Nothing has been recorded on this laptop yet"),
        (SUPERVISOR, "4 laptops deliver here · 6 wait for a decision"),
        (replace(SUPERVISOR, laptops=0), "No laptop delivers here yet"),
    ],
)
def test_the_sentence(qapp: QApplication, state: DeliveryState, sentence: str) -> None:
    assert delivery_sentence(state, CalendarWords("en"), TODAY) == sentence


@pytest.mark.parametrize(
    ("remotes", "waiting"),
    [
        (((STICK, RemoteStatus()),), "6 wait for the stick"),
        (((FOLDER, RemoteStatus()),), "6 leave by themselves"),
        (((STICK, RemoteStatus()), (SERVER, RemoteStatus())), "6 wait for the line"),
    ],
)
def test_what_is_waited_for_and_since_when(
    qapp: QApplication, remotes: tuple[tuple[Remote, RemoteStatus], ...], waiting: str
) -> None:
    words = CalendarWords("en")
    told = delivery_sentence(replace(NO_RECEIPT, remotes=remotes), words, TODAY)
    assert told == f"Received by the supervisor: nothing yet · {waiting}"
    old = replace(NO_RECEIPT, remotes=remotes, unsent_since="2026-11-05T01:00:00.000000Z")
    assert delivery_sentence(old, words, TODAY).endswith(f"{waiting} since 5 Nov")


def test_without_a_place_the_next_step_is_to_choose_one(qapp: QApplication) -> None:
    words, waiting = CalendarWords("en"), replace(NO_RECEIPT, remotes=())
    assert delivery_sentence(waiting, words, TODAY).endswith("6 wait: choose a place on the page Send")
    old = replace(waiting, unsent_since="2026-11-05T01:00:00.000000Z")
    assert delivery_sentence(old, words, TODAY).endswith("6 wait since 5 Nov: choose a place on the page Send")


def test_when_a_server_is_tried_again(qapp: QApplication) -> None:
    words = CalendarWords("en")
    clock = words.clock(local(FAILED.until))
    for state in (replace(CADRE, remotes=((SERVER, FAILED),)), replace(SUPERVISOR, remotes=((SERVER, FAILED),))):
        assert delivery_sentence(state, words, TODAY).endswith(f" · awan.desa.id is tried again at {clock}")


def test_a_day_of_another_year_says_so(qapp: QApplication) -> None:
    assert "5 Nov 2026" in delivery_sentence(CADRE, CalendarWords("en"), date(2027, 1, 4))
