"""What waits for verification: the few columns that order, filter and group it; never whole RTL."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtl_tracker.domain.antrean import Menunggu
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.storage.tables import BuktiTabel, RtlTabel

_KOLOM: tuple[str, ...] = (
    "upp_id", "tahun", "periode", "unsur", "unsur_teks", "kegiatan", "dilapor_pada", "dilapor_oleh", "versi", "data_contoh",
)  # fmt: skip


def list_menunggu(session: Session) -> list[Menunggu]:
    """All RTL reported as done and not yet confirmed or returned, in two queries."""
    bukti: dict[int, list[tuple[str, int | None]]] = {}
    for rtl_id, kunci, pengunggah in _bukti(session):
        bukti.setdefault(rtl_id, []).append((kunci, pengunggah))
    pilih = select(RtlTabel.id, *(getattr(RtlTabel, k) for k in _KOLOM)).where(RtlTabel.status == StatusRtl.SELESAI)
    return [
        Menunggu(
            id=baris.id,
            bukti=frozenset(kunci for kunci, _ in bukti.get(baris.id, ()) if kunci),
            banyak_bukti=len(bukti.get(baris.id, ())),
            pengunggah=frozenset(satu for _, satu in bukti.get(baris.id, ()) if satu is not None),
            **{kolom: getattr(baris, kolom) for kolom in _KOLOM},
        )
        for baris in session.execute(pilih)
    ]


def _bukti(session: Session) -> Iterator[tuple[int, str, int | None]]:
    """(RTL, what tells the bukti from others, who uploaded it) of bukti that count."""
    pilih = select(BuktiTabel.rtl_id, BuktiTabel.kunci_tautan, BuktiTabel.sha256, BuktiTabel.pengunggah_id)
    pilih = pilih.join(RtlTabel, RtlTabel.id == BuktiTabel.rtl_id)
    pilih = pilih.where(RtlTabel.status == StatusRtl.SELESAI, BuktiTabel.diganti_oleh.is_(None))
    for rtl_id, tautan, sha256, pengunggah in session.execute(pilih):
        yield rtl_id, tautan or sha256, pengunggah
