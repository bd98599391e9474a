"""An invitation is whole and proved or it is refused; an enrolment enrols once, and otherwise waits."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from kpm_desktop.sync.bundle import NeedsNewerProgram
from kpm_desktop.sync.credentials import RECOVERY, issue
from kpm_desktop.sync.header import CredentialPaper, Enrolment
from kpm_desktop.sync.invitation import (
    MAX_CHAIN,
    EnrolmentBody,
    Invitation,
    Issued,
    Supervisor,
    is_expired,
    judge,
    read_enrolment,
    read_invitation,
    write_enrolment,
    write_invitation,
)
from kpm_desktop.sync.seal import AgeIdentity, SigningKey, invitation_message
from tests.sync.refusals import refusing
from tests.sync.sample import AT, CODE, INVITATION, VILLAGE, Party, chain

PROGRAMME = SigningKey.generate()
SUPERVISOR, CADRE = Party(), Party()
INVITED = Invitation(
    id=INVITATION,
    programme=PROGRAMME.public,
    chain=chain(PROGRAMME, SUPERVISOR, CADRE)[:1],
    supervisor=Supervisor("Bu Rina", SUPERVISOR.device, SUPERVISOR.age.recipient),
    recovery=AgeIdentity.generate().recipient,
    person="Ibu Sari",
    regions=(VILLAGE,),
    role="cadre",
    code=CODE,
    expires_at=AT,
)
FILE = write_invitation(INVITED, SUPERVISOR.key)


def moment(days: int) -> datetime:
    """Some days from the end of the sample invitation."""
    return datetime(2025, 7, 1, 8, 30, tzinfo=UTC) + timedelta(days=days)


def resigned(key: SigningKey = SUPERVISOR.key, **changes: Any) -> bytes:
    """The file with its body changed and truly signed again."""
    body = msgspec.json.encode(msgspec.json.decode(msgspec.json.encode(INVITED)) | changes).decode()
    signature = key.sign(invitation_message(body))
    return msgspec.json.encode({"format": "kpm-undangan", "version": 1, "body": body, "signature": signature})


def test_what_is_written_is_read() -> None:
    assert read_invitation(FILE) == INVITED
    assert read_invitation(FILE.rstrip() + b"\r\n") == INVITED
    assert resigned() == FILE.rstrip()


@pytest.mark.parametrize("data", [b"", b"kpm", b"%PDF-1.7", b'{"format":"lain","version":1}', FILE[:20]])
def test_a_foreign_file_is_named_as_such(data: bytes) -> None:
    with refusing("access.invitation_foreign"):
        read_invitation(data)


def test_a_file_cut_off_anywhere_is_refused() -> None:
    for length in range(len(FILE.rstrip())):
        with refusing("access.invitation_damaged", "access.invitation_foreign"):
            read_invitation(FILE[:length])


def test_every_altered_byte_is_refused() -> None:
    for place in range(len(FILE.rstrip())):
        with refusing("access.invitation_damaged", "access.invitation_foreign", "access.invitation_newer"):
            read_invitation(FILE[:place] + bytes([FILE[place] ^ 1]) + FILE[place + 1 :])


@pytest.mark.parametrize(
    "changes",
    [
        {"person": ""},
        {"regions": []},
        {"regions": ["12.7"]},
        {"code": "1234"},
        {"expires_at": "2025-02-30T00:00:00Z"},
        {"recovery": "age1bukan"},
        {"chain": []},
        {"programme": "00"},
        {"supervisor": {"name": "Bu Rina"}},
    ],
)
def test_a_malformed_body_is_refused_though_signed(changes: dict[str, Any]) -> None:
    with refusing("access.invitation_damaged"):
        read_invitation(resigned(**changes))


def test_a_file_too_large_is_refused() -> None:
    with refusing("access.invitation_damaged"):
        read_invitation(FILE + b"\n" * 300_000)


def test_who_signs_for_another_is_refused() -> None:
    with refusing("access.invitation_damaged"):
        read_invitation(resigned(CADRE.key))


@pytest.mark.parametrize(
    "changes",
    [{"regions": ["12.76.01.1001"]}, {"regions": [VILLAGE, "12"]}, {"programme": SigningKey.generate().public}],
)
def test_who_may_not_invite_is_refused(changes: dict[str, Any]) -> None:
    with refusing("access.invitation_unproved"):
        read_invitation(resigned(**changes))


def test_a_cadre_invites_nobody() -> None:
    papers = msgspec.to_builtins(chain(PROGRAMME, SUPERVISOR, CADRE))
    inviter = {"name": "Ibu Sari", "device": CADRE.device, "age": CADRE.age.recipient}
    with refusing("access.invitation_unproved"):
        read_invitation(resigned(CADRE.key, chain=papers, supervisor=inviter))


def told(recovery: str, at: str = AT, key: SigningKey = PROGRAMME) -> CredentialPaper:
    """A paper about the programme's recovery recipient."""
    return issue(key, device=PROGRAMME.public, age=recovery, role=RECOVERY, regions=[VILLAGE], person="A", issued_at=at)


