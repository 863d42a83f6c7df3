"""The RTL sheet of a unit and period from what is stored (spec 3.1, T10)."""

from dataclasses import replace

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import TRIWULAN_SEMESTER, Periode
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.lembar_rtl.fakta import BahanLembarRtl
from rtl_tracker.reports.lembar_rtl.rancang import rancang_lembar
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import masa
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.respons_repository import JawabanLembar, saran_periode
from rtl_tracker.storage.upp_repository import upp_menurut_id
from rtl_tracker.usecases.data_unit import DataUnit, muat_unit
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the sheet. TAHUNAN holds the RTL of every period of the year beside the annual values, a semester those of its triwulan.

    A unit with a result and no RTL gets its sheet: the owed unsur stand in it as a form to be filled in. Raises DokumenDitolak
    without a unit, and for one of which the period knows neither values nor RTL.
    """
    upp = pastikan_upp(session, permintaan)
    unit = muat_unit(session, permintaan.tahun, upp.id)
    bahan = BahanLembarRtl(
        pengaturan=pengaturan_bernama(session, permintaan.tahun),
        upp=upp,
        tahun=permintaan.tahun,
        periode=permintaan.periode,
        hasil=unit.rekap.hasil.get(permintaan.periode),
        rtl=tuple(r for r in unit.rtl if r.periode in bagian_periode(permintaan.periode)),
        saran=_saran(session, unit, permintaan),
    )
    if not bahan.rtl and (bahan.hasil is None or not bahan.hasil.nrr):
        raise DokumenDitolak(
            f"{upp.nama} belum memiliki nilai unsur maupun RTL pada {masa(permintaan.tahun, permintaan.periode)}. "
            "Isi hasil SKM atau susun RTL lebih dahulu."
        )
    return rancang_lembar(bahan)


def pastikan_upp(session: Session, permintaan: PermintaanDokumen) -> Upp:
    """The unit that is asked for. Raises DokumenDitolak when there is none."""
    upp = None if permintaan.upp_id is None else upp_menurut_id(session, permintaan.upp_id)
    if upp is None:
        raise DokumenDitolak("Unit yang diminta tidak ada. Periksa kembali nama unit pada Data induk.")
    return upp


def pengaturan_bernama(session: Session, tahun: int) -> Pengaturan:
    """The settings of the year. Plans may be older than the first settings: the instansi is then called as in those."""
    pengaturan = muat_pengaturan(session, tahun)
    if pengaturan.nama:
        return pengaturan
    nama = (muat_pengaturan(session, satu).nama for satu in reversed(tahun_tersedia(session)))
    return replace(pengaturan, nama=next((satu for satu in nama if satu), ""))


def bagian_periode(periode: Periode) -> tuple[Periode, ...]:
    """The period with those that make it up: a semester with its triwulan, the year with all."""
    if periode is Periode.TAHUNAN:
        return tuple(Periode)
    return (*TRIWULAN_SEMESTER.get(periode, ()), periode)


def _saran(session: Session, unit: DataUnit, permintaan: PermintaanDokumen) -> tuple[tuple[str, JawabanLembar], ...]:
    periode = bagian_periode(permintaan.periode)
    return tuple(satu for p in periode for satu in saran_periode(session, unit.upp.id, permintaan.tahun, p))
