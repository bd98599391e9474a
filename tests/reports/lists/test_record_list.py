"""A register as a page: numbered and grouped rows, counts at the foot, nobody's name where it is masked."""

from datetime import date, datetime
from decimal import Decimal

import msgspec
import pytest

from kpm_desktop import paths
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.reports.lists.record_list import MOST_ROWS, ListColumn, ListGroup, ListPaper, record_list
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import Band, Kind, TablePage, Value

PRINTED = datetime(2026, 11, 19, 10, 42)  # noqa: DTZ001 - the wall's clock
COLUMNS = (
    ListColumn("Nama", 45, grows=1, hides="name"),
    ListColumn("NIK", 32, Kind.CODE, hides="number"),
    ListColumn("Tanggal", 21, Kind.DATE),
    ListColumn("Biaya (Rp)", 24, Kind.MONEY, sums=True),
)
ROWS: list[list[Value]] = [
    ["Siti Rahmah", "1275010101260001", date(2026, 7, 3), 50_000],
    ["Rina", None, None, None],
    ["Dewi Lestari", "1275010101260003", date(2026, 8, 9), Decimal(25_000)],
]
FACTS = ((("Desa", "Hajimena"), ("Kecamatan", "Natar")), (("Tanggal", "19 November 2026"),))


def made(*, language: str = "id", mask: bool = False, groups: list[ListGroup] | None = None) -> TablePage:
    if groups is None:
        groups = [ListGroup(ROWS[:2], "Terbuka"), ListGroup(ROWS[2:], "Selesai")]
    how = ListPaper(printed=PRINTED, mask=mask)
    return record_list(Wording(language), "Register rujukan", COLUMNS, groups, how, facts=FACTS)


def cells(page: TablePage) -> list[list[Value]]:
    band = page.bands[0]
    assert isinstance(band, Band)
    return [[cell.value for cell in each.cells] for each in (*band.rows, *band.foot)]


def test_rows_are_numbered_through_their_groups_and_counted() -> None:
    assert cells(made()) == [
        ["Terbuka · 2 catatan"],
        [1, *ROWS[0]],
        [2, *ROWS[1]],
        ["Selesai · 1 catatan"],
        [3, *ROWS[2]],
        ["Jumlah: 3 catatan", 75_000],
    ]


@pytest.mark.parametrize(("language", "words"), [("id", "Belum ada catatan"), ("en", "No records yet")])
def test_an_empty_list_says_so(language: str, words: str) -> None:
    page = made(language=language, groups=[ListGroup((), "Terbuka")])
    assert cells(page)[0] == [words]
    assert cells(page)[1][1] == "–"
    assert words in [line.text for box in lay_out(page).sheets[0].boxes for line in box.lines]


def test_a_masked_list_names_nobody() -> None:
    page = made(mask=True)
    told = " ".join(str(value) for each in cells(page) for value in each)
    assert "S. R." in told and "••••••••••••0001" in told
    assert not any(word in told for word in ("Siti", "Rahmah", "Rina", "Dewi", "12750101"))
    assert "nama dan nomor disamarkan" in [part.text for part in page.footer]


def test_the_footer_says_what_where_how_many_and_when() -> None:
    assert [(part.text, part.leaves) for part in made().footer] == [
        ("Register rujukan", 0),
        ("Desa Hajimena", 0),
        ("Kecamatan Natar", 0),
        ("3 catatan", 0),
        ("dicetak 19-11-2026 10.42", 1),
    ]
    english = made(language="en")
    assert english.footer[-1].text == "printed 19-11-2026 10:42"
    assert (english.comma, lay_out(english).paging) == (".", ["page 1 of 1"])


def test_the_paper_lies_where_the_columns_need_it() -> None:
    assert not made().paper.wide
    wide = [ListColumn(f"Kolom {number}", 30) for number in range(7)]
    page = record_list(Wording(), "Register", wide, [], ListPaper(printed=PRINTED, name="F4"))
    assert page.paper.wide and page.paper.name == "F4"
    assert page.grid[1].mm == 30


def test_more_columns_than_any_paper_holds_become_narrower() -> None:
    wide = [ListColumn(f"Kolom {number}", 30) for number in range(12)]
    page = record_list(Wording(), "Register", wide, [], ListPaper(printed=PRINTED))
    assert sum(column.mm for column in page.grid) == pytest.approx(277)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_endless_list_is_refused_with_its_limit(language: str) -> None:
    with pytest.raises(Refused) as refusal:
        made(language=language, groups=[ListGroup([ROWS[0]] * (MOST_ROWS + 1))])
    sentence = Wording(language).say(refusal.value.reasons[0])
    assert "5001" in sentence and "5000" in sentence


def test_both_languages_have_the_words() -> None:
    words = [
        msgspec.json.decode((paths.resources() / "text" / language / "paper.json").read_bytes(), type=dict[str, str])
        for language in LANGUAGES
    ]
    assert words[0].keys() == words[1].keys()
