"""What waited because nobody vouched for it is taken once somebody does."""

from kpm_desktop.commands.access.judge_standing import judge_standing
from kpm_desktop.db.delivery import waiting
from kpm_desktop.db.journal.intake import Intake, Taken
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.incoming import unwrapped


def release_waiting(tx: Transaction, identity: Identity, *, from_the_start: bool = False) -> Taken:
    """Obeys revocations and releases, and takes the waiting ranges that somebody vouches for by now, until neither
    changes the other; gives what they brought. from_the_start: also asks again who vouches for what was taken."""
    brought = Taken()
    while True:
        judge_standing(tx, identity, always=from_the_start)
        access = read_access(tx, identity)
        ready = [author for author in waiting.authors(tx) if access.may_write(*author)]
        if not ready:
            return brought
        intake = Intake(tx)
        for author in ready:
            for tip in waiting.tips_of(tx, *author):
                taken = intake.take(unwrapped(*waiting.content(tx, tip)))
                waiting.drop(tx, tip)
                brought.add(taken)
        intake.finish()
