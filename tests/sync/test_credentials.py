"""Trust comes down from the programme key and nowhere else."""

from collections.abc import Iterable
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.sync.credentials import (
    CADRE,
    MAX_STEPS,
    PROGRAMME,
    RECOVERY,
    SUPERVISOR,
    UNPROVED,
    Proved,
    Statement,
    issue,
    newest_recovery,
    prove,
    read_statement,
    signed,
)
from kpm_desktop.sync.header import CredentialPaper
from kpm_desktop.sync.seal import AgeIdentity, SigningKey, credential_message
from tests.sync.refusals import refusing
from tests.sync.sample import AT, VILLAGE

AGE = AgeIdentity.generate().recipient
ROOT, UPPER, LOWER, CADRES, OTHER = (SigningKey.generate() for _ in range(5))


def paper(issuer: SigningKey, holder: SigningKey, *regions: str, role: str = SUPERVISOR) -> CredentialPaper:
    return issue(issuer, device=holder.public, age=AGE, role=role, regions=regions, person="Bu Rina", issued_at=AT)


CHAIN = [
    paper(ROOT, UPPER, "12"),
    paper(UPPER, LOWER, "12.75"),
    paper(LOWER, CADRES, VILLAGE, role=CADRE),
]


def valid(root: str, papers: Iterable[CredentialPaper]) -> Proved:
    return prove(root, signed(papers))


def chain(papers: Iterable[CredentialPaper], key: SigningKey, region: str) -> list[CredentialPaper]:
    """The papers that travel to prove it."""
    known = signed(papers)
    return [known[each] for each in prove(ROOT.public, known).chain(key.public, region)]


def test_a_chain_from_the_root_is_valid_in_any_order() -> None:
    for papers in (CHAIN, CHAIN[::-1], CHAIN * 2):
        found = valid(ROOT.public, papers)
        assert found.may_write(CADRES.public, VILLAGE)
        assert [found.distance(key.public) for key in (ROOT, UPPER, LOWER, CADRES)] == [0, 1, 2, 3]
        assert [len(held) for held in found.held.values()] == [1, 1, 1]


def test_the_chain_that_travels_is_the_shortest_and_starts_at_the_root() -> None:
    direct = paper(ROOT, CADRES, "12", role=CADRE)
    assert chain(CHAIN, CADRES, VILLAGE) == CHAIN
    assert chain([*CHAIN, direct], CADRES, VILLAGE) == [direct]
    assert chain(CHAIN, CADRES, "12.76") == []
    assert chain(CHAIN, OTHER, VILLAGE) == []


@pytest.mark.parametrize("missing", [0, 1])
def test_without_a_link_nothing_below_is_valid(missing: int) -> None:
    found = valid(ROOT.public, CHAIN[:missing] + CHAIN[missing + 1 :])
    assert not found.may_write(CADRES.public, VILLAGE)
    assert found.distance(CADRES.public) == UNPROVED


def test_a_region_is_covered_by_whole_parts() -> None:
    found = valid(ROOT.public, [paper(ROOT, UPPER, "12.75"), paper(UPPER, LOWER, "12.76")])
    assert not found.may_write(UPPER.public, "12.76.01.1001")
    assert LOWER.public not in found.held
    assert not valid(ROOT.public, [paper(ROOT, UPPER, "12")]).may_write(UPPER.public, "13")


def test_a_supervisor_gives_away_no_more_than_its_papers_cover() -> None:
    held = [paper(ROOT, UPPER, "12.75"), paper(ROOT, UPPER, "12.76")]
    both = paper(UPPER, LOWER, "12.75", "12.76")
    assert LOWER.public not in valid(ROOT.public, [held[0], both]).held
    assert LOWER.public in valid(ROOT.public, [held[1], paper(UPPER, LOWER, "12.76.01")]).held
    assert LOWER.public in valid(ROOT.public, [*held, both]).held
    assert len(chain([*held, both], LOWER, "12.75")) == 3
    assert chain([*held, both, paper(ROOT, UPPER, "12")], LOWER, "12.75") == [paper(ROOT, UPPER, "12"), both]


@pytest.mark.parametrize("role", [CADRE, "auditor"])
def test_only_supervisors_issue(role: str) -> None:
    found = valid(ROOT.public, [paper(ROOT, UPPER, "12", role=role), paper(UPPER, LOWER, "12.75")])
    assert found.may_write(UPPER.public, "12.75")
    assert not found.may_write(LOWER.public, "12.75")


