"""A workbook never replaces answers that came from a survey: they are taken back by reopening it (spec 5.4)."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from rtl_tracker.domain.periode import Periode
from rtl_tracker.spreadsheets.masalah import Masalah
from rtl_tracker.storage.tutup_repository import survei_jadi_hasil

KALIMAT = (
    "Hasil {apa} berasal dari survei yang sudah dijadikan hasil, sehingga tidak dapat diisi atau diganti dari buku kerja. "
    "Buka kembali surveinya lebih dahulu, atau hapus lembar 'hasil' dan 'respons' dari buku kerja."
)


def tolak_periode(session: Session, upp_id: int, tahun: int, periode: Periode) -> list[Masalah]:
    """The refusal for a workbook of one unit and period whose result was made from a survey; none otherwise."""
    return [_masalah("periode ini")] if (upp_id, periode) in survei_jadi_hasil(session, tahun) else []


def tolak_ganti(
    session: Session, tahun: int, respons: Collection[tuple[int, int | None, Periode]], ganti: bool
) -> list[Masalah]:
    """The refusal for a workbook of a year: with `ganti` it would replace all, else it may bring answers (`respons`) of such a period."""
    milik = survei_jadi_hasil(session, tahun)
    if not milik or not (ganti or any((u, p) in milik for u, _, p in respons)):
        return []
    return [_masalah(f"{len(milik)} periode unit pada tahun {tahun}")]


def _masalah(apa: str) -> Masalah:
    return Masalah("galat", "respons", None, None, None, KALIMAT.format(apa=apa))
