"""The annual report of one unit from what is stored."""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.tahunan.bahan import BahanLaporan, Lembar
from rtl_tracker.reports.upp.bahan import BahanUpp, LayananUpp
from rtl_tracker.reports.upp.fakta import susun_fakta_upp
from rtl_tracker.reports.upp.rancang import rancang_upp
from rtl_tracker.storage.respons_repository import pola_jawaban, saran_periode
from rtl_tracker.storage.tables import LayananTabel, ProfilTabel, ResponsTabel
from rtl_tracker.usecases.bahan_laporan import KOLOM_PROFIL, bahan_tanpa_jawaban
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the report. Raises DokumenDitolak when the unit does not exist or its year holds no result."""
    return rancang_upp(susun_fakta_upp(muat_bahan_upp(session, permintaan.tahun, permintaan.upp_id)))


def muat_bahan_upp(session: Session, tahun: int, upp_id: int | None) -> BahanUpp:
    """Load what the report is made from; answers of no other unit are read. Raises DokumenDitolak."""
    dasar = bahan_tanpa_jawaban(session, tahun)
    if upp_id is None or all(r.upp.id != upp_id for r in dasar.rekap.upp):
        raise DokumenDitolak("Unit yang diminta tidak ada. Pilih unit dari Data Induk.")
    _periksa_hasil(dasar, upp_id)
    saran = [(upp_id, teks, isi) for p in Periode for teks, isi in saran_periode(session, upp_id, tahun, p)]
    lengkap = replace(
        dasar,
        pola=tuple(pola_jawaban(session, tahun, upp_id)),
        profil_responden={kolom: _hitung_profil(session, tahun, upp_id, kolom) for kolom in KOLOM_PROFIL},
        saran=tuple(saran),
        lembar=_lembar(session, tahun, upp_id),
    )
    return BahanUpp(upp_id, lengkap, _profil(session, tahun, upp_id), _layanan(session, upp_id))


def _periksa_hasil(bahan: BahanLaporan, upp_id: int) -> None:
    """Raises DokumenDitolak when the unit has neither an index nor values of unsur; nihil is told as the answer that it is."""
    r = next(r for r in bahan.rekap.upp if r.upp.id == upp_id)
    if r.tahunan is not None and (r.tahunan.ikm is not None or r.tahunan.nrr):
        return
    tahun, nama = bahan.rekap.tahun, r.upp.nama
    nihil = [p for p in bahan.penyampaian if p.upp_id == upp_id and p.nihil]
    if not nihil and not r.nihil:
        raise DokumenDitolak(f"Belum ada hasil SKM {nama} tahun {tahun}. Isi atau impor hasilnya lebih dahulu.")
    alasan = next((p.alasan_nihil.strip().rstrip(".") for p in nihil if p.alasan_nihil.strip()), "")
    sebab = f" Alasannya: {alasan}." if alasan else ""
    raise DokumenDitolak(
        f"{nama} sudah menyampaikan nihil untuk tahun {tahun}: tidak ada layanan yang dapat dinilai.{sebab} "
        "Laporan tahunan unit tidak perlu disusun."
    )


def _hitung_profil(session: Session, tahun: int, upp_id: int, kolom: str) -> dict[str, int]:
    """How many questionnaires of the unit carry each value of a profile column; blanks are left out."""
    sel = getattr(ResponsTabel, kolom)
    pilih = select(sel, func.count()).where(ResponsTabel.tahun == tahun, ResponsTabel.upp_id == upp_id, sel.is_not(None))
    return dict(session.execute(pilih.group_by(sel)).all())


def _lembar(session: Session, tahun: int, upp_id: int) -> dict[tuple[int, Periode], tuple[Lembar, ...]]:
    """Questionnaires of the unit by period, in the order of the year and of entry."""
    pilih = select(ResponsTabel.periode, ResponsTabel.nomor, *(getattr(ResponsTabel, u.value) for u in Unsur))
    pilih = pilih.where(ResponsTabel.tahun == tahun, ResponsTabel.upp_id == upp_id).order_by(ResponsTabel.id)
    per_periode: dict[Periode, list[Lembar]] = {}
    for periode, nomor, *jawaban in session.execute(pilih):
        per_periode.setdefault(periode, []).append((nomor or "", tuple(jawaban)))
    return {(upp_id, p): tuple(per_periode[p]) for p in Periode if p in per_periode}


def _profil(session: Session, tahun: int, upp_id: int) -> tuple[tuple[str, str], ...]:
    """Lines of the sheet `profil` in the order in which they came in."""
    pilih = select(ProfilTabel.kunci, ProfilTabel.nilai).where(ProfilTabel.tahun == tahun, ProfilTabel.upp_id == upp_id)
    return tuple((kunci, nilai) for kunci, nilai in session.execute(pilih.order_by(ProfilTabel.id)))


def _layanan(session: Session, upp_id: int) -> tuple[LayananUpp, ...]:
    pilih = select(LayananTabel.nama, LayananTabel.biaya, LayananTabel.standar_waktu).where(LayananTabel.upp_id == upp_id)
    return tuple(LayananUpp(*isi) for isi in session.execute(pilih.order_by(LayananTabel.id)))
