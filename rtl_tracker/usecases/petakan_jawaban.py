"""From an uploaded file to what it would bring: opened once, its columns mapped, every row checked. Nothing is stored in the database."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import SurveiTertutup
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.spreadsheets.berkas_jawaban import BerkasJawaban, buka_berkas, dari_json, ke_json
from rtl_tracker.spreadsheets.kolom_jawaban import KODE, contoh_isi
from rtl_tracker.spreadsheets.masalah import BerkasDitolak
from rtl_tracker.spreadsheets.pemetaan_jawaban import (
    KataBerkas,
    Pemetaan,
    kata_berkas,
    kekurangan,
    nama_layanan,
    pemetaan_dari_json,
    tebak_pemetaan,
    tebak_tanggal,
)
from rtl_tracker.spreadsheets.telaah_jawaban import HasilTelaah, Ketentuan, telaah
from rtl_tracker.storage.berkas_kiriman import GudangKiriman
from rtl_tracker.storage.impor_jawaban_repository import sidik_baris
from rtl_tracker.storage.pemetaan_repository import PemetaanTersimpan
from rtl_tracker.usecases.bahan_impor import BahanImpor

__all__ = ["BerkasJawaban", "GudangKiriman", "Pemetaan", "pemetaan_dari_json"]
PANJANG_NAMA, PANJANG_CONTOH, PANJANG_KATA, KATA_DISIMPAN = 120, 60, 200, 400


class BerkasJawabanDitolak(DomainError):
    """A file cannot be opened; str(error) is the sentence for the user."""


class KirimanHilang(DomainError):
    """The uploaded file is not kept any more."""


@dataclass(frozen=True, slots=True)
class KolomBerkas:
    """A column as the page of the mapping shows it. `kode`: "kode:8" where the header is only a number."""

    posisi: int
    judul: str
    sasaran: str
    kode: str
    contoh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayarPemetaan:
    """What is asked about a file: its columns, the words with their likely value, its names of layanan, and what is still missing."""

    berkas: BerkasJawaban
    pemetaan: Pemetaan
    kolom: tuple[KolomBerkas, ...]
    kata: tuple[tuple[KataBerkas, int | None], ...]
    nama_layanan: tuple[tuple[str, int | None], ...]
    tersimpan: PemetaanTersimpan | None


@dataclass(frozen=True, slots=True)
class PilihanImpor:
    """What holds for this file alone: one date for all rows, rows of other days left out, rows left out that are there already."""

    tanggal_semua: date | None = None
    lewati_luar: bool = False
    lewati_sama: bool = True


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """What a file would bring. `baris`: what would be stored; `n_sama`: rows that say on the same day what was imported before."""

    hasil: HasilTelaah
    baris: Sequence[tuple[object, ...]]
    n_sama: int
    n_sebelum: int

    @property
    def n_sesudah(self) -> int:
        """Valid questionnaires of the survey after it."""
        return self.n_sebelum + len(self.baris)


def terima_kiriman(
    gudang: GudangKiriman, pelaku: Pelaku, now: datetime, bahan: BahanImpor, nama: str, isi: bytes, batas_mb: int
) -> str:
    """Open a file and keep what may be kept of it; returns the code it goes by.

    Raises BerkasJawabanDitolak, SurveiTertutup, AksesDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, bahan.tempat.upp.id)
    if bahan.tertutup:
        raise SurveiTertutup(bahan.tertutup)
    bersih = "".join(h for h in Path(nama.replace("\\", "/")).name if h.isprintable())[-PANJANG_NAMA:] or "berkas"
    try:
        berkas = buka_berkas(bersih, isi, batas_mb, bahan.tanya)
    except BerkasDitolak as galat:
        raise BerkasJawabanDitolak(str(galat)) from galat
    gudang.simpan(bahan.tempat.upp.id, berkas.sha256, ke_json(berkas), now)
    return berkas.sha256


def ambil_kiriman(gudang: GudangKiriman, upp_id: int, kode: str, now: datetime) -> BerkasJawaban:
    """The file that was uploaded for a unit. Raises KirimanHilang."""
    isi = gudang.baca(upp_id, kode, now)
    if isi is None:
        raise KirimanHilang(
            "Berkas ini tidak disimpan lagi; berkas yang diunggah hanya disimpan paling lama satu hari. Unggah kembali."
        )
    return dari_json(isi)


