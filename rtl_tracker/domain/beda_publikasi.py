"""What differs between two publications of a period: what the public would see changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rtl_tracker.domain.publikasi import AngkaTerbit, IsiPublikasi


class JenisBeda(StrEnum):
    """How a unit differs: it comes in, goes out, or shows other figures."""

    MASUK = "masuk"
    KELUAR = "keluar"
    BERUBAH = "berubah"


@dataclass(frozen=True, slots=True)
class BedaAngka:
    """One unit (or the instansi) that differs; a side that is not there is None. `bagian`: what changed beside the index."""

    jenis: JenisBeda
    nama: str
    dahulu: AngkaTerbit | None
    kini: AngkaTerbit | None
    bagian: tuple[str, ...] = ()


def bandingkan_publikasi(dahulu: IsiPublikasi, kini: IsiPublikasi) -> tuple[BedaAngka, ...]:
    """Every difference in the order of the newer one; what left comes last."""
    return tuple(_beda(dahulu, kini))


def judul_berubah(dahulu: IsiPublikasi, kini: IsiPublikasi) -> tuple[str, ...]:
    """What differs in the frame of the page: names, dates, the way of computing."""
    pasangan = (
        ("nama instansi", dahulu.instansi, kini.instansi),
        ("sebutan unit", dahulu.istilah_unit, kini.istilah_unit),
        ("tanggal survei", (dahulu.mulai, dahulu.selesai), (kini.mulai, kini.selesai)),
        ("cara menghitung", (dahulu.bobot, dahulu.agregasi, dahulu.desimal), (kini.bobot, kini.agregasi, kini.desimal)),
        ("daftar unit yang belum termasuk", dahulu.tanpa, kini.tanpa),
    )
    return tuple(nama for nama, lama, baru in pasangan if lama != baru)


def _beda(dahulu: IsiPublikasi, kini: IsiPublikasi) -> Iterator[BedaAngka]:
    lama = {a.upp_id: a for a in _semua(dahulu)}
    baru = {a.upp_id: a for a in _semua(kini)}
    for id_, a in baru.items():
        semula = lama.get(id_)
        if semula is None:
            yield BedaAngka(JenisBeda.MASUK, a.nama, None, a)
        elif semula != a:
            yield BedaAngka(JenisBeda.BERUBAH, a.nama, semula, a, _bagian(semula, a))
    for id_, a in lama.items():
        if id_ not in baru:
            yield BedaAngka(JenisBeda.KELUAR, a.nama, a, None)


def _semua(isi: IsiPublikasi) -> Iterator[AngkaTerbit]:
    if isi.indeks is not None:
        yield isi.indeks
    yield from isi.unit


def _bagian(dahulu: AngkaTerbit, kini: AngkaTerbit) -> tuple[str, ...]:
    pasangan = (
        ("nama atau kelompok", (dahulu.nama, dahulu.kelompok), (kini.nama, kini.kelompok)),
        ("IKM", (dahulu.ikm, dahulu.mutu), (kini.ikm, kini.mutu)),
        ("jumlah responden", dahulu.n, kini.n),
        ("nilai unsur", dict(dahulu.unsur), dict(kini.unsur)),
        ("profil responden", dahulu.profil, kini.profil),
        ("asal nilai", (dahulu.bagian, dahulu.banyak_unit), (kini.bagian, kini.banyak_unit)),
    )
    return tuple(nama for nama, lama, baru in pasangan if lama != baru)
