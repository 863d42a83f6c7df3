"""`periksa`: the auditor's findings of a stored year, or of a workbook that is not stored."""

from argparse import Namespace
from datetime import datetime

from rtl_tracker.config import Settings
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.formats import bulat
from rtl_tracker.perintah.keluaran import cetak, cetak_json, peringatkan
from rtl_tracker.perintah.lingkungan import membaca
from rtl_tracker.perintah.tolakan import SELESAI, SalahPakai
from rtl_tracker.usecases.pemeriksaan import HasilPeriksa, json_periksa, periksa_berkas, periksa_tahun

INSTANSI = "Instansi"


def periksa(argumen: Namespace, settings: Settings) -> int:
    """Findings as text or JSON. Raises HasilTidakAda, BerkasTidakTerbaca; SalahPakai when neither year nor file is named."""
    hari_ini = datetime.now().astimezone().date()
    if argumen.berkas is not None:
        urutan = UrutanUnsur(argumen.urutan_unsur) if argumen.urutan_unsur else None
        hasil = periksa_berkas(argumen.berkas, argumen.tahun, hari_ini, urutan, settings.max_upload_mb)
    elif argumen.tahun is None:
        raise SalahPakai("Sebutkan --tahun untuk data yang tersimpan, atau --berkas untuk memeriksa sebuah buku kerja.")
    else:
        with membaca(settings) as session:
            hasil = periksa_tahun(session, argumen.tahun, hari_ini)
    if argumen.json:
        cetak_json(json_periksa(hasil))
    else:
        _cetak(hasil)
    return SELESAI


def _cetak(hasil: HasilPeriksa) -> None:
    """One heading per unit, below it its findings, one line each."""
    jumlah = ", ".join(f"{bulat(n)} {tingkat.value}" for tingkat, n in hasil.jumlah.items())
    cetak(f"Pemeriksaan tahun {hasil.fakta.tahun}: {jumlah}.")
    sebelum = ""
    for t in hasil.temuan:
        nama = hasil.nama_upp(t) or INSTANSI
        if nama != sebelum:
            cetak()
            cetak(nama)
            sebelum = nama
        tempat = ", ".join(filter(None, [t.periode and NAMA_PERIODE[t.periode], t.layanan]))
        cetak(f"  {t.aturan} {t.tingkat.value}{f' ({tempat})' if tempat else ''}: {t.kalimat}")
    for kalimat in hasil.catatan:
        peringatkan(kalimat)