def pemetaan_awal(bahan: BahanImpor, berkas: BerkasJawaban, tersimpan: PemetaanTersimpan | None) -> Pemetaan:
    """The mapping that was used last for a file of this look, else the likely one; words and layanan guessed as far as they can be."""
    lembar = berkas.lembar
    if tersimpan is not None and len(tersimpan.isi.get("kolom", ())) == len(lembar.judul):
        dasar = pemetaan_dari_json(tersimpan.isi)
        dasar = replace(dasar, tanggal=tebak_tanggal(lembar, dasar, bahan.awal, bahan.akhir) or dasar.tanggal)
    else:
        dasar = tebak_pemetaan(lembar, bahan.awal, bahan.akhir)
    if len(bahan.layanan) == 1 and dasar.layanan_semua is None:
        dasar = replace(dasar, layanan_semua=next(iter(bahan.layanan)))
    return dasar


def gabung_pemetaan(lama: Mapping[str, Any] | None, baru: Pemetaan) -> dict[str, Any]:
    """The mapping to be kept: as it was used now, and words and layanan that only earlier files held."""
    dasar = pemetaan_dari_json(lama or {})
    pasangan = {
        "kata": {k: n for k, n in ({**dasar.kata, **baru.kata}).items() if len(k) <= PANJANG_KATA},
        "layanan": {k: n for k, n in ({**dasar.layanan, **baru.layanan}).items() if len(k) <= PANJANG_KATA},
    }
    return baru.ke_json() | {nama: dict(list(isi.items())[-KATA_DISIMPAN:]) for nama, isi in pasangan.items()}


def susun_layar(
    bahan: BahanImpor, berkas: BerkasJawaban, pemetaan: Pemetaan, tersimpan: PemetaanTersimpan | None = None
) -> LayarPemetaan:
    """The page of the mapping."""
    lembar = berkas.lembar
    kolom = tuple(
        KolomBerkas(
            i,
            judul,
            sasaran,
            tebakan if tebakan.startswith(KODE) else "",
            tuple(_pendek(c) for c in contoh_isi(lembar.baris, i)),
        )
        for i, (judul, sasaran, tebakan) in enumerate(zip(lembar.judul, pemetaan.kolom, lembar.tebakan, strict=True))
    )
    kata = tuple((k, pemetaan.kata.get(k.kata, k.tebakan)) for k in kata_berkas(lembar, pemetaan, bahan.pilihan))
    milik = {lipat(nama): id_ for id_, nama in bahan.layanan.items()}
    layanan = tuple((n, pemetaan.layanan.get(lipat(n), milik.get(lipat(n)))) for n in nama_layanan(lembar, pemetaan))
    return LayarPemetaan(berkas, pemetaan, kolom, kata, layanan if bahan.layanan else (), tersimpan)


def periksa_pemetaan(bahan: BahanImpor, berkas: BerkasJawaban, pemetaan: Pemetaan) -> dict[str, str]:
    """What is missing in a mapping: a sentence per field; empty = the file can be read."""
    if len(pemetaan.kolom) != len(berkas.lembar.judul):
        return {"kolom": "Pemetaan ini bukan untuk berkas ini. Muat ulang halaman."}
    return kekurangan(berkas.lembar, pemetaan, bahan.pilihan, list(bahan.layanan))


def tanpa_layanan(bahan: BahanImpor, berkas: BerkasJawaban, pemetaan: Pemetaan) -> Pemetaan:
    """A unit without a list of layanan takes every name for none."""
    if bahan.layanan:
        return pemetaan
    return replace(pemetaan, layanan={lipat(n): 0 for n in nama_layanan(berkas.lembar, pemetaan)}, layanan_semua=None)


def periksa_isi(
    bahan: BahanImpor, berkas: BerkasJawaban, pemetaan: Pemetaan, pilihan: PilihanImpor, terimpor: Counter[tuple[str, str]]
) -> HasilPeriksa:
    """Read every row. `terimpor`: (date, fingerprint) of what was imported before."""
    ketentuan = Ketentuan(
        bahan.unit, bahan.tempat.tahun, bahan.tempat.periode.value, bahan.awal, bahan.akhir, pilihan.tanggal_semua,
        pilihan.lewati_luar,
    )  # fmt: skip
    hasil = telaah(berkas.lembar, pemetaan, ketentuan)
    sisa = Counter(terimpor)
    baru, sama = [], 0
    for baris in hasil.baris:
        kunci = (baris[2], sidik_baris(baris)) if sisa else None
        if kunci is not None and sisa[kunci] > 0:
            sisa[kunci] -= 1
            sama += 1
            if pilihan.lewati_sama:
                continue
        baru.append(baris)
    return HasilPeriksa(hasil, baru, sama, bahan.n)


def _pendek(teks: str) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= PANJANG_CONTOH else satu[: PANJANG_CONTOH - 1] + "…"
