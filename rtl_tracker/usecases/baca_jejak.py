"""Records of the audit trail in words: who did what, from which state to which, and the values before and after (spec 2.5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from rtl_tracker.domain.jejak import Catatan, JenisJejak
from rtl_tracker.domain.peran import TABEL_PERAN, Peran
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.formats import huruf_kapital_awal, tanggal, tanggal_waktu

NAMA_JENIS: dict[JenisJejak, str] = {
    JenisJejak.MASUK: "Masuk ke aplikasi",
    JenisJejak.MASUK_GAGAL: "Gagal masuk",
    JenisJejak.KELUAR: "Keluar dari aplikasi",
    JenisJejak.SANDI_DIGANTI: "Sandi diganti",
    JenisJejak.AKSES_DITOLAK: "Akses ditolak",
    JenisJejak.EKSPOR: "Data diunduh",
    JenisJejak.PENGGUNA_DITAMBAH: "Pengguna ditambahkan",
    JenisJejak.PENGGUNA_DIUBAH: "Pengguna diubah",
    JenisJejak.IMPOR: "Buku kerja diimpor",
    JenisJejak.PENGATURAN_DIUBAH: "Pengaturan diubah",
    JenisJejak.KALENDER_DIUBAH: "Kalender diubah",
    JenisJejak.UPP_DIUBAH: "Data unit diubah",
    JenisJejak.HASIL_DIISI: "Hasil survei diisi",
    JenisJejak.PENYAMPAIAN_BERUBAH: "Berkas penyampaian berubah",
    JenisJejak.RTL_DITAMBAH: "RTL ditambahkan",
    JenisJejak.RTL_DIUBAH: "Rencana RTL diubah",
    JenisJejak.RTL_DIHAPUS: "RTL dihapus",
    JenisJejak.RTL_BERUBAH_STATUS: "Status RTL berubah",
    JenisJejak.KEMAJUAN_DICATAT: "Kemajuan RTL dicatat",
    JenisJejak.BUKTI_DITAMBAH: "Bukti ditambahkan",
    JenisJejak.BUKTI_DIGANTI: "Bukti diganti",
    JenisJejak.CATATAN_PEMERIKSAAN: "Catatan pemeriksaan ditulis",
    JenisJejak.LAPORAN_DISUSUN: "Laporan disusun",
    JenisJejak.LAPORAN_DISAHKAN: "Dokumen disahkan",
    JenisJejak.NASKAH_DISUNTING: "Naskah disunting",
    JenisJejak.TEMUAN_DIJELASKAN: "Temuan dijelaskan",
    JenisJejak.PENJELASAN_DICABUT: "Penjelasan temuan dicabut",
    JenisJejak.TEMPLAT_DIUNGGAH: "Templat Word diunggah",
    JenisJejak.TEMPLAT_DIPAKAI: "Templat Word dipakai",
    JenisJejak.TEMPLAT_DILEPAS: "Templat Word dilepas",
    JenisJejak.KUESIONER_DIUBAH: "Kuesioner diubah",
    JenisJejak.SURVEI_DIUBAH: "Survei diatur",
    JenisJejak.SURVEI_DITUTUP: "Survei ditutup dan dijadikan hasil",
    JenisJejak.SURVEI_DIBUKA_KEMBALI: "Survei dibuka kembali",
    JenisJejak.JAWABAN_DISISIHKAN: "Jawaban disisihkan",
    JenisJejak.JAWABAN_DIPULIHKAN: "Jawaban dipulihkan",
    JenisJejak.JAWABAN_DIPERBAIKI: "Isian kertas diperbaiki",
    JenisJejak.JAWABAN_DIIMPOR: "Berkas jawaban diimpor",
    JenisJejak.HASIL_DITERBITKAN: "Hasil diterbitkan",
    JenisJejak.PUBLIKASI_DITARIK: "Publikasi ditarik",
    JenisJejak.MEDIA_DICATAT: "Media publikasi dicatat",
    JenisJejak.MEDIA_DIBATALKAN: "Catatan media dibatalkan",
}
PROGRAM = "program"
KOSONG = "(kosong)"
WAKTU_RUSAK = datetime(1970, 1, 1, tzinfo=UTC)
_NAMA_KOLOM: dict[str, str] = {
    "alamat": "alamat komputer",
    "alasan_galat": "alasan meloloskan galat",
    "asal_id": "lanjutan dari RTL nomor",
    "berlaku": "tanggal bukti",
    "bukti_id": "nomor bukti",
    "media_id": "nomor catatan media",
    "menggantikan": "menggantikan bukti nomor",
    "sha256": "SHA-256",
    "sidik_isi": "sidik angka",
    "sidik_lembar": "sidik lembar IKM",
    "stakeholder": "pihak terkait",
    "ukuran": "ukuran (byte)",
    "upp_id": "unit nomor",
    "horizon": "jangka waktu",
    "rtl": "RTL",
    "upp": "UPP",
    **{p.value: nama for p, nama in NAMA_PERIODE.items()},
}
_BERENUM: dict[str, Mapping[Any, str]] = {"unsur": NAMA_UNSUR, "periode": NAMA_PERIODE}


@dataclass(frozen=True, slots=True)
class BarisJejak:
    """One record as shown. `rincian`: (label, before, after); before is empty for a detail that tells of no change.

    `waktu` is WAKTU_RUSAK where somebody altered the stored moment beyond reading.
    """

    waktu: datetime
    pelaku: str
    peran: str
    sebutan: str
    catatan: str
    rincian: tuple[tuple[str, str, str], ...]


def baris_jejak(c: Catatan) -> BarisJejak:
    """The record in words."""
    return BarisJejak(
        waktu=_waktu(c.waktu),
        pelaku=c.pelaku,
        peran=nama_peran(c.peran),
        sebutan=sebutan_jejak(c),
        catatan=c.catatan,
        rincian=tuple(_rincian(c.rincian, _nama_kolom(c.jenis))),
    )


def sebutan_jejak(c: Catatan) -> str:
    """What happened, in one sentence without its full stop: "Status RTL berubah dari berjalan ke selesai"."""
    nama = NAMA_JENIS[JenisJejak(c.jenis)] if c.jenis in list(JenisJejak) else huruf_kapital_awal(_kata(c.jenis))
    if not c.ke or c.dari == c.ke:
        return nama
    if not c.dari:
        return f"{nama}, berstatus {_kata(c.ke)}"
    penghubung = "" if nama.endswith("berubah") else ", berubah"
    return f"{nama}{penghubung} dari {_kata(c.dari)} ke {_kata(c.ke)}"


def nama_peran(kode: str) -> str:
    """The role in words; the program itself has none."""
    if not kode:
        return PROGRAM
    return TABEL_PERAN[Peran(kode)].nama if kode in list(Peran) else _kata(kode)


def _waktu(teks: str) -> datetime:
    try:
        saat = datetime.fromisoformat(teks)
    except ValueError:
        return WAKTU_RUSAK
    return saat if saat.tzinfo is not None else WAKTU_RUSAK


def _nama_kolom(jenis: str) -> Mapping[str, str]:
    """Names of the columns an event of this kind may tell of; in a result "waktu" is the unsur, in a plan the time."""
    if jenis == JenisJejak.HASIL_DIISI:
        return _NAMA_KOLOM | {u.value: NAMA_UNSUR[u] for u in Unsur}
    return _NAMA_KOLOM


def _rincian(isi: Mapping[str, Any], nama: Mapping[str, str], awalan: str = "") -> Iterator[tuple[str, str, str]]:
    """Pairs [before, after] as changes, groups of them below their own name, anything else as a plain detail."""
    for kunci, nilai in isi.items():
        label = huruf_kapital_awal(awalan + nama.get(kunci, _kata(kunci)))
        if isinstance(nilai, Mapping):
            yield from _rincian(nilai, nama, f"{label}: ")
        elif isinstance(nilai, list) and len(nilai) == 2:
            yield label, _nilai(kunci, nilai[0]), _nilai(kunci, nilai[1])
        else:
            yield label, "", _nilai(kunci, nilai)


def _nilai(kunci: str, nilai: Any) -> str:
    if nilai is None or nilai == "":
        return KOSONG
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return ", ".join(_nilai(kunci, satu) for satu in nilai)
    if not isinstance(nilai, str):
        return str(nilai)
    if kunci in _BERENUM:
        return _BERENUM[kunci].get(nilai, nilai)
    if kunci == "peran":
        return nama_peran(nilai)
    return _kata(nilai) if kunci == "status" else _tanggal(nilai)


def _tanggal(teks: str) -> str:
    """An ISO date or moment as printed; any other text as it is."""
    try:
        if len(teks) == len("2023-06-09"):
            return tanggal(date.fromisoformat(teks))
        return tanggal_waktu(datetime.fromisoformat(teks).astimezone()) if teks[10:11] == "T" else teks
    except ValueError:
        return teks


def _kata(kode: str) -> str:
    return kode.replace("_", " ")
