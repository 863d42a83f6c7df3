"""The findings of a stored year with what has been explained of them: loaded and computed once, read by every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.auditor.daftar import periksa
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.izin import unit_terjangkau
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import terbuka
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia
from rtl_tracker.storage.penjelasan_repository import Penjelasan, muat_penjelasan
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.fakta_pemeriksaan import muat_fakta

Tempat = tuple[int, Periode]


@dataclass(frozen=True)
class TemuanTahun:
    """Everything found in a year. `tersedia`: stored years, newest first; `penjelasan` by the identity of the finding.

    `berkas`: units and periods that have a dossier, a result or an RTL; `dapat_diisi`: of those, the ones whose result was typed
    or imported as a recap and whose dossier is open.
    """

    tahun: int
    tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    upp: Mapping[int, Upp]
    ada_hasil: bool
    temuan: tuple[Temuan, ...]
    penjelasan: Mapping[str, Penjelasan]
    berkas: frozenset[Tempat]
    dapat_diisi: frozenset[Tempat]

    def milik_unit(self, upp_id: int) -> tuple[Temuan, ...]:
        """The findings of a unit and of the units below it."""
        unit = unit_terjangkau(upp_id, {u.id: u.induk_id for u in self.upp.values()})
        return tuple(t for t in self.temuan if t.upp_id in unit)

    def cari(self, upp_id: int | None, kunci: str) -> Temuan | None:
        """The finding of this unit (None = of the instansi) with this identity; None where it is no more."""
        return next((t for t in self.temuan if t.upp_id == upp_id and t.kunci == kunci), None)


def muat_temuan_tahun(session: Session, tahun: int, tanggal: date) -> TemuanTahun:
    """The findings of the year, judged on a day, in a fixed number of queries. Raises TahunTidakAda."""
    tersedia = tuple(tahun_tersedia(session))
    if tahun not in tersedia:
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    fakta = muat_fakta(session, tahun, tanggal)
    ada_hasil = any(r.hasil or r.kosong for r in fakta.rekap.upp)
    berkas = _berkas(fakta)
    return TemuanTahun(
        tahun=tahun,
        tersedia=tersedia,
        pengaturan=fakta.pengaturan,
        upp={r.upp.id: r.upp for r in fakta.rekap.upp},
        ada_hasil=ada_hasil,
        temuan=tuple(periksa(fakta)) if ada_hasil else (),
        penjelasan=muat_penjelasan(session, tahun),
        berkas=berkas,
        dapat_diisi=_dapat_diisi(fakta),
    )


def _berkas(fakta: Fakta) -> frozenset[Tempat]:
    tempat = [(b.upp_id, b.periode) for b in fakta.penyampaian]
    tempat += [(t.upp_id, t.baris.periode) for t in fakta.terukur]
    tempat += [(r.upp_id, r.periode) for r in fakta.rtl if r.upp_id is not None]
    return frozenset(tempat)


def _dapat_diisi(fakta: Fakta) -> frozenset[Tempat]:
    """Results of the whole unit that a form may change: no answers stand behind them, and their dossier is open."""
    terkunci = {(b.upp_id, b.periode) for b in fakta.penyampaian if not terbuka(b)}
    rekap = {(t.upp_id, t.baris.periode) for t in fakta.terukur if t.tabulasi is None and t.baris.layanan is None}
    return frozenset(rekap - terkunci)
