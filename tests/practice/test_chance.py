"""Chance falls the same way for the same path, whatever was drawn elsewhere."""

from kpm_desktop.practice.chance import Chance


def draws(chance: Chance, count: int = 5) -> list[float]:
    return [chance.share() for _ in range(count)]


def test_one_path_one_sequence() -> None:
    assert draws(Chance(1, "a", 2)) == draws(Chance(1, "a", 2))
    assert draws(Chance(1, "a")) != draws(Chance(2, "a"))
    assert draws(Chance(1, "a")) != draws(Chance(1, "b"))


def test_a_path_below_does_not_hear_what_is_drawn_above() -> None:
    quiet, busy = Chance(1, "family"), Chance(1, "family")
    draws(busy, 100)
    assert draws(quiet.of("child")) == draws(busy.of("child"))
    assert draws(quiet.of("child")) == draws(Chance(1, "family", "child"))


def test_numbers_that_every_python_must_give_again() -> None:
    """The sequence is part of the promise "same seed, same state"; a change of it must be meant."""
    assert [int(share * 1000) for share in draws(Chance(1, "family", "0-0"))] == SEQUENCE


def test_both_ends_are_reached_and_never_left() -> None:
    chance = Chance(3)
    assert {chance.between(2, 4) for _ in range(200)} == {2, 3, 4}
    assert all(-8 <= chance.normal(0, 2) <= 8 for _ in range(500))


def test_weights_are_kept() -> None:
    chance = Chance(4)
    often = sum(chance.weighted([("a", 3), ("b", 1)]) == "a" for _ in range(4000)) / 4000
    assert 0.72 < often < 0.78


SEQUENCE = [326, 170, 782, 878, 7]
