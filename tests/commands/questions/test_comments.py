"""Questions and answers between two laptops: who waits for whom, what is refused, and what crosses on the way."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

import pytest

from kpm_desktop.commands.questions.answer_comment import answer_comment
from kpm_desktop.commands.questions.close_comment import close_comment
from kpm_desktop.commands.questions.comment_list import Thread, comment_list, comment_thread, count_waiting
from kpm_desktop.commands.questions.comment_on import comment_on
from kpm_desktop.commands.questions.keep_answer import begun_answer, keep_answer
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.domain.errors import Objected, Refused
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, Device, acquaint, quick_place, settle

TODAY = date(2025, 7, 2)


class Pair:
    """A supervisor and a cadre with one household."""

    def __init__(self, supervisor: Device, cadre: Device) -> None:
        self.supervisor, self.cadre, self.home = supervisor, cadre, new_id()
        cadre.save(self.home, {"village_code": VILLAGE, "head_name": "Pak Amir", "rt": "01"})
        self.meet()

    def meet(self) -> None:
        settle((self.cadre, self.supervisor))

    def ask(self, by: Device, text: str = "RT 01 atau 02?", field: str | None = "rt") -> UUID:
        return comment_on(by.store, "household", self.home, text, field=field, today=TODAY, clock=by.clock)

    def answer(self, by: Device, question: UUID, text: str = "RT 02.") -> UUID:
        return answer_comment(by.store, question, text, today=TODAY, clock=by.clock)

    def close(self, by: Device, question: UUID, *, reopen: bool = False) -> None:
        close_comment(by.store, question, reopen=reopen, today=TODAY, clock=by.clock)


@pytest.fixture
def pair() -> Iterator[Pair]:
    with quick_place() as place:
        supervisor, cadre = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
        acquaint(cadre, supervisor, VILLAGE)
        yield Pair(supervisor, cadre)


def thread(device: Device) -> Thread:
    (found,) = comment_list(device.store)
    return found


def test_a_question_goes_there_and_back(pair: Pair) -> None:
    question = pair.ask(pair.supervisor)
    assert thread(pair.supervisor).is_ours
    assert thread(pair.supervisor).question.state is RecordState.SAVED
    pair.meet()
    assert thread(pair.supervisor).question.state is RecordState.EXPORTED
    asked = thread(pair.cadre)
    assert asked.waits_for_us
    assert (asked.subject.name, asked.field, asked.value) == ("Pak Amir", "rt", "01")
    assert (asked.question.user, asked.question.role, asked.question.own) == ("Pak Camat", "supervisor", False)
    answer = pair.answer(pair.cadre, question)
    (said,) = thread(pair.cadre).answers
    assert (said.id, said.own, said.state) == (answer, True, RecordState.SAVED)
    pair.cadre.save(pair.home, {"rt": "02"})
    pair.meet()
    told = thread(pair.supervisor)
    assert told.is_answered
    assert told.question.state is RecordState.RECEIVED
    assert (told.value, told.answers[0].text, told.answers[0].user) == ("02", "RT 02.", "Ibu Sari")
    assert thread(pair.cadre).answers[0].state is RecordState.RECEIVED
    pair.close(pair.supervisor, question)
    pair.meet()
    assert thread(pair.cadre).is_closed
    assert comment_list(pair.cadre.store, closed=False) == []


def test_a_cadre_may_ask_and_opening_again_knows_of_the_answer(pair: Pair) -> None:
    question = pair.ask(pair.cadre)
    assert thread(pair.cadre).is_ours
    pair.meet()
    assert thread(pair.supervisor).waits_for_us
    pair.close(pair.supervisor, question)
    pair.close(pair.supervisor, question, reopen=True)
    assert thread(pair.supervisor).progress == "open"
    answer = pair.answer(pair.supervisor, question)
    pair.close(pair.supervisor, question)
    pair.close(pair.supervisor, question, reopen=True)
    assert thread(pair.supervisor).progress == "answered"
    found = comment_thread(pair.supervisor.store, answer)
    assert found is not None
    assert found.id == question


def test_another_cadres_question_is_seen_and_does_not_wait_for_her(pair: Pair) -> None:
    other = pair.cadre.place.cadre("Ibu Wati")
    acquaint(other, pair.supervisor, VILLAGE)
    pair.ask(pair.cadre)
    settle((pair.cadre, pair.supervisor), (other, pair.supervisor))
    seen = thread(other)
    assert (seen.question.user, seen.waits_for_us, seen.is_ours) == ("Ibu Sari", False, False)
    with pair.supervisor.store.reading() as tx:
        assert count_waiting(tx) == 1
    with other.store.reading() as tx:
        assert count_waiting(tx) == 0


def test_closed_here_and_answered_there_needs_nobody_to_choose(pair: Pair) -> None:
    question = pair.ask(pair.supervisor)
    pair.meet()
    pair.close(pair.supervisor, question)
    pair.answer(pair.cadre, question)
    pair.meet()
    assert pair.supervisor.conflicts() == 1
    assert thread(pair.supervisor).answers[0].text == "RT 02."
    pair.close(pair.supervisor, question)
    pair.meet()
    for device in (pair.supervisor, pair.cadre):
        assert thread(device).is_closed
        assert device.conflicts() == 0


def test_what_cannot_be_asked_is_refused_with_its_limit(pair: Pair) -> None:
    question = pair.ask(pair.cadre)
    answer = pair.answer(pair.cadre, question)
    store = pair.cadre.store
    tries: dict[str, Callable[[], object]] = {
        "comments.no_text": lambda: pair.ask(pair.cadre, " \n "),
        "comments.too_long": lambda: pair.ask(pair.cadre, "a" * 2001),
        "comments.no_field": lambda: pair.ask(pair.cadre, field="weight_g"),
        "comments.no_kind": lambda: comment_on(store, "comment", question, "?", today=TODAY),
        "comments.not_come": lambda: comment_on(store, "person", new_id(), "?", today=TODAY),
        "comments.no_comment": lambda: pair.answer(pair.cadre, pair.home),
        "comments.is_answer": lambda: pair.answer(pair.cadre, answer),
    }
    for code, tried in tries.items():
        with pytest.raises(Refused) as found:
            tried()
        assert [why.code for why in found.value.reasons] == [code]
    assert pair.ask(pair.cadre, "a" * 2000)


def test_an_answer_belongs_to_a_question_about_the_same_thing(pair: Pair) -> None:
    question, other = pair.ask(pair.cadre), new_id()
    answer = pair.answer(pair.cadre, question)
    pair.cadre.save(other, {"village_code": VILLAGE, "head_name": "Pak Budi"})
    values = {"about_kind": "household", "about_field": "rt", "text": "Ya", "progress": "open"}
    for about, reply, code in (
        (other, question, "rules.other_question"),
        (pair.home, answer, "rules.not_a_question"),
    ):
        edit = Edit("comment", {**values, "about_id": about, "reply_to_id": reply})
        with pytest.raises(Objected) as found:
            save_records(pair.cadre.store, [edit], today=TODAY)
        assert [why.code for why in found.value.reasons] == [code]


def test_a_question_about_what_has_not_come_is_shown_and_waits(pair: Pair) -> None:
    about = {"about_kind": "child_visit", "about_id": str(new_id()), "text": "Berapa?", "progress": "open"}
    question = new_id()
    pair.supervisor.save(question, about, "comment")
    pair.meet()
    found = thread(pair.cadre)
    assert not found.has_come
    assert found.subject.name == ""
    with pytest.raises(Refused) as refusal:
        pair.answer(pair.cadre, question)
    assert refusal.value.reasons[0].code == "comments.not_come"


def test_answers_that_name_each_other_do_no_harm(pair: Pair) -> None:
    one, other = new_id(), new_id()
    for made, reply in ((one, other), (other, one)):
        values = {"about_kind": "comment", "about_id": str(made), "text": "?", "progress": "open"}
        pair.cadre.save(made, {**values, "reply_to_id": str(reply)}, "comment")
    assert comment_list(pair.cadre.store) == []
    assert comment_thread(pair.cadre.store, one) is None


def test_a_begun_answer_is_found_again(pair: Pair) -> None:
    store, question = pair.cadre.store, new_id()
    keep_answer(store, question, "Sudah saya", region=VILLAGE)
    assert begun_answer(store, question, region=VILLAGE) == "Sudah saya"
    keep_answer(store, question, " ", region=VILLAGE)
    assert begun_answer(store, question, region=VILLAGE) == ""
