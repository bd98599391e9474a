"""Everything declared has a word in both languages, nothing else has one, and the letters are those of the paper."""

from collections.abc import Iterator

import pytest

from kpm_desktop.domain.errors import Named, coded, reason
from kpm_desktop.domain.records.catalogue import DICTIONARY, KINDS, fields
from kpm_desktop.domain.records.words import SHARED, RecordWords, record_words, small, word_table
from kpm_desktop.domain.wording import LANGUAGES, Wording

#: The columns of the sheets by their letters, from the KPM filling guide (2A, 2B) and the sheets of other
#: implementations (2C), as far as a field of a record stands in them.
PAPERS = {
    "2A": {
        "a": ["pregnancy.kia_number"],
        "b": ["person.full_name"],
        "c": ["pregnancy_visit.is_kek", "pregnancy_visit.is_high_risk"],
        "d": ["pregnancy.expected_delivery_date"],
        "e": ["pregnancy_visit.gestational_age_months"],
        "f": ["pregnancy.delivery_date"],
        "g": ["pregnancy_visit.anc_visits"],
        "h": ["pregnancy_visit.iron_taken", "pregnancy_visit.iron_tablets"],
        "i": ["pregnancy_visit.pnc_visits"],
        "j": ["pregnancy_visit.counselling_sessions"],
        "k": ["pregnancy_visit.home_visits"],
        "l": ["pregnancy_visit.has_safe_water"],
        "m": ["pregnancy_visit.has_latrine"],
        "n": ["pregnancy_visit.has_health_insurance"],
    },
    "2B": {
        "a": ["person.kia_number"],
        "b": ["person.full_name"],
        "c": ["person.sex"],
        "d": ["person.birth_date"],
        "e": ["child_visit.nutrition_class", "child_visit.is_stunted"],
        "g": ["child_visit.mat_result"],
        "h": ["child_visit.basic_immunization_received"],
        "i": ["child_visit.was_weighed", "child_visit.weight_g"],
        "j": ["child_visit.was_length_measured", "child_visit.length_mm"],
        "k1": ["child_visit.counselling_father"],
        "k2": ["child_visit.counselling_mother"],
        "l": ["child_visit.home_visits"],
        "m": ["child_visit.has_safe_water"],
        "n": ["child_visit.has_latrine"],
        "o": ["child_visit.has_birth_certificate"],
        "p": ["child_visit.has_health_insurance"],
        "q": ["child_visit.parenting_attended"],
    },
    "2C": {
        "a": ["household.household_no"],
        "b": ["person.full_name"],
        "c": ["person.sex"],
        "f": ["paud_attendance.attendance"],
    },
}
#: Labels of the sheets, letter for letter, where a field has a column of its own; the two of column c beside what
#: the column asks.
LABELS = {
    "pregnancy_visit.is_kek": "Status Kehamilan: KEK",
    "pregnancy_visit.is_high_risk": "Status Kehamilan: Risti",
    "pregnancy_visit.gestational_age_months": "Usia Kehamilan",
    "pregnancy_visit.anc_visits": "Pemeriksaan Kehamilan",
    "pregnancy_visit.iron_taken": "Dapat & Konsumsi Pil Fe",
    "pregnancy_visit.pnc_visits": "Pemeriksaan Nifas",
    "pregnancy_visit.counselling_sessions": "Konseling Gizi (Kelas IH)",
    "pregnancy_visit.home_visits": "Kunjungan Rumah",
    "pregnancy_visit.has_safe_water": "Kepemilikan Akses Air Bersih",
    "pregnancy_visit.has_latrine": "Kepemilikan Jamban",
    "pregnancy_visit.has_health_insurance": "Jaminan Kesehatan",
    "child_visit.nutrition_class": "Status Gizi Anak",
    "child_visit.mat_result": "Hasil Tikar (M/K/H)",
    "child_visit.basic_immunization_received": "Pemberian Imunisasi Dasar",
    "child_visit.was_weighed": "Pengukuran Berat Badan",
    "child_visit.was_length_measured": "Pengukuran Tinggi Badan",
    "child_visit.home_visits": "Kunjungan Rumah",
    "child_visit.has_safe_water": "Kepemilikan Akses Air Bersih",
    "child_visit.has_latrine": "Kepemilikan Jamban (Sehat)",
    "child_visit.has_birth_certificate": "Akta Lahir",
    "child_visit.has_health_insurance": "Jaminan Kesehatan",
    "child_visit.parenting_attended": "Pengasuhan (PAUD)",
}


def of_kind(kind: str) -> Iterator[str]:
    """What is declared of a kind, as keys without the kind."""
    for field in fields(kind).values():
        yield field.name
        yield from (f"{field.name}.{choice}" for choice in field.spec.choices)


DECLARED = {f"{kind}.{rest}" for kind in KINDS for rest in of_kind(kind)}


