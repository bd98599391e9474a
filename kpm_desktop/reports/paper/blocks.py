"""What stands around the tables: letterhead, titles, facts, notes, signatures and the line at the bottom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from kpm_desktop.reports.paper.fitting import Fitted, Ink, fit
from kpm_desktop.reports.paper.laid import Line, Rule
from kpm_desktop.reports.paper.letters import CAPITAL
from kpm_desktop.reports.paper.units import Scale, pitch, tenths
from kpm_desktop.reports.table_page import FooterPart, Sign, TablePage

_TITLE_PT, _RIGHT_PT, _FACT_PT, _NOTE_PT, _SIGN_PT, _BAND_PT, _FOOTER_PT = 11, 9, 8.4, 7.2, 8.4, 8.5, 6.8
_LETTERHEAD_PT, _LETTERHEAD_LAST_PT, _LETTERHEAD_RULE = 10, 12, 20
#: From line to line, as factors of the letter size.
_TITLE_PITCH, _FACT_PITCH, _SIGN_PITCH, _BAND_PITCH = 1.32, 1.46, 1.4, 1.5
_FOOTER_LEAST = 50
#: Room to sign, in millimetres, and less where that saves a page; a line to write a name on; room left free below.
SIGN_MM, SIGN_LEAST_MM = 15.0, 12.0
_NAME_LINE_MM, _BELOW_SIGNS_MM = 46, 2
#: The line at the bottom with its rule.
FOOTER_MM = 3.7
_RULE, _NAME_RULE = 5, 6


@dataclass(frozen=True, slots=True)
class Block:
    """Lines and rules placed from the upper left corner of their own room."""

    height: int
    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()


def baseline(top: float, height: float, size: int) -> int:
    """Where letters stand whose capitals are in the middle of a line's height."""
    return round(top + (height + size * CAPITAL / 1000) / 2)


def set_line(text: str, ink: Ink, left: float, top: float, width: float, height: float, align: str = "left") -> Line:
    """One line of words in its room."""
    own = ink.width(text)
    x = {"left": left, "centre": left + (width - own) / 2, "right": left + width - own}[align]
    return Line(text, round(x), baseline(top, height, ink.size), round(own), ink.size, ink.bold, ink.tabular)


def _stacked(fitted: Fitted, width: int, factor: float, align: str, left: int = 0) -> Block:
    """The lines of a text, one below the other, `factor` letter sizes apart."""
    step = round(fitted.ink.size * factor)
    lines = [set_line(text, fitted.ink, left, row * step, width, step, align) for row, text in enumerate(fitted.lines)]
    return Block(len(lines) * step, tuple(lines))


def top_block(page: TablePage, scale: Scale, width: int) -> Block:
    """Letterhead, titles with what stands at their right, and facts."""
    block = _letterhead(page.letterhead, scale, width)
    block = _below(block, _titles(page, scale, width))
    if any(page.facts):
        block = _below(block, _facts(page.facts, scale, width), scale.mm(1.4))
    return block


def _below(upper: Block, lower: Block, gap: int = 0) -> Block:
    """One block under another."""
    top = upper.height + gap
    lines = tuple(line._replace(y=line.y + top) for line in lower.lines)
    rules = tuple(rule._replace(y=rule.y + top) for rule in lower.rules)
    return Block(top + lower.height, upper.lines + lines, upper.rules + rules)


def _letterhead(texts: Sequence[str], scale: Scale, width: int) -> Block:
    block = Block(0)
    for number, text in enumerate(texts, start=1):
        size = _LETTERHEAD_LAST_PT if number == len(texts) else _LETTERHEAD_PT
        fitted = fit(text, Ink(scale.pt(size), bold=True), width)
        block = _below(block, _stacked(fitted, width, _TITLE_PITCH, "centre"))
    if not texts:
        return block
    rule = Block(scale.mm(2.4), (), (Rule(0, 0, width, _LETTERHEAD_RULE),))
    return _below(block, rule, scale.mm(0.8))