def with_papers(*papers: CredentialPaper, recovery: str = INVITED.recovery) -> bytes:
    return resigned(chain=msgspec.to_builtins((*INVITED.chain, *papers)), recovery=recovery)


def test_an_inviter_names_the_recovery_recipient_the_programme_signed_last() -> None:
    own, former = AgeIdentity.generate().recipient, told(AgeIdentity.generate().recipient, "2024-01-01T00:00:00Z")
    assert read_invitation(with_papers(former, told(INVITED.recovery))).recovery == INVITED.recovery
    with refusing("access.invitation_recovery"):
        read_invitation(with_papers(told(INVITED.recovery), former, recovery=own))
    with refusing("access.invitation_recovery"):
        read_invitation(with_papers(told(INVITED.recovery), told(own, "2026-01-01T00:00:00Z")))


def test_a_recovery_paper_of_somebody_else_says_nothing() -> None:
    own = AgeIdentity.generate().recipient
    later = "2026-01-01T00:00:00Z"
    forged = CredentialPaper(told(own, later).statement, told(INVITED.recovery).signature)
    papers = (told(own, later, SUPERVISOR.key), forged, told(INVITED.recovery))
    assert read_invitation(with_papers(*papers)).recovery == INVITED.recovery
    with refusing("access.invitation_recovery"):
        read_invitation(with_papers(*papers, recovery=own))


def test_the_recovery_paper_has_room_beside_the_longest_chain() -> None:
    papers = [paper_to(Party()) for _ in range(MAX_CHAIN)]
    assert read_invitation(with_papers(*papers[2:], told(INVITED.recovery))).chain[-1] == told(INVITED.recovery)
    with refusing("access.invitation_damaged"):
        read_invitation(with_papers(*papers))


def paper_to(holder: Party) -> CredentialPaper:
    return chain(PROGRAMME, holder, CADRE)[0]


def test_a_later_version_asks_for_an_update() -> None:
    with pytest.raises(NeedsNewerProgram):
        read_invitation(FILE.replace(b'"version":1', b'"version":2'))


def test_an_invitation_nobody_could_read_is_not_written() -> None:
    with refusing("access.invitation_unproved"):
        write_invitation(msgspec.structs.replace(INVITED, regions=("13",)), SUPERVISOR.key)


def test_an_invitation_runs_out() -> None:
    assert not is_expired(AT, moment(-1))
    assert is_expired(AT, moment(0))


BODY = EnrolmentBody(INVITATION, "laptop Ibu Sari", CADRE.device, CADRE.age.recipient, (VILLAGE,))
LINE = write_enrolment(BODY, CODE)
FRESH = Issued(CODE, AT, (VILLAGE,))


def outcome(line: Enrolment = LINE, issued: Issued | None = FRESH, days: int = -1) -> tuple[str, str]:
    verdict = judge(line, CADRE.device, issued, moment(days))
    return verdict.outcome, verdict.why.code if verdict.why else ""


def test_a_fresh_code_enrols() -> None:
    assert read_enrolment(LINE) == BODY
    assert outcome() == ("enrol", "")


def test_a_repeat_by_the_enrolled_laptop_does_nothing_even_late() -> None:
    assert outcome(issued=Issued(CODE, AT, (VILLAGE,), CADRE.device), days=5) == ("repeat", "")
    assert outcome(issued=Issued(CODE, AT, (VILLAGE,), CADRE.device, is_doubted=True)) == ("repeat", "")


def test_anything_else_waits_and_says_why() -> None:
    assert outcome(issued=Issued(CODE, AT, (VILLAGE,), SUPERVISOR.device)) == ("wait", "access.enrolment_used")
    assert outcome(days=1) == ("wait", "access.enrolment_expired")
    assert outcome(issued=Issued("f" * 32, AT, (VILLAGE,))) == ("wait", "access.enrolment_wrong_code")
    assert outcome(issued=Issued(CODE, AT, ("99",))) == ("wait", "access.enrolment_outside")
    assert outcome(issued=Issued(CODE, AT, (VILLAGE,), is_doubted=True)) == ("wait", "access.enrolment_restored")
    assert outcome(issued=None) == ("wait", "access.enrolment_unknown")


def test_an_altered_enrolment_has_the_wrong_code() -> None:
    altered = Enrolment(LINE.body.replace("Ibu Sari", "Ibu Siti"), LINE.hmac)
    assert outcome(altered) == ("wait", "access.enrolment_wrong_code")


def test_a_laptop_introduces_only_itself() -> None:
    with refusing("access.enrolment_damaged"):
        judge(LINE, SUPERVISOR.device, FRESH, moment(-1))


@pytest.mark.parametrize("body", ["", "{}", LINE.body + " ", LINE.body.replace("age1", "age2"), "[" * 50_000])
def test_a_malformed_enrolment_is_refused(body: str) -> None:
    with refusing("access.enrolment_damaged"):
        read_enrolment(Enrolment(body, LINE.hmac))
