"""`impor` and `templat-impor`: workbooks in, the blank workbook out."""

from argparse import Namespace
from datetime import UTC, datetime
from typing import Any

from rtl_tracker.config import Settings
from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.perintah.keluaran import cetak, cetak_json, pastikan_dapat_ditulis, peringatkan, tulis_berkas
from rtl_tracker.perintah.lingkungan import menulis
from rtl_tracker.perintah.tolakan import DITOLAK, SELESAI, Ditolak, SalahPakai
from rtl_tracker.spreadsheets.masalah import LEMBAR_BERKAS, Masalah, Tingkat
from rtl_tracker.spreadsheets.templat import buat_templat
from rtl_tracker.usecases.impor_buku_kerja import LaporanImpor, impor_buku_kerja


def impor(argumen: Namespace, settings: Settings) -> int:
    """Store a workbook or a folder of CSV, whole or not at all; DITOLAK when anything in it was refused."""
    with menulis(settings) as session:
        laporan = impor_buku_kerja(
            session,
            argumen.sumber,
            argumen.tahun,
            now=datetime.now(UTC),
            urutan=None if argumen.urutan_unsur is None else UrutanUnsur(argumen.urutan_unsur),
            ganti=argumen.ganti,
            cek=argumen.cek,
            batas_mb=settings.max_upload_mb,
        )
    if argumen.json:
        cetak_json(_json_impor(laporan))
    else:
        _ceritakan(laporan, cek=argumen.cek)
    return DITOLAK if laporan.galat else SELESAI


def templat_impor(argumen: Namespace, settings: Settings) -> int:
    """Write the blank workbook. A file that is there with other content is kept unless --timpa is given. Raises Ditolak."""
    tujuan = argumen.keluar
    if tujuan.suffix.casefold() != ".xlsx":
        raise SalahPakai(f"Nama berkas templat harus berakhiran .xlsx, bukan '{tujuan.name}'.")
    pastikan_dapat_ditulis(tujuan)
    isi = buat_templat()
    if tujuan.exists() and not argumen.timpa and tujuan.read_bytes() not in (b"", isi):
        raise Ditolak(f"Berkas {tujuan} sudah ada dan mungkin sudah diisi; pilih nama lain, atau tambahkan --timpa.")
    tulis_berkas(tujuan, isi)
    cetak(f"Buku kerja kosong ditulis ke {tujuan}.")
    return SELESAI


def _json_impor(laporan: LaporanImpor) -> dict[str, Any]:
    return {
        "tahun": laporan.tahun,
        "sumber": laporan.sumber,
        "disimpan": laporan.disimpan,
        "berubah": {lembar: banyak for lembar, banyak in laporan.diubah.items() if banyak},
        "galat": _json_masalah(laporan, "galat"),
        "peringatan": _json_masalah(laporan, "peringatan"),
        "info": _json_masalah(laporan, "info"),
    }


def _json_masalah(laporan: LaporanImpor, tingkat: Tingkat) -> list[dict[str, Any]]:
    kunci = ("lembar", "baris", "kolom", "nilai", "kalimat")
    return [{k: getattr(m, k) for k in kunci} for m in laporan.masalah if m.tingkat == tingkat]


def _ceritakan(laporan: LaporanImpor, *, cek: bool) -> None:
    for m in laporan.masalah:
        if m.tingkat == "info":
            cetak(f"Info: {_kalimat(m)}")
        else:
            peringatkan(f"{m.tingkat.capitalize()}: {_kalimat(m)}")
    if laporan.galat:
        peringatkan(f"{laporan.sumber} ditolak karena {len(laporan.galat)} galat; tidak ada yang disimpan.")
        return
    perubahan = ", ".join(f"{lembar} {banyak}" for lembar, banyak in laporan.diubah.items() if banyak)
    if not perubahan:
        cetak("Tidak ada perubahan.")
    elif cek:
        cetak(f"Tidak ada galat. Bila diimpor, baris yang berubah: {perubahan}. Tidak ada yang disimpan.")
    else:
        cetak(f"{laporan.sumber} tersimpan untuk tahun {laporan.tahun}. Baris yang berubah: {perubahan}.")


def _kalimat(m: Masalah) -> str:
    """Where, what stands there, and why it is wrong: "lembar hasil, baris 12, kolom ikm: '180' - ..."."""
    if m.lembar == LEMBAR_BERKAS:
        return f"berkas: {m.kalimat}"
    tempat = [f"lembar {m.lembar}"]
    tempat += [f"{sebutan} {isi}" for sebutan, isi in (("baris", m.baris), ("kolom", m.kolom)) if isi is not None]
    nilai = "" if not m.nilai else f"'{m.nilai}' - "
    return f"{', '.join(tempat)}: {nilai}{m.kalimat}"
