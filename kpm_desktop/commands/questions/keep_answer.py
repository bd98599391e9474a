"""An answer that was begun and not saved waits on this laptop: whoever goes to look at the visit finds it again."""

from uuid import UUID

from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction

_BEGUN = "answers_begun"


def keep_answer(store: Store, question: UUID, text: str, *, region: str) -> None:
    """Keeps what was typed so far; an empty text forgets it."""
    with store.writing() as tx:
        _keep(tx, store.user, region, question, text)


def begun_answer(store: Store, question: UUID, *, region: str) -> str:
    """What this user typed so far."""
    with store.reading() as tx:
        return _begun(tx).get(_name(store.user, region, question), "")


def _keep(tx: Transaction, user: str, region: str, question: UUID, text: str) -> None:
    begun = _begun(tx)
    kept = {name: found for name, found in begun.items() if name != _name(user, region, question)}
    if text.strip():
        kept[_name(user, region, question)] = text
    if kept != begun:
        settings.write(tx, _BEGUN, kept)


def _begun(tx: Transaction) -> dict[str, str]:
    found: dict[str, str] = settings.read(tx, _BEGUN, dict[str, str], {})
    return found


def _name(user: str, region: str, question: UUID) -> str:
    return f"{user} {region} {question}"
