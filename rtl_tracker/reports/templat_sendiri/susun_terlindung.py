"""Filling a foreign template in a child process of a clean interpreter, under limits; what comes back is examined again."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rtl_tracker.reports.templat_sendiri.anak import (
    BANGUN,
    BERKAS_DOKUMEN,
    BERKAS_HASIL,
    BERKAS_PESAN,
    BERKAS_TEMPLAT,
    KELUAR_DITOLAK,
    KELUAR_MEMORI,
)
from rtl_tracker.reports.templat_sendiri.bagian_xml import pastikan_utuh
from rtl_tracker.reports.templat_sendiri.bahan_aktif import periksa_aktif, periksa_hubungan, periksa_jenis_isi
from rtl_tracker.reports.templat_sendiri.batas_anak import BATAS_SUSUN, MIB, Batas
from rtl_tracker.reports.templat_sendiri.dokumen_tetap import tetapkan
from rtl_tracker.reports.templat_sendiri.galat_templat import PaketDitolak, TemplatGagal, XmlDitolak
from rtl_tracker.reports.templat_sendiri.isi_paket import baca_isi
from rtl_tracker.reports.templat_sendiri.kode_medan import periksa_medan
from rtl_tracker.reports.templat_sendiri.paket_templat import DAFTAR_ISI, Paket, buka_hasil, buka_paket
from rtl_tracker.reports.templat_sendiri.temuan_templat import kutip
from rtl_tracker.reports.word.dokumen import Dokumen, bangun

_MODUL = "rtl_tracker.reports.templat_sendiri.anak"
_PERLU_WINDOWS = ("SYSTEMROOT", "SYSTEMDRIVE")
_BONGKAR_HASIL = 1 << 30
_TANPA_BATAS_MB = 1000
_PANJANG_PESAN = 2000
_CADANGAN = "Templat instansi tidak dapat dipakai, sehingga dokumen disusun dengan templat bawaan. {}"


def bangun_terlindung(dokumen: Dokumen, isi_templat: bytes, batas: Batas = BATAS_SUSUN, perintah: str = BANGUN) -> bytes:
    """The .docx of `dokumen` with an own template (`dokumen.templat` is not looked at).

    The child gets no environment, no network and no other file; on Windows, which has no kernel limits, only time is limited. Only
    the bytes of the document come back, and only when they are a sound package. Raises TemplatGagal. Rows that the document gives by
    a generator are used up; see `bangun_dengan_cadangan`.
    """
    _tolak_berbahaya(isi_templat)
    with TemporaryDirectory(prefix="templat-") as nama:
        folder = Path(nama)
        bahan = replace(tetapkan(dokumen), templat=Path(BERKAS_TEMPLAT))
        (folder / BERKAS_DOKUMEN).write_bytes(pickle.dumps(bahan))
        (folder / BERKAS_TEMPLAT).write_bytes(isi_templat)
        kode = _jalankan(folder, perintah, batas)
        if kode != 0:
            raise TemplatGagal(_sebab(folder, kode, batas))
        return _ambil_hasil(folder, batas)


def bangun_dengan_cadangan(dokumen: Dokumen, isi_templat: bytes, batas: Batas = BATAS_SUSUN) -> tuple[bytes, Sequence[str]]:
    """(the .docx, sentences for the user): with the own template, or with the shipped one (`dokumen.templat`) when that one fails."""
    bahan = tetapkan(dokumen)
    try:
        return bangun_terlindung(bahan, isi_templat, batas), ()
    except TemplatGagal as galat:
        return bangun(bahan), (_CADANGAN.format(galat),)


def _tolak_berbahaya(isi_templat: bytes) -> None:
    """What is active in a template would be active in the document too, whatever the child does; that it was examined once is not enough."""
    try:
        isi, masalah = baca_isi(buka_paket(isi_templat, _TANPA_BATAS_MB))
    except PaketDitolak as ditolak:
        raise TemplatGagal(str(ditolak)) from ditolak
    masalah += [*periksa_aktif(isi), *periksa_medan(isi)]
    if masalah:
        raise TemplatGagal(masalah[0].kalimat)


def _jalankan(folder: Path, perintah: str, batas: Batas) -> int:
    """Exit code of the child; negative for a signal. Raises TemplatGagal when its time is over."""
    angka = [str(satu) for satu in (batas.detik, batas.memori_mib, batas.berkas_mib)]
    argumen = [sys.executable, "-I", "-B", "-X", "utf8", "-m", _MODUL, str(folder), perintah, *angka]
    lingkungan = {nama: os.environ[nama] for nama in _PERLU_WINDOWS if nama in os.environ}
    bisu = subprocess.DEVNULL
    proses = subprocess.Popen(argumen, cwd=folder, env=lingkungan, stdin=bisu, stdout=bisu, stderr=bisu, start_new_session=True)
    try:
        return proses.wait(batas.detik)
    except subprocess.TimeoutExpired as galat:
        raise TemplatGagal(_lama(batas)) from galat
    finally:
        if proses.poll() is None:
            proses.kill()
            proses.wait()


def _sebab(folder: Path, kode: int, batas: Batas) -> str:
    if kode == KELUAR_MEMORI:
        return f"Penyusunan memerlukan memori lebih dari {batas.memori_mib} MB; sederhanakan templatnya."
    if kode in (-signal.SIGTERM, -getattr(signal, "SIGKILL", 9), -getattr(signal, "SIGXCPU", 24)):
        return _lama(batas)
    pesan = folder / BERKAS_PESAN
    if kode == KELUAR_DITOLAK and pesan.is_file():
        with pesan.open("rb") as berkas:
            return kutip(berkas.read(_PANJANG_PESAN).decode(errors="replace"), _PANJANG_PESAN)
    return "Word tidak dapat mengisi templat ini; mulai kembali dari templat bawaan dan ubah tampilannya saja."


def _lama(batas: Batas) -> str:
    return f"Penyusunan tidak selesai dalam {batas.detik} detik; sederhanakan templatnya."


def _ambil_hasil(folder: Path, batas: Batas) -> bytes:
    berkas = folder / BERKAS_HASIL
    if berkas.is_symlink() or not berkas.is_file() or berkas.stat().st_size > batas.berkas_mib * MIB:
        raise TemplatGagal("Hasil penyusunan dengan templat ini terlalu besar atau tidak ada; sederhanakan templatnya.")
    docx = berkas.read_bytes()
    try:
        _periksa_hasil(docx)
    except (PaketDitolak, XmlDitolak) as galat:
        raise TemplatGagal(
            "Hasil penyusunan dengan templat ini bukan dokumen Word yang utuh; mulai dari templat bawaan."
        ) from galat
    return docx


def _periksa_hasil(docx: bytes) -> None:
    """The package is sound, its XML well formed, and nothing in it acts or fetches. Raises PaketDitolak, XmlDitolak."""
    paket = buka_hasil(docx, _BONGKAR_HASIL)
    kecil = {n: isi if n == DAFTAR_ISI or n.endswith(".rels") else b"<kosong/>" for n, isi in paket.bagian.items()}
    isi, masalah = baca_isi(Paket(kecil))
    if [*masalah, *periksa_jenis_isi(isi), *periksa_hubungan(isi)]:
        raise PaketDitolak
    for nama in isi.xml:
        pastikan_utuh(paket.bagian[nama])
