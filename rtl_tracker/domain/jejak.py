"""The audit trail: what is recorded, and the chain that shows a removed or altered record (spec 2.5)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

AWAL_RANTAI = "0" * 64


class JenisJejak(StrEnum):
    """Kinds of events."""

    MASUK = "masuk"
    MASUK_GAGAL = "masuk_gagal"
    KELUAR = "keluar"
    SANDI_DIGANTI = "sandi_diganti"
    AKSES_DITOLAK = "akses_ditolak"
    EKSPOR = "ekspor"
    PENGGUNA_DITAMBAH = "pengguna_ditambah"
    PENGGUNA_DIUBAH = "pengguna_diubah"
    IMPOR = "impor"
    PENGATURAN_DIUBAH = "pengaturan_diubah"
    KALENDER_DIUBAH = "kalender_diubah"
    UPP_DIUBAH = "upp_diubah"
    HASIL_DIISI = "hasil_diisi"
    PENYAMPAIAN_BERUBAH = "penyampaian_berubah"
    RTL_DITAMBAH = "rtl_ditambah"
    RTL_DIUBAH = "rtl_diubah"
    RTL_DIHAPUS = "rtl_dihapus"
    RTL_BERUBAH_STATUS = "rtl_berubah_status"
    KEMAJUAN_DICATAT = "kemajuan_dicatat"
    BUKTI_DITAMBAH = "bukti_ditambah"
    BUKTI_DIGANTI = "bukti_diganti"
    CATATAN_PEMERIKSAAN = "catatan_pemeriksaan"
    LAPORAN_DISUSUN = "laporan_disusun"
    LAPORAN_DISAHKAN = "laporan_disahkan"
    NASKAH_DISUNTING = "naskah_disunting"
    TEMUAN_DIJELASKAN = "temuan_dijelaskan"
    PENJELASAN_DICABUT = "penjelasan_dicabut"
    TEMPLAT_DIUNGGAH = "templat_diunggah"
    TEMPLAT_DIPAKAI = "templat_dipakai"
    TEMPLAT_DILEPAS = "templat_dilepas"
    KUESIONER_DIUBAH = "kuesioner_diubah"
    SURVEI_DIUBAH = "survei_diubah"
    SURVEI_DITUTUP = "survei_ditutup"
    SURVEI_DIBUKA_KEMBALI = "survei_dibuka_kembali"
    JAWABAN_DISISIHKAN = "jawaban_disisihkan"
    JAWABAN_DIPULIHKAN = "jawaban_dipulihkan"
    JAWABAN_DIPERBAIKI = "jawaban_diperbaiki"
    JAWABAN_DIIMPOR = "jawaban_diimpor"
    HASIL_DITERBITKAN = "hasil_diterbitkan"
    PUBLIKASI_DITARIK = "publikasi_ditarik"
    MEDIA_DICATAT = "media_dicatat"
    MEDIA_DIBATALKAN = "media_dibatalkan"


class Objek(StrEnum):
    """What an event is about."""

    PENGGUNA = "pengguna"
    UPP = "upp"
    TAHUN = "tahun"
    HASIL = "hasil"
    PENYAMPAIAN = "penyampaian"
    RTL = "rtl"
    HALAMAN = "halaman"
    LAPORAN = "laporan"
    SURVEI = "survei"
    JAWABAN = "jawaban"
    KUESIONER = "kuesioner"
    PUBLIKASI = "publikasi"


@dataclass(frozen=True, slots=True)
class Catatan:
    """One record. `waktu` is UTC in ISO 8601; `rincian` holds plain JSON values; no password and no answer is ever in it."""

    nomor: int
    waktu: str
    pelaku_id: int | None
    pelaku: str
    peran: str
    jenis: str
    objek: str
    objek_id: int | None
    upp_id: int | None
    dari: str
    ke: str
    catatan: str
    rincian: Mapping[str, Any] = field(default_factory=dict)
    sebelum: str = AWAL_RANTAI
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Kepala:
    """Where the chain ends: the number of records and the hash of the last one."""

    banyak: int = 0
    hash: str = AWAL_RANTAI


@dataclass(frozen=True, slots=True)
class Putus:
    """A place where the chain does not hold, and why."""

    nomor: int
    kalimat: str


def hash_catatan(c: Catatan) -> str:
    """SHA-256 (hex) over all fields of a record and the hash of the one before it."""
    isi = [c.nomor, c.waktu, c.pelaku_id, c.pelaku, c.peran, c.jenis, c.objek, c.objek_id, c.upp_id, c.dari, c.ke, c.catatan,
           dict(c.rincian), c.sebelum]  # fmt: skip
    return sha256(json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def periksa_rantai(catatan: Iterable[Catatan], kepala: Kepala) -> list[Putus]:
    """Every place where a record is missing, was altered or does not follow the one before; empty = the chain holds.

    `catatan` in order of their numbers. After a break the walk goes on from what the record itself says.
    """
    putus: list[Putus] = []
    banyak, sebelum = 0, AWAL_RANTAI
    for c in catatan:
        if c.nomor != banyak + 1:
            putus.append(Putus(banyak + 1, f"Catatan {_rentang(banyak + 1, c.nomor - 1)} tidak ada."))
        elif c.sebelum != sebelum:
            putus.append(Putus(c.nomor, f"Catatan {c.nomor} tidak menyambung dengan catatan sebelumnya."))
        if hash_catatan(c) != c.hash:
            putus.append(Putus(c.nomor, f"Isi catatan {c.nomor} berubah sejak ditulis."))
        banyak, sebelum = c.nomor, c.hash
    if banyak < kepala.banyak:
        putus.append(Putus(banyak + 1, f"Catatan {_rentang(banyak + 1, kepala.banyak)} tidak ada."))
    elif (banyak, sebelum) != (kepala.banyak, kepala.hash):
        putus.append(Putus(banyak, "Ujung rantai tidak sama dengan yang dicatat terpisah."))
    return putus


def _rentang(awal: int, akhir: int) -> str:
    return str(awal) if akhir <= awal else f"{awal} sampai {akhir}"
