"""The processing of a unit's answers from what is stored, as Word and as Excel (spec 3.3 T14, 3.6)."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.upp import Upp
from rtl_tracker.formats import daftar
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import akhir_nama_berkas, masa
from rtl_tracker.reports.pengolahan.buku import buat_buku_pengolahan
from rtl_tracker.reports.pengolahan.fakta import FaktaPengolahan, susun_fakta
from rtl_tracker.reports.pengolahan.rancang import rancang_pengolahan
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.tahunan.bahan import Lembar
from rtl_tracker.storage.respons_repository import jawaban_per_upp
from rtl_tracker.usecases.data_unit import DataUnit, muat_unit
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
    """The unit, its questionnaires and its results of the period; a year holds all its periods, a semester its triwulan."""
    upp = pastikan_upp(session, p)
    periode, unit = bagian_periode(p.periode), muat_unit(session, p.tahun, upp.id)
    lembar = _lembar(session, p.tahun, upp.id)
    diminta = {satu: isi for satu, isi in lembar.items() if satu in periode}
    if not diminta:
        raise DokumenDitolak(_tanpa_jawaban(unit, p, [satu for satu in Periode if satu in lembar]))
    hasil = {satu: h for satu, h in unit.rekap.hasil.items() if satu in periode}
    return upp, susun_fakta(upp.nama, p.tahun, pengaturan_bernama(session, p.tahun), diminta, hasil, p.periode)


def _lembar(session: Session, tahun: int, upp_id: int) -> dict[Periode, list[Lembar]]:
    """The unit's questionnaires of the year by period, in the order of entry."""
    lembar: dict[Periode, list[Lembar]] = {}
    for _, periode, (nomor, *jawaban) in jawaban_per_upp(session, tahun, upp_id):
        isi = lembar.setdefault(periode, [])
        isi.append((_nomor(nomor, len(isi) + 1), tuple(jawaban)))
    return lembar


def _tanpa_jawaban(unit: DataUnit, p: PermintaanDokumen, lain: list[Periode]) -> str:
    """Why there is nothing to process, and what can be done."""
    nama, waktu = unit.upp.nama, masa(p.tahun, p.periode)
    if lain:
        ada = daftar([NAMA_PERIODE[satu] for satu in lain])
        return (
            f"{nama} tidak mempunyai jawaban responden pada {waktu}. Jawaban tersimpan untuk periode {ada}; pilih periode itu."
        )
    if unit.rekap.nihil:
        return f"{nama} menyampaikan nihil untuk tahun {p.tahun}: tidak ada jawaban responden yang dapat diolah."
    if unit.rekap.hasil:
        return (
            f"{nama} hanya menyampaikan rekap nilai pada {waktu}, tanpa jawaban responden. Impor lembar respons lebih dahulu, atau "
            "susun rekapitulasi Excel."
        )
    return f"Belum ada jawaban responden {nama} pada {waktu}. Isi hasil atau impor lembar respons lebih dahulu."


def _nomor(nomor: str, urut: int) -> str:
    """The number of a questionnaire; anything but a short number may name a person and becomes the running number."""
    return nomor if nomor.isascii() and nomor.isdigit() and len(nomor) <= 6 else str(urut)
