"""The processing of a unit's answers from what is stored, as Word and as Excel (spec 3.3 T14, 3.6)."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import akhir_nama_berkas, masa
from rtl_tracker.reports.pengolahan.buku import buat_buku_pengolahan
from rtl_tracker.reports.pengolahan.fakta import FaktaPengolahan, susun_fakta
from rtl_tracker.reports.pengolahan.rancang import rancang_pengolahan
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.tahunan.bahan import Lembar
from rtl_tracker.storage.respons_repository import jawaban_per_upp
from rtl_tracker.usecases.dokumen_rtl import bagian_periode, pastikan_upp, pengaturan_bernama
from rtl_tracker.usecases.lingkungan_dokumen import BukuJadi, DokumenDitolak, LingkunganDokumen


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the Word document. Raises DokumenDitolak without answers."""
    upp, fakta = _muat(session, permintaan)
    return rancang_pengolahan(fakta, upp.alamat, _nama(upp, permintaan))


def excel(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> BukuJadi:
    """The workbook with live formulas. Raises DokumenDitolak without answers."""
    upp, fakta = _muat(session, permintaan)
    judul = f"Pengolahan data SKM {upp.nama} {masa(permintaan.tahun, permintaan.periode)}"
    return BukuJadi(_nama(upp, permintaan), judul, buat_buku_pengolahan(fakta))


def _nama(upp: Upp, p: PermintaanDokumen) -> str:
    return f"pengolahan-skm-{akhir_nama_berkas(upp, p.tahun, p.periode)}"


def _muat(session: Session, p: PermintaanDokumen) -> tuple[Upp, FaktaPengolahan]:
    """The unit and its questionnaires of the period; a year holds all its periods, a semester its triwulan."""
    upp = pastikan_upp(session, p)
    lembar: dict[Periode, list[Lembar]] = {}
    for _, periode, (nomor, *jawaban) in jawaban_per_upp(session, p.tahun, upp.id):
        if periode in bagian_periode(p.periode):
            daftar = lembar.setdefault(periode, [])
            daftar.append((_nomor(nomor, len(daftar) + 1), tuple(jawaban)))
    if not lembar:
        raise DokumenDitolak(
            f"{upp.nama} tidak mempunyai jawaban responden pada {masa(p.tahun, p.periode)}; yang tersimpan hanya rekapnya, atau belum ada."
        )
    return upp, susun_fakta(upp.nama, p.tahun, pengaturan_bernama(session, p.tahun), lembar)


def _nomor(nomor: str, urut: int) -> str:
    """The number of a questionnaire; anything but a short number may name a person and becomes the running number."""
    return nomor if nomor.isascii() and nomor.isdigit() and len(nomor) <= 6 else str(urut)
