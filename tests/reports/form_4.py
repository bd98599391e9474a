"""Form 4 on one sheet: five tables on nine shared columns, cells over many rows, sums and shares."""

from decimal import Decimal

from kpm_desktop.reports.table_page import Band, Cell, Column, Kind, Paper, Row, Sign, TablePage
from tests.reports.samples import UPRIGHT, footer, row

#: Table 3 of the annex to PMK 193/PMK.07/2018: the indicators of pregnant women, with a count and a share.
_MOTHERS = (
    ("Ibu hamil periksa kehamilan paling sedikit 4 kali selama kehamilan", 8, "100"),
    ("Ibu hamil mendapatkan dan minum 1 tablet tambah darah (pil FE) setiap hari minimal selama 90 hari", 8, "100"),
    ("Ibu bersalin mendapatkan layanan nifas oleh nakes dilaksanakan minimal 3 kali", 3, "37.50"),
    ("Ibu hamil mengikuti kegiatan konseling gizi atau kelas ibu hamil minimal 4 kali selama kehamilan", 5, "62.50"),
    (
        "Ibu hamil dengan kondisi resiko tinggi dan/atau Kekurangan Energi Kronis (KEK) mendapat kunjungan ke rumah "
        "oleh bidan Desa secara terpadu minimal 1 bulan sekali",
        4,
        "100",
    ),
    ("Rumah Tangga Ibu hamil memiliki sarana akses air minum yang aman", 12, "75"),
    ("Rumah Tangga Ibu hamil memiliki sarana jamban keluarga yang layak", 13, "81.25"),
    ("Ibu hamil memiliki jaminan layanan kesehatan", 12, "75"),
)
_CHILDREN = (
    ("Bayi usia 12 bulan ke bawah mendapatkan imunisasi dasar lengkap", 22, "59.46"),
    ("Anak usia 0-23 bulan diukur berat badannya di posyandu secara rutin setiap bulan", 16, "43.24"),
    (
        "Anak usia 0-23 bulan diukur panjang/tinggi badannya oleh tenaga kesehatan terlatih minimal 2 kali dalam "
        "setahun",
        20,
        "51.28",
    ),
    (
        "Orang tua/pengasuh yang memiliki anak usia 0-23 bulan mengikuti kegiatan konseling gizi secara rutin minimal "
        "sebulan sekali",
        12,
        "32.43",
    ),
    (
        "Anak usia 0-23 bulan dengan status gizi buruk, gizi kurang, dan stunting mendapat kunjungan ke rumah secara "
        "terpadu minimal 1 bulan sekali",
        34,
        "72.34",
    ),
    ("Rumah Tangga anak usia 0-23 bulan memiliki sarana akses air minum yang aman", 37, "78.72"),
    ("Rumah Tangga anak usia 0-23 bulan memiliki sarana jamban yang layak", 35, "74.47"),
    ("Anak usia 0-23 bulan memiliki akte kelahiran", 33, "70.21"),
    ("Anak usia 0-23 bulan memiliki jaminan layanan kesehatan", 39, "82.98"),
    (
        "Orang tua/pengasuh yang memiliki anak usia 0-23 bulan mengikuti Kelas Pengasuhan minimal sebulan sekali",
        16,
        "43.24",
    ),
)
_GRID = (
    Column(9),
    Column(17),
    Column(8, Kind.NUMBER),
    Column(40, grows=1),
    *(Column(19, Kind.NUMBER) for _ in range(5)),
)
_MOTHERS_SHARE, _CHILDREN_SHARE, _TOTAL_SHARE = Decimal("77.38"), Decimal("62.56"), Decimal("65.02")


def form_4(paper: Paper = UPRIGHT) -> TablePage:
    """Filled in, with signatures."""
    return TablePage(
        name="Formulir 4",
        grid=_GRID,
        titles=(
            "FORMULIR 4 (SCORECARDS KONVERGENSI DESA)",
            "LAPORAN KONVERGENSI PENCEGAHAN STUNTING TINGKAT DESA",
            "TERHADAP SASARAN RUMAH TANGGA 1.000 HPK",
        ),
        facts=(
            (("Kabupaten", "Lampung Selatan"),),
            (("Kecamatan", "Natar"), ("Desa", "Hajimena")),
            (("Tahun", "2026"), ("Kuartal", "3 (Juli s/d September)")),
        ),
        bands=(_targets(), _mat(), _indicators(), _convergence(), _money()),
        paper=paper,
        signs=(
            Sign(("Mengetahui,", "Kepala Desa Hajimena"), "I Made Sudiarta"),
            Sign(("Hajimena, 19 November 2026", "Kader Pembangunan Manusia"), "Herlina", at=-1),
        ),
        notes=("Angka tambahan: layanan lengkap 100 %: 6 dari 16 ibu hamil. Tidak diukur dengan tikar: 8 anak.",),
        footer=footer("Formulir 4"),
        one_page=True,
        pt=7.6,
    )


def _text(value: str, across: int, down: int = 1) -> Cell:
    return Cell(value, across, down, kind=Kind.TEXT)


def _targets() -> Band:
    return Band(
        "TABEL 1. JUMLAH SASARAN 1.000 HPK (IBU HAMIL DAN ANAK 0–23 BULAN)",
        (
            Row(
                (
                    Cell("Sasaran", 3, 2),
                    Cell("JML TOTAL RUMAH TANGGA 1.000 HPK", 2, 2),
                    Cell("IBU HAMIL", 2),
                    Cell("ANAK 0 – 23 BULAN", 2),
                )
            ),
            row("TOTAL", "KEK/RESTI", "TOTAL", "GIZI KURANG/ GIZI BURUK/ STUNTING"),
        ),
        rows=(Row((Cell("Jumlah", 3, bold=True), Cell(48, 2, kind=Kind.NUMBER), *row(16, 7, 47, 11).cells)),),
        head_mm=(4.3, 4.3),
    )


