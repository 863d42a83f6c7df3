"""The board of a year: every UPP by every period that is owed, searched and filtered; opening a new year (spec 2.3, 2.4)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.papan import (
    BahanPapan,
    BarisPapan,
    KodeSel,
    Sel,
    TandaSel,
    hasil_per_periode,
    hitung_sel,
    kolom_papan,
    susun_papan,
)
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.formats import bulat
from rtl_tracker.storage import penyampaian_repository as repo
from rtl_tracker.storage.hasil_repository import muat_hasil
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, simpan_pengaturan, tahun_tersedia
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda

TAHUN_TERAWAL, TAHUN_TERAKHIR = 2000, 2100
KODE_SARINGAN: tuple[str, ...] = (*(k.value for k in KodeSel), *(t.value for t in TandaSel))


class TahunTidakDapatDibuka(DomainError):
    """The year is open already, or no plausible next one."""


class UrutanPapan(StrEnum):
    """What the board is ordered by; `susunan` keeps every UPT under its induk."""

    SUSUNAN = "susunan"
    NAMA = "nama"
    KELOMPOK = "kelompok"
    TERLAMBAT = "terlambat"


@dataclass(frozen=True, slots=True)
class SaringanPapan:
    """What is asked for. `keadaan` is one of KODE_SARINGAN; what is empty filters nothing."""

    cari: str = ""
    kelompok: str = ""
    periode: Periode | None = None
    keadaan: str = ""
    urut: UrutanPapan = UrutanPapan.SUSUNAN

    @property
    def menyaring(self) -> bool:
        """Whether any row may be left out."""
        return bool(self.cari or self.kelompok or self.periode or self.keadaan)

    @property
    def argumen(self) -> dict[str, str]:
        """The filter as an address carries it; only what is asked for."""
        semua = {
            "cari": self.cari,
            "kelompok": self.kelompok,
            "periode": self.periode.value if self.periode is not None else "",
            "keadaan": self.keadaan,
            "urut": "" if self.urut is UrutanPapan.SUSUNAN else self.urut.value,
        }
        return {nama: nilai for nama, nilai in semua.items() if nilai}

    def memilih(self, sel: Sel) -> bool:
        """Whether the cell is of the period and state asked for."""
        return self.periode in (None, sel.periode) and (not self.keadaan or self.keadaan in sel.semua_kode)


@dataclass(frozen=True, slots=True)
class Papan:
    """Everything the board shows. `baris` and `kolom` are those asked for, `kolom_semua`, `jumlah_upp` and `hitungan` of all.

    `dapat_dibuka` are the years that may be opened next; `tahun_tersedia` is newest first.
    """

    tahun: int
    tahun_tersedia: tuple[int, ...]
    dapat_dibuka: tuple[int, ...]
    pengaturan: Pengaturan
    kalender: Mapping[Periode, Jadwal]
    saringan: SaringanPapan
    baris: tuple[BarisPapan, ...]
    kolom: tuple[Periode, ...]
    kolom_semua: tuple[Periode, ...]
    jumlah_upp: int
    kelompok: tuple[str, ...]
    hitungan: Mapping[str, Mapping[Periode, int]]

    @property
    def tertunggak(self) -> int:
        """How many of the shown units have something to do now."""
        return sum(any(s.tertunggak and self.saringan.memilih(s) for s in b.sel.values()) for b in self.baris)


def baca_saringan_papan(cari: str, kelompok: str, periode: str, keadaan: str, urut: str) -> SaringanPapan:
    """The filter that an address asks for; what is not known there asks for nothing."""
    return SaringanPapan(
        cari=cari.strip(),
        kelompok=kelompok.strip(),
        periode=Periode(periode) if periode in list(Periode) else None,
        keadaan=keadaan if keadaan in KODE_SARINGAN else "",
        urut=UrutanPapan(urut) if urut in list(UrutanPapan) else UrutanPapan.SUSUNAN,
    )


def muat_papan(session: Session, pelaku: Pelaku, tahun: int, hari_ini: date, saringan: SaringanPapan) -> Papan:
    """Load and judge the year on a day, with a fixed number of queries. Raises AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PAPAN, None)
    tersedia = tuple(tahun_tersedia(session))
    if tahun not in tersedia:
        raise TahunTidakAda(f"Tahun {tahun} belum dibuka.")
    bahan = _muat_bahan(session, tahun)
    semua = susun_papan(bahan, hari_ini)
    kolom = kolom_papan(semua)
    return Papan(
        tahun=tahun,
        tahun_tersedia=tersedia,
        dapat_dibuka=tahun_dapat_dibuka(tersedia, hari_ini.year),
        pengaturan=muat_pengaturan(session, tahun),
        kalender=bahan.kalender,
        saringan=saringan,
        baris=tuple(saring_papan(semua, saringan)),
        kolom=tuple(p for p in kolom if saringan.periode in (None, p)),
        kolom_semua=kolom,
        jumlah_upp=len(semua),
        kelompok=tuple(dict.fromkeys(b.upp.kelompok_cetak for b in semua)),
        hitungan=hitung_sel(semua),
    )


