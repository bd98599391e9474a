"""The laws of merging, against a model that knows no heads: who had seen what when writing."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kpm_desktop.domain.merging.chains import Chains, Place
from kpm_desktop.domain.merging.merge import FieldState, Write, merge, state_lines

FIELDS = ("head_name", "rt")
VALUES = ("A", "B", None, 7)
INSTANTS = tuple(f"20{year}-07-01T08:30:00.000000Z" for year in (22, 24, 26, 28))
#: Pure and quick, so never fewer than fifty examples.
many = settings(max_examples=max(50, settings().max_examples))


@dataclass(frozen=True)
class History:
    """What several people wrote into one record.

    knew: per write, the names its author had seen, all the way down.
    """

    writes: dict[str, Write]
    knew: dict[str, frozenset[str]]

    def maximal(self, field: str, held: Collection[str]) -> set[str]:
        """The writes of a field among those held that no author of another had seen."""
        those = {name for name in held if field in self.writes[name].values}
        return {name for name in those if not any(name in self.knew[other] for other in those)}


@st.composite
def histories(draw: st.DrawFn, may_withhold: bool = False) -> History:
    """Three people write and now and then tell each other everything; each save names what its author was shown."""
    seen: list[set[str]] = [set(), set(), set()]
    writes: dict[str, Write] = {}
    knew: dict[str, frozenset[str]] = {}
    for number in range(draw(st.integers(1, 9))):
        who, teller = draw(st.integers(0, 2)), draw(st.integers(0, 2))
        if draw(st.booleans()):
            seen[who] |= seen[teller]
        shown = merge(writes[name] for name in seen[who])
        fields = draw(st.lists(st.sampled_from(FIELDS), min_size=1, unique=True))
        values = {field: draw(st.sampled_from(VALUES)) for field in fields}
        withheld = frozenset(f for f in fields if draw(st.booleans())) if may_withhold else frozenset[str]()
        name = f"{number:032x}"
        base = {field: shown[field].base for field in fields if field in shown}
        writes[name] = Write(name, draw(st.sampled_from(INSTANTS)), values, base, withheld)
        knew[name] = frozenset(seen[who])
        seen[who].add(name)
    return History(writes, knew)


def names(writes: Sequence[Write]) -> set[str]:
    return {write.name for write in writes}


def summary(states: Mapping[str, FieldState]) -> dict[str, Any]:
    """All that anybody is told."""
    return {
        field: (s.heads, s.previous, s.waiting, s.shown, s.distinct, s.in_conflict, s.is_withheld, s.base)
        for field, s in states.items()
    }


@many
@given(histories(may_withhold=True), st.randoms(), st.data())
def test_order_and_repetition_do_not_matter(history: History, chance: Any, data: st.DataObject) -> None:
    writes = list(history.writes.values())
    ignored = data.draw(st.sets(st.sampled_from(sorted(history.writes))))
    expected = summary(merge(writes, ignored))
    doubled = writes + data.draw(st.lists(st.sampled_from(writes)))
    chance.shuffle(doubled)
    assert summary(merge(iter(doubled), list(ignored))) == expected


@many
@given(histories())
def test_heads_are_what_no_other_author_had_seen(history: History) -> None:
    states = merge(history.writes.values())
    assert set(states) == {field for write in history.writes.values() for field in write.values}
    for field, state in states.items():
        assert names(state.heads) == history.maximal(field, history.writes)


@many
@given(histories())
def test_conflict_exactly_where_two_did_not_know_of_each_other(history: History) -> None:
    """With everything held: two different values, neither of whose authors, nor anybody after, had seen both."""
    for field, state in merge(history.writes.values()).items():
        last = [history.writes[name].values[field] for name in history.maximal(field, history.writes)]
        assert state.in_conflict == any(value != last[0] for value in last)
        assert not state.waiting


@many
@given(histories())
def test_shown_is_the_latest_head_by_clock_and_name(history: History) -> None:
    for field, state in merge(history.writes.values()).items():
        last = [history.writes[name] for name in history.maximal(field, history.writes)]
        assert state.shown == sorted(last, key=lambda w: (w.at, w.name))[-1].values[field]


@many
@given(histories(may_withhold=True), st.sampled_from(VALUES))
def test_a_write_that_names_what_was_shown_closes_everything(history: History, value: Any) -> None:
    for field, state in merge(history.writes.values()).items():
        choice = Write("f" * 32, "0", {field: value}, {field: state.base})
        after = merge([*history.writes.values(), choice])[field]
        assert after.heads == (choice,)
        assert after.shown == value
        assert not (after.in_conflict or after.waiting or after.is_withheld)


@many
@given(histories(), st.data())
def test_waiting_while_a_head_rests_on_what_is_not_held(history: History, data: st.DataObject) -> None:
    held = data.draw(st.sets(st.sampled_from(sorted(history.writes)), min_size=1))
    for field, state in merge(history.writes[name] for name in held).items():
        rests_on = {name for head in state.heads for name in head.base.get(field, ())}
        assert state.waiting == bool(rests_on - held)
        assert history.maximal(field, held) <= names(state.heads), "nothing that counts is hidden by a hole"
        if state.waiting:
            assert not state.in_conflict


@many
@given(histories(may_withhold=True), st.data())
def test_what_is_ignored_neither_writes_nor_supersedes_nor_is_missed(history: History, data: st.DataObject) -> None:
    """A history in which the ignored never happened gives the same, but for whoever names them."""
    ignored = data.draw(st.sets(st.sampled_from(sorted(history.writes))))
    unnamed = [
        replace(w, base={f: [n for n in base if n not in ignored] for f, base in w.base.items()})
        for w in history.writes.values()
        if w.name not in ignored
    ]
    told = merge(history.writes.values(), ignored)
    assert {f: without_bases(s) for f, s in told.items()} == {f: without_bases(s) for f, s in merge(unnamed).items()}


def without_bases(state: FieldState) -> Any:
    return names(state.heads), names(state.previous), state.waiting, state.shown, state.in_conflict, state.distinct


def below(history: History, field: str, name: str) -> set[str]:
    """The good writes of a field that a withheld one stands on: down through withheld ones, to the first good."""
    found: set[str] = set()
    for under in history.writes[name].base.get(field, ()):
        found |= below(history, field, under) if field in history.writes[under].withheld else {under}
    return found


@many
@given(histories(may_withhold=True))
def test_withheld_values_are_not_shown_but_what_was_there_before(history: History) -> None:
    for field, state in merge(history.writes.values()).items():
        good = [head for head in state.heads if field not in head.withheld]
        bad = names(state.heads) - names(good)
        assert state.is_withheld == bool(bad)
        candidates = set[str]().union(*(below(history, field, name) for name in bad))
        previous = {n for n in candidates if not any(n in history.knew[other] for other in candidates)}
        assert names(state.previous) == previous, "nothing is shown that a good write below had already replaced"
        wanted = good or [history.writes[name] for name in previous]
        last = max(wanted, key=lambda w: (w.at, w.name), default=None)
        assert state.shown == (last.values[field] if last else None)


@many
@given(histories(may_withhold=True))
def test_a_withheld_value_makes_no_conflict(history: History) -> None:
    for field, state in merge(history.writes.values()).items():
        counting = {json.dumps(h.values[field]) for h in state.heads if field not in h.withheld}
        assert state.in_conflict == (len(counting) > 1)


@many
@given(histories(may_withhold=True))
def test_state_lines(history: History) -> None:
    """Every distinct head value, withheld ones too, as JSON in its own order; fields that are empty left out."""
    states = merge(history.writes.values())
    expected = []
    for field in sorted(states):
        values = sorted({json.dumps(head.values[field]) for head in states[field].heads})
        if values != ["null"]:
            expected.append(f'["12.75","household","an-id","{field}",[{",".join(values)}]]'.encode())
    assert state_lines("12.75", "household", "an-id", states) == expected


def test_equal_values_agree() -> None:
    first, second = Write("a", "1", {"rt": "1"}, {}), Write("b", "2", {"rt": "1"}, {})
    state = merge([first, second])["rt"]
    assert not state.in_conflict
    assert state.base == ["a", "b"]


def test_nothing_adds_up_to_nothing() -> None:
    assert merge([]) == {}
    assert merge([Write("a", "1", {"rt": "1"}, {})], {"a"}) == {}
    assert state_lines("12.75", "household", "an-id", {}) == []


def test_a_base_that_was_set_aside_is_not_missed() -> None:
    lost = Write("a", "1", {"rt": "1"}, {})
    kept = Write("b", "2", {"rt": "2"}, {"rt": ["a"]})
    assert not merge([lost, kept], {"a"})["rt"].waiting
    assert merge([kept])["rt"].waiting


def test_what_an_author_wrote_before_is_superseded_named_or_not() -> None:
    """A laptop that names nothing cannot hold two values against each other, and none of somebody else's."""
    mine = [Write(f"{at:032x}", "5", {"rt": str(at)}, {}, place=Place(1, at)) for at in range(1, 4)]
    other = Write("f" * 32, "5", {"rt": "9"}, {}, place=Place(2, 1))
    assert merge(mine)["rt"].heads == (mine[2],)
    assert names(merge([*mine, other])["rt"].heads) == names([mine[2], other])
    assert merge([*mine, other])["rt"].in_conflict
    assert merge(mine, {mine[2].name})["rt"].heads == (mine[1],), "what is set aside supersedes nothing"


