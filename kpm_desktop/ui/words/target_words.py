"""What is said of a target: its name, how it stands, and what will happen next."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.remotes.targets import Target
from kpm_desktop.commands.supervision.delivery_overview import Place
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools

translate = QCoreApplication.translate


def target_name(target: Target) -> str:
    """`Stick KPM-SARI`, a folder's name, or `Server awan.desa.id`."""
    if target.kind == "stick":
        return translate("Targets", "Stick {name}").format(name=target.name)
    if target.kind == "web":
        return translate("Targets", "Server {name}").format(name=target.name)
    return target.name


def standing_words(place: Place, tools: Tools) -> tuple[str, str]:
    """How a target stands, and the tone: ok, warn or text2."""
    standing = place.standing
    if standing.phase == "failed":
        parts = [tools.refusal([each.reason() for each in standing.why])]
        if standing.until:
            parts.append(translate("Targets", "Next try {moment}.").format(moment=_moment(standing.until, tools)))
        return " ".join(parts), "warn"
    if place.target.kind != "web" and not place.is_present:
        absent = translate("Targets", "not plugged in")
        return f"{absent} · {_last(place, tools)}", "warn"
    if place.target.kind == "web" and not standing.reached_at:
        return translate("Targets", "not visited yet"), "text2"
    state = translate("Targets", "ready")
    if place.target.kind == "web":
        state = translate("Targets", "answered {moment}").format(moment=_moment(standing.reached_at, tools))
    return f"{state} · {_last(place, tools)}", "ok"


def round_sentence(done: Round, tools: Tools) -> tuple[str, str]:
    """What became of a visit, and the tone."""
    name = target_name(done.target)
    lines = [_fetched(done, name)] if done.opened else []
    numbers = ", ".join(str(one.number) for one in done.sent)
    if done.sent:
        lines.append(_put(done).format(numbers=numbers, target=name))
    if done.reasons:
        return "\n".join([*lines, tools.refusal(done.reasons)]), "risk"
    if not lines:
        lines.append(translate("Targets", "Nothing new for {target}: everything is there.").format(target=name))
    return "\n".join(lines), "ok"


def _put(done: Round) -> str:
    if done.target.kind == "stick":
        return translate("Targets", "Bundle {numbers} lies on {target}; the stick may be pulled out. Take it along.")
    if done.target.kind == "web":
        return translate("Targets", "Bundle {numbers} lies on {target} and was read back. The receipt comes by itself.")
    return translate("Targets", "Bundle {numbers} lies in the folder {target}.")


def _fetched(done: Round, name: str) -> str:
    taken = [one for one in done.opened if one.outcome != "refused"]
    refused = len(done.opened) - len(taken)
    text = translate("Targets", "{count} bundles fetched from {target}.").format(count=len(taken), target=name)
    if not refused:
        return text
    more = translate("Targets", "{count} could not be opened; they are left there.").format(count=refused)
    return f"{text} {more}" if taken else more


def _last(place: Place, tools: Tools) -> str:
    if place.last_at is None:
        is_web = place.target.kind == "web"
        return translate("Targets", "no bundle yet") if is_web else place.target.address
    moment = _moment(place.last_at, tools)
    return translate("Targets", "last bundle {moment}").format(moment=moment)


def _moment(instant: str, tools: Tools) -> str:
    return day_and_clock(instant, tools.calendar, tools.today())
