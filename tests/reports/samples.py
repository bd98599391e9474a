"""Pages as the printed forms are: their columns, headings and merged cells, with invented rows of the same kind.

Headings and merges are those of the KPM filling guide and of other implementations' templates; widths in millimetres
those the forms are drawn with.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from kpm_desktop.reports.table_page import (
    Band,
    Cell,
    Column,
    FooterPart,
    Kind,
    Paper,
    Row,
    Sign,
    TablePage,
    Value,
)

WIDE, UPRIGHT = Paper("A4", wide=True), Paper("A4")
LONG_NAME = "Muhammad Abdurrahman Al-Ghifari Nur Ramadhan Putra Wijayakusumaningrat"
_NAMES = (
    "Aisyah Rahmadani",
    "Alya Safitri",
    "Andika Ratu",
    "Daniel Lumbantoruan",
    "Ni Luh Maheswari Paramita",
    "Wagiyem Astuti",
)
_FACTS = (
    (("Desa", "Hajimena"), ("Kecamatan", "Natar")),
    (("Kabupaten", "Lampung Selatan"), ("Posyandu", "semua posyandu")),
)
_SIGNS = (
    Sign(("Mengetahui,", "Kepala Desa Hajimena"), "I Made Sudiarta"),
    Sign(("Hajimena, 1 Oktober 2026", "Kader Pembangunan Manusia"), "Herlina", at=-1),
)


def footer(form: str) -> tuple[FooterPart, ...]:
    """The line at the bottom."""
    return (
        FooterPart(form),
        FooterPart("Desa Hajimena, Kec. Natar"),
        FooterPart("aturan KPM-2018 (f8561783)"),
        FooterPart("triwulan 3/2026", leaves=2),
        FooterPart("63 dari 63 sasaran dilaporkan"),
        FooterPart("2 isian berbeda belum diputuskan"),
        FooterPart("dicetak 19-11-2026 10.42", leaves=1),
    )


def row(*values: Value, style: str = "data") -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(value) for value in values), style)


def upright(*texts: str, down: int = 1) -> list[Cell]:
    """Headings read from below."""
    return [Cell(text, down=down, vertical=True) for text in texts]


def count(rows: Sequence[Row], column: int) -> int:
    """How many rows have a tick or a number there."""
    values = [each.cells[column].value for each in rows]
    return sum(value is True or isinstance(value, Decimal) for value in values)


def form_2a(rows: int = 13, paper: Paper = WIDE) -> TablePage:
    """Three rows of headings, tablets as numbers in h, a sum."""
    dice = Random(1)
    kinds = {"a": Kind.CODE, "c": Kind.CODE, "d": Kind.DATE, "e": Kind.NUMBER, "f": Kind.DATE}
    widths = [("", 8.0), ("a", 27), ("b", 36), ("c", 16), ("d", 21), ("e", 13), ("f", 21)]
    grid = [Column(mm, kinds.get(letter, Kind.TEXT), letter, grows=letter == "b") for letter, mm in widths]
    grid[0] = Column(8, Kind.NUMBER)
    body = [
        row(
            number,
            f"KIA-01-{dice.randint(1, 60)}-C{number % 5}",
            _NAMES[number % 6],
            dice.choice(["N", "KEK", "RISTI"]),
            date(2026, 10, 1) + timedelta(dice.randint(0, 90)),
            dice.randint(2, 9),
            None if number % 4 else date(2026, 7, 3),
            dice.choice([True, False]),
            dice.choice([30, False]),
            *(dice.choice([True, False, None]) for _ in range(6)),
        )
        for number in range(1, rows + 1)
    ]
    tablets = sum(int(each.cells[8].value or 0) for each in body if isinstance(each.cells[8].value, int))
    sums = [
        Cell(tablets, calc="sum", kind=Kind.NUMBER) if column == 8 else Cell(count(body, column), calc="ticks")
        for column in range(7, 15)
    ]
    return TablePage(
        name="2A",
        grid=(*grid, *(Column(12.5, Kind.TICK, letter) for letter in "ghijklmn")),
        titles=("FORMULIR 2.A. PEMANTAUAN BULANAN IBU HAMIL",),
        right="BULAN : Agustus 2026",
        facts=_FACTS,
        bands=(
            Band(
                header=_heads_2a(),
                letters=True,
                rows=tuple(body),
                foot=(Row((Cell("Jumlah", across=7), *sums)),),
                head_mm=(4.8, 4.8, 33),
            ),
        ),
        paper=paper,
        signs=_SIGNS,
        notes=("c: N = normal, RISTI = risiko tinggi, KEK = kurang energi kronis.  √ = ya, x = tidak.",),
        footer=footer("Formulir 2.A"),
    )


def _heads_2a() -> tuple[Row, ...]:
    return (
        Row(
            (
                Cell("No", down=3),
                Cell("No Register (KIA)", down=3),
                Cell("Nama Ibu", down=3),
                *upright("Status Kehamilan (KEK/RISTI)", down=3),
                Cell("Hari Perkiraan Lahir (Tgl/Bln/Thn)", down=3),
                Cell("BULAN : Agustus 2026", across=10),
            )
        ),
        Row((Cell("Usia Kehamilan dan Persalinan", across=2), Cell("Status Penerimaan Indikator", across=8))),
        Row(
            tuple(
                upright(
                    "Usia Kehamilan (Bulan)",
                    "Tanggal Melahirkan (Tgl/Bln/Thn)",
                    "Pemeriksaan Kehamilan",
                    "Dapat & Konsumsi Pil Fe",
                    "Pemeriksaan Nifas",
                    "Konseling Gizi (Kelas IH)",
                    "Kunjungan Rumah",
                    "Kepemilikan Akses Air Bersih",
                    "Kepemilikan Jamban",
                    "Jaminan Kesehatan",
                )
            )
        ),
    )


def form_2b(rows: int = 30, paper: Paper = WIDE, name: str = "") -> TablePage:
    """Four rows of headings, one letter over two columns, kilograms and centimetres."""
    dice = Random(2)
    grid = (
        Column(8, Kind.NUMBER),
        Column(27, Kind.CODE, "a"),
        Column(40, letter="b", grows=1),
        Column(9, Kind.LETTER, "c"),
        Column(21, Kind.DATE, "d"),
        Column(15, Kind.CODE, "e"),
        Column(10, Kind.NUMBER, "f"),
        Column(10, Kind.CODE, "g"),
        Column(10.5, Kind.TICK, "h"),
        Column(12.5, Kind.ONE, "i"),
        Column(12.5, Kind.ONE, "j"),
        Column(8.5, Kind.TICK, "k"),
        Column(8.5, Kind.TICK, "k"),
        *(Column(10.5, Kind.TICK, letter) for letter in "lmnopq"),
    )
    body = [
        row(
            number,
            f"KIA-01-{dice.randint(1, 60)}-C{number % 5}",
            name or _NAMES[number % 6],
            dice.choice("LP"),
            date(2025, 3, 1) + timedelta(dice.randint(0, 500)),
            dice.choice(["S", "GK", None]),
            dice.randint(0, 23),
            dice.choice(["H", "K", "M", None]),
            dice.choice([True, False]),
            Decimal(dice.randint(50, 110)) / 10,
            False if dice.random() < 0.5 else Decimal(dice.randint(600, 820)) / 10,
            *(dice.choice([True, False]) for _ in range(8)),
        )
        for number in range(1, rows + 1)
    ]
    sums = [Cell(count(body, column), calc="ticks") for column in range(8, 19)]
    return TablePage(
        name="2B",
        grid=grid,
        titles=("FORMULIR 2.B. PEMANTAUAN BULANAN ANAK 0-2 TAHUN",),
        right="BULAN : September 2026",
        facts=_FACTS,
        bands=(
            Band(
                header=_heads_2b(),
                letters=True,
                rows=tuple(body),
                foot=(Row((Cell("Jumlah", across=8), *sums)),),
                head_mm=(5, 5, 25, 5),
            ),
        ),
        paper=paper,
        signs=_SIGNS,
        notes=("e: GB = gizi buruk, GK = gizi kurang, S = stunting.  i: kilogram, j: sentimeter.",),
        footer=footer("Formulir 2.B"),
    )


def _heads_2b() -> tuple[Row, ...]:
    return (
        Row(
            (
                Cell("No", down=4),
                Cell("No Register (KIA)", down=4),
                Cell("Nama Anak", down=4),
                *upright("Jenis Kelamin (L/P)", down=4),
                Cell("Tanggal Lahir Anak (Tgl/Bln/Thn)", down=4),
                *upright("Status Gizi Anak (Normal/Buruk/Kurang/Stunting)", down=4),
                Cell("BULAN : September 2026", across=13),
            )
        ),
        Row((Cell("Umur dan Status Tikar", across=2), Cell("Indikator Layanan", across=11))),
        Row(
            (
                *upright("Umur (Bulan)", "Hasil (M/K/H)", "Pemberian Imunisasi Dasar", down=2),
                *upright("Pengukuran Berat Badan", "Pengukuran Tinggi Badan", down=2),
                Cell("Konseling Gizi Bagi Orang Tua", across=2),
                *upright("Kunjungan Rumah", "Kepemilikan Akses Air Bersih", "Kepemilikan Jamban Sehat", down=2),
                *upright("Akta Lahir", "Jaminan Kesehatan", "Pengasuhan (PAUD)", down=2),
            )
        ),
        row("L", "P"),
    )


def form_3(rows: int, *, mothers: bool = False, paper: Paper = WIDE) -> TablePage:
    """3B, or 3A: letters Y, T, TS, counted beside and above, in a foot of three rows."""
    dice = Random(3)
    many, mm, last = (8, 12.4, (13, 13, 14)) if mothers else (10, 12.0, (13, 13, 14))
    lead = [(8.0, Kind.NUMBER), (27, Kind.CODE), (36, Kind.TEXT)]
    lead += [(17, Kind.CODE), (12, Kind.NUMBER), (21, Kind.DATE)] if mothers else []
    lead += [] if mothers else [(9, Kind.LETTER), (11, Kind.NUMBER), (15, Kind.CODE)]
    columns = [*lead, *[(mm, Kind.LETTER)] * many, *zip(last, (Kind.NUMBER, Kind.NUMBER, Kind.PERCENT), strict=True)]
    grid = tuple(
        Column(width, kind, letter, grows=number == 2)
        for number, ((width, kind), letter) in enumerate(zip(columns, "abcdefghijklmnopqrs", strict=False))
    )
    body = [_row_3(number, many, mothers, dice) for number in range(1, rows + 1)]
    title = "BAGI IBU HAMIL" if mothers else "BAGI ANAK 0-2 TAHUN"
    return TablePage(
        name="3A" if mothers else "3B",
        grid=grid,
        titles=(f"FORMULIR 3. REKAPITULASI HASIL PEMANTAUAN 3 (TIGA) BULANAN {title}",),
        facts=_FACTS,
        bands=(
            Band(
                header=_heads_3(many),
                letters=True,
                rows=tuple(body),
                foot=_foot_3(body, many),
                head_mm=(5, 5, 33 if mothers else 30),
            ),
        ),
        paper=paper,
        signs=_SIGNS,
        notes=("Y = ya, diterima lengkap.  T = tidak.  TS = tidak sesuai, tidak dihitung.",),
        footer=footer("Formulir 3"),
    )


def share(received: int, should: int) -> Decimal | None:
    """Per cent with two decimals; None of nothing."""
    return round(Decimal(100 * received) / should, 2) if should else None


def _row_3(number: int, many: int, mothers: bool, dice: Random) -> Row:
    letters = [dice.choice(["Y", "Y", "T", "TS"]) for _ in range(many)]
    received, missed = letters.count("Y"), letters.count("T")
    own: list[Value] = (
        ["KEK", dice.randint(2, 9), date(2026, 7, 3)] if mothers else ["L", dice.randint(0, 23), "Normal"]
    )
    cells = row(number, f"KIA-01-{number}-C1", _NAMES[number % 6], *own, *letters).cells
    counted = (
        Cell(received, calc="Y"),
        Cell(received + missed, calc="YT"),
        Cell(share(received, received + missed), calc="ratio"),
    )
    return Row((*cells, *counted))


def _heads_3(many: int) -> tuple[Row, ...]:
    return (
        Row(
            (
                Cell("NO", down=3),
                Cell("No Register (KIA)", down=3),
                Cell("Nama", down=3),
                *upright("Jenis Kelamin (L/P)", down=3),
                Cell("KUARTAL KE 3 BULAN Juli S/D BULAN September 2026", across=many + 2),
                Cell("Tingkat Konvergensi Indikator", across=3, down=2),
            )
        ),
        Row((Cell("Umur dan Status Gizi", across=2), Cell("Indikator Layanan", across=many))),
        Row(
            (
                *upright("Umur (Bulan)", "(Normal/Buruk/Kurang/Stunting)"),
                *upright(*["Kepemilikan Akses Air Bersih"] * many),
                *upright("Jumlah Diterima Lengkap", "Jumlah Seharusnya"),
                Cell("%"),
            )
        ),
    )


def _foot_3(body: Sequence[Row], many: int) -> tuple[Row, ...]:
    columns = range(6, 6 + many)
    received = [sum(each.cells[column].value == "Y" for each in body) for column in columns]
    should = [sum(each.cells[column].value in ("Y", "T") for each in body) for column in columns]
    label = Cell("Tingkat Capaian Konvergensi", across=3, down=3)
    village = (
        Cell(sum(received), calc="sum", down=3),
        Cell(sum(should), calc="sum", down=3),
        Cell(share(sum(received), sum(should)), calc="ratio", down=3),
    )
    return (
        Row(
            (
                label,
                Cell("Jumlah Diterima", across=3, align="left", kind=Kind.TEXT),
                *(Cell(value, calc="Y") for value in received),
                *village,
            )
        ),
        Row(
            (
                Cell("Jumlah Seharusnya", across=3, align="left", kind=Kind.TEXT),
                *(Cell(value, calc="YT") for value in should),
            )
        ),
        Row(
            (
                Cell("%", across=3, align="left", kind=Kind.TEXT),
                *(Cell(share(*each), calc="ratio up") for each in zip(received, should, strict=True)),
            )
        ),
    )
