"""What is said on a laptop that was revoked."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.access.revoked_here import RevokedHere, RevokedSeen
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.place_words import place_title

translate = QCoreApplication.translate


def revoked_here_words(seen: RevokedSeen, tools: Tools) -> str:
    """A sentence a region, and what to do; nothing where this laptop is trusted."""
    if not seen.found:
        return ""
    told = [_region_words(each, place_title(seen.names[each.region]), tools) for each in seen.found]
    return " ".join([*told, translate("Revoked", "Everything stays on this laptop. Call your supervisor.")])


def _region_words(each: RevokedHere, place: str, tools: Tools) -> str:
    text = translate("Revoked", "{place}: this laptop was revoked by {by}; {count} changes of it do not count there.")
    by = each.by or translate("Revoked", "the programme's key")
    return text.format(place=place, by=by, count=grouped(each.set_aside, tools.comma))
