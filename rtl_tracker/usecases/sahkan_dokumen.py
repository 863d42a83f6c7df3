"""Freezing: the document with its version on the cover, and what is kept of it (spec 2.2). Done by the queue."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.domain.pesanan import Pesanan
from rtl_tracker.reports.sampul_sahih import elemen_sahih
from rtl_tracker.storage.versi_repository import IsiBeku, nomor_berikut
from rtl_tracker.usecases.buat_dokumen import baris_temuan_dokumen, muat_pelengkap, rancang
from rtl_tracker.usecases.kesiapan_laporan import pastikan_boleh, periksa_kesiapan
from rtl_tracker.usecases.naskah_laporan import susun_naskah
from rtl_tracker.usecases.susun_dokumen import Bengkel, DokumenJadi, Lapor, susun_dokumen
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from rtl_tracker.usecases.versi_laporan import alamat_sahih, isi_beku


@dataclass(frozen=True, slots=True)
class DokumenSah:
    """A document ready to be stored as a version, and what is frozen with it."""

    jadi: DokumenJadi
    isi: IsiBeku


def buat_dokumen_sah(
    session: Session, settings: Settings, pesanan: Pesanan, kode: str, tanggal: date, pelaku: Pelaku, lapor: Lapor
) -> DokumenSah:
    """Make the document with its number and QR code on the cover; `pelaku` asked for it. Raises DokumenDitolak, PengesahanDitolak."""
    lapor("Memeriksa kesiapan", 2)
    p = pesanan.permintaan
    temuan_tahun = muat_temuan_tahun(session, p.tahun, tanggal)
    pastikan_boleh(periksa_kesiapan(session, susun_naskah(session, settings, p), temuan_tahun, tanggal), pesanan.alasan, pelaku)
    rancangan = rancang(session, settings, pesanan)
    pelengkap = muat_pelengkap(session, pesanan, tanggal)
    sahih = elemen_sahih(nomor_berikut(session, p), alamat_sahih(settings.base_url, kode))
    lengkap = replace(pelengkap, tambahan={**pelengkap.tambahan, **sahih})
    jadi = susun_dokumen(rancangan, lengkap, Bengkel(settings.soffice, settings.folder_grafik, lapor), pesanan.bentuk)
    temuan = [asdict(b) for b in baris_temuan_dokumen(session, p, tanggal)]
    return DokumenSah(jadi, isi_beku(rancangan, jadi, temuan))
