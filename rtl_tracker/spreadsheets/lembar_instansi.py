"""Sheet `instansi`: settings of the year, and the figures that a report of that year printed for the whole instansi."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rtl_tracker.domain.errors import PengaturanTidakDikenal
from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN, baca_nilai_pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import UrutanUnsur, lipat
from rtl_tracker.spreadsheets.baris import PembacaBaris, Tabel, periode_dari_teks
from rtl_tracker.spreadsheets.kepala import KALIMAT_URUTAN, KodeUnsur, uraikan_unsur
from rtl_tracker.spreadsheets.rujukan import kunci_nama, nama_terdekat
from rtl_tracker.spreadsheets.sel import NilaiSalah

_TERCETAK = {"ikm tercetak": "ikm", "ikm": "ikm", "realisasi tercetak": "realisasi", "realisasi": "realisasi",
             "kategori tercetak": "kategori", "kategori": "kategori", "mutu tercetak": "kategori",
             "jumlah responden tercetak": "n", "jumlah responden": "n"}  # fmt: skip
_PENGATURAN = {kunci_nama(kunci): kunci for kunci in KUNCI_PENGATURAN} | {
    "namainstansi": "nama", "namapemda": "nama", "namapemerintahdaerah": "nama", "jenisinstansi": "jenis",
    "agregasiinstansi": "agregasi", "urutan": "urutan_unsur", "namapenandatangan": "penandatangan",
}  # fmt: skip
_AWALAN_UNSUR = re.compile(r"(?i)^\s*u\s*:\s*")
_MAKS_TERCETAK = 255


@dataclass
class IsiInstansi:
    """What the sheet said; see BukuKerja for the keys."""

    pengaturan: dict[str, str] = field(default_factory=dict)
    tercetak: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    tercetak_teks: dict[tuple[str, str], str] = field(default_factory=dict)


def urutan_di_lembar(tabel: Tabel) -> UrutanUnsur | None:
    """The order of U8 and U9 that the sheet declares; None when it declares none that is known."""
    for baris in tabel:
        if kunci_nama(str(baris.mentah("kunci"))) in ("urutanunsur", "urutan"):
            try:
                return UrutanUnsur(lipat(str(baris.mentah("nilai"))))
            except ValueError:
                return None
    return None


def baca_instansi(tabel: Tabel) -> IsiInstansi:
    """Read all keys; a key given twice, a value that no setting allows, or another year is refused, an unknown key only noted."""
    isi = IsiInstansi()
    pertama: dict[object, int] = {}
    for baris in tabel:
        kunci = baris.label("kunci", wajib=True)
        if not kunci:
            continue
        tanda = _baca_kunci(baris, kunci, isi)
        if tanda is not None and tanda in pertama:
            baris.tolak("kunci", f"Kunci '{kunci}' sudah ada pada baris {pertama[tanda]}. Sisakan satu.")
        pertama.setdefault(tanda, baris.nomor)
    return isi


def _baca_kunci(baris: PembacaBaris, kunci: str, isi: IsiInstansi) -> object:
    """Put one key in; returns what it was, so that a second one is found; None for an unknown or empty one."""
    nilai = _teks_nilai(baris)
    if not nilai:
        return None
    if kunci_nama(kunci) == "tahun":
        _periksa_tahun(baris)
        return "tahun"
    pengaturan = _PENGATURAN.get(kunci_nama(kunci))
    if pengaturan is not None:
        _simpan_pengaturan(baris, pengaturan, nilai, isi)
        return pengaturan
    return _simpan_tercetak(baris, kunci, nilai, isi)


def _teks_nilai(baris: PembacaBaris) -> str:
    """The value as text. Excel turns 1/9 into the first of September or the ninth of January: that is the bobot again."""
    mentah = baris.mentah("nilai")
    if isinstance(mentah, date) and (mentah.day, mentah.month) in ((1, 9), (9, 1)) and "bobot" in str(baris.mentah("kunci")):
        return "1/9"
    return baris.teks("nilai")


def _periksa_tahun(baris: PembacaBaris) -> None:
    tahun = baris.hitungan("nilai")
    if tahun is not None and tahun != baris.konteks.tahun:
        baris.tolak("nilai", f"Buku kerja ini untuk tahun {tahun}, sedangkan yang diimpor adalah tahun {baris.konteks.tahun}.")


def _simpan_pengaturan(baris: PembacaBaris, kunci: str, nilai: str, isi: IsiInstansi) -> None:
    try:
        baca_nilai_pengaturan(kunci, nilai)
    except PengaturanTidakDikenal as salah:
        baris.tolak("nilai", str(salah))
        return
    isi.pengaturan[kunci] = nilai


def _simpan_tercetak(baris: PembacaBaris, kunci: str, nilai: str, isi: IsiInstansi) -> object:
    urai = _urai_tercetak(baris, kunci)
    if urai is None:
        return None
    if urai[1] == "kategori":
        if len(nilai) > _MAKS_TERCETAK:
            baris.tolak("nilai", f"Isi terlalu panjang: paling banyak {_MAKS_TERCETAK} karakter.")
        isi.tercetak_teks[urai] = nilai
        return urai
    angka = _jumlah_responden(baris) if urai[1] == "n" else baris.desimal("nilai")
    if angka is not None:
        isi.tercetak[urai] = angka
    return urai


def _jumlah_responden(baris: PembacaBaris) -> Decimal | None:
    n = baris.hitungan("nilai")
    return None if n is None else Decimal(n)


def _urai_tercetak(baris: PembacaBaris, kunci: str) -> tuple[str, str] | None:
    """(period code, key) of "ikm_tercetak:S1", "u:persyaratan", "persyaratan:S2"; a key without a period is of the whole year."""
    tanpa_awalan = _AWALAN_UNSUR.sub("", kunci)
    sebutan, _, periode = (bagian.strip() for bagian in tanpa_awalan.partition(":"))
    nama = _nama_tercetak(baris, sebutan, kunci)
    if nama is None:
        if tanpa_awalan != kunci and not baris.gagal:
            baris.tolak("kunci", f"'{kunci}' menyebut unsur yang tidak dikenal. Tulis misalnya u:persyaratan.")
        elif not baris.gagal:
            baris.ingatkan("kunci", _kalimat_asing(kunci))
        return None
    try:
        kode = periode_dari_teks(periode, baris.konteks.tahun, boleh_rata=True)[0] if periode else Periode.TAHUNAN
    except NilaiSalah as salah:
        baris.tolak("kunci", str(salah))
        return None
    return kode.value, nama


def _nama_tercetak(baris: PembacaBaris, sebutan: str, kunci: str) -> str | None:
    nama = _TERCETAK.get(lipat(sebutan))
    if nama is not None:
        return nama
    unsur = uraikan_unsur(sebutan)
    if not isinstance(unsur, KodeUnsur):
        return unsur.value if unsur is not None else None
    terbaca = unsur.unsur(baris.konteks.urutan)
    if terbaca is None:
        baris.tolak("kunci", KALIMAT_URUTAN.format(judul=kunci))
    return terbaca.value if terbaca is not None else None


def _kalimat_asing(kunci: str) -> str:
    dekat = nama_terdekat(
        kunci, [*KUNCI_PENGATURAN, "ikm_tercetak", "realisasi_tercetak", "kategori_tercetak", "jumlah_responden_tercetak"]
    )
    tawaran = f" Kunci terdekat: {', '.join(dekat)}." if dekat else ""
    return f"Kunci '{kunci}' tidak dikenal dan tidak dibaca.{tawaran}"
