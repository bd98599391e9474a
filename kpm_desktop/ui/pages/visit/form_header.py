"""The header of one person's checklist: who it is, how far it is, and whether there is a draft."""

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kpm_desktop.domain.risks.attention import attentions
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import ShortenedLabel, icon_label, label, retone, tip
from kpm_desktop.ui.components.state_word import State, StateWord
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.person_words import person_line

#: How wide a name may be, alone and beside what is told of the birth.
_TITLE, _TITLE_BESIDE = 400, 260


class FormHeader(QWidget):
    """One line; while the checklist is open it tells of birth and draft."""

    def __init__(self, tools: Tools, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look, self._answers = tools, tools.look, answers
        self._kept_at = ""
        look, sheet = self._look, answers.sheet
        self.setFixedHeight(look.px(40))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), 0, look.px(12), 0)
        row.setSpacing(look.px(8))
        self._chevron = QLabel()
        self._chevron.setFixedWidth(look.px(18))
        self._at_birth = self._at_birth_label()
        self._born_words = ShortenedLabel(look, self._born(), Text.CAPTION, "text2", most=look.px(_TITLE))
        row.addWidget(self._chevron)
        row.addWidget(label(look, tools.words.short(sheet.kind), Text.CAPTION_STRONG, "text2"))
        for words in (self._title(), self._born_words, self._at_birth):
            row.addWidget(words)
        row.addStretch(1)
        self._count_icon = icon_label(look, "circle-dashed", "text2", 16)
        self._count = label(look, "", Text.CAPTION_STRONG, "text2")
        self._draft_icon = icon_label(look, "pencil", "text2", 16)
        self._draft = label(look, "", Text.CAPTION_STRONG, "text2")
        self._state = StateWord(look, State.of_record(sheet.state) if sheet.state else State.SAVED)
        self._turn = KeyCap(look, "PgDn")
        self._turn.hide()
        for widget in (self._count_icon, self._count, self._draft_icon, self._draft, self._state, self._turn):
            row.addWidget(widget)

    def refresh(self, *, is_open: bool) -> None:
        """Answered so far, and the draft."""
        answers = self._answers
        chevron = "chevron-down" if is_open else "chevron-right"
        self._chevron.setPixmap(self._look.icons.pixmap(chevron, "accent_text", 18, self.devicePixelRatioF()))
        done, total = answers.judged.counted()
        mark, has_draft = answers.whole(), answers.has_draft
        self._count.setText(self.tr("{done} of {total} answered").format(done=done, total=total))
        retone(self._count, mark.tone)
        self._count_icon.setPixmap(self._look.icons.pixmap(mark.icon, mark.tone, 16, self.devicePixelRatioF()))
        for widget in (self._count, self._count_icon):
            widget.setVisible(not is_open or not has_draft)
        for widget in (self._draft, self._draft_icon):
            widget.setVisible(is_open and has_draft and bool(self._kept_at))
        self._draft.setText(self.tr("Draft kept {clock}").format(clock=self._kept_at))
        self._born_words.setVisible(is_open)
        self._at_birth.setVisible(is_open and bool(self._at_birth.text()))
        self._state.setVisible(is_open and not has_draft and answers.sheet.state is not None)

    def show_kept(self, clock: str) -> None:
        """When the draft was last kept; empty where there is none. Seen with the next `refresh`."""
        self._kept_at = clock

    def show_turn(self, key: str) -> None:
        """The key that leads to this form; empty for none."""
        self._turn.setVisible(bool(key))
        if key:
            self._turn.show_key(key)

    def _title(self) -> ShortenedLabel:
        """The name with what the person is, shortened where it is too long."""
        sheet = self._answers.sheet
        what = person_line(
            is_mother=sheet.pregnancy is not None,
            is_postpartum=sheet.is_postpartum,
            months=sheet.months,
            days=sheet.days,
        )
        words = f"{sheet.person.full_name}, {what}"
        room = self._look.px(_TITLE_BESIDE if self._at_birth.text() else _TITLE)
        return ShortenedLabel(self._look, words, Text.BODY_STRONG, most=room)

    @property
    def _is_child(self) -> bool:
        return self._answers.sheet.kind == "child_visit"

    def _born(self) -> str:
        person = self._answers.sheet.person
        if not self._is_child:
            return ""
        day = self._tools.calendar.short_day(person.birth_date)
        sex = self._tools.words.short_choice("person", "sex", person.sex)
        text = self.tr("born {day} {year} · {sex}")
        return text.format(day=day, year=person.birth_date.year, sex=sex)

    def _at_birth_label(self) -> QLabel:
        """What a child's weight and length at birth ask to be done, in a word; the sentence is a pointer away, and in
        the household's card."""
        person = self._answers.sheet.person
        found = list(attentions("person", msgspec.structs.asdict(person))) if self._is_child else []
        words = {"birth_weight_g": self.tr("low birth weight"), "birth_length_mm": self.tr("short at birth")}
        made = label(self._look, " · ".join(words[one.field] for one in found), Text.CAPTION_STRONG, "risk")
        made.setToolTip(tip(" ".join(self._tools.wording.say(one.why) for one in found)))
        return made
