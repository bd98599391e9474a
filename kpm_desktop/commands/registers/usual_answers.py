"""What is mostly written into a field of words: where people of this village are sent."""

from collections import Counter

from kpm_desktop.db.queries.register_rows import words_written
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.domain.search.name_search import search_key


def usual_answers(store: Store, kind: str, field: str) -> list[str]:
    """What was written into it before, the most frequent first; what differs only in capitals, points and spaces is
    one, in the spelling that is used most."""
    with store.reading() as tx:
        written = words_written(tx, kind, field)
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for words, count in sorted(written, key=lambda each: (-each[1], each[0])):
        shown = tidy_line(words)  # another laptop may have written anything
        key = search_key(shown)
        if any(sign.isalnum() for sign in shown):
            spelled.setdefault(key, shown)
            counts[key] += count
    return [spelled[key] for key, _ in sorted(counts.items(), key=lambda each: (-each[1], spelled[each[0]]))]
