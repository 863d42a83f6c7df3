"""The Laporan Hasil Tindak Lanjut of a unit from what is stored, with the pictures of its bukti (spec 3.1, T12, T13)."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import Bukti, bergambar
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.reports.hasil_tl.fakta import BahanHasilTl
from rtl_tracker.reports.hasil_tl.rancang import rancang_hasil_tl
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import masa
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.bukti_repository import list_bukti
from rtl_tracker.storage.gambar_ulang import gambar_ulang
from rtl_tracker.storage.rtl_repository import list_rtl
from rtl_tracker.usecases.data_unit import muat_unit
from rtl_tracker.usecases.dokumen_rtl import bagian_periode, pastikan_upp, pengaturan_bernama
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen

UKURAN_GAMBAR: tuple[tuple[int, int], ...] = ((60, 720), (150, 480))
"""(up to so many pictures, points of their longer side); more than the last are drawn at TERKECIL."""
TERKECIL = 360


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the report: the RTL born from a period (a semester with its triwulan), TAHUNAN = all of the year.

    Raises DokumenDitolak without a unit or without any RTL: a signed report on no plan would say nothing. RTL of which nothing
    was reported do not stop it; they stand in it as "belum dilaporkan". Neither does a picture that is missing or damaged.
    """
    upp = pastikan_upp(session, permintaan)
    semua = list_rtl(session, upp_id=[upp.id])
    periode = bagian_periode(permintaan.periode)
    rtl = tuple(r for r in semua if r.tahun == permintaan.tahun and r.periode in periode)
    if not rtl:
        raise DokumenDitolak(
            f"{upp.nama} belum memiliki RTL dari hasil survei {masa(permintaan.tahun, permintaan.periode)}, sehingga belum ada "
            "tindak lanjut yang dapat dilaporkan. Susun RTL lebih dahulu, atau pilih periode lain."
        )
    bukti = list_bukti(session, [r.id for r in rtl])
    gambar, rusak = gambar_kecil((b for daftar in bukti.values() for b in daftar), lingkungan.gudang)
    bahan = BahanHasilTl(
        pengaturan=pengaturan_bernama(session, permintaan.tahun),
        upp=upp,
        tahun=permintaan.tahun,
        periode=permintaan.periode,
        rtl=rtl,
        bukti=bukti,
        lanjutan={r.asal_id: r for r in semua if r.asal_id is not None},
        terukur=_terukur(session, upp.id, permintaan.tahun),
        rusak=rusak,
    )
    return rancang_hasil_tl(bahan, gambar)


def _terukur(session: Session, upp_id: int, tahun: int) -> tuple[tuple[int, Hasil], ...]:
    """The measured results of the year of the plans and of the next one, in their order."""
    return tuple((t, h) for t in (tahun, tahun + 1) for h in muat_unit(session, t, upp_id).rekap.terukur)


def gambar_kecil(bukti: Iterable[Bukti], gudang: GudangBukti) -> tuple[dict[str, bytes], frozenset[str]]:
    """(small JPEG without metadata by the SHA-256 of its original, SHA-256 of what cannot be shown); superseded bukti are left out.

    Every original is checked against its hash, so that no picture stands in the report that is not the one handed in. The more
    pictures, the smaller: the file stays fit for sending.
    """
    berlaku = [b.sha256 for b in bukti if b.diganti_oleh is None and b.tipe is not None and bergambar(b.tipe)]
    hash_ = tuple(dict.fromkeys(berlaku))
    lebar = _lebar(hash_)
    hasil, rusak = {}, set()
    for satu in hash_:
        try:
            hasil[satu] = gambar_ulang(gudang.baca(satu), lebar)
        except (ValueError, OSError, SyntaxError):
            rusak.add(satu)
    return hasil, frozenset(rusak)


def _lebar(gambar: Sequence[str]) -> int:
    return next((lebar for batas, lebar in UKURAN_GAMBAR if len(gambar) <= batas), TERKECIL)