def _titles(page: TablePage, scale: Scale, width: int) -> Block:
    """The titles in the middle; the first leaves as much room at both sides as what stands at its right takes."""
    right = fit(page.right, Ink(scale.pt(_RIGHT_PT), bold=True), width // 3)
    beside = round(right.width) + tenths(4) if page.right else 0
    block = Block(0)
    for text in page.titles:
        room = width - 2 * beside
        fitted = fit(text, Ink(scale.pt(_TITLE_PT), bold=True, balanced=True), room)
        block = _below(block, _stacked(fitted, room, _TITLE_PITCH, "centre", beside))
        beside = 0
    at_right = _stacked(right, width, _TITLE_PITCH * _TITLE_PT / _RIGHT_PT, "right")
    return Block(max(block.height, at_right.height), block.lines + at_right.lines)


class _Fact(NamedTuple):
    label: Fitted
    value: Fitted

    @property
    def height(self) -> int:
        """Of the higher one."""
        return max(round(each.ink.size * _FACT_PITCH) * max(len(each.lines), 1) for each in self)


def _facts(columns: Sequence[Sequence[tuple[str, str]]], scale: Scale, width: int) -> Block:
    """Columns of `label : value`, the labels of each as wide as its widest."""
    plain, each = Ink(scale.pt(_FACT_PT)), width // len(columns)
    begins = [
        min(round(max((plain.width(name) for name, _ in column), default=0)) + tenths(3.4), each // 2)
        for column in columns
    ]
    facts = [
        [_fact(pair, plain, begin, each - begin - tenths(4)) for pair in column]
        for column, begin in zip(columns, begins, strict=True)
    ]
    block = Block(0)
    for row in zip_longest(*facts):
        height = max(fact.height for fact in row if fact)
        lines = [
            line
            for number, fact in enumerate(row)
            if fact
            for line in _fact_lines(fact, plain, number * each, begins[number])
        ]
        block = _below(block, Block(height, tuple(lines)))
    return block


def _fact(pair: tuple[str, str], plain: Ink, begin: int, room: int) -> _Fact:
    label, value = pair
    return _Fact(fit(label, plain, begin - tenths(1)), fit(value, plain._replace(bold=True), room))


def _fact_lines(fact: _Fact, plain: Ink, left: int, begin: int) -> Iterator[Line]:
    step = round(plain.size * _FACT_PITCH)
    yield from _stacked(fact.label, begin, _FACT_PITCH, "left", left).lines
    yield set_line(":", plain, left + begin, 0, 0, step)
    yield from _stacked(fact.value, 0, _FACT_PITCH, "left", left + begin + tenths(2)).lines


def band_title(text: str, scale: Scale, width: int) -> Block:
    """The words above a table."""
    return _stacked(fit(text, Ink(scale.pt(_BAND_PT), bold=True), width), width, _BAND_PITCH, "left")


def note_lines(notes: Iterable[str], scale: Scale, width: int) -> list[Block]:
    """Every line of the notes by itself."""
    fitted = [fit(note, Ink(scale.pt(_NOTE_PT)), width, 3) for note in notes]
    return [
        Block(pitch(each.ink.size), (set_line(text, each.ink, 0, 0, width, pitch(each.ink.size)),))
        for each in fitted
        for text in each.lines
    ]


def sign_block(page: TablePage, scale: Scale, width: int, room_mm: float) -> Block:
    """Who signs, side by side; what stands above the names ends on one line. room_mm: for the signature."""
    slot = width // page.paper.slots
    ink = Ink(scale.pt(_SIGN_PT))
    above = [_sign_lines(sign.above, ink, slot) for sign in page.signs]
    highest = max(block.height for block in above)
    parts = [
        _below(block, _name(sign, ink, slot), scale.mm(room_mm)) for sign, block in zip(page.signs, above, strict=True)
    ]
    tops = [highest - block.height for block in above]
    lefts = [(sign.at % page.paper.slots) * slot for sign in page.signs]
    placed = [_moved(*each) for each in zip(parts, lefts, tops, strict=True)]
    return Block(
        max(block.height for block in placed) + scale.mm(_BELOW_SIGNS_MM),
        tuple(line for block in placed for line in block.lines),
        tuple(rule for block in placed for rule in block.rules),
    )


def _sign_lines(texts: Iterable[str], ink: Ink, slot: int) -> Block:
    block = Block(0)
    for text in texts:
        block = _below(block, _stacked(fit(text, ink, slot - tenths(2)), slot, _SIGN_PITCH, "centre"))
    return block


def _name(sign: Sign, ink: Ink, slot: int) -> Block:
    """The name over its line, and what stands below; without a name a line to write it on."""
    step = round(ink.size * _SIGN_PITCH)
    fitted = fit(sign.name, ink._replace(bold=True), slot - tenths(2))
    length = round(fitted.width) if sign.name else min(tenths(_NAME_LINE_MM), slot)
    rule = Rule((slot - length) // 2, 0, length, _NAME_RULE)
    name = _stacked(fitted, slot, _SIGN_PITCH, "centre") if sign.name else Block(step)
    block = _below(name, Block(0, (), (rule,)))
    return _below(block, _sign_lines((sign.below,) if sign.below else (), ink, slot))


def _moved(block: Block, left: int, top: int) -> Block:
    return Block(
        block.height + top,
        tuple(line._replace(x=line.x + left, y=line.y + top) for line in block.lines),
        tuple(rule._replace(x=rule.x + left, y=rule.y + top) for rule in block.rules),
    )


def footer_block(parts: Sequence[FooterPart], paging: str, width: int) -> Block:
    """The rule and the line at the bottom. What may leave goes where the line is too long, then letters get smaller;
    counts never go."""
    ink = Ink(round(_FOOTER_PT * 10))
    right = set_line(paging, ink, 0, 0, width, tenths(FOOTER_MM), "right")
    fitted = footer_words(parts, ink, width - right.width - tenths(5))
    step = tenths(FOOTER_MM) if len(fitted.lines) == 1 else pitch(fitted.ink.size)
    lines = [set_line(text, fitted.ink, 0, row * step, width, step) for row, text in enumerate(fitted.lines)]
    grey = tuple(line._replace(is_grey=True) for line in (*lines, right))
    return Block(tenths(FOOTER_MM), grey, (Rule(0, 0, width, _RULE, is_grey=True),))


def footer_words(parts: Sequence[FooterPart], ink: Ink, room: int) -> Fitted:
    """The words of the line at the bottom, as many and as large as there is room for."""
    left = list(parts)
    for leaves in (None, *sorted({part.leaves for part in parts if part.leaves})):
        left = [part for part in left if part.leaves != leaves or leaves is None]
        text = " · ".join(part.text for part in left)
        if ink.width(text) <= room:
            return Fitted((text,) if text else (), ink)
    smaller = ink._replace(size=max(int(ink.size * room / ink.width(text)), _FOOTER_LEAST))
    return Fitted((text,), smaller) if smaller.width(text) <= room else fit(text, smaller, room, 2)
