"""What tests publish: the small instansi of tests.web.instansi, with or without the sheets."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from rtl_tracker.domain.peran import Pelaku, pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.publikasi_repository import Publikasi, list_publikasi
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases.calon_publikasi import CalonPublikasi, susun_calon
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen
from rtl_tracker.usecases.terbitkan_hasil import simpan_publikasi

KINI = datetime(2023, 1, 20, 3, 0, tzinfo=UTC)
TAHUN = 2022
LINGKUNGAN = LingkunganDokumen("https://skm.contoh.go.id", GudangBukti(Path("bukti"), Path("tampil")))


def calon(session: Session, tahun: int = TAHUN, periode: Periode = Periode.TAHUNAN) -> CalonPublikasi:
    """What would be published now."""
    return susun_calon(session, tahun, periode, LINGKUNGAN)


def calon_kini(engine: Engine, tahun: int = TAHUN, periode: Periode = Periode.TAHUNAN) -> CalonPublikasi:
    """The same in a session of its own."""
    with pabrik_session(engine)() as session:
        return calon(session, tahun, periode)


def terbitkan(
    engine: Engine,
    tahun: int = TAHUN,
    periode: Periode = Periode.TAHUNAN,
    *,
    sidik: dict[str, str] | None = None,
    oleh: Pelaku | None = None,
    now: datetime = KINI,
) -> Publikasi:
    """Publish without making sheets; the folder is named by the moment of the number."""
    with session_tulis(engine) as session:
        berkas = f"publikasi-{tahun}-{periode.value}-{len(list_publikasi(session)) + 1}"
        return simpan_publikasi(session, oleh or pelaku_program(), now, calon(session, tahun, periode), berkas, sidik or {})
