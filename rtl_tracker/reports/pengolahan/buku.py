"""The processing of answers as a workbook that an auditor can recompute: formulas stay alive, their values stand beside them.

Binary numbers turn 86,025 into 86,02499...; every rounding therefore adds RINGAN first, which is far below what any count of
answers can differ by, so that half is rounded up as the regulation's arithmetic does (spec 1.3).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import batas_rendah_tinggi, konversi
from rtl_tracker.domain.mutu import Mutu, batas_bawah, kinerja, mutu
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, kode_unsur, urutan_unsur
from rtl_tracker.reports.pengolahan.fakta import FaktaPengolahan, LembarPeriode, jumlah_tertimbang, tertimbang
from rtl_tracker.reports.rumus_excel import WAKTU_BUKU, sisipkan_nilai

RINGAN = "0.000000001"
KEPALA = 6
_AKHIR = get_column_letter(1 + len(Unsur))
_TOTAL = get_column_letter(2 + len(Unsur))
_TEBAL, _JUDUL, _PUTIH = Font(bold=True), Font(bold=True, size=14), Font(bold=True, color="FFFFFF")
_ARSIR_KEPALA, _ARSIR = PatternFill("solid", fgColor="1F4E79"), PatternFill("solid", fgColor="E8F0F5")
_BUNGKUS = Alignment(wrap_text=True, vertical="top", horizontal="center")
Angka = float | int | str


@dataclass(slots=True)
class _Penulis:
    """Writes one sheet and remembers what its formulas give."""

    ws: Worksheet
    nilai: dict[str, Angka] = field(default_factory=dict)

    def rumus(self, alamat: str, rumus: str, nilai: Angka, format: str = "General") -> None:
        sel = self.ws[alamat]
        sel.value, sel.number_format = f"={rumus}", format
        self.nilai[alamat] = nilai

    def teks(self, alamat: str, teks: str, huruf: Font | None = None) -> None:
        sel = self.ws[alamat]
        sel.value, sel.data_type = teks, "s"
        sel.quotePrefix = teks.startswith(("=", "+", "-", "@"))
        if huruf is not None:
            sel.font = huruf


def buat_buku_pengolahan(f: FaktaPengolahan) -> bytes:
    """The workbook: one sheet a period, and in front a summary that refers to them when there are several."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    nilai: dict[str, dict[str, Angka]] = {}
    ringkasan = _Penulis(buku.create_sheet("Ringkasan")) if len(f.periode) > 1 else None
    letak = []
    for satu in f.periode:
        penulis = _Penulis(buku.create_sheet(NAMA_PERIODE[satu.periode]))
        letak.append((satu, _tulis_periode(penulis, f, satu)))
        nilai[f"xl/worksheets/sheet{len(buku.worksheets)}.xml"] = penulis.nilai
    if ringkasan is not None:
        _tulis_ringkasan(ringkasan, f, letak)
        nilai["xl/worksheets/sheet1.xml"] = ringkasan.nilai
    sifat = buku.properties
    sifat.creator, sifat.title = "rtl-tracker", f"Pengolahan data SKM {f.tahun}"
    sifat.created = sifat.modified = WAKTU_BUKU
    keluar = BytesIO()
    buku.save(keluar)
    return sisipkan_nilai(keluar.getvalue(), nilai)


def _tulis_periode(p: _Penulis, f: FaktaPengolahan, satu: LembarPeriode) -> int:
    """Write one sheet; returns the row in which its IKM stands."""
    urut = urutan_unsur(f.pengaturan.urutan_unsur)
    ws = p.ws
    p.teks("A1", f"Pengolahan data SKM {f.nama_unit}", _JUDUL)
    p.teks("A2", f"{NAMA_PERIODE[satu.periode]} {f.tahun}, {satu.tabulasi.n} responden")
    p.teks(
        "A3",
        f"Sel kosong = tidak dijawab. Pembulatan menambah {RINGAN.replace('.', ',')} lebih dahulu, agar setengah selalu naik.",
    )
    _kepala(p, urut, f)
    awal, akhir = KEPALA + 1, KEPALA + len(satu.lembar)
    letak = [list(Unsur).index(u) for u in urut]
    for baris, (nomor, jawaban) in enumerate(satu.lembar, start=awal):
        p.teks(f"A{baris}", nomor)
        for kolom, ke in enumerate(letak, start=2):
            if jawaban[ke] is not None:
                ws.cell(baris, kolom, jawaban[ke])
    ikm = _tulis_hitungan(p, f, satu, urut, awal, akhir)
    _tata_halaman(ws, akhir)
    return ikm


