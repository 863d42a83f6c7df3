"""The audit trail as a list to search in: who changed what (spec 2.4, 2.5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import periksa_izin, periksa_jangkauan
from rtl_tracker.domain.jejak import Catatan, JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.storage import jejak_repository as repo
from rtl_tracker.storage.pengguna_repository import list_pengguna
from rtl_tracker.storage.rtl_repository import rtl_menurut_id
from rtl_tracker.storage.upp_repository import list_upp, nama_upp
from rtl_tracker.usecases.baca_jejak import NAMA_JENIS, BarisJejak, baris_jejak

PER_HALAMAN = 50


@dataclass(frozen=True, slots=True)
class SaringanDaftar:
    """What is asked for; empty values filter nothing. `rtl`: number of an RTL; `pengguna`: id of an account."""

    upp_id: int | None = None
    rtl: int | None = None
    pengguna: int | None = None
    jenis: JenisJejak | None = None
    cari: str = ""

    @property
    def argumen(self) -> dict[str, str]:
        """The filter as the arguments of an address; what filters nothing is left out."""
        semua = {"upp": self.upp_id, "rtl": self.rtl, "pengguna": self.pengguna, "jenis": self.jenis, "cari": self.cari}
        return {nama: str(nilai) for nama, nilai in semua.items() if nilai not in (None, "")}


@dataclass(frozen=True, slots=True)
class ButirJejak:
    """One record: its number, its words, the unit it is about, the number of the RTL (None = of no RTL)."""

    nomor: int
    baris: BarisJejak
    unit: str
    rtl_id: int | None


@dataclass(frozen=True, slots=True)
class HalamanJejak:
    """A page of records, newest first. `cocok` pass the filter, `seluruhnya` are there. Choices are (code, name).

    `rtl_ada`: the RTL asked for still exists, so that its page can be opened.
    """

    saringan: SaringanDaftar
    butir: tuple[ButirJejak, ...]
    cocok: int
    seluruhnya: int
    halaman: int
    banyak_halaman: int
    rtl_ada: bool
    pilihan_unit: tuple[tuple[int, str], ...]
    pilihan_pengguna: tuple[tuple[int, str], ...]
    pilihan_jenis: tuple[tuple[JenisJejak, str], ...]


def baca_jenis(kode: str) -> JenisJejak | None:
    """The kind of event that an address asks for; None for one it does not know."""
    return JenisJejak(kode) if kode in list(JenisJejak) else None


def muat_halaman_jejak(session: Session, pelaku: Pelaku, saringan: SaringanDaftar, halaman: int = 1) -> HalamanJejak:
    """A page of the trail; a page beyond the last is the last one. Raises AksesDitolak, TidakTerjangkau."""
    periksa_boleh_baca(pelaku)
    cari = saringan_simpanan(saringan)
    cocok = repo.hitung_jejak(session, cari)
    banyak_halaman = max(-(-cocok // PER_HALAMAN), 1)
    halaman = min(max(halaman, 1), banyak_halaman)
    catatan = repo.ambil_jejak(session, cari, (halaman - 1) * PER_HALAMAN, PER_HALAMAN)
    return HalamanJejak(
        saringan=saringan,
        butir=tuple(susun_butir(catatan, nama_upp(session))),
        cocok=cocok,
        seluruhnya=repo.muat_kepala(session).banyak,
        halaman=halaman,
        banyak_halaman=banyak_halaman,
        rtl_ada=saringan.rtl is not None and rtl_menurut_id(session, saringan.rtl) is not None,
        pilihan_unit=tuple((u.id, u.nama) for u in list_upp(session)),
        pilihan_pengguna=tuple((p.id, f"{p.nama} ({p.nama_masuk})") for p in list_pengguna(session)),
        pilihan_jenis=tuple(sorted(NAMA_JENIS.items(), key=lambda x: x[1])),
    )


def periksa_boleh_baca(pelaku: Pelaku) -> None:
    """The trail tells of all units. Raises TidakTerjangkau, AksesDitolak."""
    periksa_jangkauan(pelaku, None)
    periksa_izin(pelaku, Izin.LIHAT_JEJAK)


def saringan_simpanan(s: SaringanDaftar) -> repo.SaringanJejak:
    """The filter in terms of the stored records."""
    return repo.SaringanJejak(
        upp_id=s.upp_id,
        objek=None if s.rtl is None else Objek.RTL,
        objek_id=s.rtl,
        pelaku_id=s.pengguna,
        jenis=() if s.jenis is None else (s.jenis,),
        teks=s.cari,
    )


def susun_butir(catatan: Iterator[Catatan], unit: Mapping[int, str]) -> Iterator[ButirJejak]:
    """Records with the words a list shows. `unit`: name of every unit by its id."""
    for c in catatan:
        nama = "" if c.upp_id is None else unit.get(c.upp_id, f"unit nomor {c.upp_id}")
        yield ButirJejak(c.nomor, baris_jejak(c), nama, c.objek_id if c.objek == Objek.RTL else None)
