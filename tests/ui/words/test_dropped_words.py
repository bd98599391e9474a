"""One thing has one word, the same in windows, sentences and guide: the others are said nowhere."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.ui.words.texts import Words, indonesian

TEXTS = [words for words in indonesian() if not words.is_sought]

#: Tables in files, whose cells stand in rows and columns.
TABLES = ("load.json", "growth.json")
#: The sheet of the programme's keys, whose rows are typed.
SHEET = ("sheet.json", "cli.json/ask_row", "kpm_id.ts/KeySheetDialog", "kpm_id.ts/SheetRows")
#: Where boxes of a form are spoken of, not a supervisor's question and its answer.
FORMS = (
    "kpm_id.ts/VisitTask",
    "kpm_id.ts/OpenWarningsDialog",
    "kpm_id.ts/FormHeader",
    "kpm_id.ts/PersonButton",
    "kpm_id.ts/ChangedMeanwhileDialog",
    "kpm_id.ts/Saving",
    "kpm_id.ts/QuestionRow",
    "scorecard.json",
    "kpm_id.ts/RegisterPage",
    "kpm_id.ts/RegisterForm",
    "register.json",
    "records.json/words/flag_answer",
)
#: The guide has no English beside it: what "program" stands with where it is the group under one supervisor.
PROGRAMME = re.compile(r"(kunci|kata|pulihkan|punya) program|program (dipulihkan|sendiri|kabupaten)", re.IGNORECASE)


def never(words: Words) -> bool:
    """No text may say it."""
    return False


def within(*places: str) -> Callable[[Words], bool]:
    """Texts of these places may say it."""
    return lambda words: words.place.startswith(places)


def outside(*places: str) -> Callable[[Words], bool]:
    """Only texts of these places may not; elsewhere it is another thing."""
    return lambda words: not words.place.startswith(places)


def of_the_programme(words: Words) -> bool:
    """The group under one supervisor, which English calls a programme; software is aplikasi."""
    if words.english:
        return "programme" in words.english.lower()
    return not re.search(r"\bprogram", PROGRAMME.sub("", words.text), re.IGNORECASE)


def of_a_stick(words: Words) -> bool:
    """A flashdisk is pulled out; a laptop is shut out."""
    return "flashdisk" in words.text.lower()


@dataclass(frozen=True, slots=True)
class Dropped:
    """say: the word of the thing. pattern: the words it is not called by, whole. unless: where they mean another."""

    say: str
    pattern: str
    unless: Callable[[Words], bool] = never

    def said(self) -> list[Words]:
        """Texts that say it all the same."""
        found = re.compile(rf"(?<!\w)(?:{self.pattern})(?!\w)", re.IGNORECASE)
        return [words for words in TEXTS if found.search(words.text) and not self.unless(words)]


DROPPED = (
    Dropped("flashdisk", r"stik"),
    Dropped("kiriman", r"paket(?! layanan)"),
    Dropped("Dikirim", r"diekspor"),
    Dropped("catatan", r"perubahan(?:nya)?"),
    Dropped("catatan, isian", r"baris(?:nya)?(?! (?:perintah|A1))", within(*TABLES, *SHEET)),
    Dropped("isian", r"nilai(?:nya)?(?! z)"),
    Dropped("isian (on a page)", r"kolom", within(*TABLES)),
    Dropped("isian (a box)", r"(?:per)?tanya(?:an)?|(?:di|ter)?jawab(?:an)?", outside(*FORMS)),
    Dropped("aplikasi", r"program(?:nya)?", of_the_programme),
    Dropped("blokir", r"(?:di|men)?cabut|hentikan(?= laptop)", of_a_stick),
    Dropped("hitung lagi", r"(?:di|meng)?aku(?:i|inya)"),
    Dropped("Sudah benar", r"(?:di|mem)?benarkan(?:nya)?"),
    Dropped("Perlu dicek", r"perlu dilihat"),
    Dropped("Periksa lagi, Perlu dipastikan", r"(?:di)?lihat lagi"),
    Dropped("belum sampai", r"nomor(?:nya)? (?:yang )?kurang|kurang (?:catatan )?\{(?:numbers|first)\}"),
    Dropped("belum sampai, of records", r"\{count\} kurang|belum datang"),
    Dropped("mungkin dobel", r"mungkin sama"),
    Dropped("memang berbeda", r"bukan (?:orang )?yang sama"),
    Dropped("otomatis", r"(?:dengan )?sendirinya|berangkat|(?:masuk|datang|(?:ter|di)?kirim|diambil|pergi) sendiri"),
    Dropped("terkunci kata sandi", r"(?:ber|ter)sandi|(?:di|meny)andikan"),
    Dropped("dipilih", r"terpilih|yang ditandai"),
    Dropped("kembalikan", r"batalkan"),
    Dropped("bagi tugas", r"(?:(?:di)?s|meny)erahkan"),
    Dropped("tempat kirim", r"tujuan"),
    Dropped("pengasuh", r"wali"),
    Dropped("kepala keluarga", r"kepala rumah tangga"),
    Dropped("No KIA", r"nomor KIA"),
    Dropped("Buku KIA", r"(?-i:buku KIA)"),
    Dropped("delapan kata program, delapan kata laptop", r"delapan kata undangan"),
    Dropped("bln", r"bl"),
    Dropped("Formulir 4", r"form \d\w?"),
    Dropped("usia kehamilan", r"usia kandungan"),
    Dropped("internet", r"sambungan|jaringan|peramban"),
    Dropped("printer", r"pencetak"),
    Dropped("Tetap simpan", r"simpan juga"),
    Dropped("Balasan penyelia", r"yang kembali"),
    Dropped("keyboard", r"papan ketik"),
    Dropped("whom or what somebody waits for", r"menunggu(?=\s*(?:$|[.,;:·)]|dan|lalu))"),
)


@pytest.mark.parametrize("dropped", DROPPED, ids=lambda dropped: dropped.say)
def test_what_has_a_word_is_not_called_by_another(dropped: Dropped) -> None:
    assert [(words.place, words.text) for words in dropped.said()] == []