def _kepala(p: _Penulis, urut: tuple[Unsur, ...], f: FaktaPengolahan) -> None:
    isi = ["No. responden", *(f"{kode_unsur(u, f.pengaturan.urutan_unsur)} {NAMA_UNSUR[u]}" for u in urut), "Jumlah"]
    for kolom, teks in enumerate(isi, start=1):
        alamat = f"{get_column_letter(kolom)}{KEPALA}"
        p.teks(alamat, teks, _PUTIH)
        p.ws[alamat].fill, p.ws[alamat].alignment = _ARSIR_KEPALA, _BUNGKUS
        p.ws.column_dimensions[get_column_letter(kolom)].width = 22 if kolom == 1 else 15


def _tulis_hitungan(
    p: _Penulis, f: FaktaPengolahan, satu: LembarPeriode, urut: tuple[Unsur, ...], awal: int, akhir: int
) -> int:
    """Sums, means, weighted means, index, class and bounds; returns the row of the index."""
    t, atur = satu.tabulasi, f.pengaturan
    nrr = t.nrr()
    jumlah, isi, rata, konv, bobot, timbang = range(akhir + 2, akhir + 8)
    _baris(p, jumlah, "Jumlah nilai", urut, lambda k: f"SUM({k}{awal}:{k}{akhir})", lambda u: t.jumlah_unsur(u))
    _baris(p, isi, "Jawaban terisi", urut, lambda k: f"COUNT({k}{awal}:{k}{akhir})", lambda u: t.n_unsur(u))
    _baris(
        p,
        rata,
        "NRR",
        urut,
        lambda k: _bila_terisi(k, isi, f"{k}{jumlah}/{k}{isi}"),
        lambda u: float(nrr[u]) if u in nrr else "",
        "0.000",
    )
    _baris(p, konv, "Nilai konversi", urut, lambda k: _bila_terisi(k, isi, f"ROUND(25*{k}{rata}+{RINGAN},2)"),
           lambda u: float(bulatkan(konversi(nrr[u]), 2)) if u in nrr else "", "0.00")  # fmt: skip
    _baris(
        p,
        bobot,
        "Bobot",
        urut,
        lambda k: "1/9" if atur.bobot is Bobot.SEPERSEMBILAN else atur.bobot.value,
        lambda u: float(atur.bobot.nilai()),
        "0.000",
    )

    def kali(kolom: str) -> str:
        hasil = f"{kolom}{rata}*{kolom}{bobot}"
        return hasil if atur.pembulatan_tertimbang is None else f"ROUND({hasil}+{RINGAN},{atur.pembulatan_tertimbang})"

    _baris(
        p,
        timbang,
        "NRR tertimbang",
        urut,
        lambda k: _bila_terisi(k, isi, kali(k)),
        lambda u: float(tertimbang(nrr[u], atur)) if u in nrr else "",
        "0.0000",
    )
    p.rumus(f"{_TOTAL}{jumlah}", f"SUM(B{jumlah}:{_AKHIR}{jumlah})", sum(t.jumlah_unsur(u) for u in urut))
    p.rumus(f"{_TOTAL}{isi}", f"SUM(B{isi}:{_AKHIR}{isi})", sum(t.n_unsur(u) for u in urut))
    p.rumus(f"{_TOTAL}{timbang}", f"SUM(B{timbang}:{_AKHIR}{timbang})", float(jumlah_tertimbang(t, atur)), "0.0000")
    return _tulis_indeks(p, f, satu, timbang, rata, isi)


def _bila_terisi(kolom: str, isi: int, rumus: str) -> str:
    return f'IF({kolom}{isi}=0,"",{rumus})'


def _baris(
    p: _Penulis,
    baris: int,
    nama: str,
    urut: tuple[Unsur, ...],
    rumus: Callable[[str], str],
    nilai: Callable[[Unsur], Angka],
    format: str = "0",
) -> None:
    p.teks(f"A{baris}", nama, _TEBAL)
    for ke, unsur in enumerate(urut, start=2):
        kolom = get_column_letter(ke)
        p.rumus(f"{kolom}{baris}", rumus(kolom), nilai(unsur), format)
        p.ws[f"{kolom}{baris}"].fill = _ARSIR


