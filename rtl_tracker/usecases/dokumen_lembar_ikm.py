"""The publication sheet of the instansi, of one unit, or of all units, from what is stored (spec 3.1)."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.formats import daftar
from rtl_tracker.reports.lembar_ikm.fakta import BahanLembar, FaktaLembar, fakta_instansi, fakta_unit
from rtl_tracker.reports.lembar_ikm.kalimat import sebut_periode
from rtl_tracker.reports.lembar_ikm.profil_publik import KOLOM_PUBLIK
from rtl_tracker.reports.lembar_ikm.rancang import rancang_lembar, rancang_lembar_semua
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.tahunan.sebutan import sebut_nama
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.storage.respons_repository import profil_per_periode
from rtl_tracker.usecases.hitung_hasil import rekap_tahun
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The sheet of the unit, or of the instansi without one. Raises DokumenDitolak when the period holds no index."""
    bahan = _muat(session, permintaan.tahun, lingkungan)
    fakta = fakta_lembar(bahan, permintaan)
    return rancang_lembar(fakta)


def rancang_semua(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The sheets of all units with an index in the period, units below their induk. Raises DokumenDitolak when there is none."""
    bahan = _muat(session, permintaan.tahun, lingkungan)
    per_id = {r.upp.id: r for r in bahan.rekap.upp}
    urut = [per_id[u.id] for _, u in urut_menurut_induk([r.upp for r in bahan.rekap.upp])]
    lembar = [(r.upp.nama, fakta_unit(bahan, r, permintaan.periode)) for r in urut]
    ada = [f for _, f in lembar if f is not None]
    if not ada:
        raise DokumenDitolak(tanpa_hasil(bahan.rekap, permintaan, "unit mana pun", periode_lain(bahan.rekap, [])))
    tanpa = [nama for nama, f in lembar if f is None]
    sebab = f"Tanpa lembar karena belum ada hasil: {sebut_nama(tanpa)}." if tanpa else ""
    return rancang_lembar_semua(ada, (sebab,) if sebab else ())


def muat_lembar(session: Session, rekap: RekapTahun, lingkungan: LingkunganDokumen) -> BahanLembar:
    """What sheets of a computed year are made from, in a fixed number of queries."""
    return BahanLembar(
        rekap=rekap,
        kalender=muat_kalender(session, rekap.tahun),
        profil={kolom: profil_per_periode(session, rekap.tahun, kolom) for kolom in KOLOM_PUBLIK},
        base_url=lingkungan.base_url,
    )


def _muat(session: Session, tahun: int, lingkungan: LingkunganDokumen) -> BahanLembar:
    return muat_lembar(session, rekap_tahun(session, tahun), lingkungan)


def fakta_lembar(bahan: BahanLembar, permintaan: PermintaanDokumen) -> FaktaLembar:
    """The facts of the sheet that was asked for. Raises DokumenDitolak with the periods that can be had instead."""
    if permintaan.upp_id is None:
        fakta = fakta_instansi(bahan, permintaan.periode)
        if fakta is None:
            raise DokumenDitolak(_tanpa_indeks(bahan.rekap, permintaan))
        return fakta
    r = next((r for r in bahan.rekap.upp if r.upp.id == permintaan.upp_id), None)
    if r is None:
        raise DokumenDitolak("Unit yang diminta tidak ditemukan. Pilih unit dari daftar.")
    fakta = fakta_unit(bahan, r, permintaan.periode)
    if fakta is None:
        ada = [p for p, h in r.hasil.items() if h.ikm is not None]
        raise DokumenDitolak(tanpa_hasil(bahan.rekap, permintaan, r.upp.nama, periode_lain(bahan.rekap, ada)))
    return fakta


def _tanpa_indeks(rekap: RekapTahun, permintaan: PermintaanDokumen) -> str:
    """Why the instansi has no index in the period: nothing was measured, or the declared rule cannot be followed."""
    indeks = rekap.instansi.get(permintaan.periode)
    if indeks is not None and indeks.upp_dihitung:
        return (
            f"IKM instansi {sebut_periode(permintaan.periode, rekap.tahun)} tidak dapat dihitung dengan agregasi "
            f"{indeks.agregasi.value}: ada unit yang nilai unsur atau jumlah respondennya tidak diketahui. Lengkapi datanya, atau "
            f"pilih agregasi lain dengan rtl-tracker instansi --tahun {rekap.tahun} --agregasi rerata_upp."
        )
    ada = [p for p, i in rekap.instansi.items() if i.ikm is not None]
    return tanpa_hasil(rekap, permintaan, rekap.pengaturan.nama or "instansi", periode_lain(rekap, ada))


def tanpa_hasil(rekap: RekapTahun, permintaan: PermintaanDokumen, siapa: str, jalan_keluar: str) -> str:
    """The refusal of a document of a period without a result, and what to do instead."""
    return f"Belum ada hasil SKM {siapa} untuk {sebut_periode(permintaan.periode, rekap.tahun)}. {jalan_keluar}"


def periode_lain(rekap: RekapTahun, ada: Sequence[Periode]) -> str:
    """What to do where the periods `ada` have results, or none has."""
    if ada:
        return f"Pilih periode yang sudah ada hasilnya: {daftar([sebut_periode(p, rekap.tahun) for p in ada])}."
    return "Impor hasil atau jawaban responden lebih dahulu."
