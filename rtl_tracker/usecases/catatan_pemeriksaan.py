"""A note of an inspection: kept in the trail of the RTL, changes nothing else (spec 2.1)."""

from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.alur_rtl import SyaratKurang
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.usecases.kelola_rtl import ambil_rtl

CATATAN_TERPANJANG = 4000


def catat(session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, catatan: str) -> None:
    """Keep the note. Raises TidakTerjangkau, AksesDitolak, SyaratKurang when it is empty or too long."""
    rtl = ambil_rtl(session, pelaku, Izin.CATAT_PEMERIKSAAN, rtl_id)
    catatan = catatan.strip()
    if not catatan:
        raise SyaratKurang("Catatan pemeriksaan belum diisi. Tuliskan apa yang diperiksa dan apa yang ditemukan.")
    if len(catatan) > CATATAN_TERPANJANG:
        raise SyaratKurang("Catatan pemeriksaan terlalu panjang (paling banyak 4.000 huruf). Ringkas, lalu simpan kembali.")
    catat_jejak(
        session, pelaku, now, JenisJejak.CATATAN_PEMERIKSAAN, Objek.RTL, rtl_id, upp_id=rtl.upp_id, catatan=catatan
    )  # fmt: skip
