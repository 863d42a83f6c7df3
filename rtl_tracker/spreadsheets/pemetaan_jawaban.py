"""How a file of answers is read: what each column is, what each word means. Saved per look of a file and offered again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rtl_tracker.domain.kuesioner import BUTIR_PER_UNSUR
from rtl_tracker.domain.survei import JAWABAN
from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR, Unsur, UrutanUnsur, lipat, urutan_unsur
from rtl_tracker.spreadsheets.berkas_jawaban import LembarJawaban
from rtl_tracker.spreadsheets.kata_jawaban import KOSONG, tebak_kata
from rtl_tracker.spreadsheets.kolom_jawaban import (
    BUKAN_TUNGGAL,
    KODE,
    LAYANAN,
    SASARAN_TUNGGAL,
    TANGGAL,
    TIDAK_DIPAKAI,
    UMUM,
    UNIT,
    UNSUR,
)
from rtl_tracker.spreadsheets.rujukan import kunci_nama
from rtl_tracker.spreadsheets.sel import NilaiSalah, Sel, SelBermasalah, baca_desimal, satu_baris, teks_tampil
from rtl_tracker.spreadsheets.tanggal_jawaban import bulan_dahulu

KATA_MAKS, LAYANAN_MAKS = 60, 200
URUTAN_TANGGAL = ("hari", "bulan")
"""What stands first in a date such as 11/5/2026."""


@dataclass(frozen=True, slots=True)
class Pemetaan:
    """`kolom`: what each column is, by position; `kata`: value of each folded word (0 = not answered); `layanan`: id of each folded
    name (0 = none); `urutan`: order of U8 and U9; `tanggal`: one of URUTAN_TANGGAL. What nobody has said yet is missing or ""."""

    kolom: tuple[str, ...]
    kata: Mapping[str, int] = field(default_factory=dict)
    layanan: Mapping[str, int] = field(default_factory=dict)
    layanan_semua: int | None = None
    urutan: str = ""
    tanggal: str = ""

    def letak(self, sasaran: str) -> list[int]:
        """Positions of the columns that are this."""
        return [i for i, satu in enumerate(self.kolom) if satu == sasaran]

    def letak_unsur(self) -> dict[Unsur, list[int]]:
        """Positions of the columns of every unsur; a bare U8 or U9 by the declared order."""
        hasil = {u: self.letak(f"{UNSUR}{u.value}") for u in Unsur}
        if self.urutan:
            urutan = urutan_unsur(UrutanUnsur(self.urutan))
            for nomor in (8, 9):
                hasil[urutan[nomor - 1]] += self.letak(f"{KODE}{nomor}")
        return hasil

    def letak_jawaban(self) -> list[int]:
        """Positions of all columns that hold answers."""
        return [i for i, satu in enumerate(self.kolom) if satu == UMUM or satu.startswith((UNSUR, KODE))]

    def ke_json(self) -> dict[str, Any]:
        """As plain values."""
        return {nama: getattr(self, nama) for nama in self.__dataclass_fields__} | {"kolom": list(self.kolom)}


@dataclass(frozen=True, slots=True)
class KataBerkas:
    """A word that stands in the columns of answers: how often, in which, and what it most likely means (None = to be asked)."""

    kata: str
    tampil: str
    banyak: int
    di: tuple[str, ...]
    tebakan: int | None


def pemetaan_dari_json(isi: Mapping[str, Any]) -> Pemetaan:
    """A stored or sent mapping; what it holds amiss is dropped, so that it is asked again."""
    kolom = tuple(s if s in (*SASARAN_TUNGGAL, *BUKAN_TUNGGAL) else TIDAK_DIPAKAI for s in _daftar(isi.get("kolom")))
    kata = {str(k): v for k, v in _peta(isi.get("kata")).items() if v in (KOSONG, *JAWABAN)}
    layanan = {str(k): v for k, v in _peta(isi.get("layanan")).items() if isinstance(v, int)}
    semua = isi.get("layanan_semua")
    urutan, tanggal = str(isi.get("urutan") or ""), str(isi.get("tanggal") or "")
    return Pemetaan(
        kolom, kata, layanan, semua if isinstance(semua, int) else None,
        urutan if urutan in list(UrutanUnsur) else "", tanggal if tanggal in URUTAN_TANGGAL else "",
    )  # fmt: skip


def tebak_pemetaan(lembar: LembarJawaban, awal: date, akhir: date) -> Pemetaan:
    """The likely reading of the columns; words and layanan are guessed where they are shown."""
    return Pemetaan(lembar.tebakan, tanggal=tebak_tanggal(lembar, Pemetaan(lembar.tebakan), awal, akhir))


def tebak_tanggal(lembar: LembarJawaban, pemetaan: Pemetaan, awal: date, akhir: date) -> str:
    """Which stands first in the dates of the file; "" when that must be asked."""
    letak = pemetaan.letak(TANGGAL)
    if kunci_nama(lembar.nama) == "respons" and pemetaan.letak(UNIT):  # our own workbook, whose contract says day first
        return URUTAN_TANGGAL[0]
    balik = bulan_dahulu((b[letak[0]] for b in lembar.baris), awal, akhir) if letak else False
    return "" if balik is None else URUTAN_TANGGAL[int(balik)]


def kata_berkas(lembar: LembarJawaban, pemetaan: Pemetaan, pilihan: Mapping[str, int]) -> list[KataBerkas]:
    """Every word in the columns of answers that is no plain number, in the order found."""
    banyak: dict[str, int] = {}
    tampil: dict[str, str] = {}
    di: dict[str, dict[str, None]] = {}
    for letak in pemetaan.letak_jawaban():
        for kata, n in hitung_kata([b[letak] for b in lembar.baris]).items():
            kunci = lipat_kata(kata)
            banyak[kunci] = banyak.get(kunci, 0) + n
            tampil.setdefault(kunci, kata)
            di.setdefault(kunci, {})[_sebutan(pemetaan.kolom[letak], lembar.judul[letak])] = None
    tebakan = tebak_kata(tampil.values(), pilihan)
    return [KataBerkas(k, tampil[k], banyak[k], tuple(di[k]), tebakan[tampil[k]]) for k in tampil]


def nama_layanan(lembar: LembarJawaban, pemetaan: Pemetaan) -> list[str]:
    """The different names in the column of layanan, in the order found."""
    letak = pemetaan.letak(LAYANAN)
    if not letak:
        return []
    nama = dict.fromkeys(teks_tampil(b[letak[0]]) for b in lembar.baris)
    return list({lipat(" ".join(n.split())): n for n in nama if n}.values())


def kekurangan(lembar: LembarJawaban, pemetaan: Pemetaan, pilihan: Mapping[str, int], layanan: Sequence[int]) -> dict[str, str]:
    """What must be said before the file can be read: a sentence per field of the form; empty = nothing.

    `layanan`: ids of the unit's layanan.
    """
    salah: dict[str, str] = {}
    for sasaran in SASARAN_TUNGGAL:
        for letak in pemetaan.letak(sasaran)[1:]:
            salah[f"k{letak}"] = f"Hanya satu kolom yang dapat menjadi {sasaran.replace('_', ' ')}."
    if any(pemetaan.letak(f"{KODE}{n}") for n in (8, 9)) and not pemetaan.urutan:
        salah["urutan"] = "Nyatakan urutan U8 dan U9; nomornya saja tidak menyebut unsurnya."
    unsur = pemetaan.letak_unsur()
    if not any(unsur.values()) and "urutan" not in salah:
        salah["kolom"] = "Belum ada kolom jawaban. Pasangkan paling sedikit satu kolom dengan unsurnya."
    for satu, letak_unsur in unsur.items():
        if len(letak_unsur) > BUTIR_PER_UNSUR:
            salah[f"k{letak_unsur[-1]}"] = f"Paling banyak {BUTIR_PER_UNSUR} kolom untuk unsur {NAMA_UNSUR[satu]}."
    salah |= _kekurangan_isi(lembar, pemetaan, pilihan, layanan)
    return salah


def _kekurangan_isi(lembar: LembarJawaban, pemetaan: Pemetaan, pilihan: Mapping[str, int], layanan: Sequence[int]) -> dict[str, str]:  # fmt: skip
    salah: dict[str, str] = {}
    kata = kata_berkas(lembar, pemetaan, pilihan)
    if len(kata) > KATA_MAKS:
        contoh = "', '".join(kata[-1].di[:3])
        salah["kata"] = f"Kolom jawaban memuat {len(kata)} kata yang berbeda, sehingga tampaknya bukan jawaban. Periksa kolom '{contoh}'."  # fmt: skip
    elif any(k.kata not in pemetaan.kata for k in kata):
        salah["kata"] = "Masih ada kata jawaban yang belum dipasangkan dengan nilainya."
    if pemetaan.letak(TANGGAL) and not pemetaan.tanggal:
        salah["tanggal"] = "Nyatakan apakah tanggal dalam berkas ditulis hari dahulu atau bulan dahulu."
    nama = nama_layanan(lembar, pemetaan)
    if len(nama) > LAYANAN_MAKS:
        salah["layanan"] = f"Kolom layanan memuat {len(nama)} nama yang berbeda, sehingga tampaknya bukan nama layanan."
    elif any(pemetaan.layanan.get(lipat(n)) not in (0, *layanan) for n in nama):
        salah["layanan"] = "Masih ada nama layanan yang belum dipasangkan."
    if pemetaan.layanan_semua not in (None, *layanan):
        salah["layanan_semua"] = "Layanan ini tidak ada pada unit tersebut."
    return salah


def hitung_kata(kolom: Sequence[Sel]) -> dict[str, int]:
    """The words of a column of answers and how often each stands there; plain numbers, blanks and broken cells are none."""
    hitung: dict[Sel, int] = {}
    for sel in kolom:
        if isinstance(sel, str | bool):
            hitung[sel] = hitung.get(sel, 0) + 1
    hasil: dict[str, int] = {}
    for sel, n in hitung.items():
        kata = teks_tampil(sel)
        if kata and not angka_saja(sel):
            hasil[kata] = hasil.get(kata, 0) + n
    return hasil


def angka_saja(sel: Sel) -> bool:
    """Whether a cell is a number and nothing else: such an answer means itself."""
    if isinstance(sel, bool | SelBermasalah):
        return False
    try:
        return baca_desimal(sel) is not None
    except NilaiSalah:
        return False


def lipat_kata(kata: str) -> str:
    """Fold an answer word; a sign that is no word ("-") stays itself."""
    return lipat(kata) or satu_baris(kata)


def _sebutan(sasaran: str, judul: str) -> str:
    """A column in a few letters: the unsur that it asks, else its header."""
    return NAMA_PENDEK[Unsur(sasaran.removeprefix(UNSUR))] if sasaran.startswith(UNSUR) else judul


def _daftar(isi: Any) -> list[str]:
    return [str(satu) for satu in isi] if isinstance(isi, list) else []


def _peta(isi: Any) -> dict[Any, Any]:
    return isi if isinstance(isi, dict) else {}