def test_a_circle_proves_nothing() -> None:
    circle = [paper(UPPER, LOWER, "12"), paper(LOWER, UPPER, "12"), paper(OTHER, OTHER, "12")]
    assert valid(ROOT.public, circle).held == {}
    found = valid(ROOT.public, [*circle, CHAIN[0]])
    assert (found.distance(UPPER.public), found.distance(LOWER.public)) == (1, 2)


def test_a_chain_has_an_end() -> None:
    keys = [ROOT, *(SigningKey.generate() for _ in range(MAX_STEPS + 1))]
    papers = [paper(above, below, "12") for above, below in pairwise(keys)]
    found = valid(ROOT.public, papers)
    assert found.distance(keys[MAX_STEPS].public) == MAX_STEPS
    assert keys[MAX_STEPS + 1].public not in found.held


def test_another_programme_proves_nothing_here() -> None:
    assert valid(OTHER.public, CHAIN).held == {}


def test_a_right_follows_a_region_to_its_new_code() -> None:
    papers = [paper(ROOT, UPPER, "12.21.16"), paper(UPPER, CADRES, "12.21.02.2065", role=CADRE)]
    found = valid(ROOT.public, papers)
    assert found.may_write(UPPER.public, "12.21.02.2065") and found.may_write(CADRES.public, "12.21.02.2065")
    assert chain(papers, CADRES, "12.21.02.2065") == papers
    assert not found.may_write(UPPER.public, "12.21.02.2001"), "what stayed in the old kecamatan"


def test_what_is_covered_by_an_old_code_alone_is_not_given_away_with_it() -> None:
    """Papua still covers the old code of Merauke, which is Papua Selatan's now; Merauke's villages are not Papua's."""
    old, new = "91.01.04.2001", "93.01.04.2001"
    papers = [paper(ROOT, UPPER, "91"), paper(UPPER, LOWER, "91.01"), paper(LOWER, CADRES, old, new, role=CADRE)]
    found = valid(ROOT.public, papers)
    assert all(found.may_write(key.public, old) for key in (UPPER, LOWER, CADRES))
    assert not any(found.may_write(key.public, new) for key in (UPPER, LOWER, CADRES))
    assert (
        len(chain(papers, CADRES, old)),
        chain(papers, LOWER, new),
    ) == (3, [])
    more = [*papers, paper(ROOT, UPPER, "93")]
    assert all(valid(ROOT.public, more).may_write(key.public, new) for key in (UPPER, LOWER, CADRES))
    assert len(chain(more, CADRES, new)) == 3


def test_a_village_that_went_elsewhere_is_not_given_away_with_the_rest_of_its_kecamatan() -> None:
    found = valid(ROOT.public, [paper(ROOT, UPPER, "93.01.19"), paper(UPPER, LOWER, "91.01.19")])
    assert found.may_write(LOWER.public, "91.01.19.2001")
    assert not found.may_write(LOWER.public, "91.01.19.2006"), "it lies in 93.01.22"


MOVED = ("91", "93", "91.01", "93.01", "91.01.19", "93.01.19", "91.01.19.2006", "93.01.22.2004", "91.01.19.2003")
KEYS = (UPPER, LOWER, CADRES, OTHER)


@given(
    st.lists(
        st.tuples(
            st.sampled_from((ROOT, *KEYS)),
            st.sampled_from(KEYS),
            st.lists(st.sampled_from(MOVED), min_size=1, max_size=2, unique=True),
        ),
        max_size=7,
    ),
    st.sampled_from(MOVED),
)
def test_a_right_to_a_region_is_a_chain_of_papers_that_all_cover_it(
    given_away: list[tuple[SigningKey, SigningKey, list[str]]], region: str
) -> None:
    papers = [paper(issuer, holder, *regions) for issuer, holder, regions in given_away]
    held = {read_statement(each.statement) for each in papers}

    def reaches(key: str, seen: frozenset[str]) -> bool:
        return key == ROOT.public or any(
            one.device == key
            and one.issuer not in seen
            and is_covered(region, one.regions)
            and _gives(one, held)
            and reaches(one.issuer, seen | {key})
            for one in held
        )

    found = valid(ROOT.public, papers)
    for key in KEYS:
        proved = chain(papers, key, region)
        assert bool(proved) is found.may_write(key.public, region)
        if found.may_write(key.public, region):
            assert reaches(key.public, frozenset({key.public}))
            assert all(is_covered(region, read_statement(each.statement).regions) for each in proved)


