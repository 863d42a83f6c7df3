"""`laporan`: a document into a file that appears whole or not at all."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.jenis_dokumen import (
    TABEL_JENIS,
    BentukBerkas,
    JenisDokumen,
    PermintaanDokumen,
    PermintaanKeliru,
    periksa_permintaan,
)
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan, periksa_pesanan
from rtl_tracker.perintah.keluaran import cetak, pastikan_dapat_ditulis, peringatkan, tulis_berkas
from rtl_tracker.perintah.kemajuan import BilahKemajuan
from rtl_tracker.perintah.lingkungan import membaca
from rtl_tracker.perintah.tolakan import SELESAI, Ditolak, SalahPakai
from rtl_tracker.reports.word.tata_letak import cari_soffice
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.buat_dokumen import buat_dokumen
from rtl_tracker.usecases.buat_paket import buat_paket
from rtl_tracker.usecases.hasil_tersimpan import cari_upp
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak
from rtl_tracker.usecases.susun_dokumen import DokumenJadi

PAKET = "zip"
PERLU_LIBREOFFICE = (
    "PDF memerlukan LibreOffice, yang tidak ditemukan; pasang paket libreoffice-writer (atau isi RTL_SOFFICE), "
    "atau pilih berkas .docx."
)


def laporan(argumen: Namespace, settings: Settings) -> int:
    """A document by the ending of --keluar; .zip = the documents of all units. Raises SalahPakai, Ditolak."""
    tujuan: Path = argumen.keluar
    akhiran = tujuan.suffix.casefold().removeprefix(".")
    jenis = JenisDokumen(argumen.jenis)
    periode = argumen.periode or Periode.TAHUNAN
    if akhiran == PAKET:
        _paket(settings, jenis, argumen, periode, tujuan)
        return SELESAI
    bentuk = _bentuk(jenis, akhiran, tujuan)
    with membaca(settings) as session:
        upp_id = None if argumen.upp is None else _upp(session, argumen.upp)
    permintaan = PermintaanDokumen(jenis, argumen.tahun, periode, upp_id)
    try:
        periksa_permintaan(permintaan, bentuk)
    except PermintaanKeliru as galat:
        raise SalahPakai(
            f"{galat} {'Tambahkan --upp NAMA.' if upp_id is None and argumen.upp is None else ''}".strip()
        ) from galat
    susun_ke_berkas(settings, permintaan, tujuan)
    cetak(f"{permintaan.nama} ditulis ke {tujuan}.")
    return SELESAI


def _bentuk(jenis: JenisDokumen, akhiran: str, tujuan: Path) -> BentukBerkas:
    bentuk = TABEL_JENIS[jenis].bentuk
    if akhiran not in [b.value for b in bentuk]:
        pilihan = " atau ".join(f".{b.value}" for b in bentuk)
        raise SalahPakai(f"Nama berkas {TABEL_JENIS[jenis].nama.lower()} harus berakhiran {pilihan}, bukan '{tujuan.name}'.")
    return BentukBerkas(akhiran)


def _upp(session: Session, nama: str) -> int:
    return cari_upp(list_upp(session), nama).id


def susun_ke_berkas(settings: Settings, permintaan: PermintaanDokumen, tujuan: Path) -> None:
    """Make a document and write it to `tujuan`, progress and warnings on standard error. Raises Ditolak."""
    pastikan_dapat_ditulis(tujuan)
    bentuk = BentukBerkas(tujuan.suffix.casefold().removeprefix("."))
    if bentuk is BentukBerkas.PDF and cari_soffice(settings.soffice) is None:
        raise Ditolak(PERLU_LIBREOFFICE)
    pesanan = Pesanan(JenisKerja.DOKUMEN, permintaan, excel=bentuk is BentukBerkas.XLSX)
    jadi = _buat(settings, pesanan)
    if bentuk not in jadi.berkas:
        raise Ditolak(" ".join(jadi.peringatan))
    tulis_berkas(tujuan, jadi.berkas[bentuk])
    for kalimat in jadi.peringatan:
        peringatkan(f"Peringatan: {kalimat}")


def _buat(settings: Settings, pesanan: Pesanan) -> DokumenJadi:
    try:
        with membaca(settings) as session, BilahKemajuan() as lapor:
            return buat_dokumen(session, settings, pesanan, lapor)
    except DokumenDitolak as galat:
        raise Ditolak(str(galat)) from galat


def _paket(settings: Settings, jenis: JenisDokumen, argumen: Namespace, periode: Periode, tujuan: Path) -> None:
    """The documents of all units as one zip. Raises SalahPakai, Ditolak."""
    pastikan_dapat_ditulis(tujuan)
    excel = TABEL_JENIS[jenis].bentuk[0] is BentukBerkas.XLSX
    pesanan = Pesanan(JenisKerja.PAKET, PermintaanDokumen(jenis, argumen.tahun, periode), excel=excel)
    try:
        periksa_pesanan(pesanan)
    except PermintaanKeliru as galat:
        raise SalahPakai(str(galat)) from galat
    with TemporaryDirectory(prefix=".paket-", dir=tujuan.parent) as folder:
        sementara = Path(folder) / "paket.zip"
        try:
            with membaca(settings) as session, BilahKemajuan() as lapor:
                jadi = buat_paket(session, settings, pesanan, sementara, lapor)
        except DokumenDitolak as galat:
            raise Ditolak(str(galat)) from galat
        sementara.replace(tujuan)
    for kalimat in jadi.peringatan:
        peringatkan(f"Peringatan: {kalimat}")
    cetak(f"{jadi.banyak} dokumen ditulis ke {tujuan}.")