def saring_papan(baris: Iterable[BarisPapan], saringan: SaringanPapan) -> list[BarisPapan]:
    """The rows that match, in the order asked for. A period alone asks for the units that owe it or have anything in it."""
    cocok = [b for b in baris if _cocok(b, saringan)]
    kunci = _KUNCI_URUT.get(saringan.urut)
    return cocok if kunci is None else sorted(cocok, key=kunci)


def sebutan_sel(sel: Sel) -> str:
    """A cell in words: "draf, nihil, terlambat 12 hari"."""
    bagian = [sel.kode.value.replace("_", " ")]
    if sel.nihil:
        bagian.append(TandaSel.NIHIL.value)
    if sel.hari_terlambat:
        bagian.append(f"{TandaSel.TERLAMBAT.value} {bulat(sel.hari_terlambat)} hari")
    return ", ".join(bagian)


def susun_lembar_papan(session: Session, pelaku: Pelaku, tahun: int, hari_ini: date, saringan: SaringanPapan) -> bytes:
    """The board as an Excel workbook, filtered like the page. Raises AksesDitolak, TahunTidakAda."""
    from rtl_tracker.reports.lembar_papan import LembarPapan, buat_lembar_papan  # here: the pages do without openpyxl

    papan = muat_papan(session, pelaku, tahun, hari_ini, saringan)
    istilah = papan.pengaturan.istilah_unit
    return buat_lembar_papan(
        LembarPapan(
            judul=f"Papan status {papan.pengaturan.nama} tahun {tahun}".replace("  ", " "),
            dinilai_pada=hari_ini,
            kepala=(istilah, "Induk", "Kelompok", *(NAMA_PERIODE[p] for p in papan.kolom)),
            baris=tuple(
                (b.upp.nama, b.induk or "", b.upp.kelompok_cetak, *(sebutan_sel(b.sel[p]) for p in papan.kolom))
                for b in papan.baris
            ),
            kepala_rincian=(istilah, "Periode", "Keadaan", "Nihil", "Batas penyampaian", "Hari terlambat"),
            rincian=tuple(_rincian(b, b.sel[p]) for b in papan.baris for p in papan.kolom if saringan.memilih(b.sel[p])),
        )
    )