def _tulis_indeks(p: _Penulis, f: FaktaPengolahan, satu: LembarPeriode, timbang: int, rata: int, isi: int) -> int:
    desimal = f.pengaturan.desimal_ikm
    ikm, kelas, tengah, baku, bawah, atas = range(timbang + 2, timbang + 8)
    lengkap = f"MIN(B{isi}:{_AKHIR}{isi})=0"
    nilai = satu.ikm
    cetak: Angka = "" if nilai is None else float(bulatkan(nilai, desimal))
    p.teks(f"A{ikm}", "IKM", _TEBAL)
    p.rumus(f"B{ikm}", f'IF({lengkap},"",ROUND(25*{_TOTAL}{timbang}+{RINGAN},{desimal}))', cetak, f"0.{'0' * desimal}")
    p.teks(f"A{kelas}", "Mutu", _TEBAL)
    huruf = "" if nilai is None else _sebut(mutu(nilai))
    p.rumus(f"B{kelas}", f'IF(B{ikm}="","",{_rumus_mutu(f"ROUND(25*{_TOTAL}{timbang}+{RINGAN},2)", kelas)})', huruf)
    _tulis_batas(p, kelas)
    batas = batas_rendah_tinggi(satu.tabulasi.nrr())
    if batas is not None:
        rentang = f"B{rata}:{_AKHIR}{rata}"
        rumus = (f"AVERAGE({rentang})", f"STDEV({rentang})", f"B{tengah}-B{baku}", f"B{tengah}+B{baku}")
        nama = ("Rata-rata NRR", "Simpangan baku NRR", "Batas rendah", "Batas tinggi")
        angka = [float(x) for x in batas]
        for baris, judul, satu_rumus, nilai_batas in zip((tengah, baku, bawah, atas), nama, rumus, angka, strict=True):
            p.teks(f"A{baris}", judul, _TEBAL)
            p.rumus(f"B{baris}", satu_rumus, nilai_batas, "0.000")
    return ikm


def _sebut(huruf: Mutu) -> str:
    return f"{huruf.value} ({kinerja(huruf)})"


def _rumus_mutu(nilai: str, baris: int) -> str:
    """The class of an index by the bounds that stand beside it."""
    rumus = f'"{_sebut(Mutu.D)}"'
    for ke, huruf in ((2, Mutu.C), (1, Mutu.B), (0, Mutu.A)):
        rumus = f'IF({nilai}>=$F${baris + ke},"{_sebut(huruf)}",{rumus})'
    return rumus


def _tulis_batas(p: _Penulis, baris: int) -> None:
    for ke, huruf in enumerate((Mutu.A, Mutu.B, Mutu.C)):
        p.teks(f"E{baris + ke}", f"Batas bawah {huruf.value}")
        p.ws[f"F{baris + ke}"].value, p.ws[f"F{baris + ke}"].number_format = float(batas_bawah(huruf)), "0.00"


def _tata_halaman(ws: Worksheet, akhir: int) -> None:
    ws.freeze_panes = f"B{KEPALA + 1}"
    ws.auto_filter.ref = f"A{KEPALA}:{_AKHIR}{akhir}"
    ws.print_title_rows = f"{KEPALA}:{KEPALA}"
    ws.page_setup.orientation, ws.page_setup.paperSize, ws.page_setup.fitToHeight = "landscape", ws.PAPERSIZE_A4, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _tulis_ringkasan(p: _Penulis, f: FaktaPengolahan, letak: list[tuple[LembarPeriode, int]]) -> None:
    p.teks("A1", f"Pengolahan data SKM {f.nama_unit} tahun {f.tahun}", _JUDUL)
    for kolom, teks in zip("ABCD", ("Periode", "Responden", "IKM", "Mutu"), strict=True):
        p.teks(f"{kolom}3", teks, _PUTIH)
        p.ws[f"{kolom}3"].fill = _ARSIR_KEPALA
        p.ws.column_dimensions[kolom].width = 24
    for baris, (satu, ikm) in enumerate(letak, start=4):
        nama = NAMA_PERIODE[satu.periode]
        p.teks(f"A{baris}", nama)
        p.ws[f"B{baris}"].value = satu.tabulasi.n
        nilai: Angka = "" if satu.ikm is None else float(bulatkan(satu.ikm, f.pengaturan.desimal_ikm))
        p.rumus(f"C{baris}", f"'{nama}'!B{ikm}", nilai, f"0.{'0' * f.pengaturan.desimal_ikm}")
        p.rumus(f"D{baris}", f"'{nama}'!B{ikm + 1}", "" if satu.ikm is None else _sebut(mutu(satu.ikm)))
