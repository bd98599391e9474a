"""What is said of a remote: its name, how it stands, and what will happen next."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.commands.supervision.delivery_overview import Place
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools

translate = QCoreApplication.translate


def remote_name(remote: Remote) -> str:
    """`Stick KPM-SARI`, a folder's name, or `Server awan.desa.id`."""
    if remote.kind.is_carried:
        return translate("Remotes", "Stick {name}").format(name=remote.name)
    if remote.kind.needs_line:
        return translate("Remotes", "Server {name}").format(name=remote.name)
    return remote.name


def remote_icon(remote: Remote) -> str:
    """The picture beside it."""
    return "usb-stick" if remote.kind.is_carried else "cloud" if remote.kind.needs_line else "folder"


def status_words(place: Place, tools: Tools) -> tuple[str, str]:
    """How a remote stands, and the tone: ok, warn or text2."""
    status = place.status
    if status.phase == "failed":
        parts = [tools.refusal([each.reason() for each in status.why])]
        if status.until:
            parts.append(translate("Remotes", "Next try {moment}.").format(moment=_moment(status.until, tools)))
        return " ".join(parts), "warn"
    if not place.remote.kind.needs_line and not place.is_present:
        absent = translate("Remotes", "not plugged in")
        return f"{absent} · {_last(place, tools)}", "warn"
    if place.remote.kind.needs_line and not status.reached_at:
        return translate("Remotes", "not visited yet"), "text2"
    state = translate("Remotes", "ready")
    if place.remote.kind.needs_line:
        state = translate("Remotes", "answered {moment}").format(moment=_moment(status.reached_at, tools))
    return f"{state} · {_last(place, tools)}", "ok"


def round_sentence(done: Round, tools: Tools) -> tuple[str, str]:
    """What became of a visit, and the tone."""
    name = remote_name(done.remote)
    lines = [_fetched(done, name)] if done.opened else []
    numbers = ", ".join(str(one.number) for one in done.sent)
    if done.sent:
        lines.append(_put(done).format(numbers=numbers, remote=name))
    if done.left_out:
        lines.append(tools.refusal(one.why for one in done.left_out))
    if done.reasons:
        return "\n".join([*lines, tools.refusal(done.reasons)]), "risk"
    if not lines:
        lines.append(translate("Remotes", "Nothing new for {remote}: everything is there.").format(remote=name))
    return "\n".join(lines), "warn" if done.left_out else "ok"


def _put(done: Round) -> str:
    if done.remote.kind.is_carried:
        return translate("Remotes", "Bundle {numbers} lies on {remote}; the stick may be pulled out. Take it along.")
    if done.remote.kind.needs_line:
        return translate("Remotes", "Bundle {numbers} lies on {remote} and was read back. The receipt comes by itself.")
    return translate("Remotes", "Bundle {numbers} lies in the folder {remote}.")


def _fetched(done: Round, name: str) -> str:
    taken = [one for one in done.opened if one.outcome != "refused"]
    refused = len(done.opened) - len(taken)
    text = translate("Remotes", "{count} bundles fetched from {remote}.").format(count=len(taken), remote=name)
    if not refused:
        return text
    more = translate("Remotes", "{count} could not be opened; they are left there.").format(count=refused)
    return f"{text} {more}" if taken else more


def _last(place: Place, tools: Tools) -> str:
    if place.last_at is None:
        return translate("Remotes", "no bundle yet") if place.remote.kind.needs_line else place.remote.address
    moment = _moment(place.last_at, tools)
    return translate("Remotes", "last bundle {moment}").format(moment=moment)


def _moment(instant: str, tools: Tools) -> str:
    return day_and_clock(instant, tools.calendar, tools.today())


def visits_sentence(rounds: Sequence[Round], tools: Tools) -> tuple[str, str]:
    """What became of each remote, one sentence a line, and the tone."""
    told = [round_sentence(done, tools) for done in rounds]
    tones = {tone for _, tone in told}
    worst = next((tone for tone in ("risk", "warn") if tone in tones), "ok")
    return "\n".join(sentence for sentence, _ in told), worst
