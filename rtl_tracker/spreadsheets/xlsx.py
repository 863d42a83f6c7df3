"""An .xlsx workbook to the grids of its known sheets: looked over first, then read by calamine (spec 6.4)."""

from collections.abc import Callable, Sequence
from functools import cached_property
from io import BytesIO
from typing import TypeVar

from python_calamine import CalamineWorkbook

from rtl_tracker.spreadsheets.arsip import KALIMAT_RUSAK, Arsip, tolak_bukan_zip
from rtl_tracker.spreadsheets.kisi import BATAS_SEL, KALIMAT_TERLALU_LUAS, Kisi, susun_kisi
from rtl_tracker.spreadsheets.masalah import BerkasDitolak, Catatan
from rtl_tracker.spreadsheets.paket import TEKS_BERSAMA, Lembar, daftar_lembar, gaya_persen, tolak_bukan_xlsx
from rtl_tracker.spreadsheets.pemindaian import Ringkasan, panjang_teks_bersama, ringkas
from rtl_tracker.spreadsheets.penelitian import Letak, Penelitian, teliti
from rtl_tracker.spreadsheets.pilih_lembar import pilih_lembar
from rtl_tracker.spreadsheets.sel import Sel, SelBermasalah, desimal_dari_angka

TEKS_MAKS = 300_000_000
AKHIRAN_XML = (".xml", ".rels", ".vml")
KALIMAT_RUMUS = "Sel ini berisi rumus yang belum dihitung. Buka dengan Excel atau LibreOffice, simpan, lalu unggah ulang."
T = TypeVar("T")


def baca_xlsx(isi: bytes, catatan: Catatan) -> dict[str, Kisi]:
    """The grids of the known sheets by the name of the contract. Raises BerkasDitolak for a file that must not be read."""
    return _baca(isi, lambda nama: pilih_lembar(nama, "Lembar", catatan))


def baca_setiap_lembar(isi: bytes, paling_banyak: int) -> dict[str, Kisi]:
    """The grids of the first sheets by their own names, whatever they are. Raises BerkasDitolak like `baca_xlsx`."""
    return _baca(isi, lambda nama: {satu: satu for satu in nama[:paling_banyak]})


def _baca(isi: bytes, pilih: Callable[[Sequence[str]], dict[str, str]]) -> dict[str, Kisi]:
    tolak_bukan_zip(isi)
    arsip = Arsip(isi)
    tolak_bukan_xlsx(arsip)
    lembar = daftar_lembar(arsip)
    dipilih = pilih([satu.nama for satu in lembar])
    bagian = {satu.nama: satu.bagian for satu in lembar}
    penelitian = _Pemeriksa(arsip, lembar).periksa({bagian[nama] for nama in dipilih.values()})
    buku = _lindungi(lambda: CalamineWorkbook.from_filelike(BytesIO(isi)))
    return {kunci: _baca_lembar(buku, nama, penelitian.get(bagian[nama])) for kunci, nama in dipilih.items()}


class _Pemeriksa:
    """Looks over every XML part, and closely at the sheets that need it, before anything is read."""

    def __init__(self, arsip: Arsip, lembar: Sequence[Lembar]) -> None:
        self.arsip = arsip
        self.nama = {satu.bagian: satu.nama for satu in lembar}
        self.persen = gaya_persen(arsip)

    @cached_property
    def panjang_bersama(self) -> list[int]:
        """Lengths of the shared strings."""
        return panjang_teks_bersama(self.arsip.potongan(TEKS_BERSAMA)) if TEKS_BERSAMA in self.arsip.anggota else []

    def periksa(self, dibaca: set[str]) -> dict[str, Penelitian]:
        """The close looks, by part. Only for the parts in `dibaca` do formulas, errors and per cent ask for one."""
        hasil = {}
        for bagian in self.arsip.anggota:
            if not bagian.endswith(AKHIRAN_XML) and bagian not in self.nama:
                continue
            ringkasan = ringkas(self.arsip.potongan(bagian), self.persen)
            if bagian in self.nama and (ringkasan.mencurigakan or (bagian in dibaca and self._perlu(ringkasan))):
                hasil[bagian] = self._teliti(bagian)
        return hasil

    def _perlu(self, ringkasan: Ringkasan) -> bool:
        if ringkasan.rumus or ringkasan.galat or ringkasan.persen:
            return True
        return ringkasan.teks_bersama * max(self.panjang_bersama, default=0) > TEKS_MAKS

    def _teliti(self, bagian: str) -> Penelitian:
        hasil = teliti(self.arsip.potongan(bagian), self.persen, self.panjang_bersama)
        if hasil.luas > BATAS_SEL:
            raise BerkasDitolak(f"Lembar '{self.nama[bagian]}': {KALIMAT_TERLALU_LUAS}")
        if hasil.panjang_teks > TEKS_MAKS:
            raise BerkasDitolak(f"Lembar '{self.nama[bagian]}' memuat teks lebih dari {TEKS_MAKS // 10**6} juta karakter.")
        return hasil


