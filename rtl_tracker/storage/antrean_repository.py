"""What waits for verification: the few columns that order, filter and group it; never whole RTL."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtl_tracker.domain.antrean import Menunggu
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.storage.tables import BuktiTabel, RtlTabel

_KOLOM: tuple[str, ...] = (
    "id", "upp_id", "tahun", "periode", "unsur", "unsur_teks", "kegiatan", "dilapor_pada", "dilapor_oleh", "versi",
    "data_contoh",
)  # fmt: skip


def list_menunggu(session: Session) -> list[Menunggu]:
    """All RTL reported as done and not yet confirmed or returned, in two queries."""
    bukti: dict[int, list[tuple[str, int | None]]] = {}
    for rtl_id, kunci, pengunggah in _bukti(session):
        bukti.setdefault(rtl_id, []).append((kunci, pengunggah))
    pilih = select(*(getattr(RtlTabel, k) for k in _KOLOM)).where(RtlTabel.status == StatusRtl.SELESAI)
    return [_menunggu(dict(zip(_KOLOM, satu, strict=True)), bukti.get(satu.id, ())) for satu in session.execute(pilih)]


def _menunggu(isi: Mapping[str, Any], bukti: Sequence[tuple[str, int | None]]) -> Menunggu:
    return Menunggu(
        bukti=frozenset(kunci for kunci, _ in bukti if kunci),
        banyak_bukti=len(bukti),
        pengunggah=frozenset(satu for _, satu in bukti if satu is not None),
        **isi,
    )


def _bukti(session: Session) -> Iterator[tuple[int, str, int | None]]:
    """(RTL, what tells the bukti from others, who uploaded it) of bukti that count."""
    pilih = select(BuktiTabel.rtl_id, BuktiTabel.kunci_tautan, BuktiTabel.sha256, BuktiTabel.pengunggah_id)
    pilih = pilih.join(RtlTabel, RtlTabel.id == BuktiTabel.rtl_id)
    pilih = pilih.where(RtlTabel.status == StatusRtl.SELESAI, BuktiTabel.diganti_oleh.is_(None))
    for rtl_id, tautan, sha256, pengunggah in session.execute(pilih):
        yield rtl_id, tautan or sha256, pengunggah
