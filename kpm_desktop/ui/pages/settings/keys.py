"""Siapa yang dapat membuka: the users of this profile and its recovery code; users are removed here, the code is made
anew, and everything gets a new key."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.profile.rekey_profile import NewKey, prepare_rekey, rekey_profile
from kpm_desktop.commands.profile.renew_recovery_code import begin_renewal, finish_renewal
from kpm_desktop.commands.profile.users import Keyholders, keyholders, remove_user
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Cancelled, Fault, Progress
from kpm_desktop.ui.frame.session import Session
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.settings.ask_password import AskPassword
from kpm_desktop.ui.pages.settings.new_code import NewCodeDialog


def _look(session: Session, progress: Progress) -> Keyholders:
    return keyholders(session.folder)


def _remove(session: Session, name: str, password: str, progress: Progress) -> None:
    remove_user(session.store, name, password)


def _begin(session: Session, password: str, progress: Progress) -> str:
    return begin_renewal(session.store, password)


def _finish(session: Session, code: str, progress: Progress) -> None:
    finish_renewal(session.store, code)


def _prepare(session: Session, password: str, progress: Progress) -> NewKey:
    return prepare_rekey(session.store, password)


def _rekey(session: Session, new: NewKey, progress: Progress) -> None:
    def tell(done: int, total: int) -> None:
        with contextlib.suppress(Cancelled):  # it is not stopped half way
            progress.step(done, total)

    rekey_profile(session.store, new, new.code, tell=tell)


class KeysDialog(Dialog):
    """`told` gives a sentence and its tone when something was done."""

    told = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.look, icon="users", width=680, parent=parent)
        self._context, self._name = context, ""
        self.set_title(self.tr("Who can open this profile"), self.tr("With any one of these the records are read."))
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self._holder = QWidget()
        self.body.addWidget(self._holder)
        self.body.addWidget(line())
        text = self.tr(
            "Does somebody else know an old password or code, or has a copy of this laptop's files? A new key locks "
            "everything anew: after that the old ones open nothing but backups made before."
        )
        self.body.addWidget(label(self.look, text, Text.BODY, "text2", wrap=True))
        self.rekey_button = Button(self.look, self.tr("New key for everything…"), icon="lock", small=True)
        self.rekey_button.clicked.connect(self._on_rekey)
        self.body.addWidget(self.rekey_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_close(self.tr("Close")).setFocus()
        self._load()

    def _load(self) -> None:
        self._run(partial(_look, self._context.session), self._on_found)

    def _run(self, work: Callable[[Progress], Any], finished: Callable[[Any], object]) -> None:
        self._context.tools.jobs.run(work, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_found(self, found: Keyholders) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        self.remove_buttons: dict[str, Button] = {}
        for name in found.users:
            column.addWidget(self._user_row(name))
        column.addWidget(self._code_row(found))
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        self.fit()

    def _user_row(self, name: str) -> QWidget:
        is_own = name == self._context.session.user
        words = self.tr("Password of the user who is here now") if is_own else self.tr("Password of another user")
        button = None
        if not is_own:
            button = Button(self.look, self.tr("Remove…"), icon="trash-2", small=True)
            button.setAccessibleName(f"{button.text()} {name}")
            button.setProperty("user", name)
            button.clicked.connect(self._on_remove)
            self.remove_buttons[name] = button
        return self._row("user", name, words, button)

    def _code_row(self, found: Keyholders) -> QWidget:
        words = self.tr("On the sheet that is locked away.")
        if found.has_unconfirmed:
            words = self.tr("A new one was shown and not typed back: until then the old one and the new one open.")
        elif not found.has_recovery:
            words = self.tr("There is none. Make one.")
        self.renew_button = Button(self.look, self.tr("New recovery code…"), icon="refresh-cw", small=True)
        self.renew_button.clicked.connect(self._on_renew)
        return self._row("key-round", self.tr("Recovery code"), words, self.renew_button)

    def _row(self, icon: str, name: str, words: str, button: Button | None) -> QWidget:
        frame = QFrame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(12))
        row.addWidget(icon_label(self.look, icon, "neu", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(self.look, name, Text.BODY_STRONG, wrap=True))
        texts.addWidget(label(self.look, words, Text.CAPTION, "text2", wrap=True))
        row.addLayout(texts, 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    # a user is removed

    def _on_remove(self) -> None:
        self._name = self.sender().property("user")
        self._ask(
            self.tr("Remove {name}?").format(name=self._name),
            (
                self.tr("This password no longer opens the profile. Records and their histories stay as they are."),
                self.tr("Backups made before, and copies of this laptop's files, still open with it."),
            ),
            self.tr("Remove"),
            self._on_remove_given,
        )

    def _on_remove_given(self, password: str) -> None:
        self._run(partial(_remove, self._context.session, self._name, password), self._on_removed)

    def _on_removed(self, nothing: object) -> None:
        self._asked_enough()
        self._tell(self.tr("{name} can no longer open this profile.").format(name=self._name))
        self._load()

    # a new recovery code

    def _on_renew(self) -> None:
        self._ask(
            self.tr("New recovery code"),
            (
                self.tr("For a code that was lost or seen by somebody, or was never written down."),
                self.tr("The old code holds until the new one is typed back. Backups made before still open with it."),
            ),
            self.tr("Show the new code"),
            self._on_renew_given,
        )

    def _on_renew_given(self, password: str) -> None:
        self._run(partial(_begin, self._context.session, password), self._on_begun)

    def _on_begun(self, code: str) -> None:
        work = partial(_finish, self._context.session, code)
        dialog = self._show_code(self.tr("New recovery code"), code, work, self.tr("The new code is made to hold."))
        dialog.finished_well.connect(self._on_renewed)
        dialog.given_up.connect(self._on_renewal_given_up)

    def _on_renewed(self) -> None:
        self._tell(
            self.tr("The new recovery code holds. The old one opens nothing but backups and copies made before.")
        )
        self._load()

    def _on_renewal_given_up(self) -> None:
        self.banner.tell(self.tr("The old recovery code still holds. The one that was shown goes with the next one."))
        self._load()

    # a new key

    def _on_rekey(self) -> None:
        others = sorted(self.remove_buttons)
        means = [
            self.tr("All records are encrypted anew, and there is a new recovery code. Your password stays the same."),
            self.tr(
                "After that old passwords, codes and copies of this laptop's key file open nothing but backups made "
                "before. Delete those where others could get at them."
            ),
        ]
        if others:
            text = self.tr("Removed, as their passwords are not known here: {names}. They can be added again.")
            means.append(text.format(names=", ".join(others)))
        means.append(self.tr("It takes some minutes where there are many records. A power cut does no harm."))
        self._ask(self.tr("New key for everything"), means, self.tr("Go on"), self._on_rekey_given)

    def _on_rekey_given(self, password: str) -> None:
        self._run(partial(_prepare, self._context.session, password), self._on_prepared)

    def _on_prepared(self, new: NewKey) -> None:
        work = partial(_rekey, self._context.session, new)
        title, busy = self.tr("Recovery code of the new key"), self.tr("Everything is encrypted anew…")
        dialog = self._show_code(title, new.code, work, busy)
        dialog.finished_well.connect(self._on_rekeyed)
        dialog.given_up.connect(self._on_rekey_given_up)

    def _on_rekeyed(self) -> None:
        self._tell(
            self.tr(
                "Everything is encrypted anew, and the new recovery code holds. Make a new backup: older ones still "
                "open with the old passwords and codes."
            )
        )
        self._load()

    def _on_rekey_given_up(self) -> None:
        self.banner.tell(self.tr("Nothing was changed: key, passwords and recovery code stay as they were."))

    # what they share

    def _ask(self, title: str, means: Any, action: str, given: Callable[[str], object]) -> None:
        dialog = AskPassword(self._context.tools, self, title=title, sentences=means, action=action)
        dialog.given.connect(given)
        dialog.open()

    def _asking(self) -> AskPassword | None:
        return next((each for each in self.findChildren(AskPassword) if each.isVisible()), None)

    def _asked_enough(self) -> None:
        asking = self._asking()
        if asking is not None:
            asking.accept()

    def _show_code(self, title: str, code: str, work: Callable[[Progress], Any], busy: str) -> NewCodeDialog:
        self._asked_enough()
        dialog = NewCodeDialog(self._context, self, title=title, code=code, work=work, busy=busy)
        dialog.open()
        return dialog

    def _tell(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")
        self.told.emit(sentence, "ok")

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        asking = self._asking()
        if asking is not None:
            asking.refuse(reasons)
        else:
            self.banner.tell(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self._asked_enough()
        self.banner.tell(self._context.tools.fault(fault), "risk")
