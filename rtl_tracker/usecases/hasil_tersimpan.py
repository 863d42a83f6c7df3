"""Results of a year for whoever asks by name: is there a year, which UPP is meant, what did the source print."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.domain.upp import Upp
from rtl_tracker.spreadsheets.rujukan import kunci_nama, nama_terdekat
from rtl_tracker.storage.pengaturan_repository import muat_tercetak
from rtl_tracker.usecases.hitung_hasil import rekap_tahun


class HasilTidakAda(DomainError):
    """Nothing is stored for what was asked."""


class UppTidakDikenal(DomainError):
    """No UPP, or more than one, answers to a name."""


def rekap_berisi(session: Session, tahun: int) -> RekapTahun:
    """The computed year. Raises HasilTidakAda when no UPP has a row in it."""
    rekap = rekap_tahun(session, tahun)
    if not any(r.hasil or r.kosong for r in rekap.upp):
        raise HasilTidakAda(f"Belum ada hasil SKM tahun {tahun}; jalankan: rtl-tracker impor SUMBER --tahun {tahun}.")
    return rekap


def pastikan_periode(rekap: RekapTahun, periode: Periode | None) -> None:
    """Raises HasilTidakAda when no UPP has a result in the period."""
    ada = [p.value for p in Periode if any(p in r.hasil for r in rekap.upp)]
    if periode is not None and periode.value not in ada:
        raise HasilTidakAda(f"Tidak ada hasil periode {periode.value} tahun {rekap.tahun}; yang ada: {', '.join(ada)}.")


def cari_upp(upp: Sequence[Upp], teks: str) -> Upp:
    """The unit of this nama, kode or singkatan; case, spaces and punctuation do not count.

    Raises UppTidakDikenal with the nearest names.
    """
    kunci = kunci_nama(teks)
    bernama = [u for u in upp if kunci_nama(u.nama) == kunci]
    cocok = bernama or [u for u in upp if kunci in (kunci_nama(u.kode), kunci_nama(u.singkatan))]
    if kunci and len(cocok) == 1:
        return cocok[0]
    if kunci and cocok:
        raise UppTidakDikenal(f"'{teks}' menunjuk lebih dari satu UPP: {'; '.join(u.nama for u in cocok)}.")
    dekat = nama_terdekat(teks, [u.nama for u in upp])
    tawaran = f"nama terdekat: {'; '.join(dekat)}" if dekat else "tidak ada nama yang mirip"
    raise UppTidakDikenal(f"UPP '{teks}' tidak dikenal; {tawaran}.")


def realisasi_tercetak(session: Session, tahun: int) -> str | None:
    """The annual realisasi (per cent) that a published report printed for the instansi, digits as printed."""
    return muat_tercetak(session, tahun).get((Periode.TAHUNAN, "realisasi"))
