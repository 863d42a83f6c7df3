"""The units of a publication as a list to look through, and its figures as open data."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import Any

from rtl_tracker.domain.mutu import kinerja
from rtl_tracker.domain.publikasi import KALIMAT_SEBAB, AngkaTerbit, IsiPublikasi
from rtl_tracker.domain.unsur import Unsur, lipat
from rtl_tracker.storage.publikasi_repository import Publikasi

PANJANG_CARI = 80
RUMUS = ("=", "+", "-", "@", "\t", "\r")
SEPERTI_RUMUS = "'"
KOLOM = (
    "tahun", "periode", "nomor", "diterbitkan", "survei_mulai", "survei_selesai", "id", "nama", "kelompok", "ikm", "mutu", "kinerja",
    "jumlah_responden", *(u.value for u in Unsur), "keterangan",
)  # fmt: skip


class UrutTerbit(StrEnum):
    """Order of the units inside their group."""

    NAMA = "nama"
    IKM = "ikm"


@dataclass(frozen=True, slots=True)
class DaftarTerbit:
    """The units that a search leaves, by group. `cari` and `urut` as they were understood; `banyak`: how many units are left."""

    cari: str
    urut: UrutTerbit
    kelompok: tuple[tuple[str, tuple[AngkaTerbit, ...]], ...]
    banyak: int


def susun_daftar(isi: IsiPublikasi, cari: str, urut: str) -> DaftarTerbit:
    """The list under a search and an order as somebody typed them."""
    kata = " ".join(cari.split())[:PANJANG_CARI]
    cara = UrutTerbit(urut) if urut in list(UrutTerbit) else UrutTerbit.NAMA
    ada = [a for a in isi.unit if lipat(kata) in lipat(a.nama)]
    ada.sort(key=lambda a: lipat(a.nama))
    if cara is UrutTerbit.IKM:
        ada.sort(key=lambda a: a.ikm, reverse=True)
    kelompok: dict[str, list[AngkaTerbit]] = {}
    for nama in dict.fromkeys(a.kelompok for a in isi.unit):
        kelompok[nama] = [a for a in ada if a.kelompok == nama]
    return DaftarTerbit(kata, cara, tuple((k, tuple(v)) for k, v in kelompok.items() if v), len(ada))


def data_csv(p: Publikasi, isi: IsiPublikasi) -> str:
    """The figures as CSV (RFC 4180, decimal point); the first row is the instansi. No cell is taken for a formula."""
    tujuan = StringIO()
    penulis = csv.writer(tujuan)
    penulis.writerow(KOLOM)
    awal = (p.tahun, p.periode.value, p.nomor, p.pada.astimezone().date().isoformat(), isi.mulai, isi.selesai)
    for a in _semua(isi):
        unsur = (a.unsur[u].konversi if u in a.unsur else "" for u in Unsur)
        ekor = (a.ikm, a.mutu.value, kinerja(a.mutu), "" if a.n is None else a.n, *unsur, "")
        penulis.writerow([*awal, a.upp_id or "", _polos(a.nama), _polos(a.kelompok), *ekor])
    for t in isi.tanpa:
        kosong = ("",) * (len(KOLOM) - len(awal) - 3)
        penulis.writerow([*awal, t.upp_id, _polos(t.nama), *kosong, KALIMAT_SEBAB[t.sebab]])
    return tujuan.getvalue()


def data_json(p: Publikasi, isi: IsiPublikasi) -> dict[str, Any]:
    """The same as plain values; figures are strings with a decimal point, rounded as printed, absent ones null."""
    return {
        "instansi": isi.instansi,
        "tahun": p.tahun,
        "periode": p.periode.value,
        "nomor": p.nomor,
        "diterbitkan": p.pada.astimezone().date().isoformat(),
        "sidik": p.sidik_isi,
        "survei": {"mulai": isi.mulai.isoformat(), "selesai": isi.selesai.isoformat()},
        "bobot": isi.bobot.value,
        "agregasi": isi.agregasi.value,
        "hasil_instansi": None if isi.indeks is None else _angka(isi.indeks),
        "unit": [{"id": a.upp_id, "nama": a.nama, "kelompok": a.kelompok, **_angka(a)} for a in isi.unit],
        "belum_termasuk": [{"id": t.upp_id, "nama": t.nama, "sebab": t.sebab.value} for t in isi.tanpa],
    }


def _semua(isi: IsiPublikasi) -> Iterator[AngkaTerbit]:
    if isi.indeks is not None:
        yield isi.indeks
    yield from isi.unit


def _angka(a: AngkaTerbit) -> dict[str, Any]:
    return {
        "ikm": str(a.ikm),
        "mutu": a.mutu.value,
        "kinerja": kinerja(a.mutu),
        "jumlah_responden": a.n,
        "unsur": {u.value: str(x.konversi) for u, x in a.unsur.items()},
    }


def _polos(teks: str) -> str:
    return f"{SEPERTI_RUMUS}{teks}" if teks.startswith(RUMUS) else teks