def own_key(words: dict[str, str], key: str) -> str:
    """The key under which a declared field or choice has its word: its own, or what kinds share."""
    return key if key in words else f"{SHARED}.{key.partition('.')[2]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_field_and_choice_has_a_word(language: str) -> None:
    table, words = word_table(language).words, record_words(language)
    assert [key for key in DECLARED if not table.get(own_key(table, key))] == []
    assert [kind for kind in KINDS if not table.get(kind) or not table.get(f"{kind}/many")] == []
    for kind in KINDS:
        assert (words.kind(kind), words.many(kind)) == (table[kind], table[f"{kind}/many"])
        for name, field in fields(kind).items():
            assert words.field(kind, name) == table[own_key(table, f"{kind}.{name}")]
            spoken = [table[own_key(table, f"{kind}.{name}.{choice}")] for choice in field.spec.choices]
            assert words.choices(kind, name) == list(zip(field.spec.choices, spoken, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_undeclared_has_a_word(language: str) -> None:
    """A shared key is one at least two kinds go by; a letter and a short form belong to what has a word."""
    table = word_table(language)
    keys = {key for key in table.words if "." in key}
    used = {own_key(table.words, key) for key in DECLARED}
    assert keys - used == set()
    assert set(table.words) - keys == {*KINDS, *(f"{kind}/many" for kind in KINDS)}
    shared = [key for key in keys if key.startswith(f"{SHARED}.")]
    users = {key: [one for one in DECLARED if own_key(table.words, one) == key] for key in shared}
    assert [key for key, kinds in users.items() if len(kinds) < 2] == []
    assert set(table.short) - set(table.words) == set()
    assert set(table.letters) - DECLARED == set()


def test_both_languages_name_the_same_things() -> None:
    indonesian, english = word_table("id"), word_table("en")
    assert list(indonesian.words) == list(english.words)
    assert list(indonesian.short) == list(english.short)
    assert indonesian.letters == english.letters


def test_no_word_is_a_code() -> None:
    """An underscore stands in no word; a code that is its own Indonesian word is a name or of both languages."""
    assert [word for each in LANGUAGES for word in word_table(each).words.values() if "_" in word] == []
    table = word_table("id").words
    codes = {key: key.rpartition(".")[2] for key in DECLARED}
    alike = {code for key, code in codes.items() if table[own_key(table, key)].lower() == code.lower()}
    places = {"posyandu", "poskesdes", "polindes", "puskesmas", "pustu", "paud", "tk", "rt", "rw"}
    vaccines = set(fields("immunization")["vaccine"].spec.choices)
    alike_in_both = {"normal", "data", "diabetes", "malaria", "media"}
    assert alike <= {"nik", "kek", "kpm", "fe", "mms"} | alike_in_both | places | vaccines


def test_the_letters_are_those_of_the_paper() -> None:
    letters = [(field, letter) for paper in PAPERS.values() for letter, each in paper.items() for field in each]
    assert dict(letters) == word_table("id").letters
    assert len(set(letters)) == len(dict(letters))  # a field in two papers has the same letter in both


def test_labels_of_the_paper_stand_letter_for_letter() -> None:
    words = record_words("id")
    assert {key: words.field(*key.split(".")) for key in LABELS} == LABELS


def test_vaccines_are_called_alike_in_every_language() -> None:
    """A dose is named in reasons before anybody knows in which language they are spoken."""
    both = [record_words(language).choices("immunization", "vaccine") for language in LANGUAGES]
    assert both[0] == both[1]


def test_a_narrow_column_has_the_short_word_or_the_whole_one() -> None:
    words = record_words("id")
    assert [words.short(kind) for kind in ("pregnancy_visit", "child_visit", "referral")] == ["2A", "2B", "Rujukan"]
    assert (words.short("child_visit", "has_latrine"), words.short("referral", "due_date")) == ("Jamban", "Batas waktu")
    assert words.short_choice("child_visit", "nutrition_class", "undernourished") == "GK"
    assert words.short_choice("referral", "progress", "open") == "terbuka"


def test_what_a_newer_program_sent_is_shown_as_it_is() -> None:
    words = record_words("id")
    assert (words.kind("pond"), words.many("pond"), words.field("person", "height")) == ("pond", "pond", "height")
    assert words.choice("referral", "progress", "forwarded") == "forwarded"
    assert words.letter("child_visit", "vitamin_a") == ""


@pytest.mark.parametrize(
    ("word", "inside"), [("Rumah tangga", "rumah tangga"), ("KEK", "KEK"), ("2B", "2B"), ("TK", "TK"), ("", "")]
)
def test_a_word_inside_a_sentence(word: str, inside: str) -> None:
    assert small(word) == inside


def test_what_a_reason_names_is_spoken() -> None:
    words: RecordWords = record_words("id")
    assert words.within(Named("household")) == "rumah tangga"
    assert words.within(Named("pregnancy", "delivery_date")) == "Tanggal melahirkan"
    assert words.within(Named("pregnancy_visit", "danger_signs", "fever")) == "demam"
    assert [str(Named(*each)) for each in (("person",), ("person", "sex"), ("person", "sex", "male"))] == [
        "person",
        "sex",
        "male",
    ]


def test_the_lists_of_the_village_have_their_names() -> None:
    lists = ["referral", "obstacle", "education_session", "sponsorship", "training"]
    names = ["Rujukan", "Kendala", "Kelas dan edukasi", "Orang tua asuh", "Pelatihan"]
    assert [record_words("id").many(kind) for kind in lists] == names
    assert set(lists) <= set(DICTIONARY)


def test_a_reader_of_files_is_told_codes() -> None:
    """A column is found by its name in the header, a row's kind by the name of its file."""
    inner = reason("rules.not_held", value="x", kind=Named("household"))
    why = reason("rules.with_unseen", why=inner, signs=[Named("person", "birth_date")])
    assert Wording("id").say(why) == "x: tidak ada rumah tangga dengan id itu (ada tanda tak terlihat: Tanggal lahir)"
    assert Wording("id").say(coded(why)) == "x: tidak ada household dengan id itu (ada tanda tak terlihat: birth_date)"
