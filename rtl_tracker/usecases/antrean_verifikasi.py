"""The queue of realisasi that wait for verification, and the page on which one of them is judged (spec 2.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.alur_rtl import TindakanRtl, dapat_diperiksa_oleh, periksa_dapat_rtl, periksa_pemeriksa
from rtl_tracker.domain.antrean import (
    Kunci,
    Letak,
    Menunggu,
    berikutnya,
    hari_menunggu,
    kelompokkan,
    kunci_urut,
    letak,
    terlibat,
    urutkan,
)
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import menjangkau, periksa_izin
from rtl_tracker.domain.jejak import Catatan, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.antrean_repository import list_menunggu
from rtl_tracker.storage.bukti_repository import pengunggah_bukti
from rtl_tracker.storage.jejak_repository import jejak_objek
from rtl_tracker.storage.pengguna_repository import pengguna_menurut_id
from rtl_tracker.storage.rtl_repository import rtl_menurut_id
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.bukti_tampil import BuktiTampil, muat_bukti_tampil
from rtl_tracker.usecases.kelola_rtl import ambil_rtl

PER_HALAMAN, KELOMPOK_TAMPIL = 100, 20
INSTANSI = "Instansi"


@dataclass(frozen=True, slots=True)
class SaringanAntrean:
    """What part of the queue is worked through; empty values filter nothing."""

    cari: str = ""
    upp_id: int | None = None
    kelompok: str = ""
    tahun: int | None = None

    @property
    def argumen(self) -> dict[str, str]:
        """The filter as the arguments of an address; what filters nothing is left out."""
        semua = {"cari": self.cari, "upp": self.upp_id, "kelompok": self.kelompok, "tahun": self.tahun}
        return {nama: str(nilai) for nama, nilai in semua.items() if nilai}


@dataclass(frozen=True, slots=True)
class ButirAntrean:
    """One item with the words a list shows. `hari` it has waited; None = nobody knows since when."""

    menunggu: Menunggu
    unit: str
    kelompok: str
    hari: int | None


@dataclass(frozen=True, slots=True)
class HalamanAntrean:
    """A page of the queue. `cocok` items pass the filter, `seluruhnya` wait for this account, `sendiri` wait for somebody else.

    `serupa`: the first groups of items that are alike, of `banyak_serupa`.
    """

    saringan: SaringanAntrean
    butir: tuple[ButirAntrean, ...]
    cocok: int
    seluruhnya: int
    sendiri: int
    serupa: tuple[tuple[ButirAntrean, ...], ...]
    banyak_serupa: int
    pilihan_unit: tuple[tuple[int, str], ...]
    pilihan_kelompok: tuple[str, ...]
    pilihan_tahun: tuple[int, ...]
    halaman: int
    banyak_halaman: int


@dataclass(frozen=True, slots=True)
class HalamanPemeriksaan:
    """The claim, the plan and the bukti of one RTL. `alasan_tertutup` says why there is nothing to decide, if so.

    `letak` is its place among the items of the filter; None when it is not (or no longer) among them.
    """

    rtl: Rtl
    unit: str
    pelapor: str
    hari: int | None
    bukti: tuple[BuktiTampil, ...]
    riwayat: tuple[Catatan, ...]
    alasan_tertutup: str
    letak: Letak | None
    serupa: tuple[Menunggu, ...]


def muat_antrean(
    session: Session, pelaku: Pelaku, now: datetime, saringan: SaringanAntrean, halaman: int = 1
) -> HalamanAntrean:
    """A page of the queue of this account; a page beyond the last is the last one. Raises AksesDitolak."""
    semua, sendiri = _terjangkau(session, pelaku)
    unit = {u.id: u for u in list_upp(session)}
    cocok = _saring(semua, unit, saringan)
    banyak_halaman = max(-(-len(cocok) // PER_HALAMAN), 1)
    halaman = min(max(halaman, 1), banyak_halaman)
    awal = (halaman - 1) * PER_HALAMAN
    serupa = kelompokkan(cocok)
    menunggu = {m.upp_id for m in semua}

    def butir(daftar: Sequence[Menunggu]) -> tuple[ButirAntrean, ...]:
        return tuple(_butir(m, unit, now) for m in daftar)

    return HalamanAntrean(
        saringan=saringan,
        butir=butir(cocok[awal : awal + PER_HALAMAN]),
        cocok=len(cocok),
        seluruhnya=len(semua),
        sendiri=sendiri,
        serupa=tuple(butir(kelompok) for kelompok in serupa[:KELOMPOK_TAMPIL]),
        banyak_serupa=len(serupa),
        pilihan_unit=tuple((u.id, u.nama) for u in unit.values() if u.id in menunggu),
        pilihan_kelompok=tuple(sorted({_kelompok(m, unit) for m in semua})),
        pilihan_tahun=tuple(sorted({m.tahun for m in semua}, reverse=True)),
        halaman=halaman,
        banyak_halaman=banyak_halaman,
    )


def id_berikutnya(session: Session, pelaku: Pelaku, saringan: SaringanAntrean, sesudah: int | None) -> int | None:
    """The RTL to judge next, behind the RTL `sesudah` (which may have been decided); None when nobody waits."""
    semua, _ = _terjangkau(session, pelaku)
    cocok = _saring(semua, {u.id: u for u in list_upp(session)}, saringan)
    lanjut = berikutnya(cocok, _tempat(session, pelaku, sesudah))
    return None if lanjut is None or lanjut.id == sesudah else lanjut.id


def muat_pemeriksaan(
    session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, saringan: SaringanAntrean
) -> HalamanPemeriksaan:
    """The page of one RTL, also of one that is no longer in the queue. Raises TidakTerjangkau, AksesDitolak."""
    rtl = ambil_rtl(session, pelaku, Izin.VERIFIKASI_REALISASI, rtl_id)
    unit = {u.id: u for u in list_upp(session)}
    semua, _ = _terjangkau(session, pelaku)
    seunit = [m for m in semua if m.upp_id == rtl.upp_id]
    serupa = next((k for k in kelompokkan(seunit) if rtl_id in {m.id for m in k}), [])
    return HalamanPemeriksaan(
        rtl=rtl,
        unit=unit[rtl.upp_id].nama if rtl.upp_id is not None else INSTANSI,
        pelapor=_nama(session, rtl.dilapor_oleh),
        hari=hari_menunggu(rtl.dilapor_pada, now),
        bukti=muat_bukti_tampil(session, pelaku, [rtl])[rtl_id],
        riwayat=tuple(jejak_objek(session, Objek.RTL, rtl_id)),
        alasan_tertutup=_alasan_tertutup(session, pelaku, rtl),
        letak=letak(_saring(semua, unit, saringan), rtl_id),
        serupa=tuple(m for m in serupa if m.id != rtl_id),
    )


def _terjangkau(session: Session, pelaku: Pelaku) -> tuple[list[Menunggu], int]:
    """(what waits for this account in order, number of items that wait but are its own)."""
    periksa_izin(pelaku, Izin.VERIFIKASI_REALISASI)
    dijangkau = [m for m in list_menunggu(session) if menjangkau(pelaku, m.upp_id)]
    boleh = [m for m in dijangkau if dapat_diperiksa_oleh(pelaku.id, m.terlibat)]
    return urutkan(boleh), len(dijangkau) - len(boleh)


def _saring(daftar: Sequence[Menunggu], unit: Mapping[int, Upp], s: SaringanAntrean) -> list[Menunggu]:
    """The items that pass: every word of the search stands in the plan or the name of the unit."""
    kata = lipat(s.cari).split()
    return [
        m
        for m in daftar
        if (s.upp_id is None or m.upp_id == s.upp_id)
        and (s.tahun is None or m.tahun == s.tahun)
        and (not s.kelompok or _kelompok(m, unit) == s.kelompok)
        and (not kata or all(k in lipat(f"{m.kegiatan} {_unit(m, unit)}") for k in kata))
    ]


def _butir(m: Menunggu, unit: Mapping[int, Upp], now: datetime) -> ButirAntrean:
    return ButirAntrean(m, _unit(m, unit), _kelompok(m, unit), hari_menunggu(m.dilapor_pada, now))


def _unit(m: Menunggu, unit: Mapping[int, Upp]) -> str:
    return INSTANSI if m.upp_id is None else unit[m.upp_id].nama


def _kelompok(m: Menunggu, unit: Mapping[int, Upp]) -> str:
    return INSTANSI if m.upp_id is None else unit[m.upp_id].kelompok_cetak


def _tempat(session: Session, pelaku: Pelaku, rtl_id: int | None) -> Kunci | None:
    """Where an RTL stands or stood; None for one that is not there or out of reach."""
    rtl = None if rtl_id is None else rtl_menurut_id(session, rtl_id)
    if rtl is None or not menjangkau(pelaku, rtl.upp_id):
        return None
    return kunci_urut(rtl.id, rtl.dilapor_pada)


def _alasan_tertutup(session: Session, pelaku: Pelaku, rtl: Rtl) -> str:
    """The sentence with which a decision would be refused; empty when it would not."""
    try:
        periksa_dapat_rtl(TindakanRtl.VERIFIKASI, rtl)
        periksa_pemeriksa(pelaku.id, terlibat(rtl.dilapor_oleh, pengunggah_bukti(session, rtl.id)))
    except DomainError as galat:
        return str(galat)
    return ""


def _nama(session: Session, pengguna_id: int | None) -> str:
    akun = None if pengguna_id is None else pengguna_menurut_id(session, pengguna_id)
    return akun.nama if akun is not None else ""