def _mat() -> Band:
    return Band(
        "TABEL 2. HASIL PENGUKURAN TIKAR PERTUMBUHAN (DETEKSI DINI STUNTING)",
        (
            Row(
                (
                    Cell("Sasaran", 3),
                    Cell("JUMLAH TOTAL ANAK USIA 0 – 23 BULAN", 2),
                    Cell("HIJAU (NORMAL)"),
                    Cell("KUNING (RESIKO STUNTING)", 2),
                    Cell("MERAH (TERINDIKASI STUNTING)"),
                )
            ),
        ),
        rows=(Row((Cell("Jumlah", 3, bold=True), Cell(47, 2, kind=Kind.NUMBER), Cell(18), Cell(11, 2), Cell(10))),),
        head_mm=(4.3,),
    )


def _indicators() -> Band:
    rows = []
    for number, (text, many, percent) in enumerate(_MOTHERS, start=1):
        group = (Cell("Ibu Hamil", 2, 8, align="centre", bold=True),) if number == 1 else ()
        rows.append(Row((*group, *_indicator(number, text, many, percent))))
    for number, (text, many, percent) in enumerate(_CHILDREN, start=1):
        group = (Cell("Anak 0 sd 23 Bulan (0 sd 2 Tahun)", 2, 11, align="centre", bold=True),) if number == 1 else ()
        if number == 4:
            heads = (Cell("Laki", kind=Kind.CODE, bold=True), Cell("Jumlah", kind=Kind.CODE, bold=True))
            share = Cell(Decimal(percent), down=2, kind=Kind.PERCENT)
            rows += [Row((Cell(4, down=2), _text(text, 3, 2), *heads, share)), row(10, many)]
        else:
            rows.append(Row((*group, *_indicator(number, text, many, percent))))
    paud = "Anak usia 2-6 tahun terdaftar dan aktif mengikuti kegiatan layanan PAUD"
    label = Cell("Anak 2 sd 6 Tahun", 2, align="centre", bold=True)
    rows.append(Row((label, *_indicator(1, paud, 21, "46.67"))))
    return Band(
        "TABEL 3. KELENGKAPAN KONVERGENSI PAKET LAYANAN BAGI 1.000 HPK",
        (Row((Cell("Sasaran", 2), Cell("No"), Cell("Indikator", 3), Cell("Jumlah", 2), Cell("%"))),),
        rows=tuple(rows),
        head_mm=(4.3,),
    )


def _indicator(number: int, text: str, many: int, percent: str) -> tuple[Cell, ...]:
    return Cell(number), _text(text, 3), Cell(many, 2), Cell(Decimal(percent), kind=Kind.PERCENT)


def _convergence() -> Band:
    heads = (_text("No", 1, 2), _text("SASARAN", 3, 2), Cell("JUMLAH INDIKATOR", 4))
    return Band(
        "TABEL 4. TINGKAT KONVERGENSI DESA",
        (
            Row((*heads, Cell("TINGKAT KONVERGENSI (%)", down=2))),
            Row((Cell("YANG DITERIMA", 2), Cell("SEHARUSNYA DITERIMA", 2))),
        ),
        rows=(
            _converged(1, "Ibu Hamil", 65, 84, _MOTHERS_SHARE),
            _converged(2, "Anak 0 - 23 Bulan", 264, 422, _CHILDREN_SHARE),
        ),
        foot=(
            Row(
                (
                    _text("TOTAL TINGKAT KONVERGENSI DESA", 4),
                    Cell(329, 2, calc="sum"),
                    Cell(506, 2, calc="sum"),
                    Cell(_TOTAL_SHARE, calc="ratio"),
                )
            ),
        ),
        head_mm=(4.3, 4.3),
    )


def _converged(number: int, text: str, received: int, should: int, percent: Decimal) -> Row:
    figures = (Cell(received, 2), Cell(should, 2), Cell(percent, calc="ratio"))
    return Row((Cell(number, kind=Kind.NUMBER), _text(text, 3), *figures))


def _money() -> Band:
    heads = (_text("No", 1, 2), _text("BIDANG/KEGIATAN", 3, 2), Cell("TOTAL ALOKASI DANA (Rp)", 2, 2))
    return Band(
        "TABEL 5. PENGGUNAAN DANA DESA DALAM PENCEGAHAN STUNTING",
        (
            Row((*heads, Cell("KEGIATAN KHUSUS PENCEGAHAN STUNTING", 3))),
            Row((Cell("ALOKASI DANA (Rp)", 2), Cell("% (PERSEN)"))),
        ),
        rows=(
            _spent(1, "Bidang Pembangunan Desa", 607_000_000, 78_910_000, "13"),
            _spent(2, "Bidang Pemberdayaan Masyarakat Desa", 198_000_000, 39_600_000, "20"),
        ),
        head_mm=(4.3, 4.3),
    )


def _spent(number: int, text: str, total: int, part: int, percent: str) -> Row:
    money = (Cell(total, 2, kind=Kind.MONEY), Cell(part, 2, kind=Kind.MONEY))
    return Row((Cell(number, kind=Kind.NUMBER), _text(text, 3), *money, Cell(Decimal(percent), kind=Kind.PERCENT)))
