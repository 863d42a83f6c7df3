"""Reading one data row of a sheet: every cell that cannot be taken is noted, and the row is then not handed on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from rtl_tracker.domain.periode import Periode, baca_periode
from rtl_tracker.domain.unsur import UrutanUnsur, lipat
from rtl_tracker.spreadsheets.kepala import Kepala
from rtl_tracker.spreadsheets.kisi import Kisi
from rtl_tracker.spreadsheets.masalah import Catatan, Kalimat
from rtl_tracker.spreadsheets.rujukan import NamaTidakDikenal, PencariLayanan, PencariUpp
from rtl_tracker.spreadsheets.sel import (
    KOSONG,
    NilaiSalah,
    Sel,
    baca_desimal,
    baca_hitungan,
    baca_tanggal,
    kosong,
    satu_baris,
    teks,
    teks_tampil,
)
from rtl_tracker.spreadsheets.skema import Skema

AWALAN_CONTOH = "(contoh)"
NOL, SERATUS = Decimal(0), Decimal(100)
T = TypeVar("T")


@dataclass
class Konteks:
    """What the reading of every sheet shares."""

    tahun: int
    catatan: Catatan
    urutan: UrutanUnsur | None = None
    upp: PencariUpp = field(default_factory=PencariUpp)
    layanan: PencariLayanan = field(default_factory=PencariLayanan)


@dataclass(frozen=True)
class Tabel:
    """The data rows of a sheet below its header, without blank and example rows."""

    skema: Skema
    kepala: Kepala
    konteks: Konteks
    nomor: Sequence[int]
    baris: Sequence[Sequence[Sel]]

    def __iter__(self) -> Iterator["PembacaBaris"]:
        return (PembacaBaris(self, nomor, sel) for nomor, sel in zip(self.nomor, self.baris, strict=True))


def susun_tabel(skema: Skema, kepala: Kepala, kisi: Kisi, konteks: Konteks) -> Tabel:
    """Take the rows below the header; rows marked "(contoh)" are left out with a notice, blank ones silently.

    A row that holds nothing in any column of the contract (a note below the table, a number beforehand) is no data row.
    """
    nomor, baris, contoh, di_luar = [], [], [], []
    dibaca = {*kepala.kolom.values(), *kepala.unsur.values(), *kepala.konversi.values()}
    posisi_kunci = kepala.kolom.get(skema.kunci)
    biasa: set[Sel] = set()
    for n, sel in zip(kisi.nomor[kepala.indeks + 1 :], kisi.baris[kepala.indeks + 1 :], strict=True):
        pertama = KOSONG if posisi_kunci is None else sel[posisi_kunci]
        if pertama not in biasa:
            if _contoh(pertama):
                contoh.append(n)
                continue
            if not kosong(pertama):
                biasa.add(pertama)
            elif all(kosong(sel[posisi]) for posisi in dibaca):
                di_luar += [] if all(kosong(s) for s in sel) else [n]
                continue
        nomor.append(n)
        baris.append(sel)
    for dilewati, sebutan in ((contoh, "Baris contoh"), (di_luar, "Baris tanpa isi pada kolom yang dikenal")):
        if dilewati:
            daftar = ", ".join([*map(str, dilewati[:5]), *["..."][: len(dilewati) - 5]])
            konteks.catatan.info(skema.nama, dilewati[0], None, None, f"{sebutan} dilewati (baris {daftar}).")
    return Tabel(skema, kepala, konteks, nomor, baris)


def _contoh(sel: Sel) -> bool:
    return isinstance(sel, str) and sel.lstrip()[: len(AWALAN_CONTOH)].casefold() == AWALAN_CONTOH


class PembacaBaris:
    """One row. The reading methods return a plain value or None; what is refused is noted and sets `gagal`."""

    def __init__(self, tabel: Tabel, nomor: int, sel: Sequence[Sel]) -> None:
        self.tabel, self.nomor, self.sel, self.gagal = tabel, nomor, sel, False
        self.konteks = tabel.konteks

    def mentah(self, kolom: str) -> Sel:
        """The raw cell; "" when the sheet has no such column."""
        posisi = self.tabel.kepala.kolom.get(kolom)
        return KOSONG if posisi is None else self.sel[posisi]

    def tolak(self, kolom: str | None, kalimat: Kalimat, posisi: int | None = None) -> None:
        """Note a refusal at a column (by name, or by `posisi` for a column of an unsur)."""
        judul, nilai = self._tempat(kolom, posisi)
        self.konteks.catatan.galat(self.tabel.skema.nama, self.nomor, judul, nilai, kalimat)
        self.gagal = True

    def ingatkan(self, kolom: str | None, kalimat: str) -> None:
        """Note a warning at a column."""
        judul, nilai = self._tempat(kolom, None)
        self.konteks.catatan.peringatan(self.tabel.skema.nama, self.nomor, judul, nilai, kalimat)

    def beri_tahu(self, kolom: str | None, kalimat: str) -> None:
        """Note an info at a column."""
        judul, nilai = self._tempat(kolom, None)
        self.konteks.catatan.info(self.tabel.skema.nama, self.nomor, judul, nilai, kalimat)

    def teks(self, kolom: str) -> str:
        """Text with its line breaks; "" when blank. Refused when longer than the column keeps."""
        return self._ukur(kolom, self._coba(kolom, lambda: teks(self.mentah(kolom)), KOSONG))

    def label(self, kolom: str, wajib: bool = False) -> str:
        """Text on one line; "" when blank, refused when it is required."""
        isi = self._ukur(kolom, self._coba(kolom, lambda: satu_baris(self.mentah(kolom)), KOSONG))
        if wajib and not isi and not self.gagal:
            self.tolak(kolom, f"Kolom '{kolom}' wajib diisi. Bila selnya digabung (merge), pisahkan dan isi setiap baris.")
        return isi

    def desimal(self, kolom: str, bawah: Decimal = NOL, atas: Decimal = SERATUS) -> Decimal | None:
        """A number from `bawah` to `atas`."""
        nilai = self._coba(kolom, lambda: baca_desimal(self.mentah(kolom)), None)
        if nilai is not None and not bawah <= nilai <= atas:
            self.tolak(kolom, f"Nilai di luar rentang {bawah} sampai {atas}. Periksa letak koma desimalnya.")
        return nilai

    def hitungan(self, kolom: str) -> int | None:
        """A whole number, not negative."""
        nilai = self._coba(kolom, lambda: baca_hitungan(self.mentah(kolom)), None)
        if nilai is not None and nilai < 0:
            self.tolak(kolom, "Jumlah tidak boleh negatif.")
        return nilai

    def tanggal(self, kolom: str) -> date | None:
        """A date."""
        return self._coba(kolom, lambda: baca_tanggal(self.mentah(kolom)), None)

    def pilihan(self, kolom: str, daftar: Mapping[str, T], contoh: str) -> T | None:
        """One of the known words (folded); None when blank. `contoh` names them for the sentence."""
        isi = self.label(kolom)
        if not isi:
            return None
        pilih = daftar.get(lipat(isi))
        if pilih is None:
            self.tolak(kolom, f"'{isi}' tidak dikenal pada kolom '{kolom}'. Pilihan: {contoh}.")
        return pilih

    def upp(self, boleh_kosong: bool = False) -> str | None:
        """The canonical nama of the UPP of this row; None when blank."""
        isi = self.label("upp", wajib=not boleh_kosong)
        return self.rujuk("upp", isi)

    def rujuk(self, kolom: str, isi: str) -> str | None:
        """The canonical nama of a UPP named in `kolom`."""
        return self._coba(kolom, lambda: self.konteks.upp.cari(isi), None) if isi else None

    def layanan(self, upp: str | None) -> str | None:
        """The layanan of this row; None = the whole UPP."""
        isi = self.label("layanan")
        if not isi or upp is None:
            return None
        return self._coba("layanan", lambda: self.konteks.layanan.cari(upp, isi), None)

    def periode(self, boleh_rata: bool = False, wajib: bool = True) -> tuple[Periode, bool]:
        """(period, printed mean); refused when unreadable, of another year, or a mean out of place. Blank = the year."""
        isi = self.label("periode", wajib=wajib)
        if not isi:
            return Periode.TAHUNAN, False
        return self._coba("periode", lambda: periode_dari_teks(isi, self.konteks.tahun, boleh_rata), (Periode.TAHUNAN, False))

    def _coba(self, kolom: str, baca: Callable[[], T], gagal: T) -> T:
        try:
            return baca()
        except NamaTidakDikenal as salah:
            self.tolak(kolom, salah.kalimat)
        except NilaiSalah as salah:
            self.tolak(kolom, str(salah))
        return gagal

    def _ukur(self, kolom: str, isi: str) -> str:
        maks = self.tabel.skema.menurut_nama[kolom].maks
        if maks is not None and len(isi) > maks:
            self.tolak(kolom, f"Isi terlalu panjang: {len(isi)} karakter, paling banyak {maks}.")
        return isi

    def _tempat(self, kolom: str | None, posisi: int | None) -> tuple[str | None, str | None]:
        letak = posisi if posisi is not None else self.tabel.kepala.kolom.get(kolom or "")
        if letak is None:
            return kolom, None
        return self.tabel.kepala.judul[letak], teks_tampil(self.sel[letak])


def periode_dari_teks(isi: str, tahun: int, boleh_rata: bool = False) -> tuple[Periode, bool]:
    """(period, printed mean) of a text. Raises NilaiSalah when it is none, of another year, or a mean out of place."""
    terbaca = baca_periode(isi)
    if terbaca is None:
        raise NilaiSalah("Periode tidak dikenal. Pilihan: TW1, TW2, TW3, TW4, S1, S2, TAHUNAN.")
    periode, rata, tahun_sebut = terbaca
    if tahun_sebut is not None and tahun_sebut != tahun:
        raise NilaiSalah(f"Periode ini milik tahun {tahun_sebut}, sedangkan yang diimpor adalah tahun {tahun}.")
    if rata and not boleh_rata:
        raise NilaiSalah("Baris rata-rata hanya boleh ada pada lembar hasil. Tulis periode pengukurannya.")
    return periode, rata