def test_a_chain_goes_on_in_the_segment_it_hangs_on_and_no_other() -> None:
    """Of two branches each supersedes what lies below where it left the other."""
    low, high = (
        Write("1" * 32, "5", {"rt": "1"}, {}, place=Place(1, 3)),
        Write("2" * 32, "6", {"rt": "2"}, {}, place=Place(1, 9)),
    )
    branch = Write("3" * 32, "7", {"rt": "3"}, {}, place=Place(2, 6))
    chains = Chains({2: Place(1, 5)})
    assert names(merge([low, high, branch], chains=chains)["rt"].heads) == names([high, branch])
    assert names(merge([low, branch], chains=chains)["rt"].heads) == names([branch])
    assert names(merge([low, high, branch], chains=Chains({}))["rt"].heads) == names([high, branch])


def test_the_way_to_the_value_behind_a_withheld_one_follows_the_chain() -> None:
    good = Write("1" * 32, "5", {"rt": "1"}, {}, place=Place(1, 1))
    bad = Write("2" * 32, "6", {"rt": "x" * 99}, {}, frozenset({"rt"}), Place(1, 2))
    state = merge([good, bad])["rt"]
    assert (state.heads, state.previous, state.shown) == ((bad,), (good,), "1")


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=8),
    st.dictionaries(st.integers(1, 3), st.integers(1, 5)),
)
def test_the_nearest_below_is_found_on_every_way_down(placed: list[tuple[int, int]], joined: dict[int, int]) -> None:
    """Segment n hangs on segment n - 1 at a number, or on nothing held."""
    places = {f"{at}": Place(*place) for at, place in enumerate(dict.fromkeys(placed))}
    parents = {segment: Place(segment - 1, seq) for segment, seq in joined.items()}

    def below(place: Place) -> list[Place]:
        found = [Place(place.segment, seq) for seq in range(place.seq - 1, 0, -1)]
        at = parents.get(place.segment)
        return found + ([at, *below(at)] if at is not None else [])

    expected = {}
    for name, place in places.items():
        met = [other for step in below(place) for other, its in places.items() if its == step]
        if met:
            expected[name] = met[0]
    assert dict(Chains(parents).nearest(places.items())) == expected


def test_an_instant_outside_1900_to_2100_orders_as_the_nearer_end() -> None:
    """A clock gone astray wins no conflict for ever: beyond the end all are as late, and the name decides."""
    far, late = "9999-12-31T23:59:59.999999Z", "2100-12-31T23:59:59.999999Z"
    early, first = "0001-01-01T00:00:00.000000Z", "1900-01-01T00:00:00.000000Z"

    def shown(**at: str) -> Any:
        return merge(Write(name * 32, when, {"rt": name}, {"rt": []}) for name, when in at.items())["rt"].shown

    assert shown(a=far, b=late) == "b"
    assert shown(b=far, a=late) == "b"
    assert shown(b=early, a=first) == "b"
    assert shown(b=early, a="2025-07-01T08:30:00.000000Z") == "a"
