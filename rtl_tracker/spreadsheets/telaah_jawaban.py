"""A file of answers read by its mapping: questionnaires column by column, and everything that cannot be taken, with its place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, rerata_butir
from rtl_tracker.domain.survei import JAWABAN, Nilai
from rtl_tracker.domain.unsur import Unsur, lipat
from rtl_tracker.formats import tanggal as tulis_tanggal
from rtl_tracker.spreadsheets.baris import Konteks, Tabel, periode_dari_teks
from rtl_tracker.spreadsheets.berkas_jawaban import LembarJawaban
from rtl_tracker.spreadsheets.kepala import Kepala
from rtl_tracker.spreadsheets.kolom import TOLAK, PembacaKolom, contoh_nilai
from rtl_tracker.spreadsheets.kolom_jawaban import LAYANAN, PERIODE, SARAN, TANGGAL, UMUM, UNIT
from rtl_tracker.spreadsheets.masalah import Catatan, Masalah
from rtl_tracker.spreadsheets.pemetaan_jawaban import Pemetaan, angka_saja, lipat_kata
from rtl_tracker.spreadsheets.profil_jawaban import BACA_PROFIL
from rtl_tracker.spreadsheets.rujukan import kunci_nama
from rtl_tracker.spreadsheets.sel import NilaiSalah, Sel, SelBermasalah, baca_desimal, satu_baris, teks
from rtl_tracker.spreadsheets.skema import SKEMA
from rtl_tracker.spreadsheets.tanggal_jawaban import baca_tanggal_berkas

KOSONG = None
LUAR = ""
"""Stands for a date outside the survey in a row that is to be left out."""
BarisJawaban = tuple[Any, ...]
KOLOM_BARIS = ("nomor", "layanan_id", "tanggal", *PILIHAN_PROFIL, "umum", *(u.value for u in Unsur), "saran")


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """What the file is read for: a unit (`unit`: folded names of it), a period, the days a questionnaire may bear.

    `tanggal_semua`: the date of every questionnaire, whatever the file says; `lewati_luar`: leave out rows of other days.
    """

    unit: frozenset[str]
    tahun: int
    periode: str
    awal: date
    akhir: date
    tanggal_semua: date | None = None
    lewati_luar: bool = False


@dataclass(frozen=True, slots=True)
class HasilTelaah:
    """What came of it. `baris`: tuples in the order of KOLOM_BARIS, [] with any galat; `lewat`: rows left out, by reason;
    `kosong`: blank answers by unsur."""

    n_berkas: int
    n_sah: int
    baris: list[BarisJawaban]
    masalah: tuple[Masalah, ...]
    lewat: Mapping[str, int] = field(default_factory=dict)
    kosong: Mapping[Unsur, int] = field(default_factory=dict)

    @property
    def galat(self) -> bool:
        """Whether anything was refused."""
        return any(m.tingkat == "galat" for m in self.masalah)


def telaah(lembar: LembarJawaban, pemetaan: Pemetaan, k: Ketentuan) -> HasilTelaah:
    """Read the whole file. Bad content never raises: everything becomes a Masalah."""
    catatan = Catatan()
    lewat: dict[str, int] = {}
    terpilih = _pilih_baris(lembar, pemetaan, k, lewat)
    kolom = _pembaca(terpilih, k, catatan)
    nilai = [_baca_unsur(kolom, letak, pemetaan) for letak in pemetaan.letak_unsur().values()]
    berisi = [i for i, satu in enumerate(zip(*nilai, strict=True)) if any(n is not KOSONG for n in satu)]
    if len(berisi) < len(terpilih.baris):
        lewat["tanpa satu pun jawaban"] = len(terpilih.baris) - len(berisi)
        terpilih = _ambil(terpilih, berisi)
        nilai = [[satu[i] for i in berisi] for satu in nilai]
        kolom = _pembaca(terpilih, k, catatan)
    tanggal = _baca_tanggal(kolom, pemetaan, k)
    layanan = _baca_layanan(kolom, pemetaan)
    profil = [_baca_profil(kolom, pemetaan, nama) for nama in PILIHAN_PROFIL]
    umum = _baca_jawaban(kolom, pemetaan, _satu(pemetaan, UMUM))
    saran = kolom.baca_di(_satu(pemetaan, SARAN), teks)
    semua = list(zip(terpilih.nomor, layanan, tanggal, *profil, umum, *nilai, saran, strict=True))
    masuk = [b for b in semua if b[2] != LUAR]
    if len(masuk) < len(semua):
        lewat["tanggal di luar masa survei"] = len(semua) - len(masuk)
    awal = len(KOLOM_BARIS) - 1 - len(Unsur)
    kosong = {u: sum(b[awal + i] is KOSONG for b in masuk) for i, u in enumerate(Unsur)}
    n_sah = sum(TOLAK not in b for b in masuk)
    return HasilTelaah(len(lembar.baris), n_sah, [] if catatan.ada_galat else masuk, catatan.daftar(), lewat, kosong)


def _pembaca(lembar: LembarJawaban, k: Ketentuan, catatan: Catatan) -> PembacaKolom:
    kepala = Kepala(0, lembar.nomor_kepala, judul=dict(enumerate(lembar.judul)))
    skema = replace(SKEMA["respons"], nama=lembar.nama)
    return PembacaKolom(Tabel(skema, kepala, Konteks(k.tahun, catatan), lembar.nomor, lembar.baris))


def _ambil(lembar: LembarJawaban, indeks: Sequence[int]) -> LembarJawaban:
    return replace(lembar, nomor=[lembar.nomor[i] for i in indeks], baris=[lembar.baris[i] for i in indeks])


def _satu(pemetaan: Pemetaan, sasaran: str) -> int | None:
    return next(iter(pemetaan.letak(sasaran)), None)


def _pilih_baris(lembar: LembarJawaban, pemetaan: Pemetaan, k: Ketentuan, lewat: dict[str, int]) -> LembarJawaban:
    """The rows of this unit and period, where the file holds those of others too."""
    for sasaran, alasan, milik in ((UNIT, "milik unit lain", _sama_unit), (PERIODE, "milik periode lain", _sama_periode)):
        letak = _satu(pemetaan, sasaran)
        if letak is None:
            continue
        isi = [baris[letak] for baris in lembar.baris]
        jawab = {sel: milik(_tampil(sel), k) for sel in set(isi)}
        indeks = [i for i, sel in enumerate(isi) if jawab[sel]]
        if len(indeks) < len(lembar.baris):
            lewat[alasan] = len(lembar.baris) - len(indeks)
            lembar = _ambil(lembar, indeks)
    return lembar


def _tampil(sel: Sel) -> str:
    return "" if isinstance(sel, SelBermasalah) else satu_baris(sel)


def _sama_unit(isi: str, k: Ketentuan) -> bool:
    return kunci_nama(isi) in k.unit


def _sama_periode(isi: str, k: Ketentuan) -> bool:
    """A blank says nothing against it."""
    if not isi:
        return True
    try:
        return periode_dari_teks(isi, k.tahun)[0].value == k.periode
    except NilaiSalah:
        return False


def _baca_unsur(kolom: PembacaKolom, letak: Sequence[int], pemetaan: Pemetaan) -> list[Nilai | None]:
    """The values of one unsur; of several columns their exact mean."""
    terbaca = [_baca_jawaban(kolom, pemetaan, satu) for satu in letak]
    if len(terbaca) <= 1:
        return terbaca[0] if terbaca else [KOSONG] * len(kolom.tabel.baris)
    rerata: dict[tuple[Any, ...], Any] = {}
    hasil = []
    for satu in zip(*terbaca, strict=True):
        if satu not in rerata:
            rerata[satu] = TOLAK if TOLAK in satu else rerata_butir(satu)
        hasil.append(rerata[satu])
    return hasil


def _baca_jawaban(kolom: PembacaKolom, pemetaan: Pemetaan, letak: int | None) -> list[Any]:
    def baca(sel: Sel) -> int | None:
        if isinstance(sel, str) and not angka_saja(sel):
            kata = teks(sel)
            if not kata:
                return KOSONG
            nilai = pemetaan.kata.get(lipat_kata(kata))
            if nilai is None:
                raise NilaiSalah("Kata ini belum dipasangkan dengan nilai 1 sampai 4.")
            return nilai or KOSONG
        angka = baca_desimal(sel)
        if angka not in JAWABAN:
            raise NilaiSalah("Jawaban harus bilangan bulat 1, 2, 3, atau 4; kosongkan bila tidak dijawab.")
        return int(angka)

    return kolom.baca_di(letak, baca)


def _baca_tanggal(kolom: PembacaKolom, pemetaan: Pemetaan, k: Ketentuan) -> list[Any]:
    if k.tanggal_semua is not None:
        return [k.tanggal_semua.isoformat()] * len(kolom.tabel.baris)
    letak = _satu(pemetaan, TANGGAL)
    if letak is None:
        kalimat = "Berkas ini tidak memuat tanggal. Isi satu tanggal untuk seluruh berkas."
        kolom.tabel.konteks.catatan.galat(kolom.tabel.skema.nama, None, None, None, kalimat)
        return [KOSONG] * len(kolom.tabel.baris)

    def baca(sel: Sel) -> str | None:
        hari = baca_tanggal_berkas(sel, pemetaan.tanggal == "bulan")
        if hari is None:
            raise NilaiSalah("Tanggal kosong. Isi tanggalnya, atau pakai satu tanggal untuk seluruh berkas.")
        if k.awal <= hari <= k.akhir:
            return hari.isoformat()
        if k.lewati_luar:
            return LUAR
        raise NilaiSalah(f"Tanggal di luar masa survei ({tulis_tanggal(k.awal)} sampai {tulis_tanggal(k.akhir)}).")

    return kolom.baca_di(letak, baca)


def _baca_layanan(kolom: PembacaKolom, pemetaan: Pemetaan) -> list[Any]:
    semua = pemetaan.layanan_semua

    def baca(sel: Sel) -> int | None:
        isi = satu_baris(sel)
        return (pemetaan.layanan.get(lipat(isi)) or None) if isi else semua

    return kolom.baca_di(_satu(pemetaan, LAYANAN), baca)


def _baca_profil(kolom: PembacaKolom, pemetaan: Pemetaan, nama: str) -> list[Any]:
    """One column about the respondents; what cannot be read is left blank, with one warning for the column."""
    letak = _satu(pemetaan, nama)
    baca_isi: Callable[[str], str | None] = BACA_PROFIL[nama]
    asing: dict[str, None] = {}

    def baca(sel: Sel) -> str | None:
        isi = satu_baris(sel)
        pita = baca_isi(isi) if isi else None
        if isi and pita is None:
            asing[isi] = None
        return pita

    hasil = kolom.baca_di(letak, baca)
    if asing and letak is not None:
        kalimat = f"Isi kolom {nama.replace('_', ' ')} tidak dikenal dan dianggap kosong: {contoh_nilai(list(asing))}."
        tabel = kolom.tabel
        tabel.konteks.catatan.peringatan(tabel.skema.nama, None, tabel.kepala.judul[letak], None, kalimat)
    return hasil