def _gives(paper_below: Statement, held: set[Statement]) -> bool:
    """Whether its issuer is the programme key or holds papers that cover all of it together."""
    given = {code for above in held if above.device == paper_below.issuer for code in above.regions}
    return paper_below.issuer == ROOT.public or all(is_covered(code, given) for code in paper_below.regions)


def forged(change: str, into: str) -> CredentialPaper:
    """The first paper with its text altered but its signature kept."""
    assert change in CHAIN[0].statement
    return CredentialPaper(CHAIN[0].statement.replace(change, into), CHAIN[0].signature)


@pytest.mark.parametrize(
    "false",
    [
        forged('["12"]', '["11","12"]'),
        forged(UPPER.public, OTHER.public),
        forged("Bu Rina", "Bu Rita"),
        CredentialPaper(CHAIN[0].statement, "00" * 64),
        CredentialPaper(CHAIN[0].statement, ""),
        CredentialPaper("", CHAIN[0].signature),
        CredentialPaper("[" * 50_000, CHAIN[0].signature),
    ],
)
def test_a_forged_paper_counts_for_nothing(false: CredentialPaper) -> None:
    assert valid(ROOT.public, [false]).held == {}


def test_who_issues_in_anothers_name_is_not_believed() -> None:
    text = CHAIN[0].statement
    assert valid(ROOT.public, [CredentialPaper(text, OTHER.sign(credential_message(text)))]).held == {}


def spoiled(**changes: object) -> CredentialPaper:
    """A paper of the root whose statement is spoiled but truly signed."""
    text = msgspec.json.encode(msgspec.json.decode(CHAIN[0].statement) | changes).decode()
    return CredentialPaper(text, ROOT.sign(credential_message(text)))


@pytest.mark.parametrize(
    "spoiled",
    [
        spoiled(regions=[]),
        spoiled(regions=["12", "12"]),
        spoiled(regions=["13", "12"]),
        spoiled(regions=["12.7"]),
        spoiled(regions=["12\n"]),
        spoiled(regions=["١٢"]),
        spoiled(device=UPPER.public.upper()),
        spoiled(role="Supervisor"),
        spoiled(person=1),
        spoiled(person="a" * 121),
        spoiled(issued_at="kemarin"),
    ],
)
def test_a_malformed_statement_counts_for_nothing_though_signed(spoiled: CredentialPaper) -> None:
    assert valid(ROOT.public, [spoiled]).held == {}
    with refusing("access.bad_statement"):
        read_statement(spoiled.statement)


@pytest.mark.parametrize("role", [RECOVERY, PROGRAMME])
def test_what_only_tells_something_gives_nobody_a_right(role: str) -> None:
    """A supervisor who signs such a paper about itself, another or the programme key changes nothing; neither does the
    programme key by one about a device."""
    told = [paper(by, about, "12.75", role=role) for by in (ROOT, UPPER) for about in (UPPER, OTHER, ROOT)]
    alone, with_told = valid(ROOT.public, CHAIN), valid(ROOT.public, [*CHAIN, *told])
    assert (with_told.steps, with_told.held) == (alone.steps, alone.held)
    assert not with_told.may_write(OTHER.public, VILLAGE)


def test_only_the_programme_key_says_what_its_recovery_recipient_is() -> None:
    def told(issuer: SigningKey, holder: SigningKey, day: int) -> CredentialPaper:
        at = f"2025-07-{day:02}T00:00:00Z"
        return issue(issuer, device=holder.public, age=AGE, role=RECOVERY, regions=["12"], person="A", issued_at=at)

    own = [told(ROOT, ROOT, 1), told(ROOT, ROOT, 3), told(ROOT, ROOT, 2)]
    others = [told(UPPER, ROOT, 8), told(UPPER, UPPER, 9), told(ROOT, UPPER, 9)]
    forged = CredentialPaper(told(ROOT, ROOT, 10).statement, others[0].signature)
    newest = newest_recovery(ROOT.public, signed([*others, forged, *own]))
    assert newest is not None and newest.issued_at == "2025-07-03T00:00:00Z"
    assert newest_recovery(ROOT.public, signed([*others, forged])) is None


def test_a_malformed_paper_is_not_issued() -> None:
    with refusing("access.bad_statement"):
        paper(ROOT, UPPER, "12.7")
    with refusing("access.bad_statement"):
        issue(ROOT, device=UPPER.public, age="age1", role=CADRE, regions=["12"], person="A", issued_at=AT)


def test_regions_are_sorted_and_named_once() -> None:
    assert read_statement(paper(ROOT, UPPER, "13", "12", "13").statement).regions == ("12", "13")
