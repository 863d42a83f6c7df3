"""Saran of the valid questionnaires of a survey: searched, grouped by the unsur they are about, taken along as Excel."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur, urutan_unsur
from rtl_tracker.storage import pantauan_repository as repo
from rtl_tracker.storage.pantauan_repository import SaranTersimpan, SaringanSaran
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

PER_HALAMAN = 50
LAIN = "lain"


@dataclass(frozen=True, slots=True)
class HalamanSaran:
    """A page of saran, newest first. `kelompok`: (unsur or None for unclear ones, how many); `cocok` pass the filter."""

    tempat: TempatSurvei
    pengaturan: Pengaturan
    cari: str
    unsur: str
    kelompok: tuple[tuple[Unsur | None, int], ...]
    saran: tuple[SaranTersimpan, ...]
    layanan: dict[int, str]
    cocok: int
    halaman: int
    banyak_halaman: int

    @property
    def jumlah(self) -> int:
        """All saran of valid questionnaires."""
        return sum(n for _, n in self.kelompok)

    @property
    def argumen(self) -> dict[str, str]:
        """The filter as the arguments of an address."""
        return {nama: nilai for nama, nilai in (("cari", self.cari), ("unsur", self.unsur)) if nilai}


def muat_saran(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date, cari: str, unsur: str, halaman: int = 1
) -> HalamanSaran:  # fmt: skip
    """A page of saran of a unit within reach; one beyond the last is the last. Raises TidakTerjangkau, AksesDitolak."""
    tempat, p, saringan = baca_saringan_saran(session, pelaku, upp_id, tahun, periode, hari, cari, unsur)
    id_ = tempat.survei.id or 0
    cocok = repo.hitung_saran(session, id_, saringan)
    banyak = max(-(-cocok // PER_HALAMAN), 1)
    halaman = min(max(halaman, 1), banyak)
    cacah = repo.cacah_saran(session, id_)
    dikenal = LAIN if saringan.lain else saringan.unsur.value if saringan.unsur is not None else ""
    return HalamanSaran(
        tempat, p, saringan.cari, dikenal,
        tuple((u, cacah.get(u, 0)) for u in (*urutan_unsur(p.urutan_unsur), None)),
        tuple(repo.list_saran_survei(session, id_, saringan, (halaman - 1) * PER_HALAMAN, PER_HALAMAN)),
        layanan_unit(session, upp_id), cocok, halaman, banyak,
    )  # fmt: skip


def baca_saringan_saran(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date, cari: str, unsur: str
) -> tuple[TempatSurvei, Pengaturan, SaringanSaran]:
    """The survey and the filter that were asked for. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, upp_id)
    tempat = tempat_unit(session, upp_id, tahun, periode, hari)
    satu = Unsur(unsur) if unsur in list(Unsur) else None
    return tempat, muat_pengaturan(session, tahun), SaringanSaran(cari.strip()[:100], satu, unsur == LAIN)