def _lindungi(baca: Callable[[], T]) -> T:
    """Whatever the reader trips over is a broken file. Its panics are no Exception, so they are told by name."""
    try:
        return baca()
    except Exception as salah:
        raise BerkasDitolak(KALIMAT_RUSAK) from salah
    except BaseException as salah:
        if type(salah).__name__ != "PanicException":
            raise
        raise BerkasDitolak(KALIMAT_RUSAK) from salah


def _baca_lembar(buku: CalamineWorkbook, nama: str, penelitian: Penelitian | None) -> Kisi:
    lembar = _lindungi(lambda: buku.get_sheet_by_name(nama))
    awal = lembar.start
    baris: list[list[Sel]] = _lindungi(lembar.to_python) if awal is not None else []  # type: ignore[arg-type]
    atas, kiri = (awal[0] + 1, awal[1] + 1) if awal is not None else (1, 1)
    if penelitian is not None and (penelitian.rumus or penelitian.galat or penelitian.persen):
        atas, kiri, baris = _lebarkan(baris, (atas, kiri), penelitian)
        _tandai(baris, (atas, kiri), penelitian)
    return susun_kisi(nama, baris, atas)


def _lebarkan(baris: list[list[Sel]], awal: Letak, penelitian: Penelitian) -> tuple[int, int, list[list[Sel]]]:
    """Make room for formula cells beyond the last value: the reader does not know of them."""
    if not baris:
        awal = penelitian.awal
    atas, kiri = min(awal[0], penelitian.awal[0]), min(awal[1], penelitian.awal[1])
    lebar = max(penelitian.akhir[1], awal[1] + (len(baris[0]) if baris else 0) - 1) - kiri + 1
    tinggi = max(penelitian.akhir[0], awal[0] + len(baris) - 1) - atas + 1
    depan: list[Sel] = [""] * (awal[1] - kiri)
    isi = [[*depan, *satu, *[""] * (lebar - len(depan) - len(satu))] for satu in baris]
    di_atas: list[list[Sel]] = [[""] * lebar for _ in range(awal[0] - atas)]
    di_bawah: list[list[Sel]] = [[""] * lebar for _ in range(tinggi - len(di_atas) - len(isi))]
    return atas, kiri, [*di_atas, *isi, *di_bawah]


def _tandai(baris: list[list[Sel]], awal: Letak, penelitian: Penelitian) -> None:
    """Put in what the reader shows as blank (errors, uncalculated formulas) and show per cent as it is shown in Excel."""
    atas, kiri = awal
    for r, k in penelitian.rumus:
        baris[r - atas][k - kiri] = SelBermasalah("(rumus)", KALIMAT_RUMUS)
    for (r, k), galat in penelitian.galat.items():
        kalimat = f"Sel ini bernilai galat {galat}. Perbaiki rumusnya atau isi nilainya langsung."
        baris[r - atas][k - kiri] = SelBermasalah(galat, kalimat)
    for r, k in penelitian.persen:
        nilai = baris[r - atas][k - kiri]
        if isinstance(nilai, float):
            baris[r - atas][k - kiri] = float(desimal_dari_angka(nilai) * 100)