def tahun_papan(session: Session, pelaku: Pelaku) -> tuple[int, ...]:
    """The opened years, newest first; none on an empty database. Raises AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PAPAN, None)
    return tuple(tahun_tersedia(session))


def tahun_dapat_dibuka(tersedia: Sequence[int], tahun_kini: int) -> tuple[int, ...]:
    """What is offered to be opened: the year after the newest, the current one, and those that were left out between two."""
    calon = {*range(min(tersedia), max(tersedia) + 2), tahun_kini} if tersedia else {tahun_kini}
    terlama = min(tersedia, default=TAHUN_TERAWAL)
    return tuple(sorted(t for t in calon - set(tersedia) if terlama <= t <= min(TAHUN_TERAKHIR, _batas(tersedia, tahun_kini))))


def buka_tahun(session: Session, pelaku: Pelaku, now: datetime, tahun: int) -> None:
    """Open a year with the settings of the year before it. Raises AksesDitolak, TahunTidakDapatDibuka."""
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    tersedia = tahun_tersedia(session)
    if tahun in tersedia:
        raise TahunTidakDapatDibuka(f"Tahun {tahun} sudah dibuka. Pilih tahun itu pada papan status.")
    terlama, batas = min(tersedia, default=TAHUN_TERAWAL), min(TAHUN_TERAKHIR, _batas(tersedia, now.astimezone().year))
    if not max(TAHUN_TERAWAL, terlama) <= tahun <= batas:
        raise TahunTidakDapatDibuka(
            f"Tahun {tahun} tidak dapat dibuka di sini. Pilih tahun {max(TAHUN_TERAWAL, terlama)} sampai {batas}; "
            "tahun yang lebih lama dimasukkan melalui impor buku kerja."
        )
    asal = max((t for t in tersedia if t < tahun), default=None)
    simpan_pengaturan(session, tahun, {})
    session.flush()
    catatan = f"Tahun {tahun} dibuka" + (
        f" dengan pengaturan tahun {asal}." if asal is not None else " dengan pengaturan bawaan."
    )
    catat_jejak(session, pelaku, now, JenisJejak.PENGATURAN_DIUBAH, Objek.TAHUN, tahun, ke="dibuka", catatan=catatan)


def _batas(tersedia: Sequence[int], tahun_kini: int) -> int:
    """The last plausible year: one ahead of the newest or of the current one."""
    return max(*tersedia, tahun_kini) + 1 if tersedia else tahun_kini + 1


def _muat_bahan(session: Session, tahun: int) -> BahanPapan:
    berjawaban = repo.periode_berjawaban(session, tahun)
    return BahanPapan(
        tahun=tahun,
        upp=list_upp(session),
        kalender=repo.muat_kalender(session, tahun),
        penyampaian={(p.upp_id, p.periode): p for p in repo.list_penyampaian(session, tahun)},
        hasil=hasil_per_periode(muat_hasil(session, tahun, {}), berjawaban),
        rtl=repo.periode_ber_rtl(session, tahun),
    )


def _cocok(b: BarisPapan, saringan: SaringanPapan) -> bool:
    if saringan.kelompok and b.upp.kelompok_cetak != saringan.kelompok:
        return False
    nama = lipat(f"{b.upp.nama} {b.upp.singkatan}")
    if not all(kata in nama for kata in lipat(saringan.cari).split()):
        return False
    if saringan.keadaan:
        return any(saringan.memilih(s) for s in b.sel.values())
    if saringan.periode is not None:
        sel = b.sel.get(saringan.periode)
        return sel is not None and sel.kode is not KodeSel.TIDAK_WAJIB
    return True


_KUNCI_URUT: dict[UrutanPapan, Callable[[BarisPapan], tuple[int, str, str]]] = {
    UrutanPapan.NAMA: lambda b: (0, lipat(b.upp.nama), ""),
    UrutanPapan.KELOMPOK: lambda b: (0, lipat(b.upp.kelompok_cetak), lipat(b.upp.nama)),
    UrutanPapan.TERLAMBAT: lambda b: (-b.paling_terlambat, lipat(b.upp.nama), ""),
}


def _rincian(b: BarisPapan, sel: Sel) -> tuple[str | int | date | None, ...]:
    return (
        b.upp.nama,
        NAMA_PERIODE[sel.periode],
        sel.kode.value.replace("_", " "),
        "ya" if sel.nihil else "",
        sel.batas if sel.wajib else None,
        sel.hari_terlambat,
    )
